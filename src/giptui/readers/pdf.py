"""PDF → document: tables by their rules, the rest as paragraphs. Runs in a child process (`child`), for `paper`.

pdfplumber gives characters and rules in their places; what they make is found in `geometry` and `pages`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from giptui.readers import geometry, pages, refusals
from giptui.readers.document import Document, OnPage, Picture
from giptui.readers.geometry import Box, Mark, Ruled

if TYPE_CHECKING:
    from pdfplumber.page import Page
    from pdfplumber.pdf import PDF

KIND: Final = "PDF"
MOST_PAGES: Final = 200

_UNMAPPED: Final = r"\(cid:\d+\)|[\x00-\x08\x0e-\x1f\ufffd\ud800-\uf8ff]"
_LOST: Final = "\ufffd"
_GARBAGE: Final = 0.05  # the part of a page's characters without a meaning at which its text is none
_PICTURE: Final = (100.0, 60.0)  # points: smaller ones are seals and logos


def read(data: bytes) -> Document:
    """The texts and tables of the pages. A page that is only an image, or whose letters mean nothing, is a Picture."""
    with _opened(data) as pdf:
        count = len(pdf.pages)
        found = []
        for page in pdf.pages[:MOST_PAGES]:
            found.append(pages.Page(page.page_number, float(page.height), tuple(_items(page))))
            page.close()
        title = _title(pdf.metadata.get("Title"))
    notes = (f"PDF 有 {count} 页，只读了前 {MOST_PAGES} 页",) if count > MOST_PAGES else ()
    return Document(KIND, pages.blocks(found), title, notes)


def _opened(data: bytes) -> "PDF":
    try:
        import pdfplumber
        from pdfminer.pdfdocument import PDFPasswordIncorrect
        from pdfplumber.utils.exceptions import PdfminerException
    except ImportError:
        raise refusals.not_installed(KIND) from None
    try:
        return pdfplumber.open(BytesIO(data), raise_unicode_errors=False)
    except PdfminerException as error:
        raise (refusals.encrypted if isinstance(error.args[0], PDFPasswordIncorrect) else refusals.broken)(
            KIND
        ) from None


def _title(written: object) -> str:
    """What the properties of the file call it. pdfplumber takes UTF-16 without its usual mark for Latin letters."""
    title = written if isinstance(written, str) else ""
    if title.startswith("ÿþ"):
        return title.encode("latin-1", "replace").decode("utf-16", "replace")
    return title


def _items(page: "Page") -> Iterator[pages.Item]:
    marks = _marks(page)
    if _is_garbage(marks):
        yield Picture(OnPage(page.page_number))
        return
    tables = list(_tables(page, marks))
    taken = {mark for table in tables for mark in table.marks}
    prose = [mark for mark in marks if mark not in taken]
    images = [image for image in map(_box, page.images) if _is_big(image)] if page.images else []
    items: list[tuple[float, pages.Item]] = [(table.box[1], table) for table in tables]
    items += [(line.box[1], line) for line in geometry.lines(prose)]
    items += [(box[1], Picture(OnPage(page.page_number, box))) for box in images]
    yield from (item for _, item in sorted(items, key=lambda each: each[0]))


def _marks(page: "Page") -> list[Mark]:
    """The characters that can be seen: upright, on the page, each once even if it is printed twice to look bold."""
    found: list[Mark] = []
    places: set[tuple[str, int, int]] = set()
    width, height = float(page.width), float(page.height)
    for char in page.chars:
        x0, top, x1, bottom = box = _box(char)
        if not char["upright"] or x1 <= 0 or bottom <= 0 or x0 >= width or top >= height:
            continue
        text = _LOST if re.fullmatch(_UNMAPPED, char["text"]) else char["text"]
        at = (text, round(x0), round(top))
        if at in places and text.strip():
            continue
        places.add(at)
        found.append(Mark(text, box))
    return found


def _is_garbage(marks: Sequence[Mark]) -> bool:
    return sum(mark.text == _LOST for mark in marks) > _GARBAGE * len(marks)


def _doubt(text: str) -> str:
    return "有的字在字体里没有对照" if _LOST in text else ""


def _tables(page: "Page", marks: Sequence[Mark]) -> Iterator[Ruled]:
    """The tables with rules. A frame around prose, or a shade behind its lines, is none: it has one column."""
    for table in page.find_tables():
        boxes: list[Box] = table.cells
        if len({round(box[0]) for box in boxes}) > 1:
            yield geometry.ruled(boxes, marks, page.page_number, _doubt)


def _box(thing: Mapping[str, Any]) -> Box:
    return (float(thing["x0"]), float(thing["top"]), float(thing["x1"]), float(thing["bottom"]))


def _is_big(box: Box) -> bool:
    return box[2] - box[0] >= _PICTURE[0] and box[3] - box[1] >= _PICTURE[1]
