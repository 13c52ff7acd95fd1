"""Dates in Chinese characters: 二〇二四年一月二十三日. Called by what reads typed and published dates."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

_DIGITS: Final = dict(zip("〇○零一二三四五六七八九", "000123456789", strict=True))
_DATE: Final = "([〇○零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})[日号]"


def chinese_date(text: str) -> date | None:
    """The date that the text is; None for what is none, or no day of the calendar."""
    match = re.fullmatch(_DATE, text)
    if match is None:
        return None
    try:
        return date(int("".join(_DIGITS[each] for each in match[1])), _number(match[2]), _number(match[3]))
    except ValueError:
        return None


def _number(chinese: str) -> int:
    """一 to 九十九; 0, which is no month and no day, for what is none."""
    tens, ten, ones = chinese.rpartition("十")
    if len(tens) > 1 or len(ones) > 1:
        return 0
    return (int(_DIGITS.get(tens, "1")) * 10 if ten else 0) + int(_DIGITS.get(ones, "0"))
