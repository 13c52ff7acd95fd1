"""Whether a section's table is there as a whole. Used by the rules on structure and on single cells."""

from __future__ import annotations

from giptui.form import Table
from giptui.report import UNREAD, Report


def is_absent(report: Report, table: Table) -> bool:
    """Whether not one row of the table stands in the report; rows full of blanks do stand there."""
    return not any(cell.address in report.values for cell in table.cells())


def is_unread(report: Report, table: Table) -> bool:
    """Whether the report was imported and nothing of the table could be read, as from a picture."""
    return report.imported and all(report[cell.address] == UNREAD for cell in table.cells())
