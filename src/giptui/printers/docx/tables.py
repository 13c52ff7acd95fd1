"""A table of the form as one of Word: the official grid, on one page, its heads marked, readable to a screen reader."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final
from zlib import crc32

from giptui.form import Section, Shape, Table
from giptui.printers.cells import Placed, Role, cells
from giptui.printers.docx.geometry import PADDING, SLACK, Columns, columns
from giptui.printers.docx.markup import BREAK, paragraph, run, w
from giptui.report import Report

_STYLES: Final = {
    Role.CAPTION: "TableCaption",
    Role.HEAD: "TableHead",
    Role.GROUP: "TableHead",
    Role.LABEL: "TableLabel",
    Role.VALUE: "TableValue",
}
_SHADED: Final = w("shd", val="clear", color="auto", fill="C6D9F1")  # the official form's own
_UPRIGHT: Final = w("textDirection", val="tbRlV")
_HEIGHT: Final = 340
_SPACE: Final = {"top": 20, "left": PADDING, "bottom": 20, "right": PADDING}
_CHARACTER: Final = 200  # 10 points
_SENTENCE: Final = 20  # a head as long as this is no head but a remark
_LAST: Final = w("keepNext", val="0")


def form_table(report: Report, section: Section, table: Table) -> str:
    placed = cells(report, table)
    layout = columns(placed, table.shape)
    grid = w("tblGrid", *(w("gridCol", w=width) for width in layout.widths))
    return w("tbl", _properties(section, placed, layout), grid, *_rows(placed, layout, table.shape))


def identifier(address: str) -> str:
    """The w14:paraId of a value: the same in every document, so that whatever reads it later finds the cell."""
    return f"{crc32(address.encode()) & 0x7FFFFFFF or 1:08X}"


def _properties(section: Section, placed: Sequence[Placed], layout: Columns) -> str:
    values = sum(cell.role is Role.VALUE for cell in placed)
    return w(
        "tblPr",
        w("tblStyle", val="TableGrid"),
        w("tblW", w=sum(layout.widths), type="dxa"),
        w("jc", val="center"),
        w("tblLayout", type="fixed"),
        w("tblCellMar", *(w(side, w=space, type="dxa") for side, space in _SPACE.items())),
        w("tblLook", val="0020", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1),
        w("tblCaption", val=section.title),
        w("tblDescription", val=f"“{section.title}”的法定表格，填数 {values} 格。"),
    )


def _rows(placed: Sequence[Placed], layout: Columns, shape: Shape) -> Iterator[str]:
    height = max(cell.row + cell.rows for cell in placed)
    first_values = min(cell.row for cell in placed if cell.role is Role.VALUE)
    for row in range(height):
        head = w("tblHeader") if row < first_values else ""
        properties = w("trPr", w("cantSplit"), w("trHeight", val=_HEIGHT, hRule="atLeast"), head)
        across = sorted(_across(placed, row), key=lambda cell: cell.column)
        last = row == height - 1
        yield w("tr", properties, *(_cell(cell, row, layout, shape, last) for cell in across))


def _across(placed: Sequence[Placed], row: int) -> Iterator[Placed]:
    """The cells that a row meets, those that began above it too."""
    return (cell for cell in placed if cell.row <= row < cell.row + cell.rows)


def _cell(cell: Placed, row: int, layout: Columns, shape: Shape, last: bool) -> str:
    begins = cell.row == row
    upright = cell.role is Role.GROUP and cell.column == 0
    properties = w(
        "tcPr",
        w("tcW", w=layout.reach(cell), type="dxa"),
        w("gridSpan", val=cell.columns) if cell.columns > 1 else "",
        w("vMerge", val="restart" if begins else "continue") if cell.rows > 1 else "",
        _SHADED if cell.role is Role.CAPTION else "",
        _UPRIGHT if upright else "",
        w("vAlign", val="center"),
    )
    return w("tc", properties, _text(cell if begins else cell._replace(text="", address=""), layout, shape, last))


def _text(cell: Placed, layout: Columns, shape: Shape, last: bool) -> str:
    style = _STYLES[cell.role]
    if cell.role is Role.LABEL and shape is Shape.BLOCKS:
        style = "TableHead"
    elif cell.role is Role.HEAD and len(cell.text) > _SENTENCE:
        style = "TableRemark"
    smaller = w("sz", val=layout.size) if cell.role is Role.VALUE and layout.size < 20 else ""
    narrowed = _pairs(cell.text, layout.reach(cell)) if cell.role is Role.HEAD and cell.columns == 1 else ""
    lines = [run(line, smaller) for line in cell.text.split("\n") if line]
    return paragraph(
        style,
        BREAK.join(lines),
        properties=(_LAST if last else "") + narrowed,
        identifier=identifier(cell.address) if cell.address else "",
    )


def _pairs(head: str, reach: int) -> str:
    """A head that takes more than a line breaks behind every second character: 社会 / 公益 / 组织."""
    room = reach - 2 * PADDING
    margin = (room - 2 * _CHARACTER) // 2 - SLACK
    fits = all(len(line) * _CHARACTER <= room for line in head.split("\n"))
    return "" if fits or margin <= 0 else w("ind", left=margin, right=margin)
