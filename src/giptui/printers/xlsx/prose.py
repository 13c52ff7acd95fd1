"""The sheet of the page: title, metadata, headings and all prose, a row a paragraph, in printed order.

A table stands on a sheet of its own; where it belongs a line says so, by which import puts the two together again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import ceil
from typing import TYPE_CHECKING, Any, Final

from giptui.printers.document import (
    Addressee,
    FormTable,
    Heading,
    Metadata,
    Number,
    Paragraph,
    Part,
    Signature,
    Title,
    parts,
)
from giptui.printers.xlsx.book import PROSE_SHEET, RED, Book, height, lines

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_WIDTH: Final = 76
_BODY: Final = 12  # points
_TALLEST: Final = 20  # lines of a row: a spreadsheet has none higher than 409 points
_LONGEST: Final = 32_767  # characters of a cell
_SENTENCE: Final = re.compile("[^。；！？]*[。；！？]?")

_Line = tuple[str, dict[str, Any]]


def add(book: Book) -> None:
    """The sheet 正文, the first of the workbook."""
    sheet = book.sheet(PROSE_SHEET, one_page=False)
    sheet.set_column(0, 0, _WIDTH)
    row = 0
    draft: list[_Line] = [("草案", {"align": "right", "font_name": "黑体", "font_color": RED})] if book.draft else []
    for text, look in (*draft, *(line for part in parts(book.report) for line in _lines(part))):
        for piece in pieces(text):
            row = _write(book, sheet, row, piece, look)
    sheet.print_area(0, 0, max(row - 1, 0), 0)


def _lines(part: Part) -> Iterator[_Line]:
    match part:
        case Title(text):
            yield text, {"font_name": "黑体", "font_size": 18, "align": "center"}
        case Number(text):
            yield text, {"align": "center"}
        case Metadata(entries):
            yield "  ".join(f"{entry.label}：{entry.text}" for entry in entries), {"align": "center", "font_size": 10}
        case Heading(section):
            yield section.title, {"font_name": "黑体", "font_size": 14}
        case FormTable(section):
            yield f"（表格见工作表“{section.short}”）", {"align": "center", "font_color": "#595959"}
        case Signature():
            yield from ((line, {"align": "right"}) for line in part.lines)
        case Addressee(text) | Paragraph(text=text):
            yield text, {}


def _write(book: Book, sheet: Worksheet, row: int, text: str, look: dict[str, Any]) -> int:
    """Write the text and return the row below. A long one takes several rows, joined: one row is not high enough."""
    whole = {"font_size": _BODY, **look}
    points = whole["font_size"]
    count = lines(text, _WIDTH, points)
    rows = ceil(count / _TALLEST)
    for each in range(row, row + rows):
        sheet.set_row(each, height(ceil(count / rows), points))
    style = book.look(valign="vcenter" if rows == 1 else "top", **whole)
    if rows > 1:
        sheet.merge_range(row, 0, row + rows - 1, 0, "", style)
    sheet.write_string(row, 0, text, style)
    return row + rows


def pieces(text: str) -> Iterator[str]:
    """The text in pieces that a cell can hold, parted behind a sentence where there is one."""
    piece = ""
    for sentence in _SENTENCE.findall(text) if len(text) > _LONGEST else [text]:
        if len(piece) + len(sentence) > _LONGEST and piece:
            yield piece
            piece = ""
        piece += sentence
        while len(piece) > _LONGEST:
            yield piece[:_LONGEST]
            piece = piece[_LONGEST:]
    yield piece
