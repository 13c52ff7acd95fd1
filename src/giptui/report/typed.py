"""How typed, pasted or imported text becomes a value. Never guesses: what cannot be read stays the text it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Final

from giptui.form import Kind
from giptui.report.halfwidth import BLANKS, halfwidth
from giptui.report.values import BLANK, NOT_APPLICABLE, UNREAD, Value, is_money, prose

_WHOLE = "[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+"
_COUNT = re.compile(f"(-?)({_WHOLE}) *件?")
_DECIMAL = re.compile(rf"(-?)((?:{_WHOLE})(?:\.[0-9]+)?)")
_CHANGE = re.compile(f"([+-]|增加?|减少?)? *({_WHOLE}) *[件项个]?")
_SUM = re.compile("= *[0-9]+(?: *[+-] *[0-9]+)*")
_YEAR = re.compile("([0-9]{4}) *年?(?:度)?")
_DATE = re.compile("([0-9]{4}) *[-/.年] *([0-9]{1,2}) *[-/.月] *([0-9]{1,2}) *日?")
_MOMENT = re.compile(_DATE.pattern + "(?:[T ]+([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}))?)?")


def typed(text: str, kind: Kind, choices: Mapping[str, str] | None = None) -> Value:
    """The value that someone means who types or pastes ``text``.

    Full-width digits, thousands separators, “3件” and, in a count, ``=3+2`` become numbers; 2024年1月23日 becomes a
    date. A sign that is printed is kept (“+19”, “增10”), and so is the unit of an amount where the form names none
    (“251000元”). Text that cannot be read so, 12① and 5² too, is returned as it is, stripped: it is kept and reported,
    never guessed at.
    """
    if kind.is_numeric or kind in (Kind.YEAR, Kind.DATE, Kind.MOMENT):
        return _figures(text.strip(BLANKS), kind)
    raw = text.strip()
    if kind is Kind.CHOICE and choices:
        return next((key for key, name in choices.items() if raw in (key, name)), raw)
    if kind is Kind.PROSE:
        return prose(text)
    return " ".join(raw.split()) if kind is Kind.LINE else raw


def _figures(raw: str, kind: Kind) -> Value:
    """What is written in figures: a number, a year, a date."""
    plain = halfwidth(raw)
    if kind.is_numeric:
        return _number(raw, plain, kind)
    if kind is Kind.YEAR:
        return int(match[1]) if (match := _YEAR.fullmatch(plain)) else raw
    return _moment(raw, plain, kind)


def _number(raw: str, plain: str, kind: Kind) -> Value:
    if plain in (BLANK, NOT_APPLICABLE, UNREAD):
        return plain
    value = _NUMBERS[kind](plain)
    return raw if value is None else value


def _count(plain: str) -> Value | None:
    if match := _COUNT.fullmatch(plain):
        return _whole(match[1] + match[2].replace(",", ""))
    return _sum(plain)


def _amount(plain: str) -> Value | None:
    return _decimal(plain.removesuffix("万元").rstrip(" "))


def _change(plain: str) -> Value | None:
    """A number where it looks like one; with a sign that a number would lose, the text of both."""
    match = _CHANGE.fullmatch(plain.replace("\N{MINUS SIGN}", "-"))
    if match is None:
        return _sum(plain)
    sign, digits = match[1] or "", match[2].replace(",", "")
    return _whole(sign + digits) if sign in ("", "-") else sign + digits


def _money(plain: str) -> Value | None:
    """With a unit the text of both: 元 or 万元, the form does not say."""
    return plain if is_money(plain) else _decimal(plain)


_NUMBERS: Final[Mapping[Kind, Callable[[str], Value | None]]] = {
    Kind.COUNT: _count,
    Kind.AMOUNT: _amount,
    Kind.CHANGE: _change,
    Kind.MONEY: _money,
}


def _decimal(plain: str) -> Value | None:
    if match := _DECIMAL.fullmatch(plain):
        digits = match[1] + match[2].replace(",", "")
        return Decimal(digits) if "." in digits else _whole(digits)
    return None


def _sum(plain: str) -> Value | None:
    if _SUM.fullmatch(plain) and len(plain) < 400:
        return sum(int(term) for term in re.findall("[+-]?[0-9]+", plain.replace(" ", "")))
    return None


def _whole(digits: str) -> Value | None:
    """The integer, unless it is too long to be one (Python refuses to read some thousands of digits)."""
    return int(digits) if len(digits) <= 40 else None


def _moment(raw: str, plain: str, kind: Kind) -> Value:
    match = _MOMENT.fullmatch(plain)
    if match is None or (kind is Kind.DATE and match[4]):
        return raw
    year, month, day, hour, minute, second = (int(part or 0) for part in match.groups())
    try:
        return datetime(year, month, day, hour, minute, second) if match[4] else date(year, month, day)
    except ValueError:  # 31 April
        return raw
