"""Which fixes may be made without asking anybody. Pure; called by `giptui check --fix`.

Two kinds are no judgement: a value that only has to be spelled as the file wants it ("3" → 3), and the smallest fix of
broken sums where no other way is open. It may change totals by itself, since a total is nothing but its parts; where it
changes any other count or fills a blank, prose or last year's report must speak for it, and against no fix may either
of them speak. Blanks that no broken sum is about are left to the person.
What was read by a program and reads as nonsense (extraction-suspect) is compared with the original, not fixed.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from giptui.check.finding import Change, Finding
from giptui.form import Form
from giptui.report import BLANK

_SPELLING: Final = ("not-a-count", "wrong-type")


def applicable(form: Form, findings: Iterable[Finding]) -> tuple[Change, ...]:
    """The changes to be made at once; of two findings that would change the same cell only the first is heeded."""
    changes: dict[str, Change] = {}
    for finding in findings:
        if may_be_applied(form, finding) and changes.keys().isdisjoint(change.address for change in finding.fix):
            changes.update((change.address, change) for change in finding.fix)
    return tuple(changes.values())


def may_be_applied(form: Form, finding: Finding) -> bool:
    """Whether the finding has a fix, and it is no judgement."""
    if finding.rule in _SPELLING:
        return bool(finding.fix)
    if finding.rule not in {verdict.identity.rule for verdict in finding.verdicts}:
        return False
    if finding.counter_evidence or finding.alternatives:
        return False
    only_totals = all(is_total(form, each.address) and each.before != BLANK for each in finding.fix)
    return bool(finding.fix) and (bool(finding.evidence) or only_totals)


def is_total(form: Form, address: str) -> bool:
    """Whether the cell is the sum of others."""
    return any(identity.is_sum and address in identity.right for identity in form.identities_at.get(address, ()))
