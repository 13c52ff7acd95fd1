"""A value as an export spells it → the value; the values of a report → the report. Used by `objects` and `rows`."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Final

from giptui.form import FORMS, Form, Kind
from giptui.readers.document import InExport, Refused
from giptui.readers.found import Exported, Found
from giptui.report import UNREAD, Value, show

_MOST_NAMED: Final = 5  # keys that are no addresses
_NO_VALUE: Final = "那里写的不是数，也不是文字"


def form_named(name: object, kind: str) -> Form:
    """The form of that name; Refused if there is none, so that this is no report of ours."""
    for form in FORMS.values():
        if name == form.id:
            return form
    raise Refused(
        "import-foreign-data",
        f"是 {kind}，但不是 giptui export 写出的报告；请给出那样的 {kind}，或报告的网页、文档",
    )


def exported(
    kind: str, form: Form, values: Mapping[str, Value | None], number: int, unknown: tuple[str, ...] = ()
) -> Exported:
    """The report that has these values, the ``number``-th in its file. None is what is no value; ``unknown`` are the
    keys that are no addresses.
    """
    found = tuple(
        Found(address, UNREAD if value is None else value, InExport(number, address), _NO_VALUE * (value is None))
        for address, value in values.items()
    )
    named = "、".join(f"“{key}”" for key in unknown[:_MOST_NAMED])
    notes = (f"有 {len(unknown)} 个键不是 {form.id} 格式的地址，没有读入：{named}",) if unknown else ()
    return Exported(kind, form, found, notes)


def spelled(text: str, kind: Kind) -> Value:
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
