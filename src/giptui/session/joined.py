"""Prose and tables joined: which claim stands at a place in a text, which cell it is about, and back."""

from __future__ import annotations

from giptui.claims import Claim, claims
from giptui.claims.metrics import accepted
from giptui.report import Report
from giptui.session.found import Place


def claim_at(report: Report, place: Place) -> Claim | None:
    """The claim at that place of a text, or the next one in its text; None if none follows there that names a cell."""
    here = [claim for claim in claims(report) if claim.address == place.address and cell_of(report, claim)]
    return next((claim for claim in here if place.offset < claim.end), None)


def cell_of(report: Report, claim: Claim) -> str:
    """The cell that the claim is about: of the sums it may mean, one that gives its number, else the likeliest."""
    sums = accepted(report.form, claim.metric)
    wanted = 0 if claim.is_none else claim.value
    meant = next((one for one in sums if one.value(report) == wanted), sums[0] if sums else None)
    return meant.plus[0] if meant else ""


def claims_on(report: Report, cell: str) -> list[Claim]:
    """What the prose says of the cell: claims that may mean it alone first, then those in whose sums it is. Where it
    says nothing of it, what it says of the cell's row as a whole."""
    total = f"{cell.rpartition('.')[0]}.total"
    found = [(claim, accepted(report.form, claim.metric)) for claim in claims(report)]
    for address in (cell, total):
        about = [(claim, [one for one in sums if address in one.cells]) for claim, sums in found]
        ranked = sorted(
            (min(len(one.cells) for one in sums), not claim.binds, number)
            for number, (claim, sums) in enumerate(about)
            if sums
        )
        if ranked:
            return [about[number][0] for *_, number in ranked]
    return []


def claim_in_words(report: Report, claim: Claim) -> str:
    """What the claim says and what the tables say, for a person."""
    lines = [f"文字：“{claim.clause.strip('，,、 ')}”"]
    lines += [
        f"  {one.label}：表格里是 {'读不出' if (number := one.value(report)) is None else number}"
        for one in accepted(report.form, claim.metric)
        if not one.loose
    ]
    if claim.skipped:
        lines.append(f"  不与表格比较：{claim.skipped}")
    return "\n".join(lines)
