"""What last year's report says of this year's: which cells it determines, and whether the two can be compared at all.

Used by the rules across years, as evidence by the smallest repair, and by the editor's advice.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from giptui.check.presence import count
from giptui.check.review import Review
from giptui.form import Cell, Form, carried, comparable
from giptui.report import Report, same_organ, scope_of


class Roll(NamedTuple):
    """The cells of a row whose stock rolls on from year to year: last + issued − repealed = this."""

    issued: str
    repealed: str
    in_force: str


def expected_from_last_year(review: Review) -> Mapping[str, int]:
    """This year's 二 with the numbers that last year's 四 supports, column by column.

    Nothing without last year's report, or where organ or scope are not the same any more.
    """
    last = review.previous
    return {} if last is None or what_changed(review.report, last) else carried_over(review.report, last)


def what_changed(report: Report, last: Report) -> str:
    """What has changed between the years so that numbers need not agree; empty if nothing has. What is not filled in
    is no change."""
    if report.organ and last.organ and not same_organ(report.organ, last.organ):
        return "机关名称"
    return "" if scope_of(report) == scope_of(last) else "统计范围"


def carried_over(report: Report, last: Report) -> dict[str, int]:
    """This year's 二 as it follows from last year's 四, where that is a number."""
    pairs = carried(last.form, report.form).items()
    return {now: number for before, now in pairs if (number := count(last, before)) is not None}


def rolls(old: Form, new: Form) -> list[Roll]:
    """The rows with a stock, where both forms have them."""
    rows = [address.rpartition(".")[0] for address in shared_cells(old, new) if address.endswith(".in_force")]
    return [Roll(f"{row}.issued", f"{row}.repealed", f"{row}.in_force") for row in rows]


def rolled(report: Report, last: Report, roll: Roll) -> int | None:
    """The stock as it follows from last year's; None if one of the numbers is not known, or it would be negative."""
    before, issued, repealed = count(last, roll.in_force), count(report, roll.issued), count(report, roll.repealed)
    if before is None or issued is None or repealed is None or before + issued < repealed:
        return None
    return before + issued - repealed


@lru_cache(maxsize=8)
def shared_cells(old: Form, new: Form) -> Mapping[str, Cell]:
    """The cells that can be compared, by their address in both forms."""
    return {now: new.cells[now] for now in comparable(old, new).values()}
