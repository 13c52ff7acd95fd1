"""Tables without rules: their lines set as text, with blanks so that cells stand under one another. For `pages`.

What their columns are is found out as in any text that was printed so (`lines`).
"""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from giptui.readers.paper.geometry import Line

if TYPE_CHECKING:
    from giptui.readers.paper.pages import Item

_NUMBER: Final = r"[+-]?[0-9０-９][0-9０-９,，]*(?:[.．][0-9０-９]+)?|[/／—?-]"
_FEWEST: Final = 3  # numbers on a line of a table; less is a line like others
_REACH: Final = 4  # lines around those that belong to the table too: heads, labels of several lines
_FAR: Final = 9.0  # heights of a line: rows of one table are nearer


def set_out(items: "Sequence[Item]") -> "tuple[Item, ...]":
    """What stands on a page, the lines of tables set out. The heads over a table are one line: in which order they
    stand over its columns cannot be told from lines. A lone line of numbers keeps its heads, which tell what it is.
    """
    found: list[Item] = []
    end = 0
    for first, last in _tables(items):
        start = _reach(items, first, -1, end)
        found += items[end:start]
        if last > first:
            found += _as_one([item for item in items[start:first] if isinstance(item, Line)])
            start = first
        end = _reach(items, last, 1, len(items) - 1) + 1
        found += _under_one_another([item for item in items[start:end] if isinstance(item, Line)])
    return (*found, *items[end:])


def _tables(items: "Sequence[Item]") -> Iterator[tuple[int, int]]:
    """The first and the last line of numbers of each table."""
    runs: list[list[int]] = []
    for at, item in enumerate(items):
        if not isinstance(item, Line) or sum(map(_is_number, item.words)) < _FEWEST:
            continue
        between = items[runs[-1][-1] : at] if runs else ()
        before = between[0] if between else None
        near = isinstance(before, Line) and item.box[1] - before.box[3] < _FAR * item.height
        if near and all(isinstance(each, Line) and not _is_prose(each) for each in between):
            runs[-1].append(at)
        else:
            runs.append([at])
    return ((run[0], run[-1]) for run in runs)


def _reach(items: "Sequence[Item]", at: int, step: int, stop: int) -> int:
    """The farthest line that belongs to the table too: near, and no prose."""
    for _ in range(_REACH):
        line, beyond = items[at], items[at + step] if at != stop else None
        if not isinstance(line, Line) or not isinstance(beyond, Line) or _is_prose(beyond):
            break
        if max(line.box[1], beyond.box[1]) - min(line.box[3], beyond.box[3]) > 1.5 * line.height:
            break
        at += step
    return at


def _is_prose(line: Line) -> bool:
    return re.search(r"[。；]|^[一二三四五六]、.{2,25}情况$", line.text) is not None


def _is_number(word: tuple[str, float]) -> bool:
    return re.fullmatch(_NUMBER, word[0]) is not None


def _as_one(lines: Sequence[Line]) -> Sequence[Line]:
    if not lines:
        return ()
    return (lines[0]._replace(text=" ".join(line.text for line in lines), is_set=True),)


def _under_one_another(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines with their words as far from the left as on the page, at least two blanks apart."""
    from giptui.display.width import width

    cell = min(line.height for line in lines) / 2
    left = min(line.box[0] for line in lines)
    for line in lines:
        text = ""
        for word, start in line.words:
            blanks = round((start - left) / cell) - width(text)
            text += " " * max(blanks, 2 if text else 0) + word
        yield line._replace(text=text, is_set=True)
