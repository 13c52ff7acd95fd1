"""Marks on a page, by their places: into lines, into the cells that rules draw, into tables.

Shared by every reader of fixed pages (PDF, OFD, scans). All lengths are in points from the upper left corner of the
page; a box is (x0, top, x1, bottom).
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from giptui.readers.document import Cell, Grid, OnPage

Box = tuple[float, float, float, float]

SAME_EDGE: Final = 4.0  # points that the two halves of a table may be apart
_BLANK: Final = 0.25  # of the height of a line: between letters or digits that is a blank
_SPREAD: Final = 1.2  # and between Chinese characters, which are also spread to fill a line
_WORD_GAP: Final = 0.8  # what parts the cells of a line


class Mark(NamedTuple):
    """A character, or a run of them, in its place."""

    text: str
    box: Box


class Line(NamedTuple):
    """Marks that stand on one line. ``token`` is the width of what cannot be parted from its beginning, ``words`` what
    wide gaps part, with where each begins. ``is_set``: the text has blanks so that it stands under that of other lines.
    """

    text: str
    box: Box
    token: float = 0
    words: tuple[tuple[str, float], ...] = ()
    is_set: bool = False

    @property
    def height(self) -> float:
        return self.box[3] - self.box[1]


class Ruled(NamedTuple):
    """A table on a page, the places of its vertical edges, and the marks that stand in its cells."""

    grid: Grid
    box: Box
    edges: tuple[float, ...]
    marks: frozenset[Mark]


def lines(marks: Iterable[Mark]) -> list[Line]:
    """The lines from top to bottom, the marks in each from left to right."""
    rows: list[list[Mark]] = []
    for mark in sorted(marks, key=lambda each: _middle(each.box)):
        if rows and _middle(mark.box) - _middle(rows[-1][-1].box) < _nearness(mark, rows[-1][-1]):
            rows[-1].append(mark)
        else:
            rows.append([mark])
    found = (_line(sorted(row, key=lambda each: each.box[0])) for row in rows)
    return [line for line in found if line.text]


Doubt = Callable[[Sequence[Mark], str], str]
"""Says of marks and the text that they make why it may be misread."""


def ruled(boxes: Sequence[Box], marks: Sequence[Mark], page: int, doubt: Doubt = lambda _, text: "") -> Ruled:
    """The table that the boxes of its cells make, each with the marks whose middles lie in it."""
    columns, rows = _edges(boxes, 0), _edges(boxes, 1)
    texts = list(_distributed(boxes, marks))
    cells = []
    for box, inside in sorted(zip(boxes, texts, strict=True), key=lambda each: (each[0][1], each[0][0])):
        row, column = _nearest(rows, box[1]), _nearest(columns, box[0])
        text = cell_text(inside, box)
        spans = (_nearest(rows, box[3]) - row, _nearest(columns, box[2]) - column)
        cells.append(
            Cell(text, OnPage(page, box), row, column, max(1, spans[0]), max(1, spans[1]), doubt(inside, text))
        )
    cells.sort(key=lambda cell: (cell.row, cell.column))
    taken = frozenset(mark for inside in texts for mark in inside)
    return Ruled(Grid(tuple(cells)), _around(boxes), tuple(columns), taken)


def cell_text(marks: Iterable[Mark], box: Box) -> str:
    """What stands in a cell; its lines are one text, unless two numbers stand one under the other."""
    text, before = "", None
    for line in lines(marks):
        full = before is not None and before.box[2] + line.height * 1.2 >= box[2]
        text, before = joined(text, line.text, full), line
    return text


def joined(before: str, after: str, full: bool = True) -> str:
    """Two lines as one. ``full``: the first goes to its right edge, so a number or word may be broken there."""
    if not before:
        return after
    left, right = before[-1], after[0]
    if not (left.isascii() and right.isascii() and left.isalnum() and right.isalnum()):
        return before + after
    if not full:
        return f"{before}\n{after}"
    word = re.search(r"[^\s\u2e80-\uffff]*$", before)
    parted = left.isalpha() and right.isalpha() and not re.search(r"[.:/@_-]", word[0] if word else "")
    return f"{before} {after}" if parted else before + after


def within(box: Box, outer: Box) -> bool:
    """Whether the middle of the one lies in the other."""
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return outer[0] <= x <= outer[2] and outer[1] <= y <= outer[3]


def goes_on(table: Ruled, before: Ruled) -> bool:
    """Whether it may be what goes on ``before`` over a page break: both reach from the same edge to the same edge."""
    return all(abs(table.edges[side] - before.edges[side]) <= SAME_EDGE for side in (0, -1))


def united(parts: Sequence[Ruled]) -> Iterator[Grid]:
    """A table that goes on over page breaks: its parts one after the other, with columns that are numbered alike."""
    edges = _clustered((edge for part in parts for edge in part.edges), SAME_EDGE)
    for number, part in enumerate(parts):
        places = [_nearest(edges, edge) for edge in part.edges]
        cells = (
            cell._replace(column=places[cell.column], columns=places[cell.column + cell.columns] - places[cell.column])
            for cell in part.grid.cells
            if cell.column is not None
        )
        yield Grid(tuple(cells), continues=number > 0)


def _line(marks: Sequence[Mark]) -> Line:
    words: list[tuple[str, float]] = []
    text = ""
    before: Mark | None = None
    for mark in marks:
        if not mark.text.strip():
            text += " "
            continue
        if before is None or _gap(before, mark) > _WORD_GAP:
            words.append((mark.text, mark.box[0]))
        else:
            words[-1] = (words[-1][0] + mark.text, words[-1][1])
        text += f" {mark.text}" if before is not None and text[-1] != " " and _is_blank(before, mark) else mark.text
        before = mark
    shown = [mark for mark in marks if mark.text.strip()]
    text = re.sub(r"\s+", " ", text).strip()
    return Line(text, _around([mark.box for mark in shown]) if shown else (0, 0, 0, 0), _token(shown), tuple(words))


def _gap(before: Mark, after: Mark) -> float:
    """Between them, in heights of a line."""
    return (after.box[0] - before.box[2]) / max(after.box[3] - after.box[1], 0.1)


def _is_blank(before: Mark, after: Mark) -> bool:
    """Whether the gap between them is to be read as a blank."""
    is_latin = before.text[-1].isascii() and after.text[0].isascii()
    return _gap(before, after) > (_BLANK if is_latin else _SPREAD)


def _token(marks: Sequence[Mark]) -> float:
    """The width of the word or number, or of the one Chinese character, that a line begins with."""
    end = None
    for mark in marks:
        if end is not None and not (mark.text.isascii() and mark.box[0] - end < 2):
            break
        end = mark.box[2]
        if not mark.text.isascii():
            break
    return end - marks[0].box[0] if end is not None else 0


def _middle(box: Box) -> float:
    return (box[1] + box[3]) / 2


def _nearness(one: Mark, other: Mark) -> float:
    return 0.5 * min(one.box[3] - one.box[1], other.box[3] - other.box[1])


def _around(boxes: Sequence[Box]) -> Box:
    return (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )


def _edges(boxes: Iterable[Box], axis: int) -> list[float]:
    """Where the edges of the boxes are, those almost in one place as one."""
    return _clustered((box[side] for box in boxes for side in (axis, axis + 2)), 1)


def _clustered(places: Iterable[float], near: float) -> list[float]:
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > near:
            found.append(place)
    return found


def _nearest(edges: Sequence[float], place: float) -> int:
    return min(range(len(edges)), key=lambda at: abs(edges[at] - place))


def _distributed(boxes: Sequence[Box], marks: Sequence[Mark]) -> Iterator[list[Mark]]:
    """For each box the marks in it; looked for only among those at its height."""
    ordered = sorted(marks, key=lambda each: _middle(each.box))
    heights = [_middle(mark.box) for mark in ordered]
    from bisect import bisect_left, bisect_right

    for box in boxes:
        level = ordered[bisect_left(heights, box[1]) : bisect_right(heights, box[3])]
        yield [mark for mark in level if box[0] <= (mark.box[0] + mark.box[2]) / 2 <= box[2]]
