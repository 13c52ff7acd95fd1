"""Sentences of an earlier report, left standing with its year. Loaded only for prose in which such a year is written.

Last year's number at the head of a sentence about the body's own work is enough. What reads “by the end of” that year,
or goes back further, can well be history: there the sentence must count what was disclosed or applied for.
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from giptui.check.prose.periods import paragraph_at, sentence_at

BACK: Final = 3
"""Whose report is copied: last year's mostly, seldom an older one."""

_ANOTHER_YEAR: Final = (
    *("较", "比", "上年", "上一年", "去年", "往年", "今年", "本年", "继续", "持续", "结转", "转结", "尚未", "未办结"),
    *("已于", "排名", "公告", "成绩"),
    *("决算", "预算", "要点", "《", "报告", "年报", "整改", "问题", "不足", "不服", "法院", "判决", "裁定", "驳回"),
    *("考核", "通报", "反馈", "测评", "评估", "表彰", "获", "评为"),
)
_HISTORY: Final = ("以来", "历史", "首次", "试点", "做法", "专区", "开通", "建成", "成立", "曾")
_THIS_YEAR: Final = ("今年", "本年", "新增")  # beside what had come together until then
# At the head of a sentence, and what comes after must speak of the body's own work.
_HEADING: Final = r"""(?x)
    (?P<until>截[至止]到?\s{{0,2}})? (?P<year>{years}) \s?年度?
    (?P<end>\s?(?:年?[底末]|(?:12|十二)\s?月(?:份?[底末]|\s?(?:31|三十一)\s?日)))? (?P<late>止|前)?
    [，,]?\s{{0,2}}
    (?=我|本[镇乡局委街机单区县市]|全[镇乡局街区县市年]|共|累计|未|没有|主动公开|收到|受理|办理|(?:政府|政务)?信息公开
      |政务公开|(?:公开|发布)(?!的))
"""
_COUNTED: Final = (
    r"(?:公开|发布|推送|更新|收到|受理|答复|办结)[^。；;，,\n]{0,25}?(?<![0-9.])[0-9]{1,9}\s?余?(?:条|件|篇|份(?!额))"
    r"|(?:未|没有)(?:收到|接到|受理|产生|发生)[^。；;，,\n]{0,20}申请"
)
_ANY_YEAR: Final = r"(?<![0-9０-９])[0-9０-９]{4}\s?年|[〇○零一二三四五六七八九]{4}年"
_LISTED: Final = r"(?m)^[\s　]{0,4}([0-9０-９]{4})\s?年"
_MOST: Final = 500  # places looked at, so that no text takes long
_HEADS: Final = tuple("。；;：:）)")
_DIGITS: Final = ("0０〇○零OＯ", "1１一", "2２二", "3３三", "4４四", "5５五", "6６六", "7７七", "8８八", "9９九")


def stale_sentences(text: str, year: int) -> Iterator[tuple[int, str]]:
    """Sentences headed by an earlier year, with that year, in paragraphs that speak of no other."""
    if len(set(re.findall(_LISTED, text))) >= BACK:
        return  # a list of years, a line each
    earlier = {spelled(year - back): year - back for back in range(1, BACK + 1)}
    for match in islice(re.finditer(_HEADING.format(years="|".join(earlier)), text), _MOST):
        if not _is_head(text[max(0, match.start() - 30) : match.start()].rstrip(" \u3000")):
            continue
        meant = next(number for spelled, number in earlier.items() if re.fullmatch(spelled, match["year"]))
        sentence, paragraph = sentence_at(text, match.end()), paragraph_at(text, match.end())
        if re.search(spelled(year), paragraph) or any(word in sentence for word in _ANOTHER_YEAR):
            continue
        plain = meant == year - 1 and not (match["until"] or match["end"] or match["late"])
        if (plain and not text.startswith(("公开", "发布"), match.end())) or _is_leftover(sentence, paragraph):
            yield meant, sentence.strip()


def _is_leftover(sentence: str, paragraph: str) -> bool:
    """Whether the sentence counts what was disclosed, in one year alone and not up to now."""
    if any(word in sentence for word in _HISTORY):
        return False
    if "累计" in sentence and any(word in paragraph for word in _THIS_YEAR):
        return False
    return len(re.findall(_ANY_YEAR, sentence)) == 1 and re.search(_COUNTED, sentence) is not None


def stale_names(preface: str, year: int) -> Iterator[tuple[int, str]]:
    """Last year's name of the report, with that year, where this year's is presented."""
    name = r"{year}\s?年度?(?:政府|政务)?信息公开(?:工作)?(?:年度|情况)?(?:报告|年报)"
    for match in islice(re.finditer(name.format(year=spelled(year - 1)), preface), _MOST):
        sentence = sentence_at(preface, match.start())
        presented = any(word in sentence for word in ("现", "编制", "本报告", "如下"))
        earlier = any(word in sentence for word in ("上年", "上一年", "去年", "基础", "以来", "已"))
        if presented and not earlier and not re.search(name.format(year=spelled(year)), sentence):
            yield year - 1, preface[match.start() :].split("。", maxsplit=1)[0].strip()


def spelled(year: int) -> str:
    """A pattern of the year in any digits: 2022, 二〇二二, 二零二二."""
    return "(?<![0-9])" + "".join(f"[{_DIGITS[int(digit)]}]" for digit in str(year)) + "(?![0-9])"


def _is_head(before: str) -> bool:
    """Whether a sentence begins behind this; a line can also break in the middle of one, as on a page of PDF."""
    line = before.rstrip("\n")
    return not line or line.endswith(_HEADS) or (line != before and len(line.rpartition("\n")[2]) < 20)
