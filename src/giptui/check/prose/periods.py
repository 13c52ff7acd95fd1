"""Which year a report is about: what its title says, what the header says, what period the prose says it covers.

Used by the rules on years and days. Nothing is judged here.
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final, NamedTuple

from giptui.form import Kind
from giptui.report import Report, fits

_PLAIN: Final = "0-9０-９"
_FIGURES: Final = f"{_PLAIN}〇○零OＯ一二三四五六七八九"
_YEAR: Final = rf"(?<![{_PLAIN}])([{_PLAIN}]{{4}})(?![{_PLAIN}])|([{_FIGURES}]{{4}})(?=\s{{0,3}}年)"
_DIGITS: Final = str.maketrans("０１２３４５６７８９〇○零OＯ一二三四五六七八九", "012345678900000123456789")

# 1月1日起至[2023年]12月31日; the year before it is looked for from where this begins. Every repeat is bounded.
_NUMBER: Final = rf"(?:[{_PLAIN}]{{1,2}}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])"
_RANGE: Final = rf"""(?x)
    {_NUMBER}\s{{0,2}}月 (?:份|\s{{0,2}}{_NUMBER}\s{{0,2}}日)? \s{{0,2}}(?:零时)?(?:起|开始)?\s{{0,2}}[，,]?
    (?:至|到|[-－–—─~～]{{1,2}})\s{{0,2}}
    (?:(?:[{_FIGURES}]{{4}}|同|当|本)\s{{0,2}}年度?\s{{0,2}})?
    {_NUMBER}\s{{0,2}}月 (?:份|\s{{0,2}}{_NUMBER}\s{{0,2}}日)?
"""
_DOTTED: Final = r"""(?x)
    [0-9]{4}[-./][0-9]{1,2}[-./][0-9]{1,2} \s{0,2}起?\s{0,2} (?:至|到|[-－–—─~～]{1,2})
    \s{0,2} (?:[0-9]{4}[-./])?[0-9]{1,2}[-./][0-9]{1,2}
"""
_YEAR_BEFORE: Final = rf"[{_FIGURES}]{{4}}\s{{0,2}}年度?\s{{0,2}}\Z"
_STATISTICAL: Final = (
    r"(?<!据)统计(?:的|起止)?(?:期|时|数据|范围|区间|周期|口径|截)"
    r"|数据(?:的)?(?:统计|期限|时限|时间|起止|截)|所列|报告期"
)
_OF_THE_REPORT: Final = (
    r"|本报告|本年报|(?:公布|发布|编制|报告)如下"  # a whole year in such a sentence is its period too
)
_COMPARING: Final = ("同期", "上年", "去年", "上一年", "同比")
_STATED: Final = (
    r"12\s?月\s?31|1231日|12[-./]31|十二月三十一|统计(?:的|起止)?(?:期限|期间|时间|时限|范围|区间|周期)|报告期"
)
_MOST: Final = 60  # stretches looked at; no report has as many


class Period(NamedTuple):
    """A stretch of days that the prose names as that of its numbers."""

    address: str
    quote: str
    paragraph: str
    years: frozenset[int]  # those that are written, without 同年
    whole: bool  # from 1 January to 31 December


def years_in(title: str) -> dict[str, int]:
    """The years in a title, as they are written and as numbers."""
    written = (match[1] or match[2] for match in re.finditer(_YEAR, title))
    return {year: int(year.translate(_DIGITS)) for year in written}


def reported_year(report: Report) -> int | None:
    """The year of the header, if it is one and the title does not contradict it; else no rule may build on it."""
    year = report.year
    if year is None or not fits(year, Kind.YEAR):
        return None
    titled = years_in(report.line("title"))
    return year if not titled or year in titled.values() else None


def periods(report: Report) -> Iterator[Period]:
    """The statistical periods that the prose states, in printed order."""
    for address in report.form.texts:
        text = str(report[address])
        last = ""
        for match in _stretches(text):
            sentence = sentence_at(text, match.start())
            marks = _STATISTICAL + (_OF_THE_REPORT if _is_whole(match[0]) else "")
            if sentence == last or not re.search(marks, sentence) or any(w in sentence for w in _COMPARING):
                continue
            last = sentence  # a second stretch in one sentence is of something else
            yield _period(address, text, match)


def is_period_stated(prose: str) -> bool:
    """Whether anything in the prose can pass for a statement of the period."""
    return bool(re.search(_STATED, prose)) or any(_is_whole(match[0]) for match in _stretches(prose))


def _stretches(text: str) -> Iterator[re.Match[str]]:
    """Whatever goes from a day to a day; not more than any report has, so that no text takes long."""
    if (first := text.find("月")) >= 0:  # a stretch begins and ends within a few characters of a 月
        within = re.compile(_RANGE).finditer(text, max(0, first - 4), text.rfind("月") + 8)
        yield from islice(within, _MOST)
    if any(day in text for day in ("12.31", "12-31", "12/31")):
        yield from islice(re.finditer(_DOTTED, text), _MOST)


def sentence_at(text: str, at: int) -> str:
    """The sentence around a place, without its stop; at most some hundred characters each way."""
    return _between(text, at, "。；;\n", 200)


def paragraph_at(text: str, at: int) -> str:
    """The paragraph around a place; at most some hundred characters each way."""
    return _between(text, at, "\n", 600)


def _between(text: str, at: int, ends: str, reach: int) -> str:
    low, high = max(0, at - reach), at + reach
    start = max(text.rfind(end, low, at) for end in ends) + 1
    stops = (text.find(end, at, high) for end in ends)
    return text[max(start, low) : min((stop for stop in stops if stop >= 0), default=high)]


def _period(address: str, text: str, match: re.Match[str]) -> Period:
    before = re.search(_YEAR_BEFORE, text[max(0, match.start() - 12) : match.start()])
    quote = (before[0] if before else "") + match[0]
    years = frozenset(number for number in _numbers(quote) if number > 999)
    return Period(address, quote, paragraph_at(text, match.start()), years, _is_whole(match[0]))


def _is_whole(stretch: str) -> bool:
    """Whether the stretch goes from 1 January to 31 December, or from January to December."""
    numbers = [number for number in _numbers(stretch) if 0 < number < 100]  # 零时 is none
    return numbers in ([1, 1, 12, 31], [1, 12], [1, 1, 12], [1, 12, 31])


def _numbers(stretch: str) -> list[int]:
    """The numbers in a stretch of days, in figures or in words; a year is four of them."""
    return [_number(written) for written in re.findall(rf"[{_FIGURES}十]+", stretch)]


def _number(written: str) -> int:
    """2022, 二〇二二, 31, 三十一, 十二."""
    tens, ten, ones = written.translate(_DIGITS).rpartition("十")
    return int(tens or 1) * 10 + int(ones or 0) if ten else int(ones)
