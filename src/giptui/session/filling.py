"""A table that is still being filled: what remains to be entered is said instead of an error."""

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
        if missing := _remaining(report, judge(identity, report.__getitem__)):
            total = report.form.cells[identity.right[0]]
            if identity.rule == "balance":
                return f"{total.column.label}：还有 {missing} 件未填办理结果"
            along = total.column if identity.rule == "column-sum" else total.row
            return f"{along.label}：总计 {report[total.address]}，还有 {missing} 件未填"
    return ""


def _relations(report: Report, address: str) -> Iterator[Identity]:
    """The identities of the cell, and the balances of the totals above it."""
    at = report.form.identities_at
    yield from at.get(address, ())
    for identity in at.get(address, ()):
        if identity.is_sum:
            yield from (above for above in at.get(identity.right[0], ()) if above.rule == "balance")


def _remaining(report: Report, verdict: Verdict) -> int:
    """How much the blank cells of the identity must still bring; 0 if none are blank or none is missing."""
    identity, left, right = verdict.identity, verdict.left, verdict.right
    if left is None or right is None or verdict.state is State.HOLDS:
        return 0
    if identity.is_sum:
        return max(right - left, 0) if verdict.state is State.OPEN else 0
    awaited = verdict.state is State.OPEN or any(
        report[part] == BLANK
        for total in identity.right
        for below in report.form.identities_at[total]
        if below.rule == "column-sum" and below.right == (total,)
        for part in below.left
    )
    return max(left - right, 0) if awaited else 0
