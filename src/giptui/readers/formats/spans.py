"""Rows of cells with spans → grids and lines in their order. Called by every reader whose source has tables of its own.

A title, a section's heading or a paragraph that was put into the table, alone in its row, and a row with a cell as long
as a text, are prose: they become lines, what is between them grids.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from giptui.readers import refusals
from giptui.readers.document import Cell, Grid, Place
from giptui.readers.labels import caption, heading

WIDEST: Final = 1000  # columns; what is farther to the right is no report
_MOST_FIELDS: Final = 2_000_000  # of all cells' spans; two hundred times the tables of a report
_A_TEXT: Final = 200  # characters that no label and no value has
_A_SENTENCE: Final = 60  # and that none has that stands alone in its row


class Spanned(NamedTuple):
    """A cell as it is written: text, spans, why it may be misread, the anchors in it; the mark of a note that is not in
    its text.
    """

    text: str
    rows: int = 1
    columns: int = 1
    doubt: str = ""
    hung: tuple[int, ...] = ()
    mark: str = ""


def laid(rows: Sequence[Sequence[Spanned]], place: Callable[[int, int], Place]) -> tuple[Cell, ...]:
    """Every cell where its row's free columns and the spans from above put it; spans end where the table does.

    ``place`` gets row and column, from 0. Refused if the spans are beyond any table.
    """
    cells: list[Cell] = []
    taken: dict[int, int] = {}  # column → the row from which on it is free
    fields = 0
    for row, line in enumerate(rows):
        column = 0
        for text, deep, wide, doubt, *_ in line:
            while taken.get(column, 0) > row:
                column += 1
            width = min(max(wide, 1), max(WIDEST - column, 1))
            height = min(deep if deep > 0 else len(rows), len(rows) - row)
            fields += width
            if fields > _MOST_FIELDS:
                raise refusals.too_large("表格")
            cells.append(Cell(text, place(row, column), row, column, height, width, doubt))
            if height > 1:
                taken.update(dict.fromkeys(range(column, column + width), row + height))
            column += width
    return tuple(cells)


def parts(cells: Sequence[Cell], unmerged: bool = False) -> Iterator[Grid | list[Cell]]:
    """The cells of a table as grids and, between them, the cells that are prose; a table of one column is prose.

    What is alone in its row covers the table's whole width or, if ``unmerged``, all cells beside it are blank: on a
    sheet nobody has to merge them.
    """
    width = max((_end(cell) for cell in cells), default=0)
    covered = _covered(cells)
    begun = False  # a row of several cells has been there
    grid: list[Cell] = []
    goes_on = False
    for _, each in groupby(cells, key=lambda cell: cell.row):
        line = list(each)
        filled = [cell for cell in line if cell.text or cell.doubt] or line[:1]
        whole = len(line) == 1 and line[0].columns >= width
        alone = whole or (unmerged and len(filled) == 1)
        prose = width == 1 or _long(line) or (alone and _is_prose(filled[0].text, at_top=not begun))
        if prose and line[0].row not in covered:
            if grid:
                yield _rebased(grid, goes_on)
                grid, goes_on = [], True
            yield filled
        else:
            begun = begun or not alone
            grid.extend(line)
    if grid:
        yield _rebased(grid, goes_on)


def _end(cell: Cell) -> int:
    return (cell.column or 0) + cell.columns


def _covered(cells: Sequence[Cell]) -> set[int]:
    """The rows that a cell reaches into from above, or out of: they cannot be taken out of the table."""
    return {row for cell in cells if cell.rows > 1 for row in range(cell.row, cell.row + cell.rows)}


def _long(line: Sequence[Cell]) -> bool:
    return any(len(cell.text) >= _A_TEXT for cell in line)


def _is_prose(text: str, at_top: bool) -> bool:
    """Whether a text alone in its row is none of the table: “第二十条第（一）项” is."""
    if caption(text):
        return False
    return at_top or len(text) >= _A_SENTENCE or "。" in text or heading(text) is not None


def _rebased(cells: Sequence[Cell], goes_on: bool) -> Grid:
    first = cells[0].row
    return Grid(tuple(cell._replace(row=cell.row - first) for cell in cells) if first else tuple(cells), goes_on)
