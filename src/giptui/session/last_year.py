"""Last year's report beside this one, in words."""

from __future__ import annotations

from decimal import Decimal

from giptui.form import comparable
from giptui.report import BLANK, Report, Value, show


def last_values(report: Report, last: Report) -> dict[str, Value]:
    """Last year's value of each of this year's cells that had one, by this year's address."""
    return {now: last[before] for before, now in comparable(last.form, report.form).items() if last[before] != BLANK}


def change_in_words(report: Report, last: Report, address: str) -> str:
    """Last year's value of the cell and the difference, ``2022年 8，今年 +4（+50%）``; empty if there is none."""
    before, now = last_values(report, last).get(address), report[address]
    if before is None:
        return ""
    year = f"{last.year}年" if last.year else "上年"
    said = f"{year} {show(before)}"
    if not _is_number(before) or not _is_number(now):
        return said
    change = Decimal(str(now)) - Decimal(str(before))
    if not change:
        return f"{said}，今年相同"
    share = f"（{change / Decimal(str(before)) * 100:+.0f}%）" if before else ""
    return f"{said}，今年 {change:+}{share}"


def last_paragraphs(report: Report, last: Report, address: str) -> tuple[str, ...]:
    """The paragraphs that stood at the place of a text last year."""
    return last.paragraphs(address) if address in last.form.texts else ()


def _is_number(value: Value) -> bool:
    return isinstance(value, int | Decimal) and not isinstance(value, bool)
