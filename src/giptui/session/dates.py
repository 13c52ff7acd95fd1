"""Dates as people type them, beyond what `report.typed` reads everywhere: 今天, 20240123, 二〇二四年一月二十三日."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Final

from giptui.form import Kind
from giptui.report import Value
from giptui.report.chinese_dates import chinese_date
from giptui.report.halfwidth import halfwidth
from giptui.report.typed import typed

DATES: Final = (Kind.DATE, Kind.MOMENT)

_DAYS: Final = {"今天": 0, "今日": 0, "昨天": -1, "昨日": -1, "前天": -2, "明天": 1, "明日": 1, "后天": 2}
_WEEKDAYS: Final = "一二三四五六日"
_RUN_TOGETHER: Final = re.compile("([0-9]{4})([0-9]{2})([0-9]{2})")
_APART: Final = re.compile("([0-9]{4})[ 。、,，．]+([0-9]{1,2})[ 。、,，．]+([0-9]{1,2})[日号。．]?")


def date_typed(text: str, kind: Kind, today: Callable[[], date] = date.today) -> Value:
    """The date that someone means; what cannot be read so stays the text it is. No year is ever supplied."""
    value = typed(text, kind)
    if not isinstance(value, str):
        return value
    plain = halfwidth(text.strip()).removesuffix(".")
    if plain in _DAYS:
        return today() + timedelta(days=_DAYS[plain])
    if (day := chinese_date(text.strip())) is not None:
        return day
    if match := (_RUN_TOGETHER.fullmatch(plain) or _APART.fullmatch(plain)):
        return _day(match.groups(), value)
    with_day = typed(plain.replace("号", "日"), kind)
    return value if isinstance(with_day, str) else with_day


def date_in_words(value: date) -> str:
    """A date as one reads it back: ``2024年1月23日（星期二）``, with the time if there is one."""
    time = f" {value:%H:%M:%S}" if isinstance(value, datetime) else ""
    return f"{value.year}年{value.month}月{value.day}日{time}（星期{_WEEKDAYS[value.weekday()]}）"


def _day(parts: tuple[str | None, ...], otherwise: str) -> Value:
    try:
        year, month, day = (int(part or 0) for part in parts)
        return date(year, month, day)
    except ValueError:
        return otherwise
