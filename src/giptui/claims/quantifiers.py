"""Words without numbers: “均为自然人”, “全部予以公开”, “全部维持”, “尚未审结” → claims that all of it is so.

They speak of what was counted just before, in the same sentence; nothing else may stand in the clause.
"""

from collections.abc import Sequence
from typing import Final

from giptui.claims.clauses import Clause
from giptui.claims.discourse import Discourse, Earlier, Setting, joined
from giptui.claims.emission import Draft
from giptui.claims.gaps import unfilled
from giptui.claims.metrics import family
from giptui.claims.outcomes import applying, received
from giptui.claims.subject import Subject
from giptui.claims.tokens import Token

_KINDS: Final = ("applicant", "outcome", "result", "topic")
_ALL: Final = ("均", "全部", "全都", "都", "皆", "一律", "悉数")
_BARE: Final = frozenset("each this filler and none people topic among caseload".split())  # noqa: SIM905
_SAYING: Final = tuple(
    "经审查 经核查 经核实 经查询 经检索 经查 审查后 "  # noqa: SIM905
    "依法 依规 所有 系 获 按规定 按照规定 行政复议机关 复议机关 复议机构 复议决定 "
    "结果为 主体 属于 作出 答复 结果 由 来自 已 被".split()
)
_WHO: Final = ("主体为", "主体是", "申请人为", "申请人是", "申请人系")
_WHOLES: Final = {
    "applicants": ("received",),
    "outcome": ("received", "handled", "outcome"),
    "disputes": ("disputes",),
}
"""Of what everything is said to be: the families that the claim before may have."""


def quantified(setting: Setting, discourse: Discourse, clause: Clause) -> Draft | None:
    """What a clause without a number says of all that was counted before it; None if it says no such thing."""
    words: Sequence[Token] = clause.tokens
    kind = next((kind for kind in _KINDS if kind in clause.kinds), "")
    last = _whole(discourse, setting)
    if kind in ("", "topic") and received(discourse) and (people := applying(words, setting.text)):
        words, kind = people, "applicant"
    if not kind or last is None or not set(clause.kinds) <= {*_BARE, kind, "flow"}:
        return None
    group = joined(words, kind)
    others = [token for token in words if token.kind == kind and token not in group]
    if others and all(token.value.startswith(f"{group[0].value}.") for token in others):
        group, others = [*others, group[-1]], []  # 均因信息不存在无法提供
    names = [token.value for token in group if not any(each.value.startswith(f"{token.value}.") for each in group)]
    if others:
        return None
    lead = setting.text[clause.start : group[0].start]
    word = setting.text[group[0].start : group[-1].end]
    every = any(each in lead or word.startswith(each) for each in _ALL) or lead.endswith(_WHO)
    alone = last.value == 1 or (kind == "result" and names == ["pending"])
    if (
        not (alone or every)
        or ("未" in lead and kind != "topic")
        or "不" in lead
        or _tells(setting.text, words, clause)
    ):
        return None
    if kind == "result" and every:
        last = _all_counted(discourse, last)
    if kind == "applicant" and family(last.metric) == "handled":  # 收到 2 件，办结 2 件，均为自然人申请
        last = next((e for e in discourse.lists.addends if e.group == "received" and e.value == last.value), last)
    metrics = _metrics(kind, names, last)
    if not metrics or family(last.metric) not in _WHOLES[family(metrics[0])]:
        return None
    first = words[0].start if words[0].kind in ("each", "filler") else clause.start
    return Draft(Subject(metrics, first, group[-1].end), None, "all", last.metric)


def _whole(discourse: Discourse, setting: Setting) -> Earlier | None:
    """The claim before, if all of it can be spoken of: a number of this sentence that binds and is no part."""
    last = discourse.lists.last
    if last is None or last.sentence != setting.number or last.kind != "count" or last.skipped or not last.metric:
        return None
    whole = discourse.lists.open.whole
    both = whole is not None and last.group == "disputes" and "+" in whole.metric
    if last.metric.startswith("litigation_") or both:
        return last  # 其中未经复议直接起诉 2 件，均维持
    return None if whole is not None and not discourse.lists.outer and whole.number != last.number else last


def _all_counted(discourse: Discourse, last: Earlier) -> Earlier:
    """“行政复议 7 件，行政诉讼 9 件，均获维持”: both, if nothing was said of the first by itself."""
    run = [each for each in discourse.lists.addends if each.number > last.number - 2]
    whole = discourse.lists.open.whole
    if whole is not None and "+" in whole.metric and whole.number == last.number - 2:
        return whole  # 行政争议 3 件，其中行政复议 1 件、行政诉讼 2 件，均维持
    if len(run) == 2 and all(family(each.metric) == "disputes" and "." not in each.metric for each in run):
        return last._replace(metric="+".join(dict.fromkeys(each.metric for each in run)))
    return last


def _metrics(kind: str, names: list[str], last: Earlier) -> tuple[str, ...]:
    if kind == "applicant":
        return tuple(f"applicants.{name}" for name in names)
    if kind == "topic":
        return tuple(names) if last.metric == "litigation" and names[0].startswith("litigation_") else ()
    if kind == "result":
        of = last.metric.split("+")
        return tuple(f"{each}.{name}" for each in of for name in names) if "." not in last.metric else ()
    single = family(last.metric) == "outcome"
    if single and not all(name.startswith(f"{last.metric}.") for name in names):
        return ()
    return tuple(names)


def _tells(text: str, words: Sequence[Token], clause: Clause) -> str:
    """What else the clause says."""
    at, rest = clause.start, ""
    for token in [*words, None]:
        gap = text[at : token.start if token else clause.end]
        for each in (*_ALL, *_SAYING):
            gap = gap.replace(each, "")
        rest = rest or unfilled(gap)
        if token:
            at = max(at, token.end)
    return rest
