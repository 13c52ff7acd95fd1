"""A report as JSON: one object, a value by each address of its form, and ``form``. `giptui schema report` describes it,
`giptui import` reads it back letter by letter. Called by `giptui export`.

A count is a number. All else is a string, so that no digit of a decimal is lost: dates as ``2024-01-23``, texts with a
newline between paragraphs, what a cell holds that is no number. Blank is ``""``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from giptui.display.visible import escaped
from giptui.printers.formats import Shape
from giptui.report import Report, Value, show


def write(report: Report, draft: bool = False) -> bytes:
    """The object, a value a line. A draft has ``"draft": true``."""
    return f"{_text(report, draft)}\n".encode()


def part(shape: Shape, file: str, report: Report) -> str:
    """The object, to stand among others."""
    return _text(report, shape.is_draft)


def whole(shape: Shape, parts: Iterator[str]) -> Iterator[bytes]:
    """An array of them all, piece by piece."""
    opening = "["
    for each in parts:
        yield f"{opening}\n{each}".encode()
        opening = ","
    yield b"[]\n" if opening == "[" else b"\n]\n"


def _text(report: Report, draft: bool = False) -> str:
    values: dict[str, Any] = {"form": report.form.id, **({"draft": True} if draft else {})}
    values |= {address: _value(report[address]) for address in report.form.kinds}
    return escaped(json.dumps(values, ensure_ascii=False, indent=1))


def _value(value: Value) -> int | str:
    return value if isinstance(value, int) else show(value)
