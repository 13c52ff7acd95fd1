"""A page as a Word document and as spreadsheets, by the libraries that people's programs are made of."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

from giptui.printers.cells import Placed, Role
from readers.writing.page import Line, Page, Sheet
from readers.writing.texts import words


def docx(page: Page, numbered: bool = False, nested: bool = False) -> bytes:
    """Merged cells as Word merges them. ``numbered``: the ordinals of headings are a list's, not text. ``nested``: each
    table stands in the one cell of a table, as pasted layouts do.
    """
    from docx import Document  # type: ignore[import-untyped, import-not-found, unused-ignore]

    document = Document()
    if numbered:
        _numbering(document)
    for part in page:
        if isinstance(part, Sheet):
            place = document.add_table(1, 1).cell(0, 0) if nested else document
            rows = len(part.rows())
            table = place.add_table(rows, part.width)
            table.style = "Table Grid"
            cells = table._cells  # taken once: each call of table.cell() takes them anew
            for cell in part.cells:
                last = (cell.row + cell.rows - 1) * part.width + cell.column + cell.columns - 1
                first = cells[cell.row * part.width + cell.column]
                first.merge(cells[last]).text = cell.text
        elif numbered and part.role == "heading":
            paragraph = document.add_paragraph(re.sub("^[一二三四五六]、", "", part.text))
            _listed(paragraph)
        else:
            document.add_paragraph(words(part))
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _numbering(document: object) -> None:
    """A list numbered 一、 二、 …, as Word's own button makes it."""
    from docx.oxml import parse_xml  # type: ignore[import-not-found, unused-ignore]
    from docx.oxml.ns import nsdecls  # type: ignore[import-not-found, unused-ignore]

    numbering = document.part.numbering_part.element  # type: ignore[attr-defined]
    kind = '<w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/>'
    level = f'<w:lvl w:ilvl="0"><w:start w:val="1"/>{kind}</w:lvl>'
    numbering.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77">{level}</w:abstractNum>'))
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))


def _listed(paragraph: object) -> None:
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    properties = paragraph._p.get_or_add_pPr()  # type: ignore[attr-defined]
    properties.append(parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="77"/></w:numPr>'))


def xlsx(page: Page, sheets: bool = False, numeric: bool = False, left: int = 0) -> bytes:
    """The page in one sheet, prose in merged cells; or a section a sheet. ``numeric``: counts and amounts are numbers,
    not text. ``left`` columns stand empty before it.
    """
    import xlsxwriter  # type: ignore[import-untyped, import-not-found, unused-ignore]

    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        amount = book.add_format({"num_format": "0.0000"})
        sheet, row = None, 0
        for part in page:
            if sheet is None or (sheets and isinstance(part, Line) and part.role == "heading"):
                sheet, row = book.add_worksheet(), 0
            if isinstance(part, Sheet):
                for cell in part.cells:
                    _place(sheet, cell, row, left, numeric, amount)
                row += len(part.rows())
            else:
                sheet.merge_range(row, left, row, left + 9, words(part))
                row += 1
    return out.getvalue()


def _place(sheet: object, cell: Placed, top: int, left: int, numeric: bool, amount: object) -> None:
    row, column = top + cell.row, left + cell.column
    value: str | float = cell.text
    style = None
    if numeric and cell.role is Role.VALUE and re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", cell.text):
        value, style = float(cell.text), amount if "." in cell.text else None
    if cell.rows * cell.columns > 1:
        sheet.merge_range(row, column, row + cell.rows - 1, column + cell.columns - 1, value, style)  # type: ignore[attr-defined]
    elif value != "":
        sheet.write(row, column, value, style)  # type: ignore[attr-defined]


def ods(page: Page) -> bytes:
    """The page in one sheet, covered cells as covered."""
    from odf.opendocument import OpenDocumentSpreadsheet  # type: ignore[import-untyped, import-not-found, unused-ignore]
    from odf.table import Table  # type: ignore[import-untyped, import-not-found, unused-ignore]

    document = OpenDocumentSpreadsheet()
    table = Table(name="年度报告")
    for part in page:
        for row in _rows(part):
            table.addElement(row)
    document.spreadsheet.addElement(table)
    out = io.BytesIO()
    document.write(out)
    return out.getvalue()


def _rows(part: Line | Sheet) -> Iterator[object]:
    from odf.table import CoveredTableCell, TableCell, TableRow
    from odf.text import P  # type: ignore[import-untyped, import-not-found, unused-ignore]

    if isinstance(part, Line):
        part = Sheet("", (Placed(0, 0, 1, 10, Role.CAPTION, words(part)),))
    covering = {
        (cell.row + below, cell.column + right): cell
        for cell in part.cells
        for below in range(cell.rows)
        for right in range(cell.columns)
    }
    for at in range(len(part.rows())):
        row = TableRow()
        for column in range(part.width):
            cell = covering[at, column]
            if (cell.row, cell.column) != (at, column):
                row.addElement(CoveredTableCell())
                continue
            element = TableCell(numberrowsspanned=cell.rows, numbercolumnsspanned=cell.columns, valuetype="string")
            for line in filter(None, cell.text.split("\n")):
                element.addElement(P(text=line))
            row.addElement(element)
        yield row
