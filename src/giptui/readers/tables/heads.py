"""The lines of heads above some rows → the column that each head names, and where it stands. Called by `tables`."""

from collections.abc import Iterator, Mapping, Sequence

from giptui.form import Table
from giptui.readers.document import Cell
from giptui.readers.labels import Labels
from giptui.readers.tables.cells import plain
from giptui.readers.tables.columns import Heads

Pair = tuple[str, str]
"""A row of section four and a column of it: there, rows stand side by side."""


def columns_of(lines: Sequence[Sequence[Cell]], table: Table, labels: Labels) -> Heads[str]:
    """The columns, by identifier, that the heads over the rows of a table name."""
    names = {column.label: column.id for _, columns in table.rows() for column in columns}
    named = [[(names[label], cell) for label, cell in line] for line in _named(lines, labels)]
    places: dict[str, list[Cell]] = {}
    for line in named:
        for column, cell in line:
            places.setdefault(column, []).append(cell)
    over = {column: cells[0] for column, cells in places.items() if len(cells) == 1 and cells[0].column is not None}
    starts = [cell.column for cell in over.values()]
    over = {column: cell for column, cell in over.items() if starts.count(cell.column) == 1}
    orders = (
        tuple(column for column, _ in own) for line, own in zip(lines, named, strict=True) if _is_ordered(line, labels)
    )
    return Heads(over, tuple(orders))


def _is_ordered(line: Sequence[Cell], labels: Labels) -> bool:
    """Whether heads are printed in the order of the columns. Where a text has lost the places of its heads, those over
    several columns stand among those over single ones, in any order.
    """
    if all(cell.column is not None for cell in line):
        return True
    heads = [text for cell in line if labels.is_head(text := plain(cell.text)) and not labels.is_corner(text)]
    return all(map(labels.column, heads))


def pairs_of(lines: Sequence[Sequence[Cell]], table: Table, labels: Labels) -> Heads[Pair]:
    """The columns of section four, rows side by side, that its heads name."""
    names = {column.label: column.id for column in table.blocks[0].columns}
    rows = [(row, cell) for line in lines for cell in line if (row := labels.row(plain(cell.text), whole=True))]
    places: dict[Pair, list[Cell]] = {}
    for line in _named(lines, labels):
        for label, cell in line:
            above = [row for row, head in rows if _is_over(head, cell)]
            if len(above) == 1:
                places.setdefault((above[0], names[label]), []).append(cell)
    over = {pair: cells[0] for pair, cells in places.items() if len(cells) == 1}
    return Heads(over)


def rows_of(lines: Sequence[Sequence[Cell]], labels: Labels) -> tuple[str, ...]:
    """The rows of section four that the heads name, as printed."""
    found = (labels.row(plain(cell.text), whole=True) for line in lines for cell in line)
    return tuple(dict.fromkeys(filter(None, found)))


def _is_over(head: Cell, cell: Cell) -> bool:
    if head.column is None or cell.column is None:
        return False
    return head.row < cell.row and head.column <= cell.column < head.column + head.columns


def _named(lines: Sequence[Sequence[Cell]], labels: Labels) -> Iterator[list[tuple[str, Cell]]]:
    """Each line's heads with the label of their column; halves one over the other (商业, 企业) are one head."""
    below = _by_place(lines)
    for line in lines:
        found: list[tuple[str, Cell]] = []
        for cell in line:
            text = plain(cell.text)
            under = below.get((cell.row + cell.rows, cell.column))
            label = labels.column(text) or (labels.column(text + plain(under.text)) if text and under else "")
            if label:
                found.append((label, cell))
        yield found


def _by_place(lines: Sequence[Sequence[Cell]]) -> Mapping[tuple[int, int | None], Cell]:
    return {(cell.row, cell.column): cell for line in lines for cell in line}
