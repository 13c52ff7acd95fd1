"""What is done with applications: received, answered, carried over; which of them a number is of."""

from collections.abc import Sequence
from typing import Final

from giptui.claims.discourse import joined
from giptui.claims.gaps import A_PART
from giptui.claims.lexicon import APPLICATIONS
from giptui.claims.metrics import family
from giptui.claims.subject import UNNAMED, Said, Subject
from giptui.claims.tokens import Token

_LOOSE: Final = ("办理", "处理", "接受", "新增", "处理完毕", "登记", "收取", "反馈", "结案")
"""So common that the text must name the applications."""
_CERTAIN: Final = tuple(
    "超期 逾期 延期 提前 当场 当日 即时 工作日内 会商后 审核 审查 协助 重新 再次 补正后 补正 征求意见后".split()  # noqa: SIM905
)


def flow(said: Said) -> Subject | None:
    """收到 3 件, 办结 2 件, 结转 1 件."""
    tokens, topics, text, context = said
    flows = [token for token in tokens if token.kind == "flow"]
    named = [
        _carried(tokens, token, text, context.year) if token.value == "carried" else token.value for token in flows
    ]
    used = (flows[-1], *topics)
    first, last = min(token.start for token in used), max(token.end for token in used)
    group = joined(tokens, "flow")
    metrics: tuple[str, ...] = (named[-1],)
    skipped = ""
    if len(group) > 1 and len(flows) == len(group) and len(set(named)) > 1:
        metrics, first = _together(named), group[0].start
        skipped = "" if metrics else "几种数合在一起"
    elif "carried_out" in named or (named[-2:-1] == ["carried_in"] and metrics[0] in ("worked_on", "received")):
        # 结转下年度继续办理, 顺延到下年度答复
        metrics = ("carried_out",) if "carried_out" in named else ("carried_in",)
    elif "carried_in" in named[:-1] and metrics[0] == "handled":
        whole = any(token.kind in ("among", "and") for token in tokens)
        skipped = "" if whole else "只说上年结转的那一部分"
    if (metrics and metrics[0] == "carried_in") or metrics == ("carried_out",):
        years = (token for token in tokens if token.kind in ("before", "year"))
        first = min((token.start for token in years if 0 <= first - token.end <= 6), default=first)
    if metrics[:1] and family(metrics[0]) in ("received", "handled") and text[: flows[-1].start].endswith(_CERTAIN):
        skipped = skipped or A_PART  # 延期答复, 20个工作日内办结
    loose = text[flows[-1].start : flows[-1].end] in _LOOSE and not (metrics and family(metrics[0]) == "carried")
    if loose and not topics and context.about.topic != APPLICATIONS:
        return Subject((), first, last, context.about.reason) if context.about.reason else None
    loose = loose and context.lists.main is None  # 新收 7 件…，全年共办理 8 件
    if not topics and not skipped and (context.about.topic != APPLICATIONS or loose):
        carried = family(metrics[0]) == "carried" and not context.about.topic
        skipped = "" if carried else context.about.reason or UNNAMED
    return Subject(metrics, first, last, skipped)


def _together(named: Sequence[str]) -> tuple[str, ...]:
    """Flows named in one breath: 上年结转和本年新收 add up; 受理、答复 are each the number."""
    kinds = set(named)
    if kinds in ({"carried_in", "new_received"}, {"carried_in", "received"}):
        return ("new_received+carried_in",)
    if kinds <= {"received", "new_received", "worked_on", "handled"}:
        return ("worked_on",)
    return ("carried_in", "carried_out") if kinds == {"carried_in", "carried_out"} else ()


def _carried(tokens: Sequence[Token], carry: Token, text: str, year: int | None) -> str:
    """Which way 结转 goes, by the words next to it: 上年结转, 结转下年, 2022年结转, 结转至2024年."""
    if text[carry.start : carry.end].startswith(("转下", "转次")):
        return "carried_out"
    index = tokens.index(carry)
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if after is not None and after.start - carry.end <= 4:
        if after.kind == "next" or (after.kind == "year" and year is not None and after.number > year):
            return "carried_out"
        if after.kind in ("before", "this", "year"):
            return "carried_in"
    before = tokens[index - 1] if index else None
    if before is not None and carry.start - before.end <= 6:
        if before.kind == "before" or (before.kind == "year" and year is not None and before.number < year):
            return "carried_in"
        if before.kind == "next":
            return "carried_out"
    return "carried"
