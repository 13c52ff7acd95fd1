"""The layout `tables`: aligned tables that keep to 80 cells as long as the numbers allow.

A table is ruled above and below; each of its blocks has its heads over a rule whose dashes show how far every column
reaches, so that a reader — eye or program — finds a blank among numbers. Rules are ASCII: a line-drawing character is
two cells wide in some Chinese terminals. Every line of a table is equally wide.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from tabulate import DataRow, Line, TableFormat, tabulate  # type: ignore[import-untyped]

from giptui.display.spans import levels, openings
from giptui.display.width import center, ljust, width
from giptui.display.wrapping import evened
from giptui.form import Block, Cell, Column, Row, Table
from giptui.printers.page import WIDTH, inline
from giptui.report import Report

_LEAST_LABELS: Final = 24  # a label column narrower than this is harder to read than a line longer than 80
_STEP: Final = "  "  # a row stands so much deeper than its group, and a wrapped line than its first
_GAP: Final = "  "
_RULED: Final = TableFormat(
    lineabove=Line("", "-", _GAP, ""),
    linebelowheader=None,
    linebetweenrows=None,
    linebelow=None,
    headerrow=None,
    datarow=DataRow("", _GAP, ""),
    padding=0,
    with_header_hide=None,
)
Heads = Callable[[Column], tuple[str, ...]]
"""Breaks a column's head into lines."""


def metadata(title: str, entries: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Everything on one line."""
    yield " ".join(f"{label}：{value}" for label, value in entries)


def table(report: Report, table: Table) -> Iterator[str]:
    """One chunk: the blocks one under another, a rule as wide as the widest line before, between and after them."""
    heads = _whole if _room(report, table, _whole) >= _LEAST_LABELS else _narrow
    room = max(_LEAST_LABELS, _room(report, table, heads))
    tops = [_top(block, heads, room) for block in table.blocks]
    bodies = [_body(report, table, block, room) for block in table.blocks]
    labels = max(width(row[0]) for rows in (*tops, *bodies) for row in rows)
    blocks = [_block(*parts, labels) for parts in zip(table.blocks, tops, bodies, strict=True)]
    full = max(width(line) for lines in blocks for line in lines)
    rule = "-" * full
    yield "\n".join([rule, *(line for lines in blocks for line in (*(ljust(line, full) for line in lines), rule))])


def _whole(column: Column) -> tuple[str, ...]:
    """The head on a single line, where there is room."""
    return (column.label,)


def _narrow(column: Column) -> tuple[str, ...]:
    return column.narrow_lines


def _room(report: Report, table: Table, heads: Heads) -> int:
    """How many cells of the page the columns of numbers and the gaps before them leave to the labels."""

    def breadth(block: Block, column: Column) -> int:
        values = (_value(report, table, row, column) for row in block.rows)
        return len(_GAP) + max(map(width, (*heads(column), *values)))

    return WIDTH - max(sum(breadth(block, column) for column in block.columns) for block in table.blocks)


def _top(block: Block, heads: Heads, room: int) -> list[list[str]]:
    """The lowest level of the heads, corner included; heads of fewer lines stand on the last ones."""
    stacks = [_wrapped(block.corner, room), *map(heads, block.columns)]
    height = max(map(len, stacks))
    return [list(row) for row in zip(*(("",) * (height - len(stack)) + tuple(stack) for stack in stacks), strict=True)]


def _body(report: Report, table: Table, block: Block, room: int) -> list[list[str]]:
    """Labels and numbers; a group's label has lines of its own, and a long label's numbers stand on its first."""
    blanks = [""] * len(block.columns)
    body = []
    for row, opened in zip(block.rows, openings(row.groups for row in block.rows), strict=True):
        for depth, group in opened:
            body += [[line, *blanks] for line in _wrapped(group, room, _STEP * depth, _STEP)]
        first, *rest = _wrapped(row.label, room, _STEP * len(row.groups), _STEP)
        body.append([first, *(_value(report, table, row, column) for column in block.columns)])
        body += [[line, *blanks] for line in rest]
    return body


def _wrapped(label: str, room: int, indent: str = "", hang: str = "") -> list[str]:
    """The label indented, on one line if it has room, else on lines that hang."""
    if width(indent + label) <= room:
        return [indent + label]
    first, *rest = evened(label, room - width(indent), width(hang))
    return [indent + first, *(indent + hang + line for line in rest)]


def _value(report: Report, table: Table, row: Row, column: Column) -> str:
    return inline(report[Cell(table.id, row, column).address])


def _block(block: Block, top: list[list[str]], body: list[list[str]], labels: int) -> list[str]:
    """Caption, heads, rule, rows, aligned; the label column is ``labels`` cells wide."""
    rows = [[ljust(label, labels), *numbers] for label, *numbers in (*top, *body)]
    alignment = ("left", *("right" for _ in block.columns))
    # Heads are ordinary rows: tabulate would widen theirs by MIN_PADDING, which only a global turns off.
    text = tabulate(rows, tablefmt=_RULED, colalign=alignment, disable_numparse=True, preserve_whitespace=True)
    rule, *lines = text.split("\n")
    caption = [block.caption] if block.caption else []
    return [*caption, *_spanning(block, rule), *lines[: len(top)], rule, *lines[len(top) :]]


def _spanning(block: Block, rule: str) -> Iterator[str]:
    """The heads above the lowest level, each centred over its columns and over a rule of its own."""
    _, *reaches = (match.span() for match in re.finditer("-+", rule))
    for level in levels([column.over for column in block.columns]):
        labels = dashes = ""
        for head in level:
            start, end = reaches[head.first][0], reaches[head.last][1]
            labels = ljust(labels, start) + center(head.label, end - start)
            dashes = ljust(dashes, start) + "-" * (end - start)
        yield from (labels, dashes)
