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
    from giptui.claims.reader import Reader

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
    reader: Reader | None = None
    for address in report.form.texts:
        text = report.values.get(address)
        if isinstance(text, str) and text:
            reader = _read(report, address, text, reader)
    return tuple(reader.found) if reader else ()


def _read(report: Report, address: str, text: str, reader: Reader | None) -> Reader | None:
    """Read one text; the reader, as soon as there is a sentence for it."""
    opened = False
    for sentence in sentences(text):
        claiming = _may_claim(sentence.text)
        if opened and reader and (sentence.fresh or not claiming):
            reader.forget()
        if not claiming:
            continue
        reader = reader or _reader(report)
        if not opened:
            reader.open(address)
            opened = True
        reader.read(sentence)
        if len(reader.found) > _MOST_CLAIMS or reader.seen > _MOST_TOKENS:
            break
    return reader


@lru_cache(maxsize=512)  # offices share their phrases
def _may_claim(text: str) -> bool:
    if re.search(_COUNTING, text):
        return re.search(_COUNTED, text) is not None
    return not _DENYING.isdisjoint(text) and any(word in text for word in _DENIED)


def _reader(report: Report) -> Reader:
    from giptui.claims.reader import Reader
    from giptui.claims.skipping import Known

    level, _ = level_of(report)
    region = level is None or level.endswith("government") or report.line("scope") == "region"
    return Reader(Known(report.year, report.organ, region))
