"""What may stand in a cell or a field, and how typed text becomes it.

A cell is a number, ``""`` (blank on the page), ``"/"`` (不适用) or ``"?"`` (it stands in the source but could not be
read). Whatever else was written there is kept as the string it is; the checks report it, nothing repairs it in silence.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Final

from giptui.form import Kind

Value = int | Decimal | str | date

BLANK: Final = ""
NOT_APPLICABLE: Final = "/"
UNREAD: Final = "?"

LARGEST_COUNT: Final = 10**12 - 1
"""No body in the country handles a trillion of anything; a longer number is a slip of the keyboard."""

AMOUNT_PLACES: Final = 6

_COUNT = re.compile(r"(-?)(\d+|\d{1,3}(?:,\d{3})+)\s*件?")
_AMOUNT = re.compile(r"(-?)((?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?)\s*(?:万元)?")
_SUM = re.compile(r"=\s*\d+(?:\s*[+-]\s*\d+)*")
_YEAR = re.compile(r"(\d{4})\s*年?(?:度)?")
_DATE = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?")
_MOMENT = re.compile(_DATE.pattern + r"(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?")


def is_count(value: Value) -> bool:
    """Whether the value is a count: a whole number of 件, from 0 to :data:`LARGEST_COUNT`."""
    return type(value) is int and 0 <= value <= LARGEST_COUNT


def is_amount(value: Value) -> bool:
    """Whether the value is an amount of money: a finite number, not negative."""
    if isinstance(value, Decimal):
        return value.is_finite() and 0 <= value <= LARGEST_COUNT
    return is_count(value)


def is_empty(value: Value) -> bool:
    """Whether the cell holds no number because it is blank or 不适用."""
    return value in (BLANK, NOT_APPLICABLE)


def fits(value: Value, kind: Kind) -> bool:
    """Whether the value is of that kind. Blank, 不适用 and unread fit every numeric cell, blank fits every field."""
    if value == BLANK or (kind in (Kind.COUNT, Kind.AMOUNT) and value in (NOT_APPLICABLE, UNREAD)):
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


def _is_text(value: Value) -> bool:
    return isinstance(value, str)


_FITS: Final[Mapping[Kind, Callable[[Value], bool]]] = {
    Kind.COUNT: is_count,
    Kind.AMOUNT: is_amount,
    Kind.YEAR: lambda value: type(value) is int and 1949 <= value <= 9999,
    Kind.DATE: lambda value: isinstance(value, date) and not isinstance(value, datetime),
    Kind.MOMENT: lambda value: isinstance(value, date),
    Kind.LINE: _is_text,
    Kind.PROSE: _is_text,
    Kind.CHOICE: _is_text,
}


def typed(text: str, kind: Kind, choices: Mapping[str, str] | None = None) -> Value:
    """The value that someone means who types or pastes ``text``.

    Full-width digits, thousands separators, “3件” and, in a count, ``=3+2`` become numbers; 2024年1月23日 becomes a
    date. Text that cannot be read so is returned as it is, stripped: it is kept and reported, never guessed at.
    """
    raw = text.strip()
    plain = unicodedata.normalize("NFKC", raw)
    if kind in (Kind.COUNT, Kind.AMOUNT):
        return _number(raw, plain, kind)
    if kind is Kind.YEAR and (match := _YEAR.fullmatch(plain)):
        return int(match[1])
    if kind in (Kind.DATE, Kind.MOMENT):
        return _moment(raw, plain, kind)
    if kind is Kind.CHOICE and choices:
        return next((key for key, name in choices.items() if raw in (key, name)), raw)
    if kind is Kind.PROSE:
        return prose(text)
    return " ".join(raw.split()) if kind is Kind.LINE else raw


def _number(raw: str, plain: str, kind: Kind) -> Value:
    if plain in (BLANK, NOT_APPLICABLE, UNREAD):
        return plain
    if kind is Kind.COUNT:
        if match := _COUNT.fullmatch(plain):
            return _whole(match[1] + match[2].replace(",", ""), raw)
        if _SUM.fullmatch(plain) and len(plain) < 400:
            return sum(int(term) for term in re.findall(r"[+-]?\d+", plain.replace(" ", "")))
        return raw
    if match := _AMOUNT.fullmatch(plain):
        digits = match[1] + match[2].replace(",", "")
        return Decimal(digits) if "." in digits else _whole(digits, raw)
    return raw


def _whole(digits: str, raw: str) -> Value:
    """The integer, unless it is too long to be one (Python refuses to read some thousands of digits)."""
    return int(digits) if len(digits) <= 40 else raw


def _moment(raw: str, plain: str, kind: Kind) -> Value:
    match = _MOMENT.fullmatch(plain)
    if match is None or (kind is Kind.DATE and match[4]):
        return raw
    year, month, day, hour, minute, second = (int(part or 0) for part in match.groups())
    try:
        return datetime(year, month, day, hour, minute, second) if match[4] else date(year, month, day)
    except ValueError:  # 31 April
        return raw


def prose(text: str) -> str:
    """A text as the report holds it: its non-empty lines, edge whitespace stripped, one a paragraph."""
    lines = (line.strip() for line in text.splitlines())
    return "\n".join(line for line in lines if line)
