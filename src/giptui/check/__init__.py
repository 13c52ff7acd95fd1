"""Rules → findings. A check is a pure function of a report; it reads nothing and prints nothing.

What only some callers need stands in modules of its own, which they import: `fixes` which fixes may be made unasked,
`relations` a broken sum in words, `year_on_year` what last year's report says of this year's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from giptui.check.finding import Change, Finding, Severity, Span
from giptui.check.policy import USUAL, Effects, Policy, understood
from giptui.check.review import Review
from giptui.check.rule import Check, Rule
from giptui.check.rules import RULES
from giptui.check.waivers import Waived, covers, standing
from giptui.check.words import LONGEST, clipped
from giptui.report import Report


def check(
    report: Report,
    rules: Iterable[Rule] = RULES,
    previous: Report | None = None,
    policy: Policy = USUAL,
    notice: Callable[[Effects], None] | None = None,
    edited: Sequence[str] = (),
) -> tuple[Finding, ...]:
    """The findings of these rules, in the order of the rules; ``previous`` is the same organ's report of last year,
    ``policy`` what the office has decided about them.

    Rules that share a function share its one run; what it finds belongs to each rule that it is about, and bears the
    name of the first that is among them. Findings that a person has waived are among them: see `giptui.check.waivers`.
    ``notice`` gets what the policy has changed. ``edited`` are the cells just changed, the last first: of several ways
    to put a sum right, those that change them come first.
    """
    review = Review(report, previous, policy, edited)
    wanted = tuple(rules)
    passes: dict[Check, set[str]] = {}
    for rule in wanted:
        passes.setdefault(rule.check, set()).add(rule.name)
    made = [finding for run, names in passes.items() for finding in run(review) if finding.rules & names]
    order = tuple(rule.name for rule in wanted)
    found = [settled for finding in made if (settled := policy.applied(finding, order))] if made else made
    if notice and policy.severities:
        notice(policy.effects(made))
    if sum(finding.rule in ("text-some", "stock-negative", "stock-roll") for finding in found) > 1:
        from giptui.check.causes import gathered  # few reports say the same thing twice

        found = gathered(review, found)
    if len(found) > 1 and any(finding.verdicts and finding.fix for finding in found):
        from giptui.check.causes import attached  # what follows from a broken sum is part of its finding

        found = attached(review, found, wanted)
    return tuple(_short(finding) if len(finding.message) > LONGEST else finding for finding in found)


def _short(finding: Finding) -> Finding:
    """The finding with a message that can be read in a list, whatever stands in the report that it quotes."""
    return finding._replace(message=clipped(finding.message, LONGEST))


__all__ = [
    "RULES",
    "USUAL",
    "Change",
    "Effects",
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
