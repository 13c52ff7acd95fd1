"""What `giptui export` wrote as JSON → the reports in it, value by value. Called by `sources`.

Nothing has to be told from labels here: a key is an address. One report is an object; several are an array, or stand
one behind another.
"""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from giptui.form import FORMS, Kind
from giptui.readers import refusals
from giptui.readers.document import InExport, Refused
from giptui.readers.found import Exported, Found
from giptui.report import BLANK, UNREAD, Value, show

KIND: Final = "JSON"
_BESIDE: Final = ("form", "draft")  # what an object has besides addresses
_MOST_NAMED: Final = 5  # keys that are no addresses
_NO_VALUE: Final = "那里写的不是数，也不是文字"


def reports(data: bytes) -> tuple[Exported, ...]:
    """All reports in the file, in its order. Refused if it is no JSON, or if anything in it is no report of ours."""
    try:
        objects = [*_objects(data.decode("utf-8-sig"))]
    except (ValueError, RecursionError):  # no UTF-8; no JSON; brackets in brackets without end
        raise refusals.broken(KIND) from None
    if not objects or not all(isinstance(each, dict) and each.get("form") in (*FORMS,) for each in objects):
        raise Refused(
            "import-foreign-json",
            "是 JSON，但不是 giptui export 写出的报告；请给出那样的 JSON，或报告的网页、文档",
        )
    return tuple(_report(each, number) for number, each in enumerate(objects, 1))


def _objects(text: str) -> Iterator[Any]:
    decoder = json.JSONDecoder(parse_float=Decimal)
    blank = re.compile(r"\s*")
    at = 0
    while (at := blank.match(text, at).end()) < len(text):  # type: ignore[union-attr]
        found, at = decoder.raw_decode(text, at)
        yield from found if isinstance(found, list) else [found]


def _report(stated: Mapping[str, Any], number: int) -> Exported:
    form = FORMS[stated["form"]]
    values = {address: _value(stated[address], kind) for address, kind in form.kinds.items() if address in stated}
    found = tuple(
        Found(address, UNREAD if value is None else value, InExport(number, address), _NO_VALUE * (value is None))
        for address, value in values.items()
    )
    unknown = [key for key in stated if key not in form.kinds and key not in _BESIDE]
    named = "、".join(f"“{key}”" for key in unknown[:_MOST_NAMED])
    notes = (f"有 {len(unknown)} 个键不是 {form.id} 格式的地址，没有读入：{named}",) if unknown else ()
    return Exported(KIND, form, found, notes)


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
            return _spelled(stated, kind)
        case [*lines] if kind is Kind.PROSE and all(isinstance(line, str) for line in lines):
            return "\n".join(lines)
    return None


def _spelled(text: str, kind: Kind) -> Value:
    """The decimal or the date of which this is the spelling; other texts as they are."""
    try:
        if kind.is_numeric and not re.fullmatch("[+-]?[0-9]+", text):
            value: Value = Decimal(text)
        elif kind in (Kind.DATE, Kind.MOMENT):
            value = datetime.fromisoformat(text) if len(text) > len("2024-01-23") else date.fromisoformat(text)
        else:
            return text
    except (ValueError, InvalidOperation):
        return text
    return value if show(value) == text else text
