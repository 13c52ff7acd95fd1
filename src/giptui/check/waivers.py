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


class Waived:
    """The waivers of a report that are in force, by what they are about: there may be many, and many findings."""

    def __init__(self, report: Report) -> None:
        self._about: dict[tuple[str, str], list[tuple[int, Waiver]]] = {}
        for number, waiver in enumerate(report.waivers):
            if waiver.rule != STALE and not outdated_cells(waiver, report):
                for cell in waiver.cells:
                    self._about.setdefault((waiver.rule, cell), []).append((number, waiver))

    def of(self, finding: Finding) -> Waiver | None:
        """The first waiver that covers the finding; None if it stands."""
        if finding.rule == STALE or not self._about:
            return None
        near = {
            number: waiver
            for rule in finding.rules
            for cell in finding.cells
            for number, waiver in self._about.get((rule, cell), ())
        }
        return next((near[number] for number in sorted(near) if _is_about(near[number], finding)), None)


def standing(report: Report, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings that no waiver covers."""
    if not report.waivers:
        return tuple(findings)
    waived = Waived(report)
    return tuple(finding for finding in findings if waived.of(finding) is None)


def covers(waiver: Waiver, finding: Finding, report: Report) -> bool:
    """Whether that is what the person has judged right."""
    return waiver.rule != STALE and _is_about(waiver, finding) and not outdated_cells(waiver, report)


def _is_about(waiver: Waiver, finding: Finding) -> bool:
    if waiver.rule not in finding.rules:
        return False
    own = waiver.cells.keys() & set(finding.cells)
    if not own:
        return False
    about = {cell for verdict in finding.verdicts for cell in verdict.identity.cells}.union(own)
    return waiver.cells.keys() <= about


def outdated_cells(waiver: Waiver, report: Report) -> tuple[str, ...]:
    """The waiver's cells that have another value now."""
    return tuple(cell for cell, value in waiver.cells.items() if not same(_plain(report, cell, value), report[cell]))


def _plain(report: Report, address: str, value: Value) -> Value:
    """The value as the report would hold it: a text without blank lines."""
    return prose(str(value)) if report.form.kinds.get(address) is Kind.PROSE else value
