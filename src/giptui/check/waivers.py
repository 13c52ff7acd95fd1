"""Which findings a person has judged right. Used by the commands, the editor and the rule `waiver-stale`; pure.

A waiver covers a finding if it names a rule of it, one of its cells at least, and no cell that has nothing to do with
it, all with the values that they have now. A merged finding goes by each of its sums, and its cells are those of their
sums too: whichever of them the person wrote down, it is the same mistake. Once one of these values changes, the waiver
covers nothing, and the finding is back.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from giptui.check.finding import Finding
from giptui.form import Kind
from giptui.report import Report, Value, Waiver, prose, same

STALE: Final = "waiver-stale"
"""The rule about waivers themselves; it cannot be waived."""


def waiver_of(report: Report, finding: Finding) -> Waiver | None:
    """The waiver in the report that covers the finding; None if it stands."""
    if finding.rule == STALE:  # there may be as many of these as there are waivers
        return None
    return next((waiver for waiver in report.waivers if covers(waiver, finding, report)), None)


def standing(report: Report, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings that no waiver covers."""
    return tuple(finding for finding in findings if waiver_of(report, finding) is None)


def covers(waiver: Waiver, finding: Finding, report: Report) -> bool:
    """Whether that is what the person has judged right."""
    if waiver.rule == STALE or waiver.rule not in finding.rules:
        return False
    own = waiver.cells.keys() & set(finding.cells)
    if not own:
        return False
    about = {cell for verdict in finding.verdicts for cell in verdict.identity.cells}.union(own)
    return waiver.cells.keys() <= about and not changed(waiver, report)


def changed(waiver: Waiver, report: Report) -> tuple[str, ...]:
    """The waiver's cells that have another value now."""
    return tuple(cell for cell, value in waiver.cells.items() if not same(_plain(report, cell, value), report[cell]))


def _plain(report: Report, address: str, value: Value) -> Value:
    """The value as the report would hold it: a text without blank lines."""
    return prose(str(value)) if report.form.kinds.get(address) is Kind.PROSE else value
