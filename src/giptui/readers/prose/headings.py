"""The headings of the six sections among the lines of a report: those that, taken together, are most likely it.

A line can be called like a section and be none: an entry of a table of contents, a subheading of section one, a row of
the matrix, a title quoted in the prose. So all lines that may be headings are weighed together: each section at most
once, in the form's order. Called by `sections` and `flow`.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Final, NamedTuple, Protocol

from giptui.form import LATEST
from giptui.form.aliases import aliases
from giptui.readers.labels import Heading, heading, letters
from giptui.report.halfwidth import DIGITS

_NUMBERS: Final = {section.id: section.number for section in LATEST.sections}
_NUMERALS: Final = "一二三四五六"
_MARK: Final = re.compile(
    r"\s*(?:[一二三四五六]\s*[、.．,，]|第[一二三四五六]部分\s*[、：:]?|[（(][一二三四五六][)）]|、)"
)
_SEPARATORS: Final = "。：:；; \t\u3000（(0123456789"
_SHORTEST: Final = 2  # letters of a name with which a line of text can begin: 概述 can be its first word
_LONGEST: Final = 50  # characters of a heading
_MOST: Final = 200  # lines weighed; a report has six headings, and perhaps a list of them


class HasText(Protocol):
    """A line, as `flow` makes them."""

    @property
    def text(self) -> str: ...
    @property
    def table(self) -> str: ...


class Mark(NamedTuple):
    """A line that may be the heading of a section. ``lines`` it takes (two if it is broken), ``rest`` is what stands
    behind the heading on its line; ``weight`` says how likely it is one.
    """

    line: int
    section: str
    rest: str
    lines: int
    weight: float
    is_bracketed: bool = False  # as subheadings are


def section_of(text: str) -> str | None:
    """The section whose heading the line certainly is."""
    found = heading(text) if len(text) <= _LONGEST else None
    return found.section if found is not None and found.mark and found.is_exact else None


def chosen(lines: Sequence[HasText]) -> list[Mark]:
    """The headings, in order."""
    marks = [mark for mark in _marks(lines) if mark.weight > 0][:_MOST]
    numbered = {mark.section for mark in marks if mark.weight >= _WEIGHTS["numbered"] - 2}
    if len(numbered) >= 2:
        marks = [mark for mark in marks if not mark.is_bracketed or _is_above_its_table(mark, lines)]
    weighed = [mark._replace(weight=mark.weight + _context(mark, marks, lines)) for mark in marks]
    return _heaviest(weighed)


_WEIGHTS: Final = {"numbered": 10.0, "damaged": 8.0, "misnumbered": 7.0, "bare": 5.0, "bracketed": 4.0, "none": 0.0}


def _marks(lines: Sequence[HasText]) -> Iterator[Mark]:
    for index, line in enumerate(lines):
        if line.table:
            continue
        text = line.text.strip()
        found = _heading(text)
        if found is not None and found.is_exact:
            yield _mark(index, found)
        elif (whole := _broken(lines, index, text)) is not None:
            yield _mark(index, whole, lines=2)
        elif (begun := beginning(text)) is not None:
            yield _mark(index, begun[0], text[begun[1] :].lstrip("。：:；; \t\u3000"), less=1)
        elif found is not None:
            yield _mark(index, found, less=2)


def _mark(line: int, found: Heading, rest: str = "", lines: int = 1, less: float = 0) -> Mark:
    is_bracketed = found.mark[:1] in ("（", "(")
    return Mark(line, found.section, rest, lines, _weight(found) - less, is_bracketed)


def _is_above_its_table(mark: Mark, lines: Sequence[HasText]) -> bool:
    """Whether a heading in brackets stands alone, with the number of its section, and the section's table is next."""
    number = next((_NUMERALS.index(letter) + 1 for letter in lines[mark.line].text if letter in _NUMERALS), 0)
    table = next((line.table for line in lines[mark.line + mark.lines :] if line.table), "")
    return not mark.rest and number == _NUMBERS[mark.section] and table == mark.section


def _heading(text: str) -> Heading | None:
    """The heading that the line is, its point between numeral and name perhaps lost."""
    if len(text) > _LONGEST:
        return None
    found = heading(text)
    if (found is None or not found.is_exact) and text[:1] in _NUMERALS:
        repaired = heading(f"、{text[1:]}")
        return repaired if repaired is not None and repaired.is_exact else found
    return found


def _weight(found: Heading) -> float:
    if not found.mark:
        return _WEIGHTS["bare"]
    if found.mark[0] in "（(":
        return _WEIGHTS["bracketed"]
    figure = next((letter for letter in unicodedata.normalize("NFKC", found.mark) if letter in DIGITS), "")
    if figure:  # 1. to 6.: items of the prose, if they are not all there is
        return _WEIGHTS["bracketed" if figure == str(_NUMBERS[found.section]) else "none"]
    number = next((_NUMERALS.index(letter) + 1 for letter in found.mark if letter in _NUMERALS), None)
    if number is None:
        return _WEIGHTS["damaged"]
    return _WEIGHTS["numbered" if number == _NUMBERS[found.section] else "misnumbered"]


def _broken(lines: Sequence[HasText], index: int, text: str) -> Heading | None:
    """The heading that stands on this line and the next."""
    if index + 1 == len(lines) or len(text) > _LONGEST or not _MARK.match(text):
        return None
    after = lines[index + 1].text.strip()
    if not after or len(text) + len(after) > _LONGEST or _MARK.match(after):
        return None
    found = heading(text + after)
    return found if found is not None and found.is_exact else None


def beginning(text: str, any_end: bool = False) -> tuple[Heading, int] | None:
    """The heading with which the line begins, and where it ends: before a separator, or anywhere."""
    if not (mark := _MARK.match(text)):
        return None
    longest = None
    key = ""
    for end in range(mark.end() + 1, min(len(text), _LONGEST)):
        if text[end - 1] in "（(":
            break  # what stands in brackets is a subheading
        key += letters(text[end - 1])
        if (any_end or text[end] in _SEPARATORS) and (section := _names().get(key)) is not None:
            longest = Heading(section, mark[0].strip(), is_exact=True), end
    return longest


@cache
def _names() -> Mapping[str, str]:
    """The section by each of its names, as letters."""
    return {
        letters(name): section.id
        for section in LATEST.sections
        for name in (section.name, *aliases("section", section.id))
        if len(name) > _SHORTEST
    }


def _context(mark: Mark, marks: Sequence[Mark], lines: Sequence[HasText]) -> float:
    """Whether something stands below it, as in a table of contents nothing does, and which table comes next."""
    below = mark.line + mark.lines
    weight = 0.5 if mark.rest or (below < len(lines) and all(each.line != below for each in marks)) else 0.0
    table = next((line.table for line in lines[below:] if line.table), "")
    if table == mark.section:
        return weight + 1
    passed = any(line.table == mark.section for line in lines[: mark.line])
    return weight - 3 if passed else weight


def _heaviest(marks: Sequence[Mark]) -> list[Mark]:
    """Each section at most once, in the form's order, of the greatest weight together; of equal ones the last."""
    best: list[tuple[float, int | None]] = []
    for index, mark in enumerate(marks):
        weight, before = 0.0, None
        for earlier in range(index):
            fits = _NUMBERS[marks[earlier].section] < _NUMBERS[mark.section] and marks[earlier].line < mark.line
            if fits and best[earlier][0] >= weight:
                weight, before = best[earlier][0], earlier
        best.append((weight + mark.weight, before))
    found: list[Mark] = []
    at = max(range(len(best)), key=lambda index: (best[index][0], index), default=None)
    while at is not None:
        found.append(marks[at])
        at = best[at][1]
    return found[::-1]
