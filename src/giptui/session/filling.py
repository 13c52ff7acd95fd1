"""A table that is still being filled: what remains to be entered is shown instead of an error."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

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
            return f"{total.column.label}：{_lacking(report, verdict, missing)}"
        if missing:
            along = total.column if identity.rule == "column-sum" else total.row
            return f"{along.label}：总计 {report[total.address]}，还有 {missing} 件未填"
        if verdict.state is State.BROKEN:  # an error, whatever remains elsewhere
            return ""
    return ""


def _lacking(report: Report, verdict: Verdict, missing: int) -> str:
    """What a balance still lacks, by the name of what is blank; where that is one cell, what it should be."""
    identity = verdict.identity
    short = identity.right if (verdict.left or 0) > (verdict.right or 0) else identity.left
    blank = [cell for cell in short if _is_open(report, cell)]
    if len(blank) == 1 and report[blank[0]] == BLANK and not _parts(report, blank[0]):
        return f"{report.form.cells[blank[0]].row.label}未填，应为 {missing}"
    return f"还有 {missing} 件未填{'或'.join(_NAMES.get(report.form.cells[cell].row.id, '') for cell in blank)}"


_NAMES: Final = {
    "new_received": "新收",
    "carried_in": "上年结转",
    "total_handled": "办理结果",
    "carried_out": "结转下年度",
}


def _is_open(report: Report, cell: str) -> bool:
    """Whether the cell is blank, or a total that only sums up what has been entered so far."""
    return any(report[each] == BLANK for each in (cell, *_parts(report, cell)))


def _parts(report: Report, cell: str) -> list[str]:
    sums = (each for each in report.form.identities_at.get(cell, ()) if each.right == (cell,))
    return [part for each in sums for part in each.left]


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
    if identity.is_sum:
        awaited = any(report[cell] == BLANK for cell in short)
    else:
        awaited = any(_is_open(report, cell) for cell in short)
    return abs(left - right) if awaited and (left < right or not identity.is_sum) else 0
