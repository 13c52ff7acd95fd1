"""A report with changes put into it, as it will be read when it is saved."""

from __future__ import annotations

from collections.abc import Mapping

from giptui.report import BLANK, UNREAD, Problem, Report, Value


def with_changes(saved: Report, report: Report, changes: Mapping[str, Value]) -> Report:
    """The report with the changes; ``saved`` is as it stands on disk.

    A blank where the file has nothing is nothing: a table that is not there is missing again after undo. A problem of
    the file is gone when what it kept from being read is there.
    """
    values = {**report.values, **changes}
    for address, value in changes.items():
        if value == BLANK and address not in saved.values:
            del values[address]
    problems = tuple(problem for problem in saved.problems if _is_left(problem, values))
    return saved.replaced(values=values, problems=problems, waivers=report.waivers)


def _is_left(problem: Problem, values: Mapping[str, Value]) -> bool:
    """Whether what the problem kept from being read is still not there: unread cells, or a header field or text. Of
    what else there is in the file, an unknown key for one, nothing can be fixed here."""
    if problem.cells:
        return any(values.get(cell) == UNREAD for cell in problem.cells)
    return values.get(problem.address, BLANK) == BLANK
