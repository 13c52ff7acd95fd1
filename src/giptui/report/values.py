"""What may stand in a cell or a field.

A cell is a number, ``""`` (blank on the page), ``"/"`` (不适用) or ``"?"`` (it stands in the source but could not be
read). Whatever else was written there is kept as the string it is; the checks report it, nothing repairs it in silence.

Two kinds of cell in the form of 2019 take some strings besides, since what is printed there says more than a number:
a change with its sign (``"+19"``, ``"增10"``; 19 and -3 are numbers) and money with its unit (``"1424.4万元"``; 8040
has none, and is a number). They stay as they are written, in the file and on the page. In a file the quotes matter:
TOML takes a bare +19 for 19, which is the same change, printed without its sign.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Final, cast

from giptui.form import Kind

Value = int | Decimal | str | date

BLANK: Final = ""
NOT_APPLICABLE: Final = "/"
UNREAD: Final = "?"

LARGEST_COUNT: Final = 10**12 - 1
"""No body in the country handles a trillion of anything; a longer number is a slip of the keyboard."""

AMOUNT_PLACES: Final = 6

YEARS: Final = range(1949, 10_000)
"""The years that a report can be of."""

SIGNED: Final = "(?:[+-]|增加?|减少?)[0-9]{1,12}"  # compiled when such a cell is first met
WITH_UNIT: Final = r"(?:[0-9]{1,12}|[0-9]{1,3}(?:,[0-9]{3}){1,3})(?:\.[0-9]{1,40})? ?[千百]?[万亿]?元"


def is_count(value: Value) -> bool:
    """Whether the value is a count: a whole number of 件, from 0 to :data:`LARGEST_COUNT`."""
    return type(value) is int and 0 <= value <= LARGEST_COUNT


def are_counts(values: Sequence[Value | None]) -> bool:
    """Whether all of some values are counts, as the cells of nearly every report are; quicker than one by one."""
    if {*map(type, values)} != {int}:
        return False
    numbers = cast("Sequence[int]", values)
    return min(numbers) >= 0 and max(numbers) <= LARGEST_COUNT


def is_amount(value: Value) -> bool:
    """Whether the value is an amount of money: a finite number, not negative."""
    if isinstance(value, Decimal):
        return value.is_finite() and 0 <= value <= LARGEST_COUNT
    return is_count(value)


def is_change(value: Value) -> bool:
    """Whether the value says by how much something rose or fell: a whole number, or text such as “+19” and “增10”."""
    if isinstance(value, str):
        return re.fullmatch(SIGNED, value) is not None
    return type(value) is int and abs(value) <= LARGEST_COUNT


def is_money(value: Value) -> bool:
    """Whether the value is an amount, or one with its unit such as “251000元” and “1,424.4万元”."""
    if isinstance(value, str):
        return re.fullmatch(WITH_UNIT, value) is not None
    return is_amount(value)


def is_empty(value: Value) -> bool:
    """Whether the cell holds no number because it is blank or 不适用."""
    return value in (BLANK, NOT_APPLICABLE)


def fits(value: Value, kind: Kind) -> bool:
    """Whether the value is of that kind. Blank, 不适用 and unread fit every numeric cell, blank fits every field."""
    if value == BLANK or (kind.is_numeric and value in (NOT_APPLICABLE, UNREAD)):
        return True
    return _FITS[kind](value)


def addend(value: Value) -> int | None:
    """What the value adds to a sum: blank and “/” add 0; None if that cannot be known."""
    if type(value) is int and 0 <= value <= LARGEST_COUNT:  # is_count, without the call: this runs for every cell
        return value
    return 0 if is_empty(value) else None


def show(value: Value) -> str:
    """The value as a page prints it: digits as they were typed, a date as ``2024-01-23``."""
    if isinstance(value, Decimal):
        # 1e999999999 is twelve characters in a file, and would be a gigabyte of zeros on the page
        return format(value, "f") if abs(value.adjusted()) <= 40 else str(value)
    if isinstance(value, datetime):
        return value.isoformat(sep=" ")
    return str(value)


def value_in_words(value: Value) -> str:
    """The value for a sentence: a blank is named, not left out."""
    return "空白" if value == BLANK else show(value)


def _is_text(value: Value) -> bool:
    return isinstance(value, str)


_FITS: Final[Mapping[Kind, Callable[[Value], bool]]] = {
    Kind.COUNT: is_count,
    Kind.AMOUNT: is_amount,
    Kind.CHANGE: is_change,
    Kind.MONEY: is_money,
    Kind.YEAR: lambda value: type(value) is int and value in YEARS,
    Kind.DATE: lambda value: isinstance(value, date) and not isinstance(value, datetime),
    Kind.MOMENT: lambda value: isinstance(value, date),
    Kind.LINE: _is_text,
    Kind.PROSE: _is_text,
    Kind.CHOICE: _is_text,
}


def same(one: Value, other: Value) -> bool:
    """Whether two values are spelled alike: 1.0 and 1.00 are not the same digits, 3 and "3" not the same cell."""
    return type(one) is type(other) and show(one) == show(other)


_IDEOGRAPHIC: Final = "\N{IDEOGRAPHIC SPACE}"


def prose(text: str) -> str:
    """A text as the report holds it: its non-empty lines, edge whitespace stripped, one a paragraph. The ideographic
    spaces that indent a paragraph are part of it.
    """
    lines = (line.rstrip() for line in text.splitlines())
    return "\n".join(line[_indented(line) :] for line in lines if line)


def _indented(line: str) -> int:
    """Where a line begins: with the last run of ideographic spaces before its first character."""
    blank = line[: len(line) - len(line.lstrip())]
    return len(blank.rstrip(_IDEOGRAPHIC))
