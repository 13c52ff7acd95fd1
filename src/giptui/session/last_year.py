"""Last year's report beside this one: which that is, and what it says, in words."""

from __future__ import annotations

from decimal import Decimal

from giptui.form import comparable
from giptui.report import BLANK, Report, Value, show
from giptui.store import LastYears, Unreadable


class Previous:
    """Last year's report, sought anew when the organ or the year of this one changes."""

    def __init__(self, last_years: LastYears | None) -> None:
        self._last_years = last_years
        self._sought: tuple[str, int | None] | None = None  # the organ and year that it was sought for
        self._report: Report | None = None

    def of(self, name: str, report: Report) -> Report | None:
        """The report of the year before this one, which is the file of that name; None if there is none."""
        asked = report.organ, report.year
        if self._last_years is not None and asked != self._sought:
            self._sought = asked
            try:
                self._report = self._last_years.of(name, report).report
            except (Unreadable, OSError):  # not last year's report of this organ any more; the folder is gone
                self._report = None
        return self._report

    def forget(self) -> None:
        """Seek again: the file stands elsewhere now."""
        self._sought = None


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
