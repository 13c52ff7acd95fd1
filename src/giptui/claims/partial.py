"""Why a number that seems to count everything counts some of it, or something else. Called by the reader.

“企业申请 3 件”, “3 件申请涉及商业秘密”, “县政府办公室规范性文件 5 件”: each is a part. And sentences that are about the
rest, or about other cases, as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from giptui.claims.gaps import narrowed, unfilled
from giptui.claims.metrics import family
from giptui.claims.skipping import narrows
from giptui.claims.subjects import CASELOAD

if TYPE_CHECKING:
    from giptui.claims.clauses import Segment
    from giptui.claims.subjects import Subject
    from giptui.claims.tokens import Token

OTHER_CASES: Final = "说的是别的案件"
_NAMED: Final = ("非政府信息公开", "非信息公开", "信息公开无关", "处罚案件")
_EXCEPT: Final = "除[^，,；]{1,40}外，"
_AMONG_ALL: Final = "(?:复议|诉讼)[^，,]{0,12}[0-9]{1,6}[件起宗]?[，,（(]其中(?:涉及?|因|属于)?(?:政府|政务)?信息公开"
_ATTRIBUTES: Final = (
    r"主动公开类?(?:的|文件|信息|公文)?[0-9０-９]{1,6}[件份条]?[，、和及]依申请公开类?|依申请公开事项[0-9０-９]{1,4}项"
)
_ONE_KIND: Final = ("企业", "公民", "个人", "法人")  # of applicants
_ISSUERS: Final = ("政府规范", "办公室", "部门")
_BESIDE: Final = frozenset(
    "and filler people this year each topic flow outcome region several among share".split()  # noqa: SIM905
)
"""Kinds of words that narrow nothing down."""


def foreign(text: str) -> str:
    """Why a sentence is about something else as a whole: other lawsuits, how papers are to be disclosed."""
    if any(word in text for word in _NAMED):
        return OTHER_CASES
    if "外，" in text and re.search(_EXCEPT, text):
        return "只说例外以外的"
    if "其中" in text and re.search(_AMONG_ALL, text):
        return CASELOAD
    if "依申请公开" in text and ("主动公开" in text or "事项" in text) and re.search(_ATTRIBUTES, text):
        return "说的是文件的公开属性"
    return ""


def partly(text: str, segment: Segment, about: Subject, before: Sequence[Token], number: Token) -> str:
    """Why the number is not that of all applications, or documents; empty if it is. ``before`` are its words."""
    group = family(about.metrics[0])
    if group == "documents":
        return _one_issuer(text, before, number)
    if group not in ("received", "handled"):
        return ""
    for token in before:
        if (token.kind == "action" and not token.value) or text[token.start : token.end] in _ONE_KIND:
            return narrows(token, text)  # 审核依申请公开答复 12 件, 企业申请 3 件
    if about.metrics != ("worked_on",) or any(token.kind == "flow" for token in before):
        return ""
    numbers = [segment.tokens[index] for index in segment.numbers]
    begin = max((other.end for other in numbers if other.end <= about.first), default=segment.start)
    end = min((other.start for other in numbers if other.start >= number.end), default=segment.end)
    return _aside(text, segment, begin, about.first) or _aside(text, segment, max(about.last, number.end), end)


def _one_issuer(text: str, before: Sequence[Token], number: Token) -> str:
    """制定县政府规范性文件 3 件: those of one of several issuers."""
    action = next((token for token in before if token.kind == "action"), None)
    issuer = text[action.end : number.start] if action else ""
    told = next((word for word in _ISSUERS if word in issuer), "")
    return narrowed(told) if told else ""


def _aside(text: str, segment: Segment, begin: int, end: int) -> str:
    """What is said there that narrows a bare “申请 N 件” down."""
    at = begin
    for token in segment.tokens:
        if begin <= token.start < end:
            if gap := _told(text[at : token.start]):
                return narrowed(gap)
            if token.kind not in _BESIDE or text.startswith("涉及", token.start):
                return narrows(token, text)
            at = token.end
    gap = _told(text[at:end]) if at < end else ""
    return narrowed(gap) if gap else ""


def _told(gap: str) -> str:
    """What a gap says beside filling and the number of an item: 一是."""
    return unfilled(gap[2:] if gap[1:2] == "是" and gap[0] in "一二三四五六七八九十" else gap)
