"""The layout `lines`: a report as a web page gives it that knows no tables, one cell a line.

A table stands in row-major order, a label that spans rows or columns once, at its first cell; head words are broken
where the official form breaks them. A blank cell is an empty line in its place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from giptui.display.spans import levels, openings
from giptui.form import Block, Cell, Row, Shape, Table
from giptui.printers.page import inline
from giptui.report import Report


def metadata(title: str, entries: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Each label and each value on a line, and the title again, as the page prints it below them."""
    yield "\n".join(line for entry in entries for line in entry)
    if title:
        yield title


def table(report: Report, table: Table) -> Iterator[str]:
    """Labels and values in printed order."""
    for block in table.blocks:
        yield from filter(None, (block.caption, block.corner))
        yield from _side_by_side(report, table, block) if table.shape is Shape.WIDE else _stacked(report, table, block)


def _stacked(report: Report, table: Table, block: Block) -> Iterator[str]:
    yield from _heads([(*column.over, column.official) for column in block.columns])
    for row, opened in zip(block.rows, openings(row.groups for row in block.rows), strict=True):
        yield from (label for _, label in opened)
        yield row.label
        yield from _values(report, table, block, row)


def _side_by_side(report: Report, table: Table, block: Block) -> Iterator[str]:
    """All rows in a single one: what labels a row elsewhere is a head here, over the columns of that row."""
    yield from _heads(
        [
            (*row.path, column.label if column.id in row.unbroken else column.official)
            for row in block.rows
            for column in block.columns
        ]
    )
    for row in block.rows:
        yield from _values(report, table, block, row)


def _heads(paths: Sequence[tuple[str, ...]]) -> Iterator[str]:
    for level in levels(paths):
        for head in level:
            yield from head.label.split("\n")


def _values(report: Report, table: Table, block: Block, row: Row) -> Iterator[str]:
    return (inline(report[Cell(table.id, row, column).address]) for column in block.columns)
