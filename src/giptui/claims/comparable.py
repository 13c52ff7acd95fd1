"""Why nothing may be concluded from a number that is well bound: which slot holds what the tables do not know.

Another year, another body, one way of applying; cases of others, papers by attribute. The reason is Chinese; `slot`
tells which slot it is about.
"""

import re
from collections.abc import Set
from typing import Final

from giptui.claims.bodies import other_than_own, own
from giptui.claims.clauses import Clause
from giptui.claims.discourse import CASELOAD, Setting
from giptui.claims.gaps import A_PART, narrowed
from giptui.claims.metrics import FEE, family
from giptui.claims.tokens import MONEY, Token

OTHER_CASES: Final = "说的是别的案件"
ONE_WAY: Final = "只说一种申请方式"
ATTRIBUTE: Final = "说的是文件的公开属性"
_GUIDING: Final = "只说指导、协助别的单位办的"
_MONTH: Final = r"(?<![0-9个])([0-9]{1,2})(?=月|至[0-9]{1,2}月|[—-][0-9]{1,2}月)"
_NAMED: Final = ("非政府信息公开", "非信息公开", "信息公开无关", "处罚案件")
_OF_OTHERS: Final = "(?:复议|诉讼|应诉).{0,30}(?:均|全部)(?:为|系|属于?)(?![^，,]*公开)[^，,]{2,14}类"
_EXCEPT: Final = "只说例外以外的"
_AMONG_ALL: Final = "(?:复议|诉讼)[^，,]{0,12}[0-9]{1,6}[件起宗]?[，,（(]其中(?:涉及?|因|属于)?(?:政府|政务)?信息公开"
_ATTRIBUTES: Final = (
    r"主动公开类?(?:的|文件|信息|公文)?[0-9０-９]{1,6}[件份条]?[，、和及]依申请公开类?|依申请公开事项[0-9０-９]{1,4}项"
    r"|(?<!收到)(?<!受理)(?<!办理)(?<!回应)(?<!答复)(?<!理了)(?:依申请|不予|不)公开类?的?(?:政府)?(?:信息|文件|公文)数?量?"
    r"[0-9０-９]{1,6}条|公开属性|属性(?:认定|为)|(?:制发|制作|印发|产生|形成)(?:公文|政府信息|文件)[^，,]{0,10}[，（(](?:其中)?主动公开"
)
_DECISIONS: Final = ("件", "宗", "起", "项", "万元", "元")
_SECTION_TWO: Final = "行政(许可|处罚|强制|事业性收费)(?:措施)?(?:共|共计|为)?[0-9]{1,7}(?:件|宗|万元)"
"""Three of these side by side are counted as the form does."""
_OF_SOME: Final = "公示|上网|其中|案卷|评查|撤销|变更|注销|备案"
_SPARED: Final = ("减", "免", "降", "退", "缓", "节", "财政", "预算")
"""Words for money that was not taken, or not as a fee."""
_DECIDING: Final = "(?<![场前期时日上])(?:办理|办结|采取|实施)了?(?:各类)?行政(?:许可|处罚|强制)(?!申请|事项)"
_GUIDES: Final = (
    "(?:指导|督促|督导|配合|协助|协办|代(?=[^，,]{1,8}(?:政府|局|委|办)))(?!下|性|意见|和监督|监督)"
    "[^，,]{0,20}?(?:办理|答复|处理|办结|做好)"
)
_NAME: Final = "以([^，,以]{1,12}?)名义"

_SLOTS: Final = (
    (ONE_WAY, "channel"),
    (A_PART, "matter"),
    ("只说其中几个月", "when"),
    ("只说上年", "when"),
    (_EXCEPT, "matter"),
    (CASELOAD, "action"),
    (_GUIDING, "action"),
    (ATTRIBUTE, "object"),
    ("说的是清理", "action"),
    ("公开、清理", "action"),
    ("没有写明是制发", "action"),
    ("没有写明与", "when"),
    ("没有写明", "object"),
    ("不是按收到", "action"),
    ("不只是这一年", "when"),
    ("说的是金额", "object"),
    ("说的是收费标准", "object"),
    ("只核对有没有", "object"),
    ("只说", "body"),
)
"""How a reason begins → the slot that it is about; the first that fits."""


def slot(skipped: str) -> str:
    """The slot that forbids comparing."""
    if re.match("说的是(?: ?[0-9]{4}|去年|上|以|往|前|历|同期|此前)", skipped):
        return "when"
    return next((name for beginning, name in _SLOTS if skipped.startswith(beginning)), "matter")


def reason(
    setting: Setting,
    clause: Clause,
    said: tuple[str, str],
    number: Token | None,
    start: int,
    years: Set[int],
) -> str:
    """Why the claim that starts there is skipped; empty if it binds. ``said`` is its metric and its kind."""
    metric, _ = said
    text, group = setting.text, family(metric)
    year = _another_year(setting, clause, start, years) if group != "carried" else ""
    return (
        _uncounted(setting, clause, (group, *said), number, start)
        or _of_no_year(text, clause, group, number, start)
        or (ONE_WAY if group in ("received", "handled") and _one_way(clause, start) else "")
        or _of_others(setting, text[clause.start : number.start if number else clause.end], group)
        or year
        or ("" if group == "disputes" and "." in metric else other_than_own(setting, text[clause.start : start]))
    )


def _uncounted(setting: Setting, clause: Clause, said: tuple[str, str, str], number: Token | None, start: int) -> str:
    """Amounts, where a number of cases is counted; and decisions, unless the words are the form's own."""
    group, metric, kind = said
    decided = group != "decisions" or kind != "count" or _decided(setting, clause, start, number)
    if number is not None and number.value in MONEY and metric != FEE and not (group == "decisions" and decided):
        return "说的是金额"
    return "" if decided else "只核对有没有，不核对数"


def _of_others(setting: Setting, before: str, group: str) -> str:
    """指导各单位办理, 审理别人的案件, 以县政府名义印发."""
    if group in ("received", "handled", "outcome") and re.search(_GUIDES, before):
        return _GUIDING
    heard = setting.known.region or "司法" in setting.known.organ  # who may decide on disputes of others
    if group == "disputes" and heard and "理因" in before:
        return CASELOAD  # 县政府办理因政府信息公开引发的行政复议
    if group == "documents" and (named := re.search(_NAME, before)):
        return "" if own(named[1], setting.known.organ) else f"只说{named[1]}"
    return ""


def _decided(setting: Setting, clause: Clause, start: int, number: Token | None) -> bool:
    """Whether the words are the form's own: 处理决定数量, 第二十条第（五）项, 收费金额."""
    before = setting.text[: number.start if number else clause.end]
    words = before[clause.start :]
    if "处理决定" in words or "决定数量" in before or "第二十条" in setting.text:
        return True
    if "公开" in words or "公示" in words or number is None or number.value not in _DECISIONS:
        return False
    if len(set(re.findall(_SECTION_TWO, setting.text))) > 2 and not re.search(_OF_SOME, setting.text):
        return True
    if number.value in MONEY:
        done = bool(re.search("决定[0-9]", before)) or any(word in words for word in ("收取", "金额", "总额"))
        done = done and not any(word in words for word in _SPARED)
    else:
        done = "作出" in before or re.search(_DECIDING, before) is not None  # 作出行政许可决定 9 件，行政强制 2 件
        done = done and not re.search(_OF_SOME, before.replace("双公示", ""))
    return done or (number.value != "项" and setting.address.startswith("proactive_disclosure."))


def foreign(text: str) -> str:
    """Why a sentence is about something else as a whole: other lawsuits, how papers are to be disclosed."""
    if any(word in text for word in _NAMED) or ("类" in text and re.search(_OF_OTHERS, text)):
        return OTHER_CASES
    if "其中" in text and re.search(_AMONG_ALL, text):
        return CASELOAD
    if ("公开" in text and ("主动公开" in text or "事项" in text or "条" in text or "属性" in text)) and re.search(
        _ATTRIBUTES, text
    ):
        return ATTRIBUTE
    return ""


def excepted(text: str, clause: Clause) -> str:
    """除 1 件外，其余均…: what follows is about the rest."""
    at = text.find("除", clause.start, clause.end)
    return _EXCEPT if at >= 0 and "外" in text[at : at + 40] and text[at - 1 : at] not in ("解", "免") else ""


def part_year(text: str) -> str:
    """That a stretch of text names months that are not the whole year; empty if it names none, or the whole."""
    months = [int(month) for month in re.findall(_MONTH, text)]
    whole = months == [1, 12] or (months == [12] and any(word in text for word in ("截", "底", "31日")))
    return "" if not months or whole else "只说其中几个月"


def narrows(token: Token, text: str) -> str:
    """The reason that a word gives which narrows a claim down."""
    word = text[token.start : token.end]
    return f"{ONE_WAY}（{word}）" if token.kind == "method" else narrowed(word)


def _of_no_year(text: str, clause: Clause, group: str, number: Token | None, start: int) -> str:
    """近五年来, 按每件 100 元收取; 累计制定, 因机构改革废止."""
    before = text[clause.start : start]
    if "spanning" in clause.kinds:
        return "不只是这一年"
    if group == "documents" and "累计" in before and not clause.kinds & {"this", "year"}:
        return "不只是这一年"
    if group == "fee" and number is not None and "每" in text[clause.start : number.start]:
        return "说的是收费标准"
    return A_PART if group == "documents" and "因" in before else ""


def _one_way(clause: Clause, start: int) -> bool:
    """Whether 网上, 信函 stand before the claim, and not as some of many."""
    if "method" not in clause.kinds or "several" in clause.kinds:
        return False
    return any(token.kind == "method" and token.end <= start for token in clause.tokens)


def _another_year(setting: Setting, clause: Clause, start: int, years: Set[int]) -> str:
    text, year = setting.text, setting.known.year
    if "before" in clause.kinds:
        before = [token for token in clause.tokens if token.kind == "before" and token.start <= start]
        if before and not any(
            word in text[before[-1].end : before[-1].end + 8] for word in ("结转", "转结", "接转", "顺延")
        ):
            return f"说的是{text[before[-1].start : before[-1].end]}"
    if year is None or not years or years == {year}:
        return ""
    if year in years:
        return "不只是这一年"
    return f"说的是 {'、'.join(str(each) for each in sorted(years))} 年"
