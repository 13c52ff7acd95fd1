"""The columns of a pasted block: which cell each value is for. By the heads over them where there are any, else by the
place of the person, or from the first one where there are as many as the table has. Pure; called by `blocks`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from giptui.form import Cell, Form, Kind, Shape
from giptui.readers.labels import Labels
from giptui.report import BLANK, Value, addend, fits
from giptui.report.typed import typed
from giptui.session.pasted import Cells
from giptui.session.pasted_rows import Line, Lines, NoBlock, Rows


class Block(NamedTuple):
    """What a block puts where; what of it was left out, by its label; the addresses it puts something odd at."""

    edits: Mapping[str, Value]
    skipped: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()


class Columns:
    """The columns of a table for values whose rows are known."""

    def __init__(self, form: Form, rows: Rows) -> None:
        self._form, self._rows = form, rows
        self._table = rows.table
        self._widest = max(len(columns) for columns in rows.columns.values())
        self._of_first_row = next(iter(rows.columns.values()))

    def filled(self, found: Lines, at: Cell | None) -> Block | NoBlock:
        """The values of the lines at the addresses of their rows; ``at`` as in :meth:`Rows.matched`."""
        lines = found.lines
        count = max(len(line.values) for line in lines)
        heads = self._heads(count)
        if heads is None:
            return NoBlock("有两列是同一个列名")
        while not heads and count > self._widest and not any(any(line.values[count - 1 :]) for line in lines):
            count -= 1
        if not heads and self._rows.text.is_aligned and self._hides_a_column(lines, count):
            return NoBlock("少一列，最后一列又像总计：看不出少的是哪一列，请从表格软件里复制")
        start = self._first_column(lines, count, at)
        edits: dict[str, Value] = {}
        unknown: dict[int, str] = {}
        for line in lines:
            columns, values = self._rows.columns[line.row], line.values[:count]
            if not heads and self._table.shape is Shape.BLOCKS and self._is_labelled_short(values, columns):
                return NoBlock(f"“{line.name}”一行应有 {len(columns)} 个数，这里有 {sum(map(bool, values))} 个")
            for n, text in enumerate(values):
                label = heads.get(n, "") if heads else columns[start + n] if start + n < len(columns) else ""
                if label in columns:
                    address = self._form.lines[f"{self._table.id}.{line.row}"].cells[columns.index(label)]
                    if text or not self._is_total(address):
                        edits[address] = typed(text, self._form.kinds[address])
                elif text and heads:
                    unknown[n] = f"第 {n + 1} 列"
                elif text:
                    return NoBlock(f"有 {count} 列，从这里起只有 {len(columns) - start} 列；若行列反了，请先转置")
        if self._rows.text.is_loose and self._table.shape is not Shape.BLOCKS:
            return NoBlock("各行的数对不齐，空白处看不出是哪一列；请从表格软件里复制")
        kept = tuple(address for address, value in edits.items() if not fits(value, self._form.kinds[address]))
        return Block(edits, (*found.skipped, *unknown.values()), kept)

    def _hides_a_column(self, lines: Sequence[Line], count: int) -> bool:
        """Whether one column is missing and it is not the total: the last one is the sum of the others."""
        if self._table.shape is Shape.BLOCKS or count != len(self._of_first_row) - 1:
            return False
        sums = [[addend(typed(text, Kind.COUNT)) for text in line.values[:count]] for line in lines]
        known = [[number for number in row if number is not None] for row in sums]
        return any(row[-1:] > [0] for row in known) and all(not row or sum(row[:-1]) == row[-1] for row in known)

    def _is_labelled_short(self, values: Sequence[str], columns: Sequence[str]) -> bool:
        return self._rows.is_labelled and (
            len(values) < len(columns) or (self._rows.text.is_loose and not all(values[: len(columns)]))
        )

    def _heads(self, count: int) -> dict[int, str] | None:
        """The column of each place by the heads over it; empty if there are none to go by, None if two are the same."""
        if self._table.shape is Shape.BLOCKS:
            return {}
        above, labels = self._rows.heads, self._rows.labels
        first, start = self._rows.first
        heads = {n: label for row in above for n in range(count) if (label := labels.column(_at(row, start + n)))}
        flat = [label for row in above for label in map(labels.column, row) if label]
        one_row = next((names for row in above if len(names := _texts_of(row, labels)) == count), None)
        if len({len(row) for row in (*above, first)}) > 1:  # heads that span others are not above them
            heads = dict(enumerate(one_row)) if one_row and len(flat) == count else {}
        if len(heads) < min(count, 2):
            return {}
        columns = [column.label for column in self._table.blocks[0].columns]
        if count >= len(columns) - 1 and all(columns.index(label) == n for n, label in heads.items()):
            return {}  # all are where they belong: what the others are called does not matter
        return heads if len({*heads.values()}) == len(heads) else None

    def _first_column(self, lines: Sequence[Line], count: int, at: Cell | None) -> int:
        """The column of the first value, where no heads tell."""
        missing = len(self._of_first_row) - count
        whole = self._rows.is_labelled or len(lines) == len(self._rows.columns)
        if missing <= 0 or (whole and (missing == 1 or self._table.shape is Shape.BLOCKS)):
            return 0
        return self._rows.columns[at.row.id].index(at.column.label) if at else 0

    def _is_total(self, address: str) -> bool:
        return any(each.is_sum and each.right == (address,) for each in self._form.identities_at.get(address, ()))


def _texts_of(row: Cells, labels: Labels) -> list[str]:
    return [label for label in map(labels.column, row) if label]


def _at(row: Cells, place: int) -> str:
    return row[place] if place < len(row) else BLANK
