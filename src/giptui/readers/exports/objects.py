"""JSON → the reports in it: one is an object, several are an array, or stand one behind another."""

import json
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from giptui.form import Kind
from giptui.readers import refusals
from giptui.readers.exports.values import exported, form_named, spelled
from giptui.readers.found import Exported
from giptui.report import BLANK, Value

_KIND = "JSON"


def reports(data: bytes) -> tuple[Exported, ...]:
    """All reports in the file, in its order. Refused if it is no JSON, or if anything in it is no report of ours."""
    try:
        objects = [*_objects(data.decode("utf-8-sig"))]
    except (ValueError, RecursionError):  # no UTF-8; no JSON; brackets in brackets without end
        raise refusals.broken(_KIND) from None
    return tuple(_report(each, number) for number, each in enumerate(objects or [{}], 1))


def _objects(text: str) -> Iterator[Any]:
    decoder = json.JSONDecoder(parse_float=Decimal)
    blank = re.compile(r"\s*")
    at = 0
    while (at := blank.match(text, at).end()) < len(text):  # type: ignore[union-attr]
        found, at = decoder.raw_decode(text, at)
        yield from found if isinstance(found, list) else [found]


def _report(stated: Any, number: int) -> Exported:
    stated = stated if isinstance(stated, Mapping) else {}
    form = form_named(stated.get("form"), _KIND)
    values = {address: _value(stated[address], kind) for address, kind in form.kinds.items() if address in stated}
    unknown = tuple(key for key in stated if key not in form.kinds and key not in ("form", "draft"))
    return exported(_KIND, form, values, number, unknown)


def _value(stated: Any, kind: Kind) -> Value | None:
    """The value that is written so; None if it is none."""
    match stated:
        case None:
            return BLANK
        case bool():
            return None
        case int() | Decimal():
            return stated
        case str():
            return spelled(stated, kind)
        case [*lines] if kind is Kind.PROSE and all(isinstance(line, str) for line in lines):
            return "\n".join(lines)
    return None
