"""A table of the form in HTML: every value names the heads, groups and labels that it stands under and beside, so that
a program that reads aloud says them. Used by this package.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final

from giptui.printers.cells import Placed, Role, cells
from giptui.printers.document import FormTable
from giptui.printers.html.style import CAPTION, CELLS, CORNER, SCROLLING, TABLE, Look
from giptui.printers.html.writer import Writer, marked_up
from giptui.report import Report

_SCOPES: Final = {Role.CAPTION: "rowgroup", Role.HEAD: "col", Role.GROUP: "row", Role.LABEL: "row"}
_ROWS: Final = Look("tr", "")


def table(report: Report, part: FormTable, writer: Writer) -> str:
    """The table within what scrolls it. Its blocks are groups of rows; heads that are over all of it are its head."""
    rows: list[str] = []
    narrow = {
        column.official: "\n".join(column.narrow_lines) for block in part.table.blocks for column in block.columns
    }
    for block in blocks(cells(report, part.table)):
        lines = [
            (
                line[0].role is Role.HEAD,
                writer.element(_ROWS, [_cell(part, _narrowed(cell, narrow), block, writer) for cell in line]),
            )
            for line in ([*run] for _, run in groupby(block, key=lambda cell: cell.row))
        ]
        if block[0].role is Role.CAPTION:
            rows.append(writer.element(Look("tbody", ""), [line for _, line in lines]))
            continue
        for tag, is_head in (("thead", True), ("tbody", False)):
            rows.append(writer.element(Look(tag, ""), [line for heads, line in lines if heads is is_head]))
    name = f"{writer.prefix}{part.section.number}-caption"
    caption = writer.element(CAPTION, marked_up(part.section.title), {"id": name})
    scrolled = {"role": "region", "aria-labelledby": name, "tabindex": "0"}
    return writer.element(SCROLLING, writer.element(TABLE, [caption, *rows]), scrolled)


def blocks(placed: Sequence[Placed]) -> Iterator[tuple[Placed, ...]]:
    """The cells by the captions over them; all of them where there is none."""
    tops = [cell.row for cell in placed if cell.role is Role.CAPTION] or [0]
    for top, below in zip(tops, [*tops[1:], len(placed)], strict=True):
        yield tuple(cell for cell in placed if top <= cell.row < below)


def over(cell: Placed, block: Sequence[Placed]) -> Iterator[Placed]:
    """What says the meaning of a value: the caption of its block, the heads above it, groups and label beside it."""
    for other in block:
        is_above = other.column <= cell.column < other.column + other.columns and other.row < cell.row
        is_beside = other.row <= cell.row < other.row + other.rows
        match other.role:
            case Role.CAPTION:
                yield other
            case Role.HEAD if is_above:
                yield other
            case Role.GROUP | Role.LABEL if is_beside:
                yield other


def _narrowed(cell: Placed, narrow: Mapping[str, str]) -> Placed:
    """A head over a column broken so that the columns of numbers are about as wide."""
    return cell._replace(text=narrow.get(cell.text, cell.text)) if cell.role is Role.HEAD else cell


def _cell(part: FormTable, cell: Placed, block: Sequence[Placed], writer: Writer) -> str:
    attributes = {
        "rowspan": str(cell.rows) if cell.rows > 1 else "",
        "colspan": str(cell.columns) if cell.columns > 1 else "",
    }
    if cell.role is Role.VALUE:
        attributes["headers"] = " ".join(_id(part, other, writer) for other in over(cell, block))
        attributes["data-address"] = "" if writer.is_fragment else cell.address
    else:
        attributes |= {"scope": _SCOPES[cell.role], "id": _id(part, cell, writer)}
    is_corner = cell.role is Role.HEAD and cell.column == 0 and cell.columns > 1
    return writer.element(CORNER if is_corner else CELLS[cell.role], marked_up(cell.text), attributes)


def _id(part: FormTable, cell: Placed, writer: Writer) -> str:
    return f"{writer.prefix}{part.section.number}-{cell.row}-{cell.column}"
