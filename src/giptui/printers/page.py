"""How a single value is spelled on the page: always one line, without control characters. And how wide the page is."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from giptui.display.visible import one_line
from giptui.report import Value, show

DRAFT: Final = "草案"
"""What a page says that is not final."""

WIDTH: Final = 80
"""Display cells: tables keep to it where their numbers allow, the signature ends in the last of them."""


def inline(value: Value) -> str:
    """The value as it stands in the report; a newline that someone put into it shows as its picture."""
    return one_line(show(value))


def moment(value: Value) -> str:
    """``2024年01月23日 16:12:21``, or without the time of day where none is known. Other values as they are."""
    if isinstance(value, datetime):
        return f"{moment(value.date())} {value:%H:%M:%S}"
    return f"{value.year:04}年{value.month:02}月{value.day:02}日" if isinstance(value, date) else inline(value)


def day(value: Value) -> str:
    """``2024年1月23日``, as a signature has it. Other values as they are."""
    return f"{value.year}年{value.month}月{value.day}日" if isinstance(value, date) else inline(value)
