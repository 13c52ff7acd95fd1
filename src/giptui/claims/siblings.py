"""Like claims beside a claim: what they say together is what the tables are asked first.

“网上答复 6 件，信函答复 3 件” are parts of a whole that nobody names; neither 6 nor 3 contradicts a 9.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from giptui.claims.claim import Claim
from giptui.claims.comparable import slot
from giptui.claims.gaps import A_PART
from giptui.claims.metrics import family

_WAYS = "网|线|信函|信件|邮|当面|现场|窗口|传真|书面|口头|平台|半年|季度|涉及|关于|通过"
"""How applications are divided so that each is counted once."""
_TOTAL = "合计|总计|共(?!同|享)|＝"
_PARTED = ("body", "channel", "matter")


def like(claims: Sequence[Claim], claim: Claim) -> Iterator[tuple[int | Decimal, int]]:
    """What the claim and those like it add up to, and how many they are: in its sentence, then in its text.

    In its sentence a row of its group is like it: “逾期未补正 2 件，其他处理 5 件”.
    """
    for same_sentence in (True, False):
        rows = same_sentence and family(claim.metric) == "outcome"
        beside = [
            other
            for other in claims
            if (other.metric == claim.metric or (rows and other.metric.startswith(f"{claim.metric}.")))
            and other.span.address == claim.span.address
            and (not same_sentence or other.span.sentence == claim.span.sentence)
            and other.kind == "count"
            and other.listed.of == claim.listed.of
            and _counts(other)
        ]
        if len(beside) > 1:
            yield sum((other.value for other in beside if other.value is not None), 0), len(beside)


def parted(claims: Sequence[Claim], claim: Claim) -> bool:
    """Whether another claim of its sentence counts the same, so that none of them need be the whole."""
    return any(
        other is not claim
        and other.metric == claim.metric
        and other.value != claim.value
        and _together(other, claim)
        and other.kind == "count"
        and _counts(other)
        for other in claims
    )


def _together(one: Claim, other: Claim) -> bool:
    """Whether they stand in one sentence."""
    return (one.span.address, one.span.sentence) == (other.span.address, other.span.sentence)


def _counts(claim: Claim) -> bool:
    """Whether it counts towards a whole: it binds, or is skipped for being one body's, one way's, of one matter."""
    return claim.binds or slot(claim.skipped) in _PARTED


def grouped(claims: Sequence[Claim]) -> list[Claim]:
    """The claims, where parts of one kind that follow each other, and whose whole nobody tells, are held together.

    “网上申请 6 件，信函申请 3 件”, “上半年 2 件，下半年 5 件”: each binds, but only their sum is compared.
    """
    found = list(claims)
    for whole, parts in _totals(claims):
        for number in parts:
            found[number] = claims[number]._replace(listed=claims[number].listed._replace(of=whole, closed=True))
    claims = tuple(found)
    for run in _runs(claims):
        first = claims[run[0]]
        wholes = [
            number
            for number, claim in enumerate(claims)
            if claim.binds
            and claim.kind == "count"
            and claim.span.address == first.span.address
            and claim.metric
            and family(claim.metric) == family(first.metric)
        ]
        before = [n for n in wholes if n < run[0] and claims[n].span.sentence == first.span.sentence]
        for number in run:
            claim = claims[number]
            if before:
                listed = claim.listed._replace(of=before[-1])
                found[number] = claim._replace(listed=listed)
            elif not wholes:
                found[number] = claim._replace(skipped="", listed=claim.listed._replace(beside=tuple(run)))
    return found


def _totals(claims: Sequence[Claim]) -> Iterator[tuple[int, list[int]]]:
    """Totals that stand behind their parts: “网络 61 件、信函 17 件，合计 78 件申请”."""
    for index, claim in enumerate(claims):
        if not (claim.binds and claim.kind == "count" and claim.metric and family(claim.metric) == "received"):
            continue
        words, parts = claim.words, []
        if not re.search(_TOTAL, words.text[max(0, words.clause.start - 1) : words.end]):
            continue
        for number in range(index - 1, -1, -1):
            part = claims[number]
            if not (
                _together(part, claim) and part.kind == "count" and part.listed.of is None and _is_part(part, claim)
            ):
                break
            parts.append(number)
        if len(parts) > 1:
            yield index, parts[::-1]


def _is_part(part: Claim, whole: Claim) -> bool:
    """Whether it is one way's, one body's, or of one matter; skipped for it, and counted alike."""
    alike = not part.metric or family(part.metric) == family(whole.metric)
    counts = part.kind == "count" and part.listed.of is None and bool(part.skipped)
    return counts and alike and part.unit == whole.unit and _parted(part)


def _runs(claims: Sequence[Claim]) -> Iterator[list[int]]:
    """Parts of the same kind in a row: of one metric, skipped for the same slot, in sentences next to each other."""
    runs: dict[tuple[str, str, str], list[int]] = {}
    for number, claim in enumerate(claims):
        if not (claim.metric and claim.kind == "count" and claim.listed.of is None):
            continue
        if family(claim.metric) not in ("received", "handled") or not _parted(claim):
            continue
        key = (claim.span.address, family(claim.metric), slot(claim.skipped))
        run = runs.get(key, [])
        if run and claim.span.sentence - claims[run[-1]].span.sentence > 1:
            continue
        runs[key] = [*run, number]
    yield from (run for run in runs.values() if len(run) > 1)


def _parted(claim: Claim) -> bool:
    """Whether it is one way's, one half-year's, one half of a region's."""
    if claim.unit not in ("", "件", "宗"):
        return False
    if slot(claim.skipped) in ("channel", "body"):
        return True
    return claim.skipped.startswith(A_PART) and re.search(_WAYS, claim.skipped) is not None
