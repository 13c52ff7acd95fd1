"""Why nothing may be concluded from a number that is well bound: another year, another body, one way of applying."""

import re
from collections.abc import Set
from typing import Final, NamedTuple

from giptui.claims.clauses import Segment
from giptui.claims.gaps import narrowed
from giptui.claims.metrics import FEE, family
from giptui.claims.tokens import MONEY, Token

_ONE_WAY: Final = "只说一种申请方式"
_BODY_ENDS: Final = frozenset("局委厅镇乡街办处院所心队司校会区县市")
_BODY: Final = (
    r"[一-鿿]{1,12}?(?:局|委员会|委|厅|镇|乡|街道|办公室|办|处|院|所|中心|大队|公司|学校|管委会|区|县|市)"
    r"(?=共|累计|合计|总计|也|均|已|全年|$)"
)
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
    if "spanning" in segment.kinds:
        return "不只是这一年"
    if group in ("received", "handled") and _one_way(segment, start):
        return _ONE_WAY
    year = _another_year(known, text, segment, start, years) if group != "carried" else ""
    return year or _another_body(known, text[segment.start : start])


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
