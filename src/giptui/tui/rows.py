"""The rows of the screen that a text takes. Pure; for the text area, where a row once broken stays while one writes.

Broken as Chinese is: anywhere, but not in a word or a number, nor before the punctuation that clings to a character.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from giptui.display.visible import visible_in_place
from giptui.display.width import width

_PIECE: Final = re.compile(r"[（“《]?(?:[!-~]+|.)[，。；：、？！）”》…]*", re.DOTALL)


class Row(NamedTuple):
    """What of the text stands in one row: from ``start`` up to ``end``, a newline not included."""

    start: int
    end: int


def rows(text: str, cells: int) -> tuple[Row, ...]:
    """The text in rows of at most so many cells, a new one for each line."""
    return tuple(row for start, end in _lines(text, 0, len(text)) for row in _broken(text, start, end, cells))


def rows_after_edit(old: Sequence[Row], text: str, at: int, cut: int, put: int, cells: int) -> tuple[Row, ...]:
    """The rows after ``cut`` characters at ``at`` gave way to ``put`` others: those before and behind stay as they are.

    What has no room any more goes to a row of its own, or into the next one if that has room: over a slow line a row
    a key is sent, not a paragraph.
    """
    first = max((n for n, row in enumerate(old) if row.start <= at), default=0)
    if first and at == old[first].start and cut and old[first - 1].end == at:
        first -= 1
    last = max((n for n, row in enumerate(old) if row.start <= at + cut), default=0)
    shift = put - cut
    start, end = old[first].start, old[last].end + shift
    fresh = [row for a, b in _lines(text, start, end) for row in _broken(text, a, b, cells)]
    behind = [Row(row.start + shift, row.end + shift) for row in old[last + 1 :]]
    if len(fresh) > 1 and behind and fresh[-1].end == behind[0].start and not _ends_line(text, fresh[-1].end):
        both = Row(fresh[-1].start, behind[0].end)
        if _cells(text[both.start : both.end]) <= cells:
            fresh[-1:], behind = [both], behind[1:]
    elif behind and fresh == [Row(behind[0].start, behind[0].start)]:
        fresh = []
    return (*old[:first], *fresh, *behind)


def place(text: str, row: Row, cells: int) -> int:
    """The offset of the character at so many cells in the row; the row's end if it is shorter."""
    at, room = row.start, cells
    while at < row.end and (room := room - char_width(text[at])) >= 0:
        at += 1
    while at < row.end and not char_width(text[at]):
        at += 1
    return at


def column(text: str, row: Row, at: int) -> int:
    """How many cells stand before the offset in its row."""
    return _cells(text[row.start : at])


@lru_cache(maxsize=8192)
def char_width(character: str) -> int:
    """The cells of a character as it is drawn: a control as its picture."""
    return max(width(visible_in_place(character)), 0)


def _ends_line(text: str, at: int) -> bool:
    return at >= len(text) or text[at] == "\n"


def _lines(text: str, start: int, end: int) -> list[tuple[int, int]]:
    found = []
    while (stop := text.find("\n", start, end)) >= 0:
        found.append((start, stop))
        start = stop + 1
    return [*found, (start, end)]


def _broken(text: str, start: int, end: int, cells: int) -> list[Row]:
    found, begun, used, at = [], start, 0, start
    for match in _PIECE.finditer(text, start, end):
        wide = _cells(match[0])
        if used and used + wide > cells:
            found.append(Row(begun, at))
            begun, used = at, 0
        if wide > cells:  # a word longer than a row
            for place in range(match.start(), match.end()):
                each = char_width(text[place])
                if used and used + each > cells:
                    found.append(Row(begun, place))
                    begun, used = place, 0
                used += each
        else:
            used += wide
        at = match.end()
    return [*found, Row(begun, end)]


def _cells(text: str) -> int:
    return sum(map(char_width, text))
