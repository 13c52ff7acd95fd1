"""Grids that hold more than one table → a block for each table, and for each text between them.

A sheet holds the whole form, prose in merged cells; a page's frame is a table; a document's table has its heading in
its first row. Called by `reading`, so that what comes after it sees tables and texts in the order of the page.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from giptui.form import Form
from giptui.readers.document import Block, Cell, Grid, Text
from giptui.readers.labels import heading
from giptui.readers.tables.cells import plain
from giptui.readers.tables.gridlines import Line, Reader, Role

_PROSE: Final = 20  # characters of a text that is no part of a label broken over lines

Kind = str | bool
"""What some lines are: a table's name, true for texts, false for another table."""


def parted(blocks: Sequence[Block], form: Form) -> tuple[Block, ...]:
    """The blocks, each grid parted into tables of the form, texts, and what else there is."""
    reader = Reader(form)
    return tuple(part for block in blocks for part in (_parts(block, reader) if isinstance(block, Grid) else (block,)))


def _parts(grid: Grid, reader: Reader) -> Iterator[Block]:
    lines = list(reader.lines(grid))
    kinds = _kinds(lines)
    runs = [(kind, [line for _, line in run]) for kind, run in groupby(zip(kinds, lines, strict=True), lambda x: x[0])]
    if len(runs) == 1 and runs[0][0] is not True:
        yield grid
        return
    for n, (kind, run) in enumerate(runs):
        cells = [cell for line in run for cell in line.cells]
        if kind is True:
            yield from _texts(cells)
        else:
            yield Grid(tuple(cells), grid.continues and n == 0)


def _kinds(lines: Sequence[Line]) -> list[Kind]:
    """For each line the table it belongs to. Others belong to a table if they stand inside it and are no prose."""
    kinds: list[Kind] = []
    waiting: list[Line] = []
    table = ""
    for line in lines:
        if line.role in (Role.OTHER, Role.BLANK):
            waiting.append(line)
            continue
        inside = line.table == table and not any(map(_is_prose, waiting))
        kinds += [table if inside else _other(each) for each in waiting] + [line.table]
        waiting, table = [], line.table
    return kinds + [_other(each) for each in waiting]


def _is_prose(line: Line) -> bool:
    texts = [text for cell in line.cells if (text := plain(cell.text))]
    return any(len(text) >= _PROSE or heading(text) for text in texts)


def _other(line: Line) -> Kind:
    return sum(bool(plain(cell.text)) for cell in line.cells) < 2


def _texts(cells: Sequence[Cell]) -> Iterator[Text]:
    for cell in cells:
        yield from (Text(line, cell.place) for line in cell.text.splitlines() if line.strip())
