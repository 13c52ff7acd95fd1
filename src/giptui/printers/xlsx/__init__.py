"""The report as a workbook: its page with all prose, its three tables as on paper, and the sums that they must keep.

The tables are the official ones (`cells`). A total that agrees with its parts is a SUM over them, so that the sheet
goes on adding up when somebody corrects a number; one that contradicts them stays the number it is, red, with a note.
Every cell of the form has a name, its address with ``_`` for ``.``, by which formulas and programs find it. Called by
the commands; by XlsxWriter.
"""

from __future__ import annotations

from datetime import date, datetime, time
from io import BytesIO
from typing import Final

from giptui.display.visible import one_line
from giptui.printers.errors import NotInstalled
from giptui.printers.xlsx import prose, sums, tables
from giptui.printers.xlsx.book import Book
from giptui.report import Report

_EARLIEST: Final = date(1980, 1, 1)
_DATES: Final = ("signed_on", "published_on", "written_at")


def write(report: Report, draft: bool = False) -> bytes:
    """The workbook; the same bytes for the same report. NotInstalled without XlsxWriter."""
    try:
        from xlsxwriter import Workbook
    except ImportError:
        raise NotInstalled("xlsxwriter") from None
    out = BytesIO()
    with Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as workbook:
        workbook.set_properties(
            {
                "title": one_line(report.line("title")),
                "author": one_line(report.line("signature") or report.organ),
                "created": _dated(report),
            }
        )
        book = Book(workbook, report, draft)
        prose.add(book)
        for section in report.form.sections:
            if section.table is not None:
                tables.add(book, section, section.table)
        sums.add(book)
    return out.getvalue()


def _dated(report: Report) -> datetime:
    """The day that the report itself bears, so that the file is the same whenever it is made."""
    dates = (report[f"report.{name}"] for name in _DATES)
    days = [each for each in dates if isinstance(each, date) and each.year >= _EARLIEST.year]
    return datetime.combine(days[0] if days else _after(report.year), time())


def _after(year: int | None) -> date:
    return date(year + 1, 1, 1) if year is not None and _EARLIEST.year <= year < 9999 else _EARLIEST
