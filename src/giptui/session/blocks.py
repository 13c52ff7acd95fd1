"""A pasted block: which cells it means, and what it puts there. Pure; the editor commits it as one step.

Rows and columns are taken by their labels where the block has labels, else by the place of the cursor, or from the
first cell where the block is as large as the table. Nothing is guessed at: what does not fit is refused in a sentence.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from giptui.display.spans import openings
from giptui.form import Form, Kind, Shape, Table
from giptui.report import BLANK, Report, State, Value, addend, fits, judge, show
from giptui.report.typed import typed
from giptui.session.labels import Labels
from giptui.session.pasted import Cells, Pasted, is_figure, pasted

_LARGEST: Final = 100_000  # characters; the longest table takes a few thousand
_MOST_CELLS: Final = 3_000


class Block(NamedTuple):
    """What a block puts where; what of it was left out, by its label; the addresses it puts something odd at."""

    edits: Mapping[str, Value]
    skipped: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()


class NoBlock(NamedTuple):
    """Why a text is no block for this table, in a sentence."""

    reason: str


def is_single(text: str) -> bool:
    """Whether the text is for one cell: a word, or a line that is one figure with blanks in it."""
    rows = text.strip().splitlines()
    return len(text.split()) < 2 or (
        len(rows) == 1 and len(text) < 100 and "\t" not in text and is_figure(text.strip())
    )


def block(form: Form, at: str, text: str) -> Block | NoBlock:
    """What the text means for a person who is at the cell ``at``; for another table if the labels are that one's."""
    here = form.cells[at].table
    if len(text) > _LARGEST:
        return NoBlock("要粘贴的文字太长，不像一张表")
    found = pasted(text)
    if sum(map(len, found.rows)) > _MOST_CELLS:
        return NoBlock("要粘贴的格太多，不像一张表")
    first = _Reading(form, form.tables[here], found).placed(at)
    if isinstance(first, NoBlock):
        for table in form.tables.values():
            reading = _Reading(form, table, found)
            if table.id != here and reading.is_labelled and isinstance(other := reading.placed(), Block):
                return other
    return first


def block_in_words(report: Report, block: Block) -> str:
    """What has been pasted, as the report stands after it: set, kept, left out, and what does not add up."""
    form = report.form
    said = [f"已粘贴 {len(block.edits)} 格"]
    if block.kept:
        odd = "、".join(f"{form.label(address)}“{show(report[address])}”" for address in block.kept[:2])
        said.append(f"{len(block.kept)} 格不是数，照原样保留：{odd}{' 等' if block.kept[2:] else ''}")
    if block.skipped:
        names = "、".join(block.skipped[:3])
        said.append(f"略去表里没有的 {len(block.skipped)} 行或列：{names}{' 等' if block.skipped[3:] else ''}")
    touched = dict.fromkeys(each for address in block.edits for each in form.identities_at.get(address, ()))
    broken = sum(judge(identity, report.__getitem__).state is State.BROKEN for identity in touched)
    said.append(f"有 {broken} 处合计对不上，按 ] 查看" if broken else "")
    return "；".join(filter(None, said))


class _Line(NamedTuple):
    """A row of the block: the row of the table that its label names, what the label is, its values."""

    row: str
    name: str
    values: Cells


class _Reading:
    """One table's view of the pasted rows."""

    def __init__(self, form: Form, table: Table, text: Pasted) -> None:
        self._form, self._table, self._text = form, table, text
        self._labels = Labels(table)
        self._rows = [(row.id, [column.label for column in columns]) for row, columns in table.rows()]
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

    def placed(self, at: str = "") -> Block | NoBlock:
        """The values at their addresses; ``at`` is where the person is, empty if in another table."""
        if not any(is_figure(cell) for line in self._lines for cell in line.values):
            return NoBlock("里面没有表格里的数，文字请按 F7 到文字处再粘贴")
        if self._is_transposed():
            return NoBlock("行和列是反的，请先在表格软件里转置，再粘贴")
        lines, skipped = list(self._lines), []
        if self.is_labelled:
            skipped = [line.name or "没有行名的一行" for line in lines if not line.row and any(line.values)]
            lines = [line for line in lines if line.row]
        elif named := next((line.name for line in lines if line.name), ""):
            return NoBlock(f"认不出行名“{named[:20]}”，请连同表里的行名一起复制，或只复制数字")
        else:
            placed = self._below(self._unwrapped(lines), at)
            if isinstance(placed, NoBlock):
                return placed
            lines = placed
        if len({line.row for line in lines}) < len(lines):
            twice = next(
                line.name or line.row for n, line in enumerate(lines) if line.row in {e.row for e in lines[:n]}
            )
            return NoBlock(f"有两行都是“{twice}”")
        return self._filled(lines, skipped, at)

    # --- rows

    def _regrouped(self, rows: Sequence[Cells]) -> list[Cells]:
        """A page that was copied one cell a line: its rows, by their labels, or by their number."""
        if any(len(row) > 1 for row in rows):
            return list(rows)
        cells = [row[0] for row in rows if row[0]]
        if sum(bool(self._labels.row(cell)) for cell in cells if not is_figure(cell)) > 1:
            grouped: list[list[str]] = []
            for cell in cells:
                if grouped and is_figure(cell):
                    grouped[-1].append(cell)
                else:
                    grouped.append([cell])
            counts = {len(group) for group in grouped if len(group) > 1}
            self._text = self._text._replace(is_aligned=True, is_loose=len(counts) > 1)
            return [tuple(group) for group in grouped]
        widths = {len(columns) for _, columns in self._rows}
        if len(widths) == 1 and len(self._rows) > 1 and all(map(is_figure, cells)):
            for count in (max(widths), max(widths) - 1):
                if len(cells) == count * len(self._rows):
                    return [tuple(cells[n : n + count]) for n in range(0, len(cells), count)]
        return list(rows)

    def _start(self, row: Cells) -> int:
        """Where the values of a row begin: behind its label."""
        start, in_front = 0, True
        for n, cell in enumerate(row):
            if is_figure(cell):
                in_front = False
            elif cell and (self._labels.is_label(cell) if in_front else self._labels.row(cell)):
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

    def _line(self, row: Cells, start: int) -> _Line | None:
        """The row as a line of values; None if it is none: a head, the label of a group."""
        names, values = _texts(row[:start]), row[start:]
        found = self._named(row[:start], whole=not any(map(is_figure, values)))
        if names and not any(map(is_figure, values)) and not (found and values):
            return None
        if not names and any(values) and not any(map(is_figure, values)):
            return None
        return _Line(found, names[-1] if names else "", values)

    def _named(self, label: Cells, whole: bool = False) -> str:
        """The row that a label of one or several cells names."""
        names = _texts(label)
        return next(filter(None, (self._labels.row(name, whole) for name in reversed([*names, "".join(names)]))), "")

    def _unwrapped(self, lines: list[_Line]) -> list[_Line]:
        """Without the blank lines that stand for the labels of groups, if there are exactly these."""
        rows = [row for row, _ in self._table.rows()]
        opened = list(openings(row.groups for row in rows))
        for deepest in (0, 1):
            pattern = [n for n, groups in enumerate(opened) for _ in (*(g for g in groups if g[0] >= deepest), None)]
            is_row = [following != n for n, following in zip(pattern, [*pattern[1:], -1], strict=True)]
            if len(lines) == len(pattern) > len(rows) and not any(
                any(line.values) for line, own in zip(lines, is_row, strict=True) if not own
            ):
                return [line for line, own in zip(lines, is_row, strict=True) if own]
        return lines

    def _below(self, lines: list[_Line], at: str) -> list[_Line] | NoBlock:
        """Lines without labels: all rows of the table, or as many as there are from the cursor on."""
        if self._table.shape is Shape.WIDE and len(lines) == 1:
            lines = self._side_by_side(lines[0])
        identifiers = [row for row, _ in self._rows]
        here = identifiers.index(self._form.cells[at].row.id)
        room = len(identifiers) - (here if len(lines) < len(identifiers) else 0)
        while len(lines) > room and not any(lines[-1].values):
            lines = lines[:-1]
        if len(lines) > len(identifiers):
            return NoBlock(f"有 {len(lines)} 行，这张表只有 {len(identifiers)} 行；请连同行名一起复制")
        if len(lines) > room:
            return NoBlock(f"有 {len(lines)} 行，从这一格往下只有 {room} 行")
        first = 0 if len(lines) == len(identifiers) else here
        return [line._replace(row=identifiers[first + n]) for n, line in enumerate(lines)]

    def _side_by_side(self, line: _Line) -> list[_Line]:
        """The official page sets the rows of section four side by side."""
        columns = len(self._rows[0][1])
        for count in (columns, columns - 1):
            if len(line.values) == count * len(self._rows):
                return [line._replace(values=line.values[n : n + count]) for n in range(0, len(line.values), count)]
        return [line]

    def _is_transposed(self) -> bool:
        """Whether the names of rows stand side by side, or those of columns one under another."""
        across = max(len({*filter(None, map(self._labels.row, _texts(row)))}) for row in self._raw)
        data = [row for row in self._raw if any(map(is_figure, row))]
        down = {self._labels.column(text) for row in data for text in _texts(row)[:1] if not self._labels.row(text)}
        return (across > 2 and self._table.shape is not Shape.WIDE) or len(down - {""}) > 2

    # --- columns

    def _filled(self, lines: list[_Line], skipped: list[str], at: str) -> Block | NoBlock:
        """The values of the lines at the addresses of their rows."""
        most = max(len(columns) for _, columns in self._rows)
        count = max(len(line.values) for line in lines)
        heads = self._heads(count)
        if heads is None:
            return NoBlock("有两列是同一个列名")
        while not heads and count > most and not any(any(line.values[count - 1 :]) for line in lines):
            count -= 1
        here = [column.label for _, columns in self._table.rows() for column in columns]
        if not heads and self._text.is_aligned and self._hides_a_column(lines, count):
            return NoBlock("少一列，最后一列又像总计：看不出少的是哪一列，请从表格软件里复制")
        start = self._first_column(lines, count, at)
        edits: dict[str, Value] = {}
        unknown: dict[int, str] = {}
        for line in lines:
            columns = dict(self._rows)[line.row]
            values = line.values[:count]
            if not heads and self._table.shape is Shape.BLOCKS and self._is_labelled_short(values, columns):
                return NoBlock(f"“{line.name}”一行应有 {len(columns)} 个数，这里有 {sum(map(bool, values))} 个")
            for n, text in enumerate(values):
                label = heads.get(n, "") if heads else columns[start + n] if start + n < len(columns) else ""
                if label in columns and label in here:
                    address = self._address(line.row, columns.index(label))
                    if text or not self._is_total(address):
                        edits[address] = typed(text, self._form.kinds[address])
                elif text and heads:
                    unknown[n] = f"第 {n + 1} 列"
                elif text:
                    return NoBlock(f"有 {count} 列，从这里起只有 {len(columns) - start} 列；若行列反了，请先转置")
        if self._text.is_loose and self._table.shape is not Shape.BLOCKS:
            return NoBlock("各行的数对不齐，空白处看不出是哪一列；请从表格软件里复制")
        kept = tuple(address for address, value in edits.items() if not fits(value, self._form.kinds[address]))
        return Block(edits, (*skipped, *unknown.values()), kept)

    def _hides_a_column(self, lines: Sequence[_Line], count: int) -> bool:
        """Whether one column is missing and it is not the total: the last one is the sum of the others."""
        if self._table.shape is Shape.BLOCKS or count != len(self._rows[0][1]) - 1:
            return False
        sums = [[addend(typed(text, Kind.COUNT)) for text in line.values[:count]] for line in lines]
        known = [[number for number in row if number is not None] for row in sums]
        return any(row[-1:] > [0] for row in known) and all(not row or sum(row[:-1]) == row[-1] for row in known)

    def _is_labelled_short(self, values: Sequence[str], columns: Sequence[str]) -> bool:
        return self.is_labelled and (
            len(values) < len(columns) or (self._text.is_loose and not all(values[: len(columns)]))
        )

    def _heads(self, count: int) -> dict[int, str] | None:
        """The column of each place by the heads over it; empty if there are none to go by, None if two are the same."""
        if self._table.shape is Shape.BLOCKS:
            return {}
        above, start = self._raw[: self._first], self._starts[self._first]
        heads = {n: label for row in above for n in range(count) if (label := self._labels.column(_at(row, start + n)))}
        flat = [label for row in above for label in map(self._labels.column, row) if label]
        one_row = next((names for row in above if len(names := _texts_of(row, self._labels)) == count), None)
        if len({len(row) for row in self._raw[: self._first + 1]}) > 1:  # heads that span others are not above them
            heads = dict(enumerate(one_row)) if one_row and len(flat) == count else {}
        if len(heads) < min(count, 2):
            return {}
        columns = [column.label for column in self._table.blocks[0].columns]
        if count >= len(columns) - 1 and all(columns.index(label) == n for n, label in heads.items()):
            return {}  # all are where they belong: what the others are called does not matter
        return heads if len({*heads.values()}) == len(heads) else None

    def _first_column(self, lines: Sequence[_Line], count: int, at: str) -> int:
        """The column of the first value, where no heads tell."""
        columns = self._rows[0][1]
        if self._table.shape is Shape.BLOCKS and (self.is_labelled or len(lines) == len(self._rows)):
            return 0
        if count >= len(columns) or (count == len(columns) - 1 and (self.is_labelled or len(lines) == len(self._rows))):
            return 0
        if not at:
            return 0
        cell = self._form.cells[at]
        return dict(self._rows)[cell.row.id].index(cell.column.label)

    def _address(self, row: str, column: int) -> str:
        return self._form.lines[f"{self._table.id}.{row}"].cells[column]

    def _is_total(self, address: str) -> bool:
        return any(each.is_sum and each.right == (address,) for each in self._form.identities_at.get(address, ()))


def _texts(row: Cells) -> list[str]:
    return [cell for cell in row if cell and not is_figure(cell)]


def _texts_of(row: Cells, labels: Labels) -> list[str]:
    return [label for label in map(labels.column, row) if label]


def _at(row: Cells, place: int) -> str:
    return row[place] if place < len(row) else BLANK
