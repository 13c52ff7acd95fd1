"""“未收到…申请”, “行政复议：无”: what there was none of. Called by the reader.

Between 未 and what it denies only words may stand that narrow nothing down: “未收到网上申请” leaves room for others.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from giptui.claims.binding import subject
from giptui.claims.clauses import Clause
from giptui.claims.discourse import About, Discourse, Setting
from giptui.claims.emission import Draft
from giptui.claims.gaps import narrowed, unfilled
from giptui.claims.lexicon import APPLICATIONS
from giptui.claims.metrics import DOCUMENTS
from giptui.claims.objects import UNDECIDED
from giptui.claims.subject import PUBLISHED, Subject
from giptui.claims.tokens import Token

_NAMING: Final = frozenset(("topic", "flow", "outcome", "result", "applicant", "action", "off"))
_NARROWING: Final = frozenset(("plain", "method", "caseload", "off"))
_JOINED: Final = ("、", "和", "及", "以及", "或", "与", "等")
_OF_WHOM: Final = frozenset(("applicant", "method", "and", "each"))
_YEARS: Final = ("before", "year", "this")
_ALL_SAID: Final = 6  # characters: “无”, “未发生” is all that a section says
_ONE_KIND: Final = ("企业", "法人", "单位", "个人")  # 无企业申请: of people there may be some
_CAUSING: Final = ("引发", "引起", "产生", "导致")


def denials(setting: Setting, discourse: Discourse, clause: Clause) -> Sequence[Draft]:
    """What a clause with 未, 无, 没有 says."""
    text = setting.text
    if len(clause.tokens) == 1 and setting.address == "disputes.text" and len(text) <= _ALL_SAID:
        return [Draft(Subject((each,), 0, len(text)), None, "none") for each in ("reconsideration", "litigation")]
    return _drafts(text, clause, discourse.about, discourse.year)


@lru_cache(maxsize=256)  # what offices have none of, they say in the same words
def _drafts(text: str, clause: Clause, about_before: About, year: int | None) -> Sequence[Draft]:
    context = Discourse(about_before, year=year)  # no list is gone on with
    words: Sequence[Token] = clause.tokens
    stops = [index for index, token in enumerate(words) if token.kind in ("none", "number")]
    drafts: list[Draft] = []
    for order, index in enumerate(stops):
        none = words[index]
        if none.kind == "number":
            continue
        until = stops[order + 1] if order + 1 < len(stops) else len(words)
        after = words[index + 1 : until]
        end = words[until].start if until < len(words) else clause.end
        if index and words[index - 1].kind == "none":
            continue  # 没有未答复的申请
        if after and after[0].kind == "and" and after[0].start == none.end:
            continue  # 不存在或不掌握 3 件
        if until < len(words) and after and after[-1].end == words[until].start and after[-1].kind == "flow":
            continue  # 未受理2件
        if index and after and after[0].value == "carried" and words[index - 1].kind in _YEARS:
            after = [words[index - 1], *after]  # 上年无结转
        if index == stops[0] and after and {token.kind for token in words[:index]} <= _OF_WHOM:
            after = [*words[:index], *after]  # 科研机构、社会公益组织无申请; 网络渠道未收到申请
        about, first = _denied(text, context, after, none.end, end), none.start
        last = about.last if about else none.end
        if about is None and index and index == stops[0] and not unfilled(text[none.end : end]):
            before = words[:index]
            first, last = before[0].start, none.end
            about = _denied(text, context, before, first, none.start)  # 行政复议、行政诉讼均未发生
        if about:
            drafts += [Draft(Subject((each,), first, last, about.skipped), None, "none") for each in about.metrics]
    return drafts


def _denied(text: str, context: Discourse, words: Sequence[Token], first: int, end: int) -> Subject | None:
    """What the words name of which there was none, each metric for itself; ``end`` is where the clause does."""
    last = -1
    for index, token in enumerate(words):
        if token.kind == "qualifier":
            return None  # 无败诉案件
        if token.kind in _NAMING:
            last = index
    if last < 0:
        return None
    tail = unfilled(text[words[last].end : end])  # 没有因政府信息公开申请收取费用
    tail = "" if tail.startswith(_JOINED) else tail
    if words[last].kind == "off":  # 复议、诉讼、举报和投诉; not 依申请公开引发的投诉
        caused = last and any(word in text[words[0].start : words[last].start] for word in _CAUSING)
        if caused and not any(token.kind == "and" for token in words[:last]):
            return None
        last = max((index for index in range(last) if words[index].kind == "topic"), default=last)
    named = [
        token._replace(kind="filler") if token.kind == "off" and after.kind == "and" else token  # 举报、复议、诉讼
        for token, after in zip(words[: last + 1], [*words[1:], words[last]], strict=False)
    ]
    about = subject([t for t in named if t.kind != "people"], text, context, 0)
    if about is None:
        return None
    if about.skipped == PUBLISHED and words[0].kind == "topic" and "公" not in text[: words[0].start]:
        about = about._replace(skipped="")  # 无行政许可、行政强制事项
    if about.skipped == UNDECIDED:  # 无行政规范性文件
        names = [token.value for token in named if token.value in DOCUMENTS]
        about = about._replace(metrics=tuple(f"{name}.issued" for name in names), skipped="")
    one_kind = next((text[t.start : t.end] for t in named if text[t.start : t.end] in _ONE_KIND), "")
    skipped = about.skipped or _narrowed(text, named, first)
    if not skipped and (one_kind or tail):
        skipped = narrowed(one_kind or tail)
    metrics = [_flow(metric, named) for metric in about.metrics]
    if _for_themselves(named) and "received" not in metrics:
        metrics.insert(0, "received")
    return Subject(tuple(metrics), first, named[-1].end, skipped)


def _flow(metric: str, words: Sequence[Token]) -> str:
    """无政府信息公开申请 is that none was received; 未新收 that none was new."""
    if metric not in ("worked_on", "new_received"):
        return metric
    return "new_received" if any(token.value == "new_received" for token in words) else "received"


def _for_themselves(words: Sequence[Token]) -> bool:
    """Whether applications stand in a list with something else: 申请、行政复议; not 申请引起的行政复议."""
    others = any(token.kind == "topic" and token.value != APPLICATIONS for token in words)
    return others and any(
        token.value == APPLICATIONS and index + 1 < len(words) and words[index + 1].kind == "and"
        for index, token in enumerate(words)
    )


def _narrowed(text: str, words: Sequence[Token], first: int) -> str:
    at = first
    every_way = any(token.kind == "several" for token in words)  # 信函、传真等任何形式的申请
    for token in words:
        if token.kind in _NARROWING and not (every_way and token.kind == "method"):
            return narrowed(text[token.start : token.end])
        if gap := unfilled(text[at : token.start]):
            return narrowed(gap)
        at = max(at, token.end)
    return ""
