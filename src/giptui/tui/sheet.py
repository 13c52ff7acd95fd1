"""A table as lines of the screen: heads, group lines, rows with their cells. Pure: made from the declaration, drawn by
the grid. The header of the report is a sheet too, of one column.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Final

from giptui.display.spans import Span, levels, openings
from giptui.display.width import width
from giptui.form import Block, Form, Shape, Table

# Characters of the labels that some terminals draw in one cell and some in two: they would bend the columns.
_ASCII = str.maketrans({"“": '"', "”": '"', "—": "-", "…": "~"})

_NARROWEST_LABELS = 16


def plain(label: str) -> str:
    """The label for a fixed column of the screen: characters of uncertain width in ASCII."""
    return label.translate(_ASCII)


@dataclass(frozen=True, slots=True)
class BodyLine:
    """A line of the body. A row has addresses, one a cell; group labels and captions, which may have heads, do not."""

    label: str
    depth: int = 0
    addresses: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()


@dataclass(frozen=True)
class Sheet:
    """What stays in view (``corner`` over the labels, ``spans`` over ``heads`` over the columns), and the body's lines.

    ``widths`` are those of the columns, the gap before a number and the mark behind it included.
    """

    lines: tuple[BodyLine, ...]
    widths: tuple[int, ...]
    label_width: int
    corner: str = ""
    spans: tuple[Span, ...] = ()
    heads: tuple[tuple[str, ...], ...] = ()  # column by column, all of one height
    is_text: bool = False
    last: Mapping[str, str] = field(default_factory=dict)  # by address what stood there last year
    last_widths: tuple[int, ...] = ()  # of these, the cells that last year's numbers take in each column

    def own_width(self, column: int) -> int:
        """The cells of a column without last year's numbers."""
        return self.widths[column] - self.last_width(column)

    def last_width(self, column: int) -> int:
        return self.last_widths[column] if self.last_widths else 0

    @cached_property
    def places(self) -> Mapping[str, tuple[int, int]]:
        """Address → (line, column)."""
        return {a: (y, x) for y, line in enumerate(self.lines) for x, a in enumerate(line.addresses)}

    @cached_property
    def rows(self) -> tuple[int, ...]:
        """The lines that can be entered."""
        return tuple(y for y, line in enumerate(self.lines) if line.addresses)

    @property
    def region(self) -> tuple[tuple[str, ...], ...]:
        """The addresses of all cells, row by row."""
        return tuple(self.lines[line].addresses for line in self.rows)

    def row_of(self, address: str) -> tuple[str, ...]:
        """The addresses of the row that the cell is in."""
        return self.lines[self.places[address][0]].addresses

    @property
    def head_height(self) -> int:
        """How many lines the columns' own heads take."""
        return len(self.heads[0]) if self.heads else 0

    def at(self, line: int, column: int) -> str:
        """The address of a cell; a column beyond the row's last is its last."""
        addresses = self.lines[line].addresses
        return addresses[min(column, len(addresses) - 1)]

    def moved(self, line: int, column: int, how: str, page: int) -> tuple[int, int]:
        """Where a move leads from a cell. Up and down keep the column, even over rows that are shorter."""
        rows, flat = self.rows, tuple(self.places.values())
        row, end = rows.index(line), len(self.lines[line].addresses) - 1
        inside = min(column, end)
        here = flat.index((line, inside))

        def nearest(wanted: int) -> int:
            return min(rows, key=lambda each: abs(each - wanted))

        return {
            "up": (rows[max(row - 1, 0)], column),
            "down": (rows[min(row + 1, len(rows) - 1)], column),
            "page_up": (nearest(line - page), column),
            "page_down": (nearest(line + page), column),
            "left": (line, max(inside - 1, 0)),
            "right": (line, min(inside + 1, end)),
            "home": (line, 0),
            "end": (line, end),
            "previous": flat[max(here - 1, 0)],
            "next": flat[min(here + 1, len(flat) - 1)],
            "first": flat[0],
            "last": flat[-1],
        }[how]


def table_sheet(table: Table, room: int, widest: Mapping[str, int]) -> Sheet:
    """The sheet of a table in so many cells; ``widest``: by column identifier what its longest number needs."""
    if table.shape is Shape.BLOCKS:
        return _blocks(table, room, widest)
    block = table.blocks[0]
    wide = 8 if table.shape is Shape.WIDE else 4
    widths = tuple(
        max(*map(width, column.narrow_lines), widest.get(column.id, 0), wide) + 2 for column in block.columns
    )
    lines = tuple(_grouped(table.id, block))
    longest = max(2 * line.depth + width(line.label) for line in lines if line.addresses) + 1
    label_width = max(min(longest, room - sum(widths)), _NARROWEST_LABELS)
    tall = max(len(column.narrow_lines) for column in block.columns)
    heads = tuple(("",) * (tall - len(c.narrow_lines)) + c.narrow_lines for c in block.columns)
    return Sheet(lines, widths, label_width, plain(block.corner), _spans(block), heads)


LAST_YEAR: Final = "上年"


def paired_sheet(table: Table, room: int, widest: Mapping[str, int], last: Mapping[str, str]) -> Sheet:
    """The sheet of a table with last year's number behind each cell."""
    wide = dict.fromkeys((column.id for block in table.blocks for column in block.columns), width(LAST_YEAR))
    for cell in table.cells():
        wide[cell.column.id] = max(wide[cell.column.id], width(last.get(cell.address, "")))
    places = range(max(len(block.columns) for block in table.blocks))
    columns = [[block.columns[at].id for block in table.blocks if at < len(block.columns)] for at in places]
    extra = tuple(max(wide[column] for column in place) + 1 for place in columns)
    sheet = table_sheet(table, room - sum(extra), widest)
    widths = tuple(own + more for own, more in zip(sheet.widths, extra, strict=True))
    return replace(sheet, widths=widths, last=last, last_widths=extra)


def header_sheet(form: Form, room: int) -> Sheet:
    """The report's own lines: title, organ, dates, signature."""
    label_width = max(width(entry.label) for entry in form.header) + 3
    lines = tuple(BodyLine(entry.label, addresses=(entry.address,)) for entry in form.header)
    return Sheet(lines, (max(room - label_width, 20),), label_width, is_text=True)


def _grouped(table: str, block: Block) -> Iterator[BodyLine]:
    """The block's rows, a group label on a line of its own before its first row."""
    for row, opened in zip(block.rows, openings(row.groups for row in block.rows), strict=True):
        for depth, group in opened:
            yield BodyLine(plain(group), depth)
        yield BodyLine(plain(row.label), len(row.groups), _addresses(table, row.id, block))


def _addresses(table: str, row: str, block: Block) -> tuple[str, ...]:
    return tuple(f"{table}.{row}.{column.id}" for column in block.columns)


def _spans(block: Block) -> tuple[Span, ...]:
    """The heads over several columns, but not one over all of them: it tells nothing that the table does not."""
    last = len(block.columns) - 1
    heads = (span for level in levels([column.over for column in block.columns]) for span in level)
    return tuple(span for span in heads if (span.first, span.last) != (0, last))


def _blocks(table: Table, room: int, widest: Mapping[str, int]) -> Sheet:
    """Small tables one under another, each with its heads in the body; columns of one place share a width."""
    widths = [8] * max(len(block.columns) for block in table.blocks)
    lines: list[BodyLine] = []
    for block in table.blocks:
        for place, column in enumerate(block.columns):
            widths[place] = max(widths[place], width(column.label) + 2, widest.get(column.id, 0) + 2)
        if lines:
            lines.append(BodyLine(""))
        lines.append(BodyLine(plain(block.caption), heads=tuple(column.label for column in block.columns)))
        lines.extend(BodyLine(plain(row.label), 1, _addresses(table.id, row.id, block)) for row in block.rows)
    labels: Iterable[int] = (2 * line.depth + width(line.label) for line in lines)
    return Sheet(tuple(lines), tuple(widths), min(max(labels) + 2, max(room - sum(widths), _NARROWEST_LABELS)))
