"""Which column each cell of a row is for: by the heads over it, or by their number. Called by `tables`.

The heads of a page and the cells below need not agree: heads over several columns are printed before those under them,
spans differ, cells pad the rows. Where the heads stand one over each cell they are obeyed, in whatever order; else a
row that has exactly as many cells as the form has columns is in the form's order, or in that of the one line that has
all heads. Nothing else is a column.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import Final, Generic, NamedTuple, TypeVar

from giptui.readers.document import Cell
from giptui.readers.tables.cells import plain

C = TypeVar("C", bound=Hashable)

LOST: Final = "空白格没有留下，看不出数在哪一列"
FEWER: Final = "格数比列数少，看不出数在哪一列"
MORE: Final = "格数比列数多，看不出数在哪一列"
NO_CELLS: Final = "这一行没有数格"
NO_COLUMN: Final = "表里没有这一列"
UNORDERED: Final = "列名认不全，次序又不同"
SHIFTED: Final = "看不出数从哪一格开始"


class Heads(NamedTuple, Generic[C]):
    """The heads over some rows. ``over`` is where each column's head stands, if it can be known; ``lines`` are columns
    that heads of one level name, as printed. ``is_disordered``: what they name is in an order that cannot be told.
    """

    over: Mapping[C, Cell]
    lines: tuple[tuple[C, ...], ...] = ()
    is_disordered: bool = False

    def order(self, columns: Sequence[C]) -> Sequence[C] | None:
        """The columns from left to right: those of a line that names them all, else the form's order; None if what the
        lines name is in another one.
        """
        if self.is_disordered:
            return None
        for line in self.lines:
            named = [column for column in line if column in columns]
            if len(named) == len(columns) == len({*named}):
                return named
            if named != [column for column in columns if column in named]:
                return None
        return columns


def assigned(cells: Sequence[Cell], columns: Sequence[C], heads: Heads[C], first: int = 0) -> Mapping[C, Cell] | str:
    """The cell of each column; a column that the page has not is not in it. Why that cannot be known, if it cannot.
    ``first`` is the column of the grid before which no row of the table has its values.
    """
    if not cells:
        return NO_CELLS
    if any(cell.column is None for cell in cells):
        return LOST
    if found := _under(cells, columns, heads.over):
        return found
    over = [heads.over[column] for column in columns if column in heads.over]
    reason = _unlike(cells, over, first) if len(over) == len(columns) > 1 else ""
    return reason or _counted(cells, columns, heads)


def _unlike(cells: Sequence[Cell], heads: Sequence[Cell], first: int) -> str:
    """Why cells that do not stand one under each head cannot be in their order; empty if they can."""
    is_blank = not any(plain(cell.text) for cell in cells)
    end = max((cell.column or 0) + cell.columns for cell in cells)
    if end <= max(head.column or 0 for head in heads) or (len(cells) < len(heads) and not is_blank):
        return FEWER
    if len(cells) > len(heads) and not is_blank:  # the heads say where cells should be: none of these is padding
        return MORE
    return SHIFTED if (cells[0].column or 0) < first and not is_blank else ""


def _under(cells: Sequence[Cell], columns: Sequence[C], over: Mapping[C, Cell]) -> Mapping[C, Cell]:
    """The cells under the heads, if each stands under one and none with a number is left; else none."""
    heads = {column: over[column] for column in columns if column in over}
    found: dict[C, Cell] = {}
    for column, head in heads.items():
        assert head.column is not None
        under = [cell for cell in cells if cell.column is not None and _reaches(cell, head.column)]
        if len(under) != 1:
            return {}
        found[column] = under[0]
    used = list(found.values())
    if any(used.count(cell) > 1 and plain(cell.text) for cell in used):
        return {}
    if any(plain(cell.text) and cell not in used for cell in cells):
        return {}
    is_whole = len(found) == len(columns) or len(cells) == len(found) >= max(len(columns) - 1, 2)
    return found if is_whole else {}


def _reaches(cell: Cell, column: int) -> bool:
    return cell.column is not None and cell.column <= column < cell.column + cell.columns


def _counted(cells: Sequence[Cell], columns: Sequence[C], heads: Heads[C]) -> Mapping[C, Cell] | str:
    """The cells in their order, where there is one for each column; blank ones behind them are padding."""
    count = len(columns)
    filled = [cell for cell in cells if plain(cell.text)]
    if not filled:
        return _blank(cells, columns)
    if count == 1:
        return {columns[0]: filled[0]} if len(filled) == 1 else MORE
    order = heads.order(columns)
    if len(cells) < count:
        return FEWER
    if order is None:
        return UNORDERED
    return MORE if any(plain(cell.text) for cell in cells[count:]) else dict(zip(order, cells, strict=False))


def _blank(cells: Sequence[Cell], columns: Sequence[C]) -> Mapping[C, Cell] | str:
    """Blank cells, as many as there are columns or as wide as these, are blank in every column."""
    if sum(cell.columns for cell in cells) < len(columns):
        return NO_CELLS
    return {column: cells[min(n, len(cells) - 1)] for n, column in enumerate(columns)}


class Start(NamedTuple):
    """Where the values of a table begin, by all its rows: behind each label, or in one column for all."""

    column: int | None  # None: behind each label
    is_known: bool = True
    deepest: int = 0  # where the longest label ends

    def behind(self, label: Cell, cells: Sequence[Cell], count: int) -> Sequence[Cell] | str:
        """The cells of a row from where its values begin; ``count`` is how many columns it has."""
        if self.column is None or len(cells) <= count or label.column is None:
            return cells
        rest = [cell for cell in cells if cell.column is None or cell.column >= self.column]
        if len(rest) == len(cells) or not any(plain(cell.text) for cell in cells):
            return cells
        return rest if self.is_known else SHIFTED


def start(rows: Iterable[tuple[Cell, Sequence[Cell]]], count: int) -> Start:
    """Where the values begin in rows (label, cells behind it) of so many columns.

    In a sheet whose merged labels have become cells, blank ones stand between a short label and its numbers; in a page
    whose rows are padded, blank ones stand behind the numbers. A number in either place tells which.
    """
    rows = [(label, cells) for label, cells in rows if label.column is not None and cells]
    common = max((_end(label) for label, _ in rows), default=0)
    short = [(label, cells) for label, cells in rows if _end(label) < common and len(cells) > count]
    before = any(
        plain(cell.text) and cell.column is not None and cell.column < common for _, cells in short for cell in cells
    )
    behind = any(plain(cell.text) for _, cells in short for cell in cells[count:])
    if not short or (before and not behind):
        return Start(None, deepest=common)
    return Start(common, behind and not before, common)


def _end(label: Cell) -> int:
    return (label.column or 0) + label.columns
