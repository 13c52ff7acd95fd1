"""Dates as published pages print them: 2024-01-23 16:12, 2024 年 1 月 23 日, 二〇二四年一月二十三日.

Called by `metadata` and `signature`. What cannot be read stays the text it is.
"""

import re
from datetime import date, datetime
from typing import Final

from giptui.form import Kind
from giptui.report import Value
from giptui.report.chinese_dates import chinese_date
from giptui.report.halfwidth import halfwidth
from giptui.report.typed import typed

_FIGURES: Final = re.compile(
    r"[0-9]{4} *[-/.年] *[0-9]{1,2} *[-/.月] *[0-9]{1,2} *日?(?:[T ]*[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)?"
)


def dated(text: str, kind: Kind) -> Value:
    """The first date in the text, of the kind DATE or MOMENT; without one the text, stripped."""
    plain = halfwidth(text.strip())
    if match := _FIGURES.search(plain):
        value = typed(
            re.sub("(?<=[日0-9])T?(?=[0-9]{2}:)", " ", match[0]) if ":" in match[0] else match[0], Kind.MOMENT
        )
    else:
        value = chinese_date("".join(plain.split())) or text.strip()
    return value.date() if isinstance(value, datetime) and kind is Kind.DATE else value


def whole_date(text: str) -> date | None:
    """The date that the text is, as a signature has it: with 年 and 月, in figures or characters."""
    plain = "".join(halfwidth(text).split()).removesuffix("。")
    if "年" not in plain or "月" not in plain:
        return None
    if match := _FIGURES.fullmatch(plain.replace("号", "日")):
        value = typed(match[0], Kind.DATE)
        return value if isinstance(value, date) else None
    return chinese_date(plain)
