"""A report's row in a picture, worked out from the table of its third section."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from giptui.form import Form
from giptui.form.model import Line
from giptui.report import BLANK, NOT_APPLICABLE, Report, is_count, side

_TABLE: Final = "applications"
_RECEIVED: Final = "applications.new_received"
_RESULTS: Final = "三、"
_TOTAL: Final = "total_handled"


class Bar(NamedTuple):
    """``received`` counts what came in during the year, ``outcomes`` what was handled, by what came of it, in the order
    of `Chart.outcomes`. None where the report does not say it, or says what is no number.
    """

    label: str
    received: int | None
    outcomes: tuple[int | None, ...]
    is_own: bool = False  # the one among its peers that the picture is about

    @property
    def handled(self) -> int | None:
        """All that was handled; None if a part of it is not known."""
        known = [count for count in self.outcomes if count is not None]
        return sum(known) if len(known) == len(self.outcomes) else None


class Chart(NamedTuple):
    """``outcomes`` are the names of what can come of an application, as the form has them."""

    title: str
    outcomes: tuple[str, ...]
    bars: tuple[Bar, ...]

    @property
    def most(self) -> int:
        """The largest number in it."""
        return max((count for bar in self.bars for count in (bar.received, bar.handled) if count), default=0)


def bar(label: str, report: Report, is_own: bool = False) -> Bar:
    """The report as a bar."""
    outcomes = _outcomes(report.form)
    return Bar(
        label,
        _count(report, report.form.lines[_RECEIVED]),
        tuple(_sum(report, lines) for lines in outcomes.values()),
        is_own,
    )


def names(form: Form) -> tuple[str, ...]:
    """What can come of an application: 予以公开, 部分公开, and so on."""
    return tuple(_outcomes(form))


@lru_cache(maxsize=4)
def _outcomes(form: Form) -> dict[str, list[Line]]:
    """The rows of each outcome by its name; the forms have the same six."""
    found: dict[str, list[Line]] = {}
    for line in form.lines.values():
        path = line.row.path
        if line.table.id == _TABLE and path[0].startswith(_RESULTS) and line.row.id != _TOTAL:
            found.setdefault(re.sub("^（.）|（.*", "", path[1]), []).append(line)
    return found


def _sum(report: Report, lines: Sequence[Line]) -> int | None:
    """The sum over some rows; None if one of them is not known."""
    counts = [count for line in lines if (count := _count(report, line)) is not None]
    return sum(counts) if len(counts) == len(lines) else None


def _count(report: Report, line: Line) -> int | None:
    """The row's total; where that was left blank, the sum of its parts, if any of them is there."""
    *parts, total = line.cells
    value = report[total]
    if isinstance(value, int):
        return value if is_count(value) else None
    if value not in (BLANK, NOT_APPLICABLE) or all(report[part] == BLANK for part in parts):
        return None
    return side(tuple(parts), report.__getitem__)
