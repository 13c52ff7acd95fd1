"""What stands in the tables: whether one is there as a whole, and the count in a single cell."""

from __future__ import annotations

from giptui.form import Table
from giptui.report import UNREAD, Report, is_count


def is_absent(report: Report, table: Table) -> bool:
    """Whether not one row of the table stands in the report; rows full of blanks do stand there."""
    return not any(cell.address in report.values for cell in table.cells())


def is_unread(report: Report, table: Table) -> bool:
    """Whether the report was imported and nothing of the table could be read, as from a picture."""
    return report.imported and all(report[cell.address] == UNREAD for cell in table.cells())


def count(report: Report, address: str) -> int | None:
    """The count in a cell; None if it is blank or holds none, or this form has no such cell."""
    value = report[address]
    return value if isinstance(value, int) and is_count(value) else None
