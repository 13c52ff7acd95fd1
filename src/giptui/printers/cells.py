"""A table of the form as its official page has it: cells with spans, which fill a grid without gap or overlap.

Every printer of a format that knows tables is a function of these cells, and so is whatever points at one of them. The
grids are those of the decrees: 14 × 4, 28 × 10 and 4 × 15 in the form of 2021, 18 × 4, 26 × 10 and 4 × 15 in that of
2019.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum
from itertools import pairwise
from typing import NamedTuple

from giptui.display.spans import levels
from giptui.form import Block, Cell, Shape, Table
from giptui.printers.page import inline
from giptui.report import Report


class Role(Enum):
    """What a cell is for."""

    CAPTION = "caption"  # stands over a block, as wide as the table
    HEAD = "head"  # over columns, the corner too
    GROUP = "group"  # beside the labels of several rows
    LABEL = "label"  # of one row
    VALUE = "value"


class Placed(NamedTuple):
    """A cell in its place: row and column count from 0, ``rows`` and ``columns`` say how far it reaches from there.

    ``text`` holds a newline where the official form breaks a head; a value is spelled as on any page of plain text.
    ``address`` is that of a value, and empty elsewhere.
    """

    row: int
    column: int
    rows: int
    columns: int
    role: Role
    text: str
    address: str = ""


class _Body(NamedTuple):
    """A block taken apart: the heads over each column and the labels beside each row, outermost first, and the
    addresses row by row.
    """

    heads: Sequence[tuple[str, ...]]
    labels: Sequence[tuple[str, ...]]
    rows: Sequence[Sequence[str]]


def cells(report: Report, table: Table) -> tuple[Placed, ...]:
    """The cells of the table, row by row."""
    bodies = [_body(table, block) for block in table.blocks]
    margin = max(len(labels) for body in bodies for labels in body.labels)
    width = margin + max(len(body.heads) for body in bodies)
    placed: list[Placed] = []
    for block, body in zip(table.blocks, bodies, strict=True):
        top = max((cell.row + cell.rows for cell in placed), default=0)
        if block.caption:
            placed.append(Placed(top, 0, 1, width, Role.CAPTION, block.caption))
            top += 1
        first = top + max(map(len, body.heads))
        if margin:
            placed.append(Placed(top, 0, first - top, margin, Role.HEAD, block.corner))
        # A block with fewer columns than the widest leaves what remains to its last one.
        edges = [*range(margin, margin + len(body.heads)), width]
        placed += _heads(body, edges, top, first)
        placed += _labels(body, margin, first)
        placed += (
            Placed(row, left, 1, right - left, Role.VALUE, inline(report[address]), address)
            for row, addresses in enumerate(body.rows, first)
            for (left, right), address in zip(pairwise(edges), addresses, strict=True)
        )
    return tuple(sorted(placed, key=lambda cell: (cell.row, cell.column)))


def _body(table: Table, block: Block) -> _Body:
    rows = [[Cell(table.id, row, column).address for column in block.columns] for row in block.rows]
    if table.shape is Shape.WIDE:  # all rows in one: their labels are heads
        heads = [
            (*row.path, column.label if column.id in row.unbroken else column.official)
            for row in block.rows
            for column in block.columns
        ]
        return _Body(heads, [()], [[address for row in rows for address in row]])
    return _Body([(*column.over, column.official) for column in block.columns], [row.path for row in block.rows], rows)


def _heads(body: _Body, edges: Sequence[int], top: int, bottom: int) -> Iterator[Placed]:
    """A head with none below it reaches down to the values."""
    for depth, level in enumerate(levels(body.heads)):
        for head in level:
            lowest = len(body.heads[head.first]) == depth + 1
            left, right = edges[head.first], edges[head.last + 1]
            rows = bottom - top - depth if lowest else 1
            yield Placed(top + depth, left, rows, right - left, Role.HEAD, head.label)


def _labels(body: _Body, margin: int, top: int) -> Iterator[Placed]:
    """A row's own label reaches as far as the values."""
    for depth, level in enumerate(levels(body.labels)):
        for label in level:
            own = len(body.labels[label.first]) == depth + 1
            columns, role = (margin - depth, Role.LABEL) if own else (1, Role.GROUP)
            yield Placed(top + label.first, depth, label.last - label.first + 1, columns, role, label.label)
