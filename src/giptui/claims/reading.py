"""Prose → claims.

Most sentences count nothing. The reader, and the words it knows, are loaded for the first that does.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from giptui.claims.claim import Claim
from giptui.claims.sentences import sentences
from giptui.report import Report, level_of

if TYPE_CHECKING:
    from giptui.claims.discourse import Discourse, Known

# Most sentences are done after one or two of these.
_COUNTING: Final = r"[0-9０-９](?![0-9０-９年月日号])|[零〇一二两三四五六七八九十百](?:件|宗|起|例|份|项|条)"
_COUNTED: Final = (
    "申请|复议|诉讼|起诉|规章|文件|费|许可|处理|处罚|强制|结转|转结|顺延|答复|办|(?<!政务)(?<!信息)公开|提供|不予|维持|纠正|审结|自然人|法人|秘密"
    "|废止|有效|受理|收|信(?!息)|信息(?:不存在|报送)|建议|提案|咨询|三安全|第三方|事务|过程|案|查询|掌握|现成|不明确|重复|出版|缴|补正"
)
_DENYING: Final = frozenset("未没无零")
_DENIED: Final = (
    *("申请", "复议", "诉讼", "规章", "规范性文件", "处理费", "行政许可", "行政处罚", "行政强制", "事业性收费"),
    *("结转", "不予", "无法提供", "部分公开"),
)

# Nobody writes that much of it; a text that does is no report, and is read so far.
_MOST_CLAIMS: Final = 1000
_MOST_TOKENS: Final = 20_000


def claims(report: Report) -> tuple[Claim, ...]:
    """The claims of all the report's texts, in printed order; those that are skipped among them, with the reason."""
    found: list[Claim] = []
    for address in report.form.texts:
        text = report.values.get(address)
        if isinstance(text, str) and text:
            _read(report, address, text, found)
    return tuple(found)


def _read(report: Report, address: str, text: str, found: list[Claim]) -> None:
    """Add one text's claims to those found; the reader is loaded as soon as there is a sentence for it."""
    discourse: Discourse | None = None
    seen = 0
    for number, sentence in enumerate(sentences(text)):
        claiming = may_claim(sentence.text)
        if not claiming:
            discourse = discourse if sentence.heading else None
        if not (claiming or sentence.heading):
            continue
        from giptui.claims.comparable import part_year
        from giptui.claims.discourse import Setting, begun
        from giptui.claims.reader import read

        known = _known(report)
        if discourse is None or sentence.fresh:
            discourse = begun(address, known.year, len(found))
        by_month = "月" in sentence.text and bool(part_year(sentence.text))
        setting = Setting(known, address, sentence, number, by_month)
        discourse, made, tokens = read(setting, discourse)
        found.extend(made)
        seen += tokens
        if len(found) > _MOST_CLAIMS or seen > _MOST_TOKENS:
            break


@lru_cache(maxsize=512)  # offices share their phrases
def may_claim(text: str) -> bool:
    if re.search(_COUNTING, text):
        return re.search(_COUNTED, text) is not None
    return not _DENYING.isdisjoint(text) and any(word in text for word in _DENIED)


def _known(report: Report) -> Known:
    from giptui.claims.discourse import Known

    level, _ = level_of(report)
    region = level is None or level.endswith("government") or report.line("scope") == "region"
    return Known(report.year, report.organ, region)
