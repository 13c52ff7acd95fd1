"""Pieces of text with their places, rows of them, and the grid that rows make. Shared by the shapes of `lines`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from giptui.readers.document import Cell, Grid, Place
from giptui.report.figures import is_figure
from giptui.report.halfwidth import BLANKS

_NONE: Final = frozenset({"无", "零", "不适用", "未统计"})
_PAGE: Final = re.compile(
    r"[-–—―─－]+ ?[0-9０-９]{1,3} ?[-–—―─－]+|第 ?[0-9０-９]{1,3} ?页(?:[ ,，/]*共 ?[0-9０-９]{1,3} ?页)?"
)
BARS: Final = "|｜│┃"
_UNSEEN: Final = BLANKS + "\u2002\u2003\u2009\u200b\ufeff\v\f"
_GLUED: Final = re.compile(r"(.*[^0-9\s.,，/+\-０-９])\s*([0-9０-９][0-9０-９ .,]*)")


class Piece(NamedTuple):
    """A text that is a cell, or a part of one, and where it stands."""

    text: str
    place: Place

    def __add__(self, other: object) -> Piece:
        """The two as one cell: the second goes on the first."""
        assert isinstance(other, Piece)
        return Piece(self.text + other.text, self.place)


class Line(NamedTuple):
    """A row of a table. ``is_placed``: its values stand in the columns of the table from the first one on, blanks
    among them; else where the blanks were is lost.
    """

    labels: tuple[Piece, ...]
    values: tuple[Piece, ...] = ()
    is_placed: bool = True


def bare(text: str) -> str:
    """The text without what cannot be seen around it."""
    return text.strip(_UNSEEN)


def is_value(text: str) -> bool:
    """Whether it is a figure, or a word that stands for one."""
    return text in _NONE or is_figure(text)


def is_page_number(text: str) -> bool:
    """Whether it is the number of a page, as it stands between two of them: ``- 4 -``, ``第 4 页``."""
    return len(text) < 20 and _PAGE.fullmatch(text) is not None


def unglued(text: str) -> tuple[str, str] | None:
    """A label and the figures that are glued to its end, taken apart; the figures stay one text."""
    match = _GLUED.fullmatch(text)
    return (match[1], match[2].strip()) if match else None


def grid(lines: Sequence[Line]) -> Grid:
    """The rows as a grid. The values of all rows begin in the same column, behind the longest run of labels; the last
    label of a row reaches to them.
    """
    start = max(len(line.labels) for line in lines) if lines else 0
    cells: list[Cell] = []
    for row, line in enumerate(lines):
        last = len(line.labels) - 1
        for n, (text, place) in enumerate(line.labels):
            reach = start - n if n == last and line.values else 1
            cells.append(Cell(text, place, row, n, columns=reach))
        cells += [
            Cell(text, place, row, start + n if line.is_placed else None) for n, (text, place) in enumerate(line.values)
        ]
    return Grid(tuple(cells))
