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
from giptui.claims.subject import UNNAMED

_WAYS = "本级|[省市县区]直|各|部门|街道|网|线|信函|信件|邮|当面|现场|窗口|传真|书面|口头|平台|半年|季度|涉及|关于|通过"
_MATTERS = "内容|领域|事项|类别"
"""How applications are divided so that each is counted once."""
_TOTAL = "合计|总计|共(?!同|享)|全年|＝"
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
    both = {each.listed.of for each in claims if each.metric == "partially_disclosed" and each.listed.of is not None}
    for number, claim in enumerate(claims):
        if number in both and claim.metric == "disclosed":  # 公开类 9 件（予以公开 6 件、部分公开 3 件）
            found[number] = claim._replace(metric="disclosed+partially_disclosed")
        elif claim.listed.of in both and claim.metric == claims[claim.listed.of or 0].metric == "disclosed":
            found[number] = claim._replace(skipped="")
        if claim.skipped == UNNAMED and _has_outcomes(claims, number):
            found[number] = claim._replace(skipped="")
        if claim.metric == "other_processing" and claim.kind != "share" and "outcome" not in claim.words.clause.kinds:
            found[number] = claim._replace(listed=claim.listed._replace(beside=_with_the_rest(claims, number)))
    claims = tuple(found)
    for run in _runs(claims):
        first, last = claims[run[0]].span, claims[run[-1]].span
        group = family(claims[run[0]].metric)
        wholes = [n for n, each in enumerate(claims) if each.address == first.address and _is_whole(each, group)]
        near = [n for n in wholes if n < run[0] and claims[n].span.sentence >= first.sentence - 1][-1:]
        near += [n for n in wholes if n > run[-1] and claims[n].span.sentence <= last.sentence + 1]
        for number in run:
            claim = claims[number]
            if near:
                found[number] = claim._replace(listed=claim.listed._replace(of=near[0]))
            elif not wholes and not re.search(_MATTERS, claim.skipped):
                found[number] = claim._replace(skipped="", listed=claim.listed._replace(beside=tuple(run)))
    return found


def _is_whole(claim: Claim, group: str) -> bool:
    return claim.binds and claim.kind == "count" and family(claim.metric) == group


def _has_outcomes(claims: Sequence[Claim], whole: int) -> bool:
    """“办结 9 件，其中予以公开 6 件、不予公开 3 件”: applications, though it does not say so."""
    parts = [claim for claim in claims if claim.listed.of == whole and claim.binds]
    return len({part.metric for part in parts if family(part.metric) == "outcome"}) > 1


def _with_the_rest(claims: Sequence[Claim], rest: int) -> tuple[int, ...]:
    """其他 N 件, and the outcomes before it, which it completes."""
    run = [rest]
    for number in range(rest - 1, -1, -1):
        claim, after = claims[number], claims[run[-1]]
        near = claim.address == after.address and after.span.sentence - claim.span.sentence <= 1
        if not (near and claim.binds and claim.kind == "count" and family(claim.metric) == "outcome"):
            break
        run.append(number)
    names = [claims[number].metric for number in run]
    return tuple(n for n in run if claims[n].metric.rpartition(".")[0] not in names)


def _totals(claims: Sequence[Claim]) -> Iterator[tuple[int, list[int]]]:
    """Totals that stand behind their parts: “网络 61 件、信函 17 件，合计 78 件申请”."""
    for index, claim in enumerate(claims):
        words = claim.words
        total = _is_whole(claim, "received") and re.search(
            _TOTAL, words.text[max(0, words.clause.start - 1) : words.end]
        )
        parts: list[int] = []
        while total and index > len(parts) and _is_part(claims[index - len(parts) - 1], claim):
            parts.insert(0, index - len(parts) - 1)
        if len(parts) > 1:
            yield index, parts


def _is_part(part: Claim, whole: Claim) -> bool:
    """Whether it is one way's, one body's, or of one matter, in the whole's sentence; skipped for it, counted alike."""
    alike = family(part.metric) in ("", family(whole.metric)) and part.unit == whole.unit
    free = part.kind == "count" and part.listed.of is None and bool(part.skipped)
    return free and alike and _together(part, whole) and _parted(part)


def _runs(claims: Sequence[Claim]) -> Iterator[list[int]]:
    """Parts of the same kind in a row: of one metric, skipped for the same slot, in sentences next to each other."""
    runs: dict[tuple[str, str, str], list[int]] = {}
    for number, claim in enumerate(claims):
        if claim.kind != "count" or claim.listed.of is not None or not _parted(claim):
            continue
        if family(claim.metric) not in ("received", "handled"):
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
    return claim.skipped.startswith(A_PART) and re.search(f"{_WAYS}|{_MATTERS}", claim.skipped) is not None
