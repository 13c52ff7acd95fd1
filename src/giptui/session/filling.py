"""A table that is still being filled: what remains to be entered is shown instead of an error."""

from __future__ import annotations

from collections.abc import Iterator

from giptui.check import Finding
from giptui.form import Identity
from giptui.report import BLANK, Report, State, Verdict, judge


def is_being_filled(report: Report, finding: Finding) -> bool:
    """Whether all that the finding says is that something has not been entered yet."""
    return bool(finding.verdicts) and all(_remaining(report, verdict) for verdict in finding.verdicts)


def remainder(report: Report, address: str) -> str:
    """What is still to be entered in the cell's row or column, in the form's words; empty if nothing is known of it."""
    for identity in _relations(report, address):
        verdict = judge(identity, report.__getitem__)
        missing = _remaining(report, verdict)
        total = report.form.cells[identity.right[0]]
        if missing and identity.rule == "balance":
            what = "办理结果" if (verdict.left or 0) > (verdict.right or 0) else "新收或上年结转"
            return f"{total.column.label}：还有 {missing} 件未填{what}"
        if missing:
            along = total.column if identity.rule == "column-sum" else total.row
            return f"{along.label}：总计 {report[total.address]}，还有 {missing} 件未填"
        if verdict.state is State.BROKEN:  # an error, whatever remains elsewhere
            return ""
    return ""


def _relations(report: Report, address: str) -> Iterator[Identity]:
    """The identities of the cell, and the balances of the totals above it."""
    at = report.form.identities_at
    yield from at.get(address, ())
    for identity in at.get(address, ()):
        if identity.is_sum:
            yield from (above for above in at.get(identity.right[0], ()) if above.rule == "balance")


def _remaining(report: Report, verdict: Verdict) -> int:
    """How much the blank cells of the identity must still bring; 0 if none are blank or none is missing.

    A total that only sums up what has been entered so far is as good as blank.
    """
    identity, left, right = verdict.identity, verdict.left, verdict.right
    if left is None or right is None or verdict.state is State.HOLDS:
        return 0
    short = identity.right if left > right else identity.left
    sums = (
        [] if identity.is_sum else [s for cell in short for s in report.form.identities_at[cell] if s.right == (cell,)]
    )
    awaited = any(report[cell] == BLANK for cell in (*short, *(part for each in sums for part in each.left)))
    return abs(left - right) if awaited and (left < right or not identity.is_sum) else 0
