"""What is there at all: a table as a whole, the count in a single cell, what section six has to speak of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from giptui.form import Table
from giptui.report import UNREAD, Report, is_count

if TYPE_CHECKING:
    from giptui.check.review import Review

_FEES_SINCE: Final = 2021  # 国办函〔2020〕109号


def is_absent(report: Report, table: Table) -> bool:
    """Whether not one row of the table stands in the report; rows full of blanks do stand there."""
    return not any(cell.address in report.values for cell in table.cells())


def is_unread(report: Report, table: Table) -> bool:
    """Whether the report was imported and nothing of the table could be read, as from a picture."""
    return report.imported and all(report[cell.address] == UNREAD for cell in table.cells())


def asks_for_fees(review: Review) -> bool:
    """Whether section six has to speak of 信息处理费: there is one since 2021."""
    return review.report.form.first_year >= _FEES_SINCE and (review.year or _FEES_SINCE) >= _FEES_SINCE


def count(report: Report, address: str) -> int | None:
    """The count in a cell; None if it is blank or holds none, or this form has no such cell."""
    value = report[address]
    return value if isinstance(value, int) and is_count(value) else None
