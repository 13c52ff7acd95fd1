"""Numbers that stand under the wrong year: this year's under last year's name, a stock as it was when the year began, a
number carried into a year that has begun. Loaded only for prose that can hold one; the rule on stale years judges.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Final

from giptui.check.prose.periods import sentence_at
from giptui.check.prose.stale_years import spelled

_SMALLEST: Final = 13  # smaller numbers are the same by chance, and what is done twice a month or once a week
_REGULAR: Final = (24, 36, 48, 50, 52, 100, 200, 365, 366)
_MOST: Final = 500  # places looked at, so that no text takes long
_UNITS: Final = "条|件|篇|份(?!额)|人次|次|人|期|个"
_NUMBER: Final = rf"(?<![0-9.,〔第])([0-9]{{2,9}})\s?余?({_UNITS})"
_COMPARED: Final = ("较", "比", "持平", "相同", "一致", "同期", "截至", "截止", "累计", "《", "以来", "不变")
_HEAD: Final = 8  # characters before the year: 一是, （二）
_SPACES: Final = r"[\s　]+"


def copied_numbers(texts: Sequence[str], year: int) -> Iterator[tuple[str, str]]:
    """Sentences under last year's name that count the very thing, and the very number, that this year's name counts
    elsewhere: with the sentence as it stands, and the number."""
    before = [(sentence, fact) for sentence in _under(texts, year - 1, year) for fact in _facts(sentence)]
    if not before:
        return
    ours = {fact for sentence in _under(texts, year, year - 1) for fact in _facts(sentence)}
    seen = set()
    for sentence, fact in before:
        if fact in ours and sentence not in seen:
            seen.add(sentence)
            yield sentence, f"{fact[1]} {fact[2]}"


def _under(texts: Iterable[str], year: int, other: int) -> Iterator[str]:
    """The sentences that this year heads, that do not name the other one and compare nothing."""
    for text in texts:
        for match in islice(re.finditer(rf"{year}\s?年", text), _MOST):
            sentence = sentence_at(text, match.start()).strip()
            head = sentence.partition(match[0])[0]
            if len(head) > _HEAD or any(mark in head for mark in "，,《0123456789") or str(other) in sentence:
                continue
            if not any(word in sentence for word in _COMPARED):
                yield sentence


def _facts(sentence: str) -> Iterator[tuple[str, str, str]]:
    """What is counted, the number, and its unit: 政府信息, 44, 条."""
    for match in re.finditer(_NUMBER, sentence):
        what = re.search(r"[一-龥]{4}\Z", re.sub(_SPACES, "", sentence[: match.start()]).rstrip("共计有为约达：:"))
        if what and int(match[1]) >= _SMALLEST and int(match[1]) not in _REGULAR:
            yield what[0], match[1], match[2]


def early_stocks(text: str, year: int) -> Iterator[str]:
    """Sentences that count something up to a day of the reported year's January: of the same day last year."""
    january = r"(?:1|０?１|01|一)\s?月(?:份?底?|\s?[0-9０-９]{1,2}\s?[日号])"
    until = rf"截[至止]到?\s?{spelled(year)}\s?年\s?{january}(?!\s?[至到—－-])"
    for match in islice(re.finditer(until, text), _MOST) if "截" in text else ():
        sentence = sentence_at(text, match.start())
        rest = sentence[sentence.find(match[0]) :]
        counted = re.search(rf"[0-9]\s?万?余?(?:{_UNITS})", rest[len(match[0]) :])
        if counted and "上年" not in rest and "12月" not in rest:
            yield rest.strip()


def late_carries(text: str, year: int, carried_in: object) -> Iterator[str]:
    """Clauses that carry a number into the reported year or one before it, which can only have been into the next; what
    was carried in from the year before is not meant."""
    begun = "|".join(spelled(year - back) for back in range(2))
    into = rf"(?:结转|转结|顺延|转入|延续)(?:至|到|入|下年度?[（(]?)?\s?(?:{begun})\s?年度?[^。；;\n]{{0,20}}"
    for match in islice(re.finditer(into, text), _MOST):
        sentence = sentence_at(text, match.start())
        head = sentence[: sentence.find(match[0])]
        if re.search(rf"{spelled(year - 1)}|上年|上一年|去年|往年", head):
            continue
        number = re.search(r"([0-9]+)\s?件", match[0]) or re.search(r"([0-9]+)\s?件[^0-9。；;]{0,6}\Z", head)
        if number is not None and number[1] not in (str(carried_in), "0"):
            yield re.split("[，,。；;]", head)[-1].strip() + match[0].strip()
