"""What became of applications, and whose they were: 予以公开 3 件, 自然人 2 件."""

import re
from collections.abc import Sequence
from typing import Final

from giptui.claims.discourse import Discourse, joined
from giptui.claims.gaps import A_PART, unfilled
from giptui.claims.lexicon import APPLICATIONS
from giptui.claims.metrics import family
from giptui.claims.subject import PUBLISHED, UNNAMED, Said, Subject
from giptui.claims.tokens import Token

_COUNTED: Final = "(?:的|数|为|共|总数)*[0-9０-９]{1,6}[件宗]"
_APPLYING: Final = ("people", "topic", "among", "filler", "and", "each")
_PEOPLE: Final = {
    **dict.fromkeys(("公民", "个人", "群众", "市民", "村民"), "natural_person"),
    **dict.fromkeys(("法人", "单位"), "organizations"),
    "企业": "commercial_enterprise",
}


def outcome(said: Said) -> Subject:
    """予以公开, a reason …; where a reason and its group both stand, the reason."""
    tokens, _, text, context = said
    group = joined(tokens, "outcome")
    inner = [t for t in tokens if t.kind == "outcome" and t.value.startswith(f"{group[-1].value}.")]
    between = text[inner[-1].end : group[-1].start].lstrip("、和及或与以") if inner else ""
    if "等" in between or unfilled(between):
        group, inner = group[-1:], []  # 不掌握等无法提供
    values = {token.value: token for token in (*inner, *group)}
    names = [name for name in values if not any(other.startswith(f"{name}.") for other in values)]
    first, last = min(token.start for token in values.values()), group[-1].end
    if len(group) > 1 and re.match("等(?!共?[0-9０-９])", text[last : last + 3]):
        return Subject(tuple(names), first, last, A_PART)  # 其余 7 件作出不予公开、无法提供等答复
    foreign = _of_else(tokens, names, text[:first], context)
    if foreign:
        return Subject((), first, last, foreign)
    told = context.about.topic == APPLICATIONS or context.listing or any(t.kind in ("topic", "among") for t in tokens)
    plain = text[first:last] == "予以公开" and re.match(_COUNTED, text[last : last + 12])
    if names == ["disclosed"] and not told and not plain:  # 对 12 项信息予以公开
        return Subject(tuple(names), first, last, UNNAMED)
    part = context.listing and context.family in ("applicants", "carried", "disputes")
    return Subject(tuple(names), first, last, A_PART if part else "")


def _of_else(tokens: Sequence[Token], names: Sequence[str], before: str, context: Discourse) -> str:
    """Why an outcome is none of applications."""
    if context.about.topic == "off" and not any(token.kind == "topic" for token in tokens):
        return context.about.reason
    if any(token.kind == "topic" and token.value.startswith("administrative_") for token in tokens):
        return PUBLISHED  # 依法公开行政许可决定 96 项
    last, whole = context.lists.last, context.lists.open.whole
    if names == ["other_processing.misc"] and not (context.listing or (last and last.group == "outcome")):
        return "说的是撤回"  # 促成 3 件申请由申请人撤回; 行政复议
    return A_PART if whole and not whole.metric and "申请" not in before else ""  # 印发文件 48 件，其中公开 30 件


def applicant(said: Said) -> Subject:
    """自然人 3 件; skipped where it is not applications received that are divided."""
    tokens, topics, text, context = said
    group = joined(tokens, "applicant")
    metrics = tuple(f"applicants.{token.value}" for token in group)
    first, last = group[0].start, max(group[-1].end, topics[-1].end if topics else 0)
    if len(group) > 1 and text.startswith("等", group[-1].end) and "applicants.natural_person" not in metrics:
        metrics = ("applicants.organizations",)  # 商业企业、法律服务机构等组织
    flows = {family(token.value) for token in tokens if token.kind == "flow"}
    if flows - {"received"} or (context.listing and context.family not in ("", "received", "applicants")):
        return Subject(metrics, first, last, "不是按收到的申请分的")
    if not topics and context.about.topic != APPLICATIONS and (context.about.topic or "申请" not in text[:first]):
        return Subject(metrics, first, last, context.about.reason or UNNAMED)
    return Subject(metrics, first, last)


def received(context: Discourse) -> bool:
    """Whether applicants may follow: a list of what was received is open, or goes on without 其中."""
    last = context.lists.last
    if context.family or last is None or last.skipped or context.about.topic != APPLICATIONS:
        return context.family == "received"
    return last.group in ("received", "applicants")


def applying(tokens: Sequence[Token], text: str) -> Sequence[Token]:
    """公民 12 件、企业 3 件, as parts of what was received: the words, with the people as applicants."""
    named = [token for token in tokens if text[token.start : token.end] in _PEOPLE]
    if len(named) != 1 or any(token.kind not in _APPLYING for token in tokens):
        return ()
    column = _PEOPLE.get(text[named[0].start : named[0].end])
    if not column:
        return ()
    return [token._replace(kind="applicant", value=column) if token is named[0] else token for token in tokens]
