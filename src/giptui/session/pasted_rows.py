"""The rows of a pasted block: which row of the table each of them is. By their labels where they have any, else by the
place of the person, or from the first one where there are as many as the table has. Pure; called by `blocks`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from giptui.display.spans import openings
from giptui.form import Cell, Shape, Table
from giptui.readers.labels import Labels
from giptui.report.figures import is_figure
from giptui.session.pasted import Cells, Pasted


class NoBlock(NamedTuple):
    """Why a text is no block for this table, in a sentence."""

    reason: str


class Line(NamedTuple):
    """A row of the block: the row of the table that its label names, what the label is, its values."""

    row: str
    name: str
    values: Cells


class Lines(NamedTuple):
    """The rows of the block that are rows of the table, and the labels of those left out."""

    lines: tuple[Line, ...]
    skipped: tuple[str, ...] = ()


class Rows:
    """Pasted rows as one table sees them. ``columns`` are the labels of each row's cells, ``text`` is what was pasted,
    by rows.
    """

    def __init__(self, table: Table, text: Pasted) -> None:
        self.table, self.text, self.labels = table, text, Labels(table)
        self.columns = {row.id: [column.label for column in columns] for row, columns in table.rows()}
        self._raw = self._regrouped(text.rows)
        starts = [self._start(row) for row in self._raw]
        self._first = next((n for n, row in enumerate(self._raw) if any(map(is_figure, row[starts[n] :]))), 0)
        self._starts = self._common(starts)
        lines = [self._line(row, start) for row, start in zip(self._raw, self._starts, strict=True)]
        self._lines = [line for line in lines[self._first :] if line is not None]

    @property
    def is_labelled(self) -> bool:
        """Whether the block names rows of this table."""
        return any(line.row for line in self._lines)

    @property
    def heads(self) -> list[Cells]:
        """The rows above the first one with a figure."""
        return self._raw[: self._first]

    @property
    def first(self) -> tuple[Cells, int]:
        """The first row with a figure, and where its values begin."""
        return self._raw[self._first], self._starts[self._first]

    def matched(self, at: Cell | None) -> Lines | NoBlock:
        """The lines with their rows; ``at`` is where the person is, None if in another table."""
        if not any(is_figure(cell) for line in self._lines for cell in line.values):
            return NoBlock("里面没有表格里的数，文字请按 F7 到文字处再粘贴")
        if self._is_transposed():
            return NoBlock("行和列是反的，请先在表格软件里转置，再粘贴")
        if self.is_labelled:
            skipped = [line.name or "没有行名的一行" for line in self._lines if not line.row and any(line.values)]
            found: Lines | NoBlock = Lines(tuple(line for line in self._lines if line.row), tuple(skipped))
        elif named := next((line.name for line in self._lines if line.name), ""):
            return NoBlock(f"认不出行名“{named[:20]}”，请连同表里的行名一起复制，或只复制数字")
        else:
            assert at, "a block without labels is for the table where the person is"
            found = self._below(self._unwrapped(self._lines), at)
        if isinstance(found, NoBlock):
            return found
        seen: set[str] = set()
        for line in found.lines:
            if line.row in seen:
                return NoBlock(f"有两行都是“{line.name or line.row}”")
            seen.add(line.row)
        return found

    def _regrouped(self, rows: Sequence[Cells]) -> list[Cells]:
        """A page that was copied one cell a line: its rows, by their labels, or by their number."""
        if any(len(row) > 1 for row in rows):
            return list(rows)
        cells = [row[0] for row in rows if row[0]]
        if sum(bool(self.labels.row(cell)) for cell in cells if not is_figure(cell)) > 1:
            grouped: list[list[str]] = []
            for cell in cells:
                if grouped and is_figure(cell):
                    grouped[-1].append(cell)
                else:
                    grouped.append([cell])
            counts = {len(group) for group in grouped if len(group) > 1}
            self.text = self.text._replace(is_aligned=True, is_loose=len(counts) > 1)
            return [tuple(group) for group in grouped]
        widths = {len(columns) for columns in self.columns.values()}
        if len(widths) == 1 and len(self.columns) > 1 and all(map(is_figure, cells)):
            for count in (max(widths), max(widths) - 1):
                if len(cells) == count * len(self.columns):
                    return [tuple(cells[n : n + count]) for n in range(0, len(cells), count)]
        return list(rows)

    def _start(self, row: Cells) -> int:
        """Where the values of a row begin: behind its label."""
        start, in_front = 0, True
        for n, cell in enumerate(row):
            if is_figure(cell):
                in_front = False
            elif cell and (self.labels.is_label(cell) if in_front else self.labels.row(cell)):
                start, in_front = n + 1, True
        return start

    def _common(self, starts: list[int]) -> list[int]:
        """Where the values begin: in one column, unless the rows are those of a page whose labels span rows."""
        data = [
            n
            for n, row in enumerate(self._raw)
            if n >= self._first and (any(map(is_figure, row[starts[n] :])) or self._named(row[: starts[n]], whole=True))
        ]
        if not data:
            return starts
        common = max(starts[n] for n in data)
        even = len({len(self._raw[n]) - starts[n] for n in data}) == 1
        if even or any(any(self._raw[n][starts[n] : common]) for n in data):
            return starts
        return [max(start, common) for start in starts]

    def _line(self, row: Cells, start: int) -> Line | None:
        """The row as a line of values; None if it is none: a head, the label of a group."""
        names, values = _texts(row[:start]), row[start:]
        found = self._named(row[:start], whole=not any(map(is_figure, values)))
        if names and not any(map(is_figure, values)) and not (found and values):
            return None
        if not names and any(values) and not any(map(is_figure, values)):
            return None
        return Line(found, names[-1] if names else "", values)

    def _named(self, label: Cells, whole: bool = False) -> str:
        """The row that a label of one or several cells names."""
        names = _texts(label)
        return next(filter(None, (self.labels.row(name, whole) for name in reversed([*names, "".join(names)]))), "")

    def _unwrapped(self, lines: list[Line]) -> list[Line]:
        """Without the blank lines that stand for the labels of groups, if there are exactly these."""
        rows = [row for row, _ in self.table.rows()]
        opened = list(openings(row.groups for row in rows))
        for deepest in (0, 1):
            pattern = [n for n, groups in enumerate(opened) for _ in (*(g for g in groups if g[0] >= deepest), None)]
            is_row = [following != n for n, following in zip(pattern, [*pattern[1:], -1], strict=True)]
            if len(lines) == len(pattern) > len(rows) and not any(
                any(line.values) for line, own in zip(lines, is_row, strict=True) if not own
            ):
                return [line for line, own in zip(lines, is_row, strict=True) if own]
        return lines

    def _below(self, lines: list[Line], at: Cell) -> Lines | NoBlock:
        """Lines without labels: all rows of the table, or as many as there are from the cursor on."""
        if self.table.shape is Shape.WIDE and len(lines) == 1:
            lines = self._side_by_side(lines[0])
        identifiers = list(self.columns)
        here = identifiers.index(at.row.id)
        room = len(identifiers) - (here if len(lines) < len(identifiers) else 0)
        while len(lines) > room and not any(lines[-1].values):
            lines = lines[:-1]
        if len(lines) > len(identifiers):
            return NoBlock(f"有 {len(lines)} 行，这张表只有 {len(identifiers)} 行；请连同行名一起复制")
        if len(lines) > room:
            return NoBlock(f"有 {len(lines)} 行，从这一格往下只有 {room} 行")
        first = 0 if len(lines) == len(identifiers) else here
        return Lines(tuple(line._replace(row=identifiers[first + n]) for n, line in enumerate(lines)))

    def _side_by_side(self, line: Line) -> list[Line]:
        """The official page sets the rows of section four side by side."""
        columns = len(next(iter(self.columns.values())))
        for count in (columns, columns - 1):
            if len(line.values) == count * len(self.columns):
                return [line._replace(values=line.values[n : n + count]) for n in range(0, len(line.values), count)]
        return [line]

    def _is_transposed(self) -> bool:
        """Whether the names of rows stand side by side, or those of columns one under another."""
        across = max(len({*filter(None, map(self.labels.row, _texts(row)))}) for row in self._raw)
        data = [row for row in self._raw if any(map(is_figure, row))]
        down = {self.labels.column(text) for row in data for text in _texts(row)[:1] if not self.labels.row(text)}
        return (across > 2 and self.table.shape is not Shape.WIDE) or len(down - {""}) > 2


def _texts(row: Cells) -> list[str]:
    return [cell for cell in row if cell and not is_figure(cell)]
