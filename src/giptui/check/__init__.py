"""Rules → findings. A check is a pure function of a report; it reads nothing and prints nothing.

What only some callers need stands in modules of its own, which they import: `fixes` which fixes may be made unasked,
`relations` a broken sum in words, `year_on_year` what last year's report says of this year's.
"""

from __future__ import annotations

from collections.abc import Iterable

from giptui.check.finding import Change, Finding, Severity, Span
from giptui.check.policy import USUAL, Policy, understood
from giptui.check.review import Review
from giptui.check.rule import Check, Rule
from giptui.check.rules import RULES
from giptui.check.waivers import Waived, covers, standing
from giptui.report import Report


def check(
    report: Report, rules: Iterable[Rule] = RULES, previous: Report | None = None, policy: Policy = USUAL
) -> tuple[Finding, ...]:
    """The findings of these rules, in the order of the rules; ``previous`` is the same organ's report of last year,
    ``policy`` what the office has decided about them.

    Rules that share a function share its one run; what it finds belongs to each rule that it is about, and bears the
    name of the first that is among them. Findings that a person has waived are among them: see `giptui.check.waivers`.
    """
    review = Review(report, previous, policy)
    wanted = tuple(rules)
    passes: dict[Check, set[str]] = {}
    for rule in wanted:
        passes.setdefault(rule.check, set()).add(rule.name)
    made = [finding for run, names in passes.items() for finding in run(review) if finding.rules & names]
    names = tuple(rule.name for rule in wanted)
    found = [settled for finding in made if (settled := policy.applied(finding, names))] if made else made
    if len(found) > 1 and any(finding.verdicts and finding.fix for finding in found):
        from giptui.check.causes import attached  # what follows from a broken sum is part of its finding

        found = attached(review, found, wanted)
    return tuple(found)


__all__ = [
    "RULES",
    "USUAL",
    "Change",
    "Finding",
    "Policy",
    "Review",
    "Rule",
    "Severity",
    "Span",
    "Waived",
    "check",
    "covers",
    "standing",
    "understood",
]
