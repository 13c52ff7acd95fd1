"""Rules → findings. A check is a pure function of a report; it reads nothing and prints nothing."""

from __future__ import annotations

from collections.abc import Iterable

from giptui.check.finding import Change, Finding, Severity
from giptui.check.relations import relation
from giptui.check.rule import Check, Rule
from giptui.check.rules import RULES
from giptui.report import Report


def check(report: Report, rules: Iterable[Rule] = RULES) -> tuple[Finding, ...]:
    """The findings of these rules, in the order of the rules. Rules that share a function share its one run."""
    passes: dict[Check, set[str]] = {}
    for rule in rules:
        passes.setdefault(rule.check, set()).add(rule.name)
    return tuple(finding for run, names in passes.items() for finding in run(report) if finding.rule in names)


__all__ = ["RULES", "Change", "Finding", "Rule", "Severity", "check", "relation"]
