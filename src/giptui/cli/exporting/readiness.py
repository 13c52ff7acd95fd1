"""What keeps a report from leaving the house: errors that `giptui check` finds, and cells that were not read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple, TypeAlias

from giptui.check import RULES, Policy, Severity, Waived
from giptui.cli.check.outcome import check_report
from giptui.report import UNREAD, Report

_UNREAD: Final = "cell-unread"
"""The rule whose findings the cells themselves are counted for."""


Policies: TypeAlias = Callable[[str], Policy]
"""The settings that hold for a file."""


class Readiness(NamedTuple):
    """How many errors stand, settings and waivers considered, and how many cells are “?”; ``kind`` is what was looked
    for, in words."""

    errors: int = 0
    unread: int = 0
    kind: str = "个错误"

    @property
    def is_ready(self) -> bool:
        return not (self.errors or self.unread)

    @property
    def words(self) -> str:
        """``2 个错误，1 格没有读出``."""
        parts = ((self.errors, f"{self.errors} {self.kind}"), (self.unread, f"{self.unread} 格没有读出（“?”）"))
        return "，".join(words for count, words in parts if count)


def readiness(name: str, report: Report, policy: Policy) -> Readiness:
    """Check the report as `giptui check` does, beside last year's where that is found."""
    found = check_report(name, report, RULES, policy, None).findings
    waived = Waived(report)
    errors = [each for each in found if each.severity is Severity.ERROR and each.rule != _UNREAD]
    return Readiness(sum(not waived.of(each) for each in errors), unread_cells(report))


def unread_cells(report: Report) -> int:
    return [*map(report.values.get, report.form.cells)].count(UNREAD)
