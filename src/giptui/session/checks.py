"""The checks of an open report: by which settings, beside which other; what they found, until something changes."""

from __future__ import annotations

from collections.abc import Collection

from giptui import store
from giptui.check import RULES, USUAL, Finding, Policy, Waived, check, standing, understood
from giptui.report import Report, Waiver
from giptui.session.found import Found, found
from giptui.session.last_year import Previous


class Checks:
    """Runs the checks for a session. ``found`` is what they found last, None since something has changed."""

    def __init__(self, policy: Policy, last_years: store.LastYears | None) -> None:
        self.previous = Previous(last_years)
        self.found: Found | None = None
        self._policy = policy

    def look(self, name: str, report: Report, unsaved: Collection[str], edited: tuple[str, ...]) -> Found:
        """What no person has judged right in the report, which is the file of that name: as ``giptui check`` finds it.

        ``unsaved`` are the addresses that are not as on disk, ``edited`` the cells changed last, the last one first.
        What does not add up while someone types was not misread by a program: once a number is not the one on disk any
        more, the mistakes are listed one by one instead.
        """
        left = standing(report, self._run(name, report, edited))
        misread = any(finding.rule == "extraction-suspect" for finding in left)
        if misread and not report.form.cells.keys().isdisjoint(unsaved):
            typed = report.by_hand()
            left = standing(typed, self._run(name, typed, edited))
        self.found = found(report, left, edited)
        return self.found

    def waived(self, name: str, report: Report, edited: tuple[str, ...]) -> list[tuple[Finding, Waiver]]:
        """The findings that a person has judged right, and by which of the report's waivers."""
        waived = Waived(report)
        return [(each, waiver) for each in self._run(name, report, edited) if (waiver := waived.of(each))]

    def _run(self, name: str, report: Report, edited: tuple[str, ...]) -> tuple[Finding, ...]:
        return check(report, previous=self.previous.of(name, report), policy=self._policy, edited=edited)


def policy_for(name: str) -> Policy:
    """What the office has decided; what in its settings file has no effect, `giptui check` reports."""
    file = store.settings_file(name)
    if file is None or file.objection:
        return USUAL
    _, content = store.load_settings(file.name)
    return understood(content, [rule.name for rule in RULES])[0]
