"""The sheet of the page: title, metadata, headings and all prose, a row a paragraph, in printed order.

A table stands on a sheet of its own; where it belongs a line says so. A paragraph for which a row is not high enough
goes on in the next, behind a zero-width space. By both import puts together again what belongs together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

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

_WIDTH: Final = 76
_BODY: Final = 10.5  # points: 五号
_LONGEST: Final = 600  # characters of a row: 17 lines; none is higher than 409 points, or goes over to the next page
_MORE: Final = "\u200b"
_SENTENCE: Final = re.compile("[^。；！？]*[。；！？]?")

_Line = tuple[str, dict[str, Any]]


def add(book: Book) -> None:
    """The sheet 正文, the first of the workbook."""
    sheet = book.sheet(PROSE_SHEET, one_page=False)
    sheet.set_column(0, 0, _WIDTH)
    draft: list[_Line] = [("草案", {"align": "right", "font_name": "黑体", "font_color": RED})] if book.draft else []
    written = (*draft, *(line for part in parts(book.report) for line in _lines(part)))
    rows = [(piece, look) for text, look in written for piece in pieces(text)]
    for row, (piece, look) in enumerate(rows):
        whole = {"font_size": _BODY, **look}
        sheet.set_row(row, height(lines(piece, _WIDTH, whole["font_size"]), whole["font_size"]))
        sheet.write_string(row, 0, piece, book.look(**whole))
    sheet.print_area(0, 0, max(len(rows) - 1, 0), 0)


def _lines(part: Part) -> Iterator[_Line]:
    match part:
        case Title(text):
            yield text, {"font_name": "黑体", "font_size": 16, "align": "center"}
        case Number(text):
            yield text, {"align": "center"}
        case Metadata(entries):
            yield "  ".join(f"{entry.label}：{entry.text}" for entry in entries), {"align": "center", "font_size": 10}
        case Heading(section):
            yield section.title, {"font_name": "黑体", "font_size": 13}
        case FormTable(section):
            yield f"（表格见工作表“{section.short}”）", {"align": "center", "font_color": "#595959"}
        case Signature():
            yield from ((line, {"align": "right"}) for line in part.lines)
        case Addressee(text) | Paragraph(text=text):
            yield text, {"valign": "top"}


def pieces(text: str) -> Iterator[str]:
    """The text in pieces that a row can hold, parted behind a sentence where there is one; all but the first marked."""
    piece, mark = "", ""
    for sentence in _SENTENCE.findall(text):
        if piece and len(piece) + len(sentence) > _LONGEST:
            yield mark + piece
            piece, mark = "", _MORE
        piece += sentence
        while len(piece) > _LONGEST:
            yield mark + piece[:_LONGEST]
            piece, mark = piece[_LONGEST:], _MORE
    if piece:
        yield mark + piece
