"""Sources that are no report, or none that can be trusted: each refused by name, with what to do.

Called by `sections`.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from giptui.readers import refusals
from giptui.readers.document import Refused
from giptui.readers.prose.flow import Line
from giptui.readers.prose.headings import Mark, section_of
from giptui.readers.prose.title import is_title

_TRADITIONAL: Final = frozenset(
    "報導開關於機構條數據處業務實際總體與這為產個們來書證據該據應當對請繳費執權單獨當將務無類點動擴難題審訴訟維結複議級區縣鎮廳質網頁發佈"
)
_FEW_TRADITIONAL: Final = 30  # of thousands of characters: a link to 繁體版, a name from Taiwan
_SHARE: Final = 50  # one in so many
_FEW_SYLLABLES: Final = 12
_SYLLABLE: Final = re.compile(r"[\u4e00-\u9fff][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]{1,6}(?=[\u4e00-\u9fff0-9，。])")
_BETTING: Final = re.compile(r"365bet|bet365|威廉希尔|365(?:体育|服务热线|便民中心|取消提款)", re.IGNORECASE)
_FEW_BETTING: Final = 3
_LEAST_HEADINGS: Final = 2
_MANY: Final = 4  # headings that only a report has
_TWICE: Final = 3  # sections that are there twice: those of prose, where the tables of one report hide the other's


def refuse_none(lines: Sequence[Line], headings: Sequence[Mark], is_titled: bool) -> None:
    """Refused if the lines are no such report. ``is_titled``: something above them is called one."""
    if len(headings) < (_LEAST_HEADINGS if is_titled else _MANY) and not any(line.table for line in lines):
        raise Refused(
            "import-no-report",
            "没有找到年度报告：既没有表格，也没有“一、总体情况”等各部分的标题；如果正文在附件或图片里，请导入附件",
        )


def refuse_spam(lines: Sequence[Line]) -> None:
    """Refused if the text was disguised: put into traditional characters, or mixed with its pronunciation."""
    text = "".join(line.text for line in lines)
    if text.isascii():
        return
    traditional = sum(map(text.count, _TRADITIONAL & set(text)))
    syllables = sum(1 for _ in _SYLLABLE.finditer(text))
    if traditional > max(_FEW_TRADITIONAL, len(text) // _SHARE):
        sign = "文字是繁体字"
    elif syllables > max(_FEW_SYLLABLES, len(text) // _SHARE):
        sign = "文字里夹着拼音"
    elif len(_BETTING.findall(text)) >= _FEW_BETTING:
        sign = "文字里夹着博彩网站的名称"
    else:
        return
    raise Refused("import-spam", f"{sign}，像是改写过的镜像网页，不能当作原文；请到机关自己的网站取得报告再导入")


def refuse_several(lines: Sequence[Line]) -> None:
    """Refused if there are several reports: sections that are there twice, with different texts or a title between
    them. (A page may hold the same report again, for telephones.)
    """
    found = [index for index, line in enumerate(lines) if line.text and section_of(line.text.strip())]
    texts: dict[str | None, list[str]] = {}
    for begin, end in pairwise((*found, len(lines))):
        below = lines[begin + 1 : end]
        if any(map(_is_filling, below)):
            text = "".join(line.text for line in below)
            texts.setdefault(section_of(lines[begin].text.strip()), []).append(text)
    if sum(len(each) > 1 for each in texts.values()) < _TWICE:
        return
    is_titled = any(is_title(line.text) for line in lines[found[0] : found[-1]])
    if is_titled or sum(len({*each}) > 1 for each in texts.values()) >= _TWICE:
        raise refusals.several_reports()


def _is_filling(line: Line) -> bool:
    """Whether the line is something below a heading, and no page number in a table of contents."""
    return bool(line.table) or "。" in line.text
