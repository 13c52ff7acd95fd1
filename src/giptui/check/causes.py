"""One cause, one finding: what putting a sum right would settle as well is part of the finding about the sum.

Called at the end of a check. Only where the fix of a broken sum touches cells that another finding is about, the rule
of that finding is run again on the report with the fix applied; if it then has nothing to say of those cells, the
finding is dropped and its rule's title is added to the message of the sum. What a person has judged right stands for
itself: it neither hides another finding nor is hidden. Not loaded for a clean report.
"""

from __future__ import annotations

from collections.abc import Sequence

from giptui.check import words
from giptui.check.finding import Finding
from giptui.check.review import Review
from giptui.check.rule import Rule
from giptui.check.waivers import standing


def attached(review: Review, findings: Sequence[Finding], rules: Sequence[Rule]) -> list[Finding]:
    """The findings without those that follow from another."""
    left = [*findings]
    waived = {*findings}.difference(standing(review.report, findings)) if review.report.waivers else set()
    causes = [finding for finding in findings if finding.verdicts and finding.fix and finding not in waived]
    for cause in causes:
        if effects := _effects(review, cause, [each for each in left if each not in waived], rules):
            titles = {rule.name: rule.title for rule in rules}
            named = "、".join(f"“{titles[name]}”" for name in dict.fromkeys(finding.rule for finding in effects))
            also = f"；改正后，{named}一条也随之解决"
            whole = cause._replace(message=words.clipped(cause.message, words.LONGEST - len(also)) + also)
            left = [whole if finding is cause else finding for finding in left if finding not in effects]
    return left


def _effects(review: Review, cause: Finding, findings: Sequence[Finding], rules: Sequence[Rule]) -> list[Finding]:
    """The findings that are gone once the fix of another is applied."""
    changed = {change.address for change in cause.fix}
    suspects = [finding for finding in findings if not finding.verdicts and not changed.isdisjoint(finding.cells)]
    if not suspects:
        return []
    after = review.with_values({change.address: change.after for change in cause.fix})
    names = {finding.rule for finding in suspects}
    runs = dict.fromkeys(rule.check for rule in rules if rule.name in names)
    left = [finding for run in runs for finding in run(after)]
    return [finding for finding in suspects if not any(_is_about(finding, other) for other in left)]


def _is_about(finding: Finding, other: Finding) -> bool:
    """Whether the other says the same of some of the same cells."""
    return finding.rule == other.rule and not {*finding.cells}.isdisjoint(other.cells)
