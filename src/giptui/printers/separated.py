"""Tables in text: what CSV and TSV share. A row is a line of fields, the first of them names the columns."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain, repeat
from typing import NamedTuple

from giptui.printers.columns import FIRST, LONG, addresses, long_rows
from giptui.printers.formats import Shape
from giptui.report import BLANK, Report, Value, show


class Spelling(NamedTuple):
    """How a format writes a table: ``cell`` spells a text, ``line`` makes a row of fields."""

    cell: Callable[[str], str]
    line: Callable[[Iterable[int | str]], str]
    start: bytes = b""


def part(spelling: Spelling, shape: Shape, file: str, report: Report) -> bytes:
    """The lines of a report."""
    if shape.is_long:
        rows = long_rows(file, report)
        return "".join(spelling.line(_fields(spelling, row)) for row in rows).encode()
    values = map(report.values.get, addresses(shape), repeat(BLANK))
    return spelling.line(_fields(spelling, chain((file, report.form.id), values))).encode()


def _fields(spelling: Spelling, values: Iterable[Value]) -> list[int | str]:
    """A wide table has some 250 columns, nearly all of them counts or blank: those cost no call."""
    cell = spelling.cell
    return [value if type(value) is int else BLANK if value == BLANK else cell(show(value)) for value in values]


def whole(spelling: Spelling, shape: Shape, parts: Iterator[bytes]) -> Iterator[bytes]:
    """The heads, then the parts."""
    heads = LONG if shape.is_long else (*FIRST, *addresses(shape))
    yield spelling.start + spelling.line(heads).encode()
    yield from parts
