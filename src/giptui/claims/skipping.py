"""Why nothing may be concluded from a number that is well bound: another year, another body, one way of applying."""

import re
from collections.abc import Set
from typing import Final, NamedTuple

from giptui.claims.clauses import Segment
from giptui.claims.gaps import A_PART, narrowed
from giptui.claims.metrics import FEE, family
from giptui.claims.tokens import MONEY, Token

_ONE_WAY: Final = "只说一种申请方式"
_BODY_ENDS: Final = frozenset("局委厅镇乡街办处院所心队司校会区县市")
_BODY: Final = (
    r"[一-鿿]{1,12}?(?:局|委员会|委|厅|镇|乡|街道|部门|办公室|办|处|院|所|中心|大队|公司|学校|管委会|区|县|市)"
    r"(?=共|累计|合计|总计|也|均|已|全年|牵头|负责|主办|$)"
)
_COUNTED: Final = frozenset(("topic", "flow", "outcome", "result", "applicant", "action", "number", "caseload", "off"))
_MONTH: Final = r"(?<![0-9个])([0-9]{1,2})(?=月|至[0-9]{1,2}月|[—-][0-9]{1,2}月)"
_OWN: Final = "我本全各该"


class Known(NamedTuple):
    """What the report says of itself."""

    year: int | None
    organ: str
    region: bool  # whether 全市 and the like are what it is about


def reason(
    known: Known,
    text: str,
    segment: Segment,
    said: tuple[str, str],
    number: Token | None,
    start: int,
    years: Set[int],
) -> str:
    """Why the claim that starts there is skipped; empty if it binds. ``said`` is its metric and its kind."""
    metric, kind = said
    group = family(metric) if metric else ""
    if number is not None and number.value in MONEY and metric != FEE:
        return "说的是金额"
    if group == "decisions" and kind != "none":
        return "只核对有没有，不核对数"
    if why := _of_no_year(text, segment, group, number, start):
        return why
    if group in ("received", "handled") and _one_way(segment, start):
        return _ONE_WAY
    year = _another_year(known, text, segment, start, years) if group != "carried" else ""
    return year or _another_body(known, text[segment.start : start])


def another_body(known: Known, text: str, segment: Segment) -> str:
    """Whose numbers those of a segment are, and of what follows it in the sentence, if not the body's own."""
    first = next((token.start for token in segment.tokens if token.kind in _COUNTED), segment.start)
    return _another_body(known, text[segment.start : first])


def part_year(text: str) -> str:
    """That a stretch of text names months that are not the whole year; empty if it names none, or the whole."""
    months = [int(month) for month in re.findall(_MONTH, text)]
    whole = months == [1, 12] or (months == [12] and any(word in text for word in ("截", "底", "31日")))
    return "" if not months or whole else "只说其中几个月"


def _of_no_year(text: str, segment: Segment, group: str, number: Token | None, start: int) -> str:
    """近五年来, 按每件 100 元收取; 累计制定, 因机构改革废止."""
    before = text[segment.start : start]
    if "spanning" in segment.kinds:
        return "不只是这一年"
    if group == "fee" and number is not None and "每" in text[segment.start : number.start]:
        return "说的是收费标准"
    if group == "documents" and "累计" in before and not segment.kinds & {"this", "year"}:
        return "不只是这一年"
    return A_PART if group == "documents" and "因" in before else ""


def _one_way(segment: Segment, start: int) -> bool:
    """Whether 网上, 信函 stand before the claim, and not as some of many."""
    if "method" not in segment.kinds or "several" in segment.kinds:
        return False
    return any(token.kind == "method" and token.end <= start for token in segment.tokens)


def narrows(token: Token, text: str) -> str:
    """The reason that a word gives which narrows a claim down."""
    return narrowed(text[token.start : token.end])


def _another_year(known: Known, text: str, segment: Segment, start: int, years: Set[int]) -> str:
    if "before" in segment.kinds:
        before = [token for token in segment.tokens if token.kind == "before" and token.start <= start]
        if before and not any(
            word in text[before[-1].end : before[-1].end + 8] for word in ("结转", "转结", "接转", "顺延")
        ):
            return f"说的是{text[before[-1].start : before[-1].end]}"
    if known.year is None or not years or years == {known.year}:
        return ""
    if known.year in years:
        return "不只是这一年"
    return f"说的是 {'、'.join(str(year) for year in sorted(years))} 年"


def _another_body(known: Known, prefix: str) -> str:
    """“市公安局受理…”: a body that is neither this one nor all of them."""
    if len(prefix) < 2 or _BODY_ENDS.isdisjoint(prefix):
        return ""
    organ = known.organ.replace("人民政府", "政府")
    for match in re.finditer(_BODY, prefix[-40:]):
        name = match[0].replace("人民政府", "政府")
        if not any(mark in name for mark in _OWN) and name not in organ and not (organ and organ in name):
            return f"只说{match[0]}"
    return ""
