"""Why a number that seems to count everything counts some of it: “企业申请 3 件”, “3 件申请涉及商业秘密”."""

from collections.abc import Sequence
from typing import Final

from giptui.claims.bodies import own
from giptui.claims.clauses import Clause
from giptui.claims.comparable import narrows
from giptui.claims.discourse import Setting
from giptui.claims.gaps import narrowed, unfilled
from giptui.claims.metrics import family
from giptui.claims.subject import Subject
from giptui.claims.tokens import Token

_ONE_KIND: Final = ("企业", "公民", "个人", "法人")  # of applicants
_ISSUERS: Final = ("政府规范", "办公室", "部门行政", "部门规范")
_BESIDE: Final = frozenset(
    "and filler people this year each topic flow outcome region several among share rate".split()  # noqa: SIM905
)
"""Kinds of words that narrow nothing down."""


def partly(setting: Setting, clause: Clause, about: Subject, before: Sequence[Token], number: Token) -> str:
    """Why the number is not that of all applications, or documents; empty if it is. ``before`` are its words."""
    group, text = family(about.metrics[0]), setting.text
    if group == "documents":
        return _one_issuer(text, before, number)
    if group not in ("received", "handled"):
        return ""
    for token in before:
        if (token.kind == "action" and not token.value) or text[token.start : token.end] in _ONE_KIND:
            return narrows(token, text)  # 审核依申请公开答复 12 件, 企业申请 3 件
    if about.metrics != ("worked_on",) or any(token.kind == "flow" for token in before):
        return ""
    numbers = [clause.tokens[index] for index in clause.numbers]
    begin = max((other.end for other in numbers if other.end <= about.first), default=clause.start)
    end = min((other.start for other in numbers if other.start >= number.end), default=clause.end)
    return _aside(setting, clause, begin, about.first) or _aside(setting, clause, max(about.last, number.end), end)


def _one_issuer(text: str, before: Sequence[Token], number: Token) -> str:
    """制定县政府规范性文件 3 件: those of one of several issuers."""
    action = next((token for token in before if token.kind == "action"), None)
    issuer = text[action.end : number.start] if action else ""
    told = next((word for word in _ISSUERS if word in issuer), "")
    return narrowed(told) if told else ""


def _aside(setting: Setting, clause: Clause, begin: int, end: int) -> str:
    """What is said there that narrows a bare “申请 N 件” down."""
    at, text = begin, setting.text
    organ = setting.known.organ
    for token in clause.tokens:
        if begin <= token.start < end:
            if gap := _told(text[at : token.start], organ):
                return narrowed(gap)
            if token.kind not in _BESIDE or text.startswith("涉及", token.start):
                return narrows(token, text)
            at = token.end
    gap = _told(text[at:end], organ) if at < end else ""
    return narrowed(gap) if gap else ""


def _told(gap: str, organ: str) -> str:
    """What a gap says beside filling, the organ's own name and the number of an item: 一是."""
    if len(gap) > 1 and own(gap.rstrip("共有的"), organ):
        return ""
    return unfilled(gap[2:] if gap[1:2] == "是" and gap[0] in "一二三四五六七八九十" else gap)
