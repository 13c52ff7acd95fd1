"""The tables of the form as grids, as the sources of this world have them, with numbers of which no two are equal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from giptui.display.spans import openings
from giptui.form import Form, Shape, Table
from giptui.readers.document import Cell, Grid, InTable

Printed = str | int | tuple[str | int, int, int]
"""What stands in a cell; in one that spans others, with its rows and columns."""

Rows = Sequence[Sequence[Printed]]


def grid(rows: Rows, continues: bool = False) -> Grid:
    """A table as a browser lays it out."""
    cells: list[Cell] = []
    taken: set[tuple[int, int]] = set()
    for r, row in enumerate(rows):
        c = 0
        for printed in row:
            text, down, across = printed if isinstance(printed, tuple) else (printed, 1, 1)
            while (r, c) in taken:
                c += 1
            cells.append(Cell(str(text), InTable(1, r + 1, c + 1), r, c, down, across))
            taken |= {(r + i, c + j) for i in range(down) for j in range(across)}
            c += across
    return Grid(tuple(cells), continues)


def spread(table: Grid) -> Grid:
    """The table as a sheet has it: merged cells are blank but for the first."""
    cells = [
        cell._replace(
            text=cell.text if i == j == 0 else "", row=cell.row + i, column=cell.column + j, rows=1, columns=1
        )
        for cell in table.cells
        if cell.column is not None
        for i in range(cell.rows)
        for j in range(cell.columns)
    ]
    return Grid(tuple(sorted(cells, key=lambda cell: (cell.row, cell.column))), table.continues)


def listed(table: Grid) -> Grid:
    """The table as a text has it: nothing is known but the order of the cells in each row."""
    lines = table.lines().values()
    cells = [cell._replace(column=n, rows=1, columns=1) for line in lines for n, cell in enumerate(line)]
    return Grid(tuple(cells), table.continues)


def joined(tables: Sequence[Grid]) -> Grid:
    """All tables one under another, as a single grid."""
    cells: list[Cell] = []
    below = 0
    for table in tables:
        cells += [cell._replace(row=cell.row + below) for cell in table.cells]
        below += max(cell.row for cell in table.cells) + 1
    return Grid(tuple(cells))


def numbers(form: Form, first: int = 1001) -> dict[str, int]:
    """For each cell of the form a number of its own."""
    return {address: first + n for n, address in enumerate(form.cells)}


def official(form: Form, values: Mapping[str, object]) -> list[Grid]:
    """The three tables as the decree prints them."""
    return [grid(rows(table, values)) for table in form.tables.values()]


def rows(table: Table, values: Mapping[str, object]) -> list[list[Printed]]:
    """The rows of one of them."""
    return [*{Shape.BLOCKS: _blocks, Shape.MATRIX: _matrix, Shape.WIDE: _wide}[table.shape](table, values)]


def cells_of(table: Table, row: str, values: Mapping[str, object]) -> list[Printed]:
    """What stands in the cells of a row."""
    columns = next(columns for own, columns in table.rows() if own.id == row)
    return [str(values[f"{table.id}.{row}.{column.id}"]) for column in columns]


def _blocks(table: Table, values: Mapping[str, object]) -> Iterator[list[Printed]]:
    for block in table.blocks:
        wide = 4 - len(block.columns) if len(block.columns) < 3 else 1
        yield [(block.caption, 1, 4)]
        yield [block.corner, *((column.label, 1, wide) for column in block.columns)]
        for row in block.rows:
            yield [row.label, *((str(text), 1, wide) for text in cells_of(table, row.id, values))]


def _matrix(table: Table, values: Mapping[str, object]) -> Iterator[list[Printed]]:
    yield [(table.blocks[0].corner, 3, 3), ("申请人情况", 1, 7)]
    yield [("自然人", 2, 1), ("法人或其他组织", 1, 5), ("总计", 2, 1)]
    yield [column.official for column in table.blocks[0].columns if len(column.over) == 2]
    own = [row for row, _ in table.rows()]
    for n, (row, opened) in enumerate(zip(own, openings(row.groups for row in own), strict=True)):
        groups = [(g, sum(each.groups[: d + 1] == row.groups[: d + 1] for each in own[n:]), 1) for d, g in opened]
        yield [*groups, (row.label, 1, 3 - len(row.groups)), *cells_of(table, row.id, values)]


def _wide(table: Table, values: Mapping[str, object]) -> Iterator[list[Printed]]:
    heads: list[Printed] = [column.official for column in table.blocks[0].columns]
    yield [("行政复议", 1, 5), ("行政诉讼", 1, 10)]
    yield [*((str(head), 2, 1) for head in heads), ("未经复议直接起诉", 1, 5), ("复议后起诉", 1, 5)]
    yield heads * 2
    yield [text for row, _ in table.rows() for text in cells_of(table, row.id, values)]
