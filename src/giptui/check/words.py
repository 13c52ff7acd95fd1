"""How messages name things: the form's own words, outermost first. Used by every rule."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from giptui.form import Cell, Form, Row, Section, Shape
from giptui.report import Value, show

_EXPLAINED: Final = r"（[^（）]*，[^（）]*）$"  # （二）部分公开（区分处理的，只计这一情形，不计其他情形）
LONGEST: Final = 160
"""Characters of a message: two lines of a screen."""
_ORDINAL: Final = r"（[^）]+）|[一二三四](?=、)"


def part(section: Section) -> str:
    """``第三部分``."""
    return f"第{section.ordinal}部分"


def table(form: Form, table_id: str) -> str:
    """``第三部分表格``."""
    return f"{part(form.section(table_id))}表格"


def text(form: Form, address: str) -> str:
    """Where a text stands: ``第一部分文字``, ``前言``, or the label of a line of the header."""
    owner, _, name = address.partition(".")
    for section in form.sections:
        if section.id == owner:
            return f"{part(section)}{'表后文字' if name == 'text_after' else '文字'}"
    return form.label(address)


def key(form: Form, dotted: str) -> str:
    """Any key of a data file that the form knows, in its words; an unknown one as it is written."""
    if dotted in form.cells:
        return place(form, dotted)
    for section in form.sections:
        if section.id == dotted:
            return f"{part(section)}“{section.title}”"
    below = {cell.row: cell.table for address, cell in form.cells.items() if address.startswith(f"{dotted}.")}
    if below:
        line, table_id = next(iter(below.items()))
        return f"{table(form, table_id)}，{row(line) if len(below) == 1 else line.groups[-1]}"
    return text(form, dotted) if dotted in form.kinds else f"“{dotted}”"


def place(form: Form, address: str) -> str:
    """A cell with its table: ``第三部分表格，（七）总计，其他列``."""
    cell = form.cells[address]
    return f"{table(form, cell.table)}，{whole(form, cell)}"


def whole(form: Form, cell: Cell) -> str:
    """A cell within its table: ``（七）总计，其他列``."""
    return f"{row(cell.row)}，{column(form, cell)}"


def row(line: Row) -> str:
    """A row with the labels that span it: ``（三）不予公开，1.属于国家秘密``; without the caption over all results and
    without what a label explains in brackets."""
    label = re.sub(_EXPLAINED, "", line.label)
    return "，".join((*(group for group in line.groups if not group.startswith("三、")), label))


def column(form: Form, cell: Cell) -> str:
    """A column's head; in the matrix, where rows bear the same names, ``其他列``."""
    matrix = form.tables[cell.table].shape is Shape.MATRIX
    return f"{cell.column.label}列" if matrix else cell.column.label


def beside(form: Form, cell: Cell, other: Cell) -> str:
    """The other cell as seen from a cell: only what differs."""
    if cell.row == other.row:
        return column(form, other)
    return row(other.row) if cell.column == other.column else whole(form, other)


def ordinal(line: Row) -> str:
    """How the form itself refers to a row: 一, （七）."""
    match = re.match(_ORDINAL, line.label)
    return match[0] if match else line.label


def several(names: Sequence[str], limit: int = 3, unit: str = "处") -> str:
    """Some of the names, and how many there are if not all stand there."""
    shown = "；".join(names[:limit])
    return shown if len(names) <= limit else f"{shown}……等 {len(names)} {unit}"


def quoted(value: Value, limit: int = 20) -> str:
    """A value as it was written, in quotation marks, cut where it is long."""
    return f"“{clipped(show(value), limit)}”"


def clipped(written: str, limit: int = 20) -> str:
    return written if len(written) <= limit else f"{written[: limit - 1]}…"


def grouped(form: Form, addresses: Sequence[str]) -> list[str]:
    """Cells of one table by name, a row or a column of the matrix of which all cells are there named once."""
    rows: dict[str, list[Cell]] = {}
    columns = _whole_columns(form, addresses)
    for address in addresses:
        if any(address in cells for cells in columns.values()):
            continue
        cell = form.cells[address]
        rows.setdefault(f"{cell.table}.{cell.row.id}", []).append(cell)
    names = [f"{name}整列" for name in columns]
    for cells in rows.values():
        width = sum(1 for entry in form.tables[cells[0].table].cells() if entry.row == cells[0].row)
        if 1 < width == len(cells):
            names.append(f"{row(cells[0].row)}整行")
        else:
            names += [whole(form, cell) for cell in cells]
    return names


def _whole_columns(form: Form, addresses: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """The columns of the matrix of which all cells are among these, unless the whole table is."""
    table = form.tables[form.cells[addresses[0]].table] if addresses else None
    if table is None or table.shape is not Shape.MATRIX or len({*addresses}) == len([*table.cells()]):
        return {}
    cells: dict[str, list[str]] = {}
    for cell in table.cells():
        cells.setdefault(column(form, cell), []).append(cell.address)
    among = {*addresses}
    return {name: tuple(each) for name, each in cells.items() if among.issuperset(each)}
