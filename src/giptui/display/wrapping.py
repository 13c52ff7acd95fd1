"""A text over several lines of a given width, broken as Chinese is: anywhere, but not in a word or a number, nor
between a character and the punctuation that clings to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from wcwidth import wrap

from giptui.display.width import clipped, width

# What stays together: a word or one character, what opens before it and what closes behind it. Blanks are pieces.
_PIECE: Final = r"\s+|[（“《]*(?:[!-~]+|\S)[，。；：、？！）”》…]*"

_AT_ONCE: Final = 8  # so many characters a cell


def wrapped(text: str, cells: int, hang: int = 0) -> list[str]:
    """The text in lines of at most so many cells, those after the first of ``hang`` less; a word longer than a line
    is cut. Blanks at a break are dropped.
    """
    return [line.rstrip() for line in _lines(text, cells, hang)]


def evened(text: str, cells: int, hang: int = 0) -> list[str]:
    """The text on as few lines as it needs, and those as even as can be: a last line of one character reads badly.

    Lines after the first have ``hang`` cells less.
    """
    fewest = len(wrapped(text, cells, hang))
    least = width(text) // fewest
    return next(lines for room in range(least, cells + 1) if len(lines := wrapped(text, room, hang)) == fewest)


def folded(text: str, cells: int, height: int) -> tuple[str, ...]:
    """The text over exactly so many lines of so many cells; two dots tell that more would follow."""
    lines = list(_lines(text, cells))
    if len(lines) > height:
        lines = [*lines[: height - 1], clipped("".join(lines[height - 1 :]), cells)] if height else []
    return tuple([*(line.rstrip() for line in lines), *[""] * height][:height])


def _lines(text: str, cells: int, hang: int = 0) -> Iterator[str]:
    """The lines with their blanks: joined they are the text."""
    line, room, rest = "", max(cells, 2), max(cells - hang, 2)
    for piece in re.findall(_PIECE, text):
        if line.strip() and width((line + piece).rstrip()) > room:
            yield line
            line, room = "", rest
        line += piece
        while width(line[: _AT_ONCE * room].rstrip()) > room:  # wrap takes the square of the length of a word
            *full, last = wrap(line[: _AT_ONCE * room], room, break_on_hyphens=False, drop_whitespace=False)
            yield from full
            line = last + line[_AT_ONCE * room :]
    yield line
