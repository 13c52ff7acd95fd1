"""Grids → the cells of the form. Rows by their labels, columns by their heads or because there are as many cells.

Called by `reading`. What it finds is what is printed; what cannot be placed without guessing is “?” with the reason.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeVar

from giptui.form import LATEST, Form, Shape, Table
from giptui.readers import refusals
from giptui.readers.document import Block, Cell, Grid, Picture
from giptui.readers.found import Found
from giptui.readers.labels import labels_of
from giptui.readers.tables.cells import SEVERAL, plain, read, stands_apart
from giptui.readers.tables.columns import NO_CELLS, NO_COLUMN, Heads, Start, assigned, start
from giptui.readers.tables.gridlines import Line, Reader, Role, Row
from giptui.readers.tables.heads import columns_of, pairs_of, rows_of
from giptui.readers.tables.oddities import foreign_rows, kept, other_units
from giptui.readers.tables.versions import form_of
from giptui.report import BLANK, UNREAD, same
from giptui.report.figures import is_figure

_ACROSS = 2  # labels of rows side by side
_NO_ROW = "表里没有这一行"
_TWICE = "印了两次，数不同"
_TRANSPOSED = "表的行和列是反的"
_NO_TABLE = "未能读取：没有这张表"
_PICTURE = "未能读取：没有这张表，可能在图片里"


C = TypeVar("C")


class Matched(NamedTuple):
    """What the tables of a document say. ``found`` is every cell of the form, in its order; ``at`` the section of each
    block that is a table of the form; ``missing`` the tables that are not there; ``notes`` say what is odd.
    """

    form: Form
    found: tuple[Found, ...]
    at: Mapping[int, str]
    missing: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


class Piece(NamedTuple):
    """Lines of one grid that belong to one table."""

    block: int
    continues: bool
    lines: tuple[Line, ...]

    @property
    def width(self) -> int:
        """How many columns the grid has there; 0 if its cells have no places."""
        return max((cell.column + cell.columns for line in self.lines for cell in line.cells if cell.column), default=0)


def matched(blocks: Sequence[Block], form: Form | None = None) -> Matched:
    """The cells of the form in the grids among the blocks; which form, their labels tell."""
    form = form or form_of(blocks) or LATEST
    reader = Reader(form)
    lines = {n: tuple(reader.lines(block)) for n, block in enumerate(blocks) if isinstance(block, Grid)}
    pieces = _pieces(blocks, lines, form)
    found: dict[str, Found] = {}
    for name, table in form.tables.items():
        if name in pieces:
            for each in _Reading(form, table).found(pieces[name]):
                found[each.address] = _joined(found.get(each.address), each)
    has_pictures = any(isinstance(block, Picture) for block in blocks)
    if sum(each.reason == _TWICE for each in found.values()) > len(form.cells) // 4:
        raise refusals.several_reports()
    missing = tuple(name for name in form.tables if name not in pieces)
    for address, cell in form.cells.items():
        if address not in found:
            absent = _PICTURE if has_pictures else _NO_TABLE
            found[address] = Found(address, UNREAD, None, absent if cell.table in missing else _NO_ROW)
    left_out = tuple(_left_out(form, pieces, found))
    found |= {address: Found(address, BLANK, None) for line in left_out for address in form.lines[line].cells}
    read = dict.fromkeys(piece.block for own in pieces.values() for piece in own)
    is_turned = any(each.reason == _TRANSPOSED for each in found.values())
    oddities = (other_units,) if is_turned else (foreign_rows, other_units)
    notes = [note for n in read for said in oddities for note in said(form, lines[n])]
    notes += [f"表里没有“{form.lines[line].row.label}”一行，按空白处理" for line in left_out]
    notes += kept(form, found.values())
    at = {piece.block: name for name, own in pieces.items() for piece in own}
    return Matched(form, tuple(found[address] for address in form.cells), at, missing, tuple(notes))


def _left_out(form: Form, pieces: Mapping[str, Sequence[Piece]], found: Mapping[str, Found]) -> Iterator[str]:
    """The rows that an office left out of its table, as bureaus do with 规章: another row of the same block is read,
    and no row of the table goes by a name that is not known.
    """
    for name, table in form.tables.items():
        own = [line for piece in pieces.get(name, ()) for line in piece.lines]
        if table.shape is not Shape.BLOCKS or any(line.role in (Role.GROUP, Role.OTHER, Role.VALUES) for line in own):
            continue
        for block in table.blocks:
            lines = [f"{name}.{row.id}" for row in block.rows]
            absent = [line for line in lines if all(found[a].reason == _NO_ROW for a in form.lines[line].cells)]
            yield from absent if len(absent) < len(lines) else ()


def _joined(before: Found | None, now: Found) -> Found:
    """One finding of a cell and another: a row without cells says nothing beside one that has some."""
    if before is None or before.reason in (NO_CELLS, NO_COLUMN):
        return now
    if now.reason in (NO_CELLS, NO_COLUMN) or (same(before.value, now.value) and not now.reason):
        return before
    return before if before.reason else Found(now.address, UNREAD, now.place, now.reason or _TWICE)


def _pieces(blocks: Sequence[Block], lines: Mapping[int, Sequence[Line]], form: Form) -> dict[str, list[Piece]]:
    """The lines of each table that is there, by grid."""
    pieces: dict[str, list[Piece]] = {name: [] for name in form.tables}
    for n, each in lines.items():
        block = blocks[n]
        for name in form.tables:
            own = tuple(line for line in each if line.table == name)
            if any(line.role is not Role.BLANK for line in own):
                pieces[name].append(Piece(n, isinstance(block, Grid) and block.continues, own))
    return {name: own for name, own in pieces.items() if _is_table(form.tables[name], own)}


def _is_table(table: Table, pieces: Sequence[Piece]) -> bool:
    """Whether there is enough of the table that it is one: a lone 总计 or 行政许可 may stand in any table."""
    lines = [line for piece in pieces for line in piece.lines]
    rows = {row.id for line in lines for row in line.rows}
    heads = [line for line in lines if line.role in (Role.HEAD, Role.CAPTION)]
    values = [line for line in lines if line.role is Role.VALUES or any(row.values for row in line.rows)]
    return bool(values) and (len(rows) > 2 or (bool(heads) and (table.shape is not Shape.MATRIX or len(rows) > 1)))


class _Reading:
    """One table of one document."""

    def __init__(self, form: Form, table: Table) -> None:
        self._form, self._table = form, table
        self._labels = labels_of(table)
        self._columns = {row.id: tuple(column.id for column in columns) for row, columns in table.rows()}
        self._heads: list[tuple[Cell, ...]] = []  # the lines of heads above what is read
        self._known: Heads[str] | None = None  # the columns that they name
        self._is_open = False  # the line before was a head: another one belongs to it
        self._in_grid = True  # the heads stand in the grid that is read

    def found(self, pieces: Sequence[Piece]) -> Iterator[Found]:
        if self._is_transposed(pieces):
            yield from (
                Found(address, UNREAD, None, _TRANSPOSED) for address in self._form.cells if self._is_own(address)
            )
            return
        width = 0
        for piece in pieces:
            if not piece.continues and piece.width != width:
                self._in_grid = False
            width = piece.width
            alike = [other for other in pieces if other.width == width] if self._in_grid else [piece]
            begins = self._start(row for other in alike for line in other.lines for row in line.rows)
            for line, after in zip(piece.lines, (*piece.lines[1:], None), strict=True):
                if not (after and line.role is after.role is Role.VALUES and _is_blank(line)):  # a gap under the heads
                    yield from self._line(line, begins)

    def _is_own(self, address: str) -> bool:
        return address.startswith(f"{self._table.id}.")

    def _is_transposed(self, pieces: Iterable[Piece]) -> bool:
        """Whether the names of rows stand side by side above what are no values of theirs."""
        return self._table.shape is not Shape.WIDE and any(
            len(line.rows) > _ACROSS and not any(row.values for row in line.rows[:-1])
            for piece in pieces
            for line in piece.lines
        )

    def _start(self, rows: Iterable[Row]) -> Start:
        widths = {len(columns) for columns in self._columns.values()}
        if len(widths) > 1:
            return Start(None)
        return start(((row.label, row.values) for row in rows), widths.pop())

    def _line(self, line: Line, begins: Start) -> Iterator[Found]:
        if line.role is Role.HEAD:
            if not self._is_open:
                self._heads = []
            self._heads.append(line.cells)
            self._known = None
            self._in_grid = True
        elif line.role is Role.ROW:
            for row in line.rows:
                yield from self._row(row, begins)
        elif line.role is Role.VALUES:
            yield from self._side_by_side(line.cells)
        if line.role is not Role.BLANK:
            self._is_open = line.role is Role.HEAD

    def _row(self, row: Row, begins: Start) -> Iterator[Found]:
        columns = self._columns[row.id]
        heads = self._over_columns()
        known = all(column in heads.over for column in columns)
        cells = row.values if known else begins.behind(row.label, row.values, len(columns))
        given = assigned(cells, columns, heads, begins.deepest) if not isinstance(cells, str) else cells
        targets = {column: f"{self._table.id}.{row.id}.{column}" for column in columns}
        yield from self._values(given, targets, row.label)

    def _over_columns(self) -> Heads[str]:
        """The heads over the columns; only their order where they stand in another grid."""
        if self._known is None:
            self._known = columns_of(self._heads, self._table, self._labels)
        return self._known if self._in_grid else self._known._replace(over={})

    def _side_by_side(self, cells: tuple[Cell, ...]) -> Iterator[Found]:
        """The numbers of section four in one line."""
        first = next((n for n, cell in enumerate(cells) if not plain(cell.text) or is_figure(plain(cell.text))), 0)
        cells = cells[first:]
        filled = max((n + 1 for n, cell in enumerate(cells) if plain(cell.text)), default=0)
        pairs = [(row, column) for row in self._columns for column in self._columns[row]]
        named = [pair for pair in pairs if pair[0] in rows_of(self._heads, self._labels)]
        if named and filled <= len(named):  # a part of the table; else a head was lost
            pairs = named
        heads = pairs_of(self._heads, self._table, self._labels)
        given = assigned(cells, pairs, heads if self._in_grid else heads._replace(over={}))
        targets = {pair: f"{self._table.id}.{pair[0]}.{pair[1]}" for pair in pairs}
        yield from self._values(given, targets, cells[0])

    def _values(self, given: Mapping[C, Cell] | str, targets: Mapping[C, str], label: Cell) -> Iterator[Found]:
        """What is found at each target; all of a row is “?” where one of its cells has numbers that may be others'."""
        if isinstance(given, str):
            yield from (Found(address, UNREAD, label.place, given) for address in targets.values())
            return
        reads = {column: read(cell, self._form.kinds[targets[column]]) for column, cell in given.items()}
        spoilt = next((each.reason for each in reads.values() if each.spoils), "")
        if spoilt and all(plain(cell.text) and stands_apart(cell) for cell in given.values()):
            reads = {
                column: each._replace(reason=SEVERAL if each.spoils else each.reason) for column, each in reads.items()
            }
            spoilt = ""
        for column, address in targets.items():
            if column not in given:
                yield Found(address, UNREAD, label.place, spoilt or NO_COLUMN)
            elif spoilt:
                yield Found(address, UNREAD, given[column].place, spoilt)
            else:
                yield Found(address, reads[column].value, given[column].place, reads[column].reason)


def _is_blank(line: Line) -> bool:
    return not any(plain(cell.text) for cell in line.cells)
