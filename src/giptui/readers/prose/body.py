"""The lines of a report by section: what stands before a section's table, what behind it. Called by `sections`."""

import re
from collections.abc import Sequence
from enum import Enum
from functools import cache
from typing import Final, NamedTuple

from giptui.form import FORMS, Form
from giptui.readers.labels import Labels, caption, labels_of, letters
from giptui.readers.prose.flow import Line
from giptui.readers.prose.headings import Mark

_REMAINS: Final = 3  # lines of a table that was not read
_FIGURE: Final = r"(?:[-+]?[0-9０-９][0-9０-９,，.．]*(?:件|项|个|万?元)?|[/—?-])"
_FIGURES: Final = re.compile(rf"\s*{_FIGURE}(?:\s+{_FIGURE})*\s*")
_ROW: Final = re.compile(rf"(?:^|\s){_FIGURE}(?:\s+{_FIGURE}){{2,}}\s*$")
_LONGEST_ROW: Final = 200  # characters of a label and its figures
_BIT: Final = 2  # characters: a label that was set upright, one to a line
_SCRAP: Final = 8  # letters of a label, or of two, that were torn off
_PUNCTUATION: Final = frozenset("。，；：:")  # of prose: 单位：件
_CORNER: Final = "本列数据的"  # 勾稽关系, also 钩稽关系


class Remnant(Enum):
    """What a line can be of a table that was not read: a row of figures, a figure or a label, a bit of a label."""

    ROW = "row"
    LINE = "line"
    BIT = "bit"
    NONE = "none"


class Part(NamedTuple):
    """One section: its lines before and behind its table. ``headed``: its heading is there. ``remains`` counts the
    lines of a table that was not read, or not wholly: they are no prose.
    """

    section: str
    headed: bool
    before: list[Line]
    after: list[Line]
    has_table: bool = False
    remains: int = 0

    @property
    def last(self) -> list[Line]:
        """The lines that end the section."""
        return self.after if self.has_table else self.before


def parts(lines: Sequence[Line], headings: Sequence[Mark], form: Form) -> list[Part]:
    """The sections in the source's order, from its first heading or table on. A table without a heading of its own
    begins its section; lines between the pieces of a table are no prose if they are its labels.
    """
    at = {mark.line: mark for mark in headings}
    headed = {mark.section for mark in headings}
    found: list[Part] = []
    skip = 0
    for index, line in enumerate(lines):
        if (mark := at.get(index)) is not None:
            found.append(Part(mark.section, True, [], []))
            if mark.rest:
                found[-1].before.append(Line(mark.rest, line.place))
            skip = mark.lines
        elif line.table:
            _table(found, line.table, headed, form)
        elif found and skip <= 0:
            found[-1].last.append(line)
        skip -= 1
    return [_without_remains(part, form) for part in found]


def _table(found: list[Part], section: str, headed: set[str], form: Form) -> None:
    """A piece of a table: of the section at hand, or one that begins here."""
    if section not in headed and all(part.section != section for part in found):
        found.append(Part(section, False, [], []))
    if not found or found[-1].section != section:
        return
    part = found[-1]
    if part.has_table:
        part.after[:] = [line for line in part.after if not _is_torn_off(line.text, form.id, section)]
    else:
        while part.before and _is_torn_off(part.before[-1].text, form.id, section):
            part.before.pop()
        found[-1] = part._replace(has_table=True)


def _without_remains(part: Part, form: Form) -> Part:
    """The section without the lines of its table that were not read: behind what was read of it, or all of it."""
    if form.section(part.section).table is None:
        return part
    kinds = [_remnant(line.text, form.id, part.section) for line in part.last]
    rows = [index for index, kind in enumerate(kinds) if kind is Remnant.ROW]
    if part.has_table:
        last = rows[-1] if rows else -1
        end = next((index for index, kind in enumerate(kinds) if index > last and kind is Remnant.NONE), len(kinds))
        if not rows and Remnant.LINE not in kinds[:end]:
            return part  # a short paragraph
        kept = [line for line, kind in zip(part.after[:end], kinds, strict=False) if kind is Remnant.NONE]
        part.after[:end] = kept
        return part._replace(remains=end - len(kept))
    remains = [
        index for index, kind in enumerate(kinds) if kind is not Remnant.NONE and (rows or kind is not Remnant.BIT)
    ]
    if not rows and len(remains) < _REMAINS:
        return part
    begin = remains[0]
    after = [line for index, line in enumerate(part.before) if index > begin and index not in remains]
    return Part(part.section, part.headed, part.before[:begin], after, has_table=True, remains=len(remains))


def _remnant(text: str, form: str, section: str) -> Remnant:
    """What of a table the line is, if any."""
    if len(text) > _LONGEST_ROW:
        return Remnant.NONE
    if (row := _ROW.search(text)) is not None and (row.start() == 0 or "。" not in text):
        return Remnant.ROW
    words = (text, *text.split())
    if _is_bit_of_table(words[:1], form, section) or _is_bit_of_table(words[1:], form, section):
        return Remnant.LINE
    return Remnant.BIT if len(text.strip()) <= _BIT and not text.strip().startswith("无") else Remnant.NONE


def _is_bit_of_table(words: Sequence[str], form: str, section: str) -> bool:
    return all(_FIGURES.fullmatch(word) or _is_label(word, form, section) for word in words)


def _is_torn_off(text: str, form: str, section: str) -> bool:
    """Whether a line right at a table is labels of it, or a scrap of one or of two side by side (法提供, 结不予公), as
    a page break or a narrow cell leaves them.
    """
    if _is_label(text, form, section) or all(_is_label(word, form, section) for word in text.split()):
        return True
    _, exact = _names(form, section)
    key = letters(text)
    if not key or len(key) > _SCRAP or not _PUNCTUATION.isdisjoint(text) or text.strip().startswith("无"):
        return False
    halves = ((key[:end], key[end:]) for end in range(1, len(key) + 1))
    return any(all(any(half in name for name in exact) for half in pair) for pair in halves)


def _is_label(text: str, form: str, section: str) -> bool:
    """Whether the line is the name of something in the table, and no more."""
    names, exact = _names(form, section)
    key = letters(text)
    return key in exact or key.startswith(_CORNER) or names.is_head(text) or names.is_group(text) or bool(caption(text))


@cache
def _names(form: str, section: str) -> tuple[Labels, frozenset[str]]:
    """What finds the table's heads, and the letters of everything that stands in it beside numbers."""
    table = FORMS[form].tables[section]
    names: list[str] = []
    for block in table.blocks:
        names += (block.caption, block.corner, *(label for row in block.rows for label in row.path))
        for column in block.columns:
            names += (column.label, *column.official.split("\n"), *column.over)
    return labels_of(table), frozenset(map(letters, names)) - {""}
