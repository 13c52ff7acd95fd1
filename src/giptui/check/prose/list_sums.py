"""Lists of prose whose parts do not add up to their whole. Loaded where there is a list."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import accumulate
from typing import Final

from giptui.claims import Claim
from giptui.claims.comparable import slot
from giptui.claims.metrics import accepted, family
from giptui.report import Report

_COUNTED: Final = ("received", "handled")
_FLOWS: Final = {"new_received", "carried_in"}
_LEVELS: Final = (
    "(?:本级|政府)[^0-9]*[0-9]+件[^0-9]*(?:部门|[省市县区]直)[^0-9]*[0-9]+件[^0-9]*(?:乡镇|镇街|街道)[^0-9]*[0-9]+件"
)
"""The government, its departments and its townships are all the bodies that there are."""
_OVERLAPPING: Final = "多[项个类](?:内容|事项|领域|问题)|同时涉及|重复(?:计|统计)|交叉"

_REST: Final = r"(?:[，,、；;\s以及和]|[（(]?占?[^，,；;0-9]{0,6}[0-9.]{1,6}[%％][）)]?)*(?:其[他它余]|剩余)"
"""What is left: behind the part before it, and that part's share."""


def lists(report: Report, claims: Sequence[Claim]) -> Iterator[tuple[Claim, list[Claim]]]:
    """The wholes with their parts, apart by what divides them: by ways, by applicants, else."""
    found: dict[tuple[int, str], list[Claim]] = {}
    before, division = None, ""
    for claim in claims:
        if claim.part_of is None or claim.kind not in ("count", "none"):
            continue
        same = before is not None and (before.part_of, before.address) == (claim.part_of, claim.address)
        if not (same and before and _is_rest(str(report[claim.address])[before.end : claim.end])):
            ways = claims[claim.part_of].metric and _of_one_way(claim)
            division = "way" if ways else _division(claim)
        found.setdefault((claim.part_of, division), []).append(claim)
        before = claim
    for (whole, _), parts in found.items():
        yield claims[whole], parts


def _division(part: Claim) -> str:
    """By what the part divides its whole: lawsuits by their line, or by their result."""
    group = family(part.metric)
    return f"{group} {'.' in part.metric}" if group == "disputes" else group * (group == "applicants")


def amiss(report: Report, whole: Claim, parts: Sequence[Claim]) -> Sequence[int | Decimal]:
    """The parts' numbers if they are wrong: a closed list must add up, another must not add up to more."""
    units = ("", whole.unit, *(("件", "宗") if whole.metric else ()))
    alike = [part for part in parts if part.unit in units or part.metric]
    numbers = [part.value or 0 for part in alike]
    total = sum(numbers)
    if whole.kind != "count" or whole.value is None or len(alike) < 2 or total == whole.value:
        return ()
    if (len(alike) < len(parts) and total < whole.value) or not _comparable(alike):
        return ()  # 22 件 among 条: they may belong to it, or not
    text = str(report[whole.address])
    above, rest = family(whole.metric), _is_rest(text[alike[-2].end : alike[-1].end])
    kinds = {family(part.metric) for part in (alike[:-1] if rest else alike)}
    ways = above in _COUNTED and kinds <= {above, ""} and not any(part.binds for part in alike)
    bracketed = all(part.closed for part in alike) and not re.search("[）)]", text[alike[0].end : alike[-1].start])
    if bracketed and len(kinds) > 1:
        kinds -= {""}  # 其他 3 件（申请人撤回 2 件、移送 1 件）
    flows = above == "received" and {part.metric for part in alike} == _FLOWS
    of_received = kinds == {"applicants"} and above == "handled"  # 办结 64 件…。从申请主体看，自然人 58 件…
    if of_received or (not (ways or flows) and (len(kinds) > 1 or kinds & {*_COUNTED, "carried"})):
        return ()  # otherwise what applications are divided by: 网上, 当面; 征地, 社保
    named = flows or bracketed or (ways and (_all_ways(alike) or re.search(_LEVELS, text[whole.end : alike[-1].end])))
    behind = text[alike[-1].end :]
    some = "主要" in text[whole.end : alike[-1].start] or behind.lstrip("，,；;）) \n").startswith(("等", "其余", "另"))
    on = re.match(rf"[；;][^，,。；;0-9]+[0-9]+{whole.unit}", behind) and not whole.metric
    closed = (rest and not on) or (named and not some)  # 其他文件 3 条；工作报告 2 条
    received = [one.value(report) for one in accepted(report.form, "received")]
    if not flows and (above == "received" or ways) and total in received:
        return ()  # 收到 50 件，上年结转 3 件，其中自然人 40 件、企业 13 件
    twice = whole.value in [*accumulate(numbers)][1:-2]  # 甲 10 件、乙 8 件，丙 12 件、丁 6 件
    unread = total < whole.value and re.search(f"[0-9]{whole.unit or '件'}", text[whole.end : alike[0].start])
    if twice or unread or re.search(_OVERLAPPING, whole.words.text):
        return ()
    if "outcome" in kinds and whole.metric in ("received", "new_received") and (alike[-1].metric or not rest):
        closed = False  # some may not be handled yet
    unknown = "" in kinds and not ways and not flows and (len(alike) < 3 or whole.metric)  # may overlap
    return () if not closed and (total < whole.value or unknown or above == "carried") else numbers


def _of_one_way(claim: Claim) -> bool:
    return slot(claim.skipped) == "channel" or "季度" in claim.skipped or "半年" in claim.skipped


def _all_ways(parts: Sequence[Claim]) -> bool:
    """Whether they are all the ways, halves or quarters that there are."""
    quarters = "季度" in parts[0].skipped
    return (
        all(_of_one_way(part) for part in parts) and "主要" not in parts[0].clause and (not quarters or len(parts) == 4)
    )


def _is_rest(words: str) -> bool:
    """Whether a list's last item is what is left: “其他类 6 条”."""
    return re.match(_REST, words) is not None


def _comparable(parts: Sequence[Claim]) -> bool:
    """Whether no number is rough, and none is a part of another: 不予公开, and a reason for it."""
    names = {part.metric for part in parts if part.metric}
    return not any(part.skipped == "约数" or part.metric.rpartition(".")[0] in names for part in parts)
