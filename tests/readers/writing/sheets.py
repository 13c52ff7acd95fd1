"""Pages of paper drawn by hand, for what no report of ours has: each a function that draws on a canvas of A4."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable, Sequence
from typing import Any

from readers.writing.paper import FONT

Canvas = Any  # reportlab has no types
HEIGHT = 842  # points; places are given from the upper left corner, as everything that reads a page has them
SIZE = 12


def pdf(*pages: Callable[[Canvas], None], **options: object) -> bytes:
    from reportlab.pdfbase import pdfmetrics  # type: ignore[import-untyped, import-not-found, unused-ignore]
    from reportlab.pdfbase.ttfonts import TTFont  # type: ignore[import-untyped, import-not-found, unused-ignore]
    from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped, import-not-found, unused-ignore]

    pdfmetrics.registerFont(TTFont("fixture", str(FONT)))
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(595, HEIGHT), invariant=True, **options)
    for draw in pages:
        canvas.setFont("fixture", SIZE)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def write(canvas: Canvas, x: float, top: float, text: str) -> None:
    canvas.drawString(x, HEIGHT - top - SIZE, text)


def paragraph(canvas: Canvas, top: float, *lines: str, indent: float = 2 * SIZE) -> None:
    """Lines from the left margin at 72 pt, the first one indented, 20 pt each."""
    for number, line in enumerate(lines):
        write(canvas, 72 + indent * (number == 0), top + 20 * number, line)


def table(
    canvas: Canvas, top: float, columns: Sequence[float], rows: Sequence[Sequence[str]], pitch: float = 24
) -> None:
    """A table with rules; a line break in a cell is one."""
    bottom = top + pitch * len(rows)
    for x in columns:
        canvas.line(x, HEIGHT - top, x, HEIGHT - bottom)
    for row in range(len(rows) + 1):
        canvas.line(columns[0], HEIGHT - top - pitch * row, columns[-1], HEIGHT - top - pitch * row)
    for row, cells in enumerate(rows):
        for x, cell in zip(columns, cells, strict=False):
            for number, line in enumerate(cell.split("\n")):
                write(canvas, x + 3, top + pitch * row + 2 + SIZE * number, line)


def stream(content: bytes) -> bytes:
    """A PDF of one page whose content is that, packed as small as it gets."""
    packed = zlib.compress(content, 6)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        b"<</Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream" % (len(packed), packed),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    made, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    entries = b"".join(b"%010d 00000 n \n" % place for place in places)
    index = b"xref\n0 6\n0000000000 65535 f \n" + entries + b"trailer<</Size 6/Root 1 0 R>>\n"
    return made + index + b"startxref\n%d\n%%%%EOF" % len(made)
