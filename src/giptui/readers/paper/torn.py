"""Rows of a table that a page break goes through → rows in one piece, on the page of their values. For `pages`."""

from collections.abc import Sequence
from itertools import pairwise

from giptui.readers.document import Cell, Grid
from giptui.readers.lines.names import is_name, named

Row = dict[int, Cell]
"""The cells of one row that reach no further down, by their columns."""


def mended(grids: Sequence[Grid]) -> list[Grid]:
    """The parts of a table that goes on over page breaks."""
    found = list(grids)
    for at, _ in enumerate(pairwise(grids)):
        found[at], found[at + 1] = _mended(found[at], found[at + 1])
    return found


def _mended(before: Grid, after: Grid) -> tuple[Grid, Grid]:
    upper = _row(before, max((cell.row for cell in before.cells), default=0))
    lower = _row(after, 0)
    torn = [column for column in upper if column in lower and _is_torn(upper[column].text, lower[column].text)]
    if len(torn) != 1 or any(column > torn[0] for column in upper.keys() ^ lower.keys()):
        return before, after
    (column,) = torn
    label = upper[column].text + lower[column].text
    values = [[row[each] for each in row if each > column] for row in (upper, lower)]
    match [any(cell.text for cell in cells) for cells in values]:
        case [True, True]:
            return before, after
        case [_, True]:
            return _without(before, upper[column], *values[0]), _relabelled(after, lower[column], label)
    return _relabelled(before, upper[column], label), _without(after, lower[column], *values[1])


def _row(grid: Grid, number: int) -> Row:
    return {
        cell.column: cell for cell in grid.cells if cell.row == number and cell.rows == 1 and cell.column is not None
    }


def _is_torn(upper: str, lower: str) -> bool:
    """Whether the two are the name of a row together, and the second alone is none."""
    return bool(upper and lower) and named(upper + lower).is_row and not is_name(lower)


def _without(grid: Grid, *cells: Cell) -> Grid:
    return grid._replace(cells=tuple(cell for cell in grid.cells if cell not in cells))


def _relabelled(grid: Grid, label: Cell, text: str) -> Grid:
    return grid._replace(cells=tuple(cell._replace(text=text) if cell is label else cell for cell in grid.cells))
