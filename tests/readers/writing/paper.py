"""A page as PDF: ruled tables that go on over page breaks, prose broken into lines, page numbers."""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import cache
from html import escape
from itertools import pairwise
from pathlib import Path

from readers.writing.page import Line, Page, Sheet
from readers.writing.texts import words

FONT = Path(__file__).parents[1] / "fonts" / "fixture.ttf"
_MARGIN = 72


@cache
def _font() -> str:
    from reportlab.pdfbase import pdfmetrics  # type: ignore[import-untyped, import-not-found, unused-ignore]
    from reportlab.pdfbase.ttfonts import TTFont  # type: ignore[import-untyped, import-not-found, unused-ignore]

    pdfmetrics.registerFont(TTFont("fixture", str(FONT)))
    return "fixture"


@cache
def _characters() -> frozenset[str]:
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped, import-not-found, unused-ignore]

    return frozenset(map(chr, TTFont(FONT).getBestCmap()))


def drawable(text: str) -> str:
    """The text without the characters that the tests' font lacks."""
    return "".join(character for character in text if character in _characters() or character == "\n")


def pdf(page: Page, size: float = 10.5, breaks: tuple[int, ...] = ()) -> bytes:
    """The page on A4, `-1-` at the foot of each sheet. A table breaks where the paper ends; that of section three
    before the rows of those numbers too, and what spans the break is empty behind it.
    """
    from reportlab.lib.pagesizes import A4  # type: ignore[import-untyped, import-not-found, unused-ignore]
    from reportlab.lib.styles import ParagraphStyle  # type: ignore[import-untyped, import-not-found, unused-ignore]
    from reportlab.platypus import (  # type: ignore[import-untyped, import-not-found, unused-ignore]
        PageBreak,
        Paragraph,
        SimpleDocTemplate,
        Spacer,
        Table,
    )

    font = _font()
    body = ParagraphStyle(
        "body", fontName=font, fontSize=size + 3, leading=size * 2, firstLineIndent=2 * (size + 3), wordWrap="CJK"
    )
    flush = ParagraphStyle("flush", parent=body, firstLineIndent=0)
    centred = ParagraphStyle("centred", parent=flush, alignment=1)
    large = ParagraphStyle("large", parent=centred, fontSize=size + 8, leading=size * 3)
    small = ParagraphStyle("small", parent=centred, fontSize=size - 2, leading=size)

    def line(part: Line) -> object:
        style = {"title": large, "metadata": flush, "chrome": flush}.get(part.role, body)
        return Paragraph(escape(words(part)), style)

    def table(sheet: Sheet) -> object:
        grid: list[list[object]] = [[""] * sheet.width for _ in sheet.rows()]
        styles: list[tuple[object, ...]] = [
            ("GRID", (0, 0), (-1, -1), 0.5, (0, 0, 0)),
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            ("LEFTPADDING", (0, 0), (-1, -1), 1),
            ("RIGHTPADDING", (0, 0), (-1, -1), 1),
        ]
        for cell in sheet.cells:
            text = escape(cell.text).replace("\n", "<br/>")
            grid[cell.row][cell.column] = Paragraph(text, small) if text else ""
            if cell.rows * cell.columns > 1:
                end = (cell.column + cell.columns - 1, cell.row + cell.rows - 1)
                styles.append(("SPAN", (cell.column, cell.row), end))
        room = A4[0] - 2 * _MARGIN
        margin = {4: 1, 10: 3}.get(sheet.width, 0)
        labels = 70 if margin == 3 else 110
        widths = [
            labels if at < margin else (room - margin * labels) / (sheet.width - margin) for at in range(sheet.width)
        ]
        if margin == 3:
            widths[0] = 24
            widths[3:] = [(room - sum(widths[:3])) / 7] * 7
        return Table(grid, widths, style=styles)

    story: list[object] = []
    for part in page:
        if isinstance(part, Sheet):
            for number, piece in enumerate(_cut(part, breaks if part.section == "applications" else ())):
                story += [PageBreak()] * (number > 0) + [table(piece)]
            story.append(Spacer(1, 8))
        else:
            story.append(line(part))

    def numbered(canvas: object, document: object) -> None:
        canvas.setFont(font, 9)  # type: ignore[attr-defined]
        canvas.drawCentredString(A4[0] / 2, 30, f"-{document.page}-")  # type: ignore[attr-defined]

    out = io.BytesIO()
    margins = dict.fromkeys(("leftMargin", "rightMargin", "topMargin", "bottomMargin"), _MARGIN)
    document = SimpleDocTemplate(out, pagesize=A4, invariant=True, **margins)
    document.build(story, onFirstPage=numbered, onLaterPages=numbered)
    return out.getvalue()


def _cut(sheet: Sheet, breaks: tuple[int, ...]) -> Iterator[Sheet]:
    """The table in pieces that begin at those rows; what spans a break goes on empty."""
    bottom = len(sheet.rows())
    for top, end in pairwise((0, *breaks, bottom)):
        pieces = []
        for cell in sheet.cells:
            first, last = max(cell.row, top), min(cell.row + cell.rows, end)
            if first < last:
                text = cell.text if first == cell.row else ""
                pieces.append(cell._replace(row=first - top, rows=last - first, text=text))
        yield Sheet(sheet.section, tuple(pieces))
