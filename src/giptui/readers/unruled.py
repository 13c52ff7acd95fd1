"""Tables without rules: their lines set as text, with blanks so that cells stand under one another. For `pages`.

What their columns are is found out as in any text that was printed so (`lines`).
"""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from giptui.readers.geometry import Line

if TYPE_CHECKING:
    from giptui.readers.pages import Item

_NUMBER: Final = r"[+-]?[0-9０-９][0-9０-９,，]*(?:[.．][0-9０-９]+)?|[/／—?-]"
_FEWEST: Final = 3  # numbers on a line of a table; less is a line like others
_REACH: Final = 4  # lines around those that belong to the table too: heads, labels of several lines
_FAR: Final = 9.0  # heights of a line: rows of one table are nearer


def set_out(items: "Sequence[Item]") -> "tuple[Item, ...]":
    """What stands on a page, the lines of tables set out."""
    found = list(items)
    for first, last in _tables(items):
        lines = [item for item in items[first:last] if isinstance(item, Line)]
        cell = min(line.height for line in lines) / 2
        left = min(line.box[0] for line in lines)
        for at in range(first, last):
            if isinstance(line := found[at], Line):
                found[at] = line._replace(text=_set(line, left, cell), is_set=True)
    return tuple(found)


def _tables(items: "Sequence[Item]") -> Iterator[tuple[int, int]]:
    """From where to where tables go."""
    runs: list[list[int]] = []
    for at, item in enumerate(items):
        if not isinstance(item, Line) or sum(map(_is_number, item.words)) < _FEWEST:
            continue
        before = items[runs[-1][-1]] if runs else None
        if isinstance(before, Line) and item.box[1] - before.box[3] < _FAR * item.height:
            runs[-1].append(at)
        else:
            runs.append([at])
    for run in runs:
        first, last = run[0], run[-1]
        yield _reach(items, first, -1), _reach(items, last, 1) + 1


def _reach(items: "Sequence[Item]", at: int, step: int) -> int:
    """The farthest line that belongs to the table too: near, with no sentence on it."""
    for _ in range(_REACH):
        line, beyond = items[at], items[at + step] if 0 <= at + step < len(items) else None
        if not isinstance(line, Line) or not isinstance(beyond, Line):
            break
        gap = max(line.box[1], beyond.box[1]) - min(line.box[3], beyond.box[3])
        if gap > 1.5 * line.height or re.search(r"[。；]", beyond.text):
            break
        at += step
    return at


def _is_number(word: tuple[str, float]) -> bool:
    return re.fullmatch(_NUMBER, word[0]) is not None


def _set(line: Line, left: float, cell: float) -> str:
    """The line with its words as far from the left as on the page, at least two blanks apart."""
    from giptui.display.width import width

    text = ""
    for word, start in line.words:
        blanks = round((start - left) / cell) - width(text)
        text += " " * (max(blanks, 2) if text else max(blanks, 0)) + word
    return text
