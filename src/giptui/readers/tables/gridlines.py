"""The lines of a grid by what they are in the form: captions, heads, rows with their values. Called by `tables`.

A label means a row where values can follow it: 其他 and 总计 are rows, columns and heads, and 行政复议 stands over
columns in one page and before numbers in another. What a line can be depends on the table it stands in, so lines are
read in their order.
"""

from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from typing import NamedTuple

from giptui.form import Form, Shape
from giptui.readers.document import Cell, Grid
from giptui.readers.labels import Labels, caption, labels_of
from giptui.readers.tables.cells import plain
from giptui.report.figures import is_figure

_MANY = 5_000
_WIDEST = 200  # cells of a line; the form has fifteen
_MATRIX = 5  # values of a row that no label of its own goes with, in section four


class Role(Enum):
    """What a line of a grid is."""

    CAPTION = "caption"
    HEAD = "head"
    ROW = "row"  # a label, or several, with what follows each
    GROUP = "group"  # the label over some rows, alone
    VALUES = "values"  # numbers without a label
    BLANK = "blank"
    OTHER = "other"  # nothing of the form


class Row(NamedTuple):
    """A row of the form as a line has it: its identifier, its label cell, the cells behind that."""

    id: str
    label: Cell
    values: tuple[Cell, ...]


class Line(NamedTuple):
    """A line of a grid. ``table`` is the section it belongs to, empty if none or any."""

    role: Role
    table: str
    cells: tuple[Cell, ...]
    rows: tuple[Row, ...] = ()


class Reader:
    """Reads the lines of grids, one after another, for one form."""

    def __init__(self, form: Form) -> None:
        self._labels: Mapping[str, Labels] = {name: labels_of(table) for name, table in form.tables.items()}
        self._wide = next(name for name, table in form.tables.items() if table.shape is Shape.WIDE)
        self._blocks = next(name for name, table in form.tables.items() if table.shape is Shape.BLOCKS)
        self._table = ""
        self._strange = 0  # texts that are no labels
        self._has_rows = False  # of the table, since its heads
        self._has_results = False  # heads over single columns of the wide table, since its last numbers

    def lines(self, grid: Grid) -> Iterator[Line]:
        """Every line of the grid, top down."""
        for cells in grid.lines().values():
            line = self._line(tuple(cells)) if len(cells) <= _WIDEST else Line(Role.OTHER, "", ())
            line = line._replace(cells=tuple(cells))
            self._follow(line)
            yield line

    def _follow(self, line: Line) -> None:
        if not line.table or line.role is Role.BLANK:
            return
        self._has_rows = line.role is Role.ROW or (self._has_rows and line.table == self._table)
        self._has_results &= line.table == self._table and line.role is not Role.VALUES
        if line.table == self._wide and line.role is Role.HEAD:
            labels = self._labels[self._wide]
            self._has_results |= any(labels.is_head(plain(cell.text)) for cell in line.cells)
        self._table = line.table

    def _line(self, cells: tuple[Cell, ...]) -> Line:
        texts = [text for cell in cells if (text := plain(cell.text))]
        if not texts:
            return Line(Role.VALUES if self._has_results and len(cells) >= _MATRIX else Role.BLANK, self._table, cells)
        if any(map(caption, texts)):
            cells = tuple(cell for cell in cells if not caption(plain(cell.text)))
            texts = [text for text in texts if not caption(text)]
            if not texts:
                return Line(Role.CAPTION, self._blocks, cells)
        figures = sum(map(is_figure, texts))
        if not figures and (table := self._headed(texts, cells)):
            return Line(Role.HEAD, table, cells)
        for table in self._likeliest():
            if rows := self._rows(table, cells, has_figures=figures > 0):
                return Line(Role.ROW, table, cells, rows)
        if self._table == self._wide and figures and len(cells) >= _MATRIX and figures >= len(texts) - 1:
            return Line(Role.VALUES, self._table, cells)
        grouped = (table for table in self._likeliest() if any(map(self._labels[table].is_group, texts)))
        table = next(grouped, "")
        return Line(Role.GROUP if table else Role.OTHER, table, cells)

    def _likeliest(self) -> list[str]:
        """The tables, first the one that the line before belongs to."""
        return sorted(self._labels, key=lambda table: table != self._table)

    def _headed(self, texts: Sequence[str], cells: Sequence[Cell]) -> str:
        """The table whose heads the line has; empty if none: a line of heads has no other text and no row's label."""
        is_row = any(labels.row(texts[0], whole=True) for labels in self._labels.values())
        if len(texts) == 1 and is_row and (self._has_rows or len(cells) > 1):  # 其他, 总计 with blank cells behind it
            return ""
        counts = {table: self._heads(table, texts) for table in self._likeliest()}
        table = max(counts, key=lambda name: counts[name])
        return table if counts[table] >= min(2, len(texts)) and 2 * counts[table] >= len(texts) else ""

    def _heads(self, table: str, texts: Sequence[str]) -> int:
        """How many of the texts stand above columns of the table."""
        labels = self._labels[table]
        heads = sum(map(labels.is_head, texts))
        over = sum(is_group_or_row(labels, text) for text in texts) if table == self._wide else 0
        if not heads and (
            over < min(2, len(texts)) or self._has_results
        ):  # or a row of section four set as rows, blank
            return 0
        return heads + over

    def _row(self, labels: Labels, text: str, whole: bool) -> str:
        """The row that a text names; one that may be damaged is looked for as long as that can take a while at most."""
        found = labels.row(text, whole=whole or self._strange > _MANY)
        self._strange += not found and not whole
        return found

    def _rows(self, table: str, cells: Sequence[Cell], has_figures: bool) -> tuple[Row, ...]:
        """The rows that the cells of a line are of: each label with what follows it up to the next one."""
        labels = self._labels[table]
        found: list[tuple[str, Cell, list[Cell]]] = []
        for cell in cells:
            text = plain(cell.text)
            identifier = "" if not text or is_figure(text) else self._row(labels, text, whole=not has_figures)
            if identifier and not (found and found[-1][0] == identifier):
                found.append((identifier, cell, []))
            elif found and (not text or is_figure(text) or not labels.is_group(text)):
                found[-1][2].append(cell)
        return tuple(Row(identifier, label, tuple(values)) for identifier, label, values in found)


def is_group_or_row(labels: Labels, text: str) -> bool:
    """Whether the text is the label of a row or of some rows, with nothing left out in it."""
    return labels.is_group(text) or bool(labels.row(text, whole=True))
