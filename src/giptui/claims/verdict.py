"""Claims against the tables: which of the sums that a claim may mean gives its number?

A number contradicts a cell only if neither it, nor its sum with like claims beside it explains the cell. Used by the
rules and by `giptui claims`.
"""

import re
from collections.abc import Sequence
from decimal import Decimal
from enum import Enum
from itertools import product
from typing import NamedTuple

from giptui.claims.claim import Claim
from giptui.claims.metrics import Sum, accepted, family
from giptui.claims.siblings import like
from giptui.report import Report

Number = int | Decimal
Sums = tuple[tuple[Sum, Number | None], ...]
_PART_OF_ROW = "不存在|不属|非本|未制作|已主动公开|已公开|属于主动公开|主动公开范围|撤[回销]"
"""Words for a part of what a row of the form counts: there may be more of it."""


class Standing(Enum):
    """How a claim stands against the tables."""

    AGREES = "agrees"
    DISAGREES = "disagrees"
    UNKNOWN = "unknown"  # no cell for it, or the cells are blank or unread
    SKIPPED = "skipped"


class Comparison(NamedTuple):
    """The claim's standing; each sum that it may mean with its number, None where unknown; the sum that agrees."""

    standing: Standing
    sums: Sums = ()
    agreeing: Sum | None = None
    shares: tuple[Decimal, ...] = ()  # for a share or growth: the percentages that the tables give
    together: Number | None = None  # what agrees, if it is the sum with like claims beside it

    @property
    def agreeing_number(self) -> Number | None:
        """What the sum that agrees adds up to."""
        return next((number for one, number in self.sums if one == self.agreeing), None)


def verdicts(report: Report, claims: Sequence[Claim], previous: Report | None = None) -> list[Comparison]:
    """How each of a report's claims stands."""
    return [compare(report, claim, previous, claims) for claim in claims]


def compare(report: Report, claim: Claim, previous: Report | None = None, beside: Sequence[Claim] = ()) -> Comparison:
    """Hold the claim against this report's tables, growth against last year's too; ``beside`` are all claims."""
    if claim.skipped:
        return Comparison(Standing.SKIPPED)
    valued = ((one, one.value(report)) for one in accepted(report.form, claim.metric))
    sums = tuple((one, number) for one, number in valued if number is not None or not one.loose)
    if claim.kind == "share":
        return _percentages(claim, sums, _shares(report, claim, sums))
    if claim.kind == "growth" and claim.unit == "件":
        return _difference(report, claim, previous, sums)
    if claim.kind == "growth":
        return _percentages(claim, sums, _growths(report, previous, claim, sums))
    if claim.kind == "all":
        return _all(report, claim, sums)
    return _count(report, claim, sums, beside)


def _count(report: Report, claim: Claim, sums: Sums, beside: Sequence[Claim]) -> Comparison:
    wanted = 0 if claim.is_none else claim.value
    if claim.listed.beside and beside:
        together = sum((beside[number].value or 0 for number in claim.listed.beside), 0)
        if family(claim.metric) != "outcome":
            wanted = together
        elif together == accepted(report.form, "handled")[0].value(report):
            return Comparison(Standing.AGREES, sums, sums[0][0])  # 公开 5 件，其他 3 件: all that was handled
    if claim.unit == "元" and claim.metric == "administrative_fees" and wanted is not None:
        wanted = Decimal(wanted) / 10_000  # the form's amounts are in 万元
    # 无行政诉讼 speaks of both kinds of it; only 无结转 can be said of either way.
    meant = sums[:1] if claim.is_none and family(claim.metric) != "carried" else sums
    for one, number in meant:
        if number is not None and number == wanted:
            return Comparison(Standing.AGREES, sums, one)
    if not (sums and all(number is not None for _, number in sums)):
        return Comparison(Standing.UNKNOWN, sums)
    if claim.kind == "count" and beside:
        for together, _ in like(beside, claim):
            if agreeing := next((one for one, number in meant if number == together), None):
                return Comparison(Standing.AGREES, sums, agreeing, together=together)
    less = any(number is not None and wanted is not None and wanted < number for _, number in sums)
    less = less or (claim.metric == "other_processing.misc" and not sums[0][1])  # 撤回: perhaps not counted at all
    if claim.kind == "count" and less and re.search(_PART_OF_ROW, said := claim.frame.outcome) and "不掌握" not in said:
        return Comparison(Standing.UNKNOWN, sums)
    return Comparison(
        Standing.DISAGREES, sums, together=wanted if claim.listed.beside and family(claim.metric) != "outcome" else None
    )


def _difference(report: Report, claim: Claim, previous: Report | None, sums: Sums) -> Comparison:
    """比上年增加 5 件."""
    before = [one.value(previous) for one in accepted(previous.form, claim.metric)] if previous is not None else []
    pairs = [(now, old) for (_, now), old in zip(sums, before, strict=False) if now is not None and old is not None]
    if not pairs or len(pairs) < len(sums):
        return Comparison(Standing.UNKNOWN, sums)
    found = tuple(Decimal(now) - Decimal(old) for now, old in pairs)
    return Comparison(Standing.AGREES if claim.value in found else Standing.DISAGREES, sums, shares=found)


def _all(report: Report, claim: Claim, sums: Sums) -> Comparison:
    """均为自然人: the part is as large as the whole, counted alike; of outcomes, as what was handled at least."""
    wholes = [(one, one.value(report)) for one in accepted(report.form, claim.listed.whole) if not one.loose]
    alike = len(wholes) == len(sums)
    pairs = list(zip(sums, wholes, strict=True)) if alike else list(product(sums, wholes))
    if family(claim.metric) == "disputes":
        pairs = pairs[:1]  # 均为复议后起诉, 均维持: of both kinds of lawsuits
    if family(claim.metric) == "outcome" and family(claim.listed.whole) != "outcome":
        done = [(one, one.value(report)) for one in accepted(report.form, "handled")[:1]]
        pairs = [*product(sums, done), *pairs]
    known = [(part, whole) for part, whole in pairs if part[1] is not None and whole[1]]
    shown = pairs[0] if pairs else ()
    if pairs[:1] != known[:1]:
        return Comparison(Standing.UNKNOWN, shown)
    least = min(
        (number for _, number in wholes if number), default=0
    )  # 收到 2 件，均已公开: not if one is carried over
    agreeing = next((part[0] for part, whole in known if part[1] == whole[1] and (part[1] or 0) >= least), None)
    return Comparison(Standing.AGREES if agreeing else Standing.DISAGREES, shown, agreeing)


def objection(claim: Claim, comparison: Comparison) -> str:
    """What a disagreement is called: none, some (the cells are all 0), share, growth, sum, else the metric's family."""
    if claim.listed.adds:
        return "sum"
    if claim.kind == "all":
        return family(claim.metric)
    if claim.kind != "count":
        return claim.kind
    group = {"decisions": "documents"}.get(family(claim.metric), family(claim.metric))
    return group if any(number for _, number in comparison.sums) else "some"


def whole_of(claim: Claim) -> str:
    """The metric that a share is of, if the text leaves it open: an outcome, of what was handled; and so on."""
    if claim.listed.whole:
        return claim.listed.whole
    group = family(claim.metric)
    if group == "disputes":
        return "+".join(each.partition(".")[0] for each in claim.metric.split("+"))
    return {"outcome": "handled", "applicants": "received", "handled": "worked_on"}.get(group, "")


def _shares(report: Report, claim: Claim, parts: Sums) -> list[Decimal] | None:
    whole = whole_of(claim)
    meant = accepted(report.form, whole) if whole else ()
    if family(whole) == "disputes" and "." not in whole:  # of all, or of those that are concluded
        meant += accepted(report.form, "+".join(f"{each}.concluded" for each in whole.split("+")))
    wholes = [one.value(report) for one in meant if not one.loose]
    return _ratios([number for _, number in parts], wholes)


def _ratios(parts: list[Number | None], wholes: list[Number | None]) -> list[Decimal] | None:
    found = []
    for part, whole in product(parts, wholes):
        if part is None or whole is None:
            return None
        if whole > 0:
            found.append(Decimal(part) * 100 / Decimal(whole))
    return found or None


def _growths(report: Report, previous: Report | None, claim: Claim, sums: Sums) -> list[Decimal] | None:
    if previous is None:
        return None
    before = [one.value(previous) for one in accepted(previous.form, claim.metric)]
    now = [number for _, number in sums]
    if len(before) != len(now):
        return None
    found = []
    for new, old in zip(now, before, strict=True):
        if new is None or old is None:
            return None
        if old > 0:
            found.append((Decimal(new) - Decimal(old)) * 100 / Decimal(old))
    return found or None


def _percentages(claim: Claim, sums: Sums, found: list[Decimal] | None) -> Comparison:
    if found is None or claim.value is None:
        return Comparison(Standing.UNKNOWN, sums)
    stated = Decimal(claim.value)
    places = -int(stated.as_tuple().exponent)
    tolerance = Decimal(5).scaleb(-places - 1) + Decimal("0.05")
    agrees = any(abs(each - stated) <= tolerance for each in found)
    shares = tuple(dict.fromkeys(each.quantize(Decimal("0.01")) for each in found))
    return Comparison(Standing.AGREES if agrees else Standing.DISAGREES, sums, shares=shares)
