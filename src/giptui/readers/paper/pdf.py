"""PDF → document: tables by their rules, the rest as paragraphs. Runs in a child process (`child`), for `paper`.

pdfplumber gives characters and rules in their places; what they make is found in `geometry` and `pages`.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from giptui.readers import refusals
from giptui.readers.document import Document, OnPage, Picture, Refused
from giptui.readers.paper import geometry, pages
from giptui.readers.paper.characters import LOST, Characters, characters, doubt
from giptui.readers.paper.geometry import Box, Mark, Ruled

if TYPE_CHECKING:
    from pdfplumber.page import Page
    from pdfplumber.pdf import PDF

KIND: Final = "PDF"
MOST_PAGES: Final = 200

_GARBAGE: Final = 0.05  # the part of a page's characters without a meaning at which its text is none
_FEW: Final = 3  # characters that a page of any length may have lost
_NOTHING: Final = 200  # bytes of what is drawn on a page that is blank
_SEVERAL: Final = re.compile(r"[0-9](?: +[0-9]+){2,}")
_OPEN: Final = 3  # level rules that end in one place: where a table ends
_PICTURE: Final = (150.0, 60.0)  # points: smaller ones are seals and logos
_TEXT_ON: Final = 20  # characters: an image with more of them on it is a background


def read(data: bytes) -> Document:
    """The texts and tables of the pages. A page that is only an image, or cannot be read, is a Picture."""
    notes = []
    try:
        pdf = _opened(data)
    except Refused as refused:
        if refused.refusal != refusals.broken(KIND).refusal:
            raise
        pdf = _opened(_repaired(data))
        notes.append("PDF 已损坏，是修复后读的，可能有缺失")
    with pdf:
        found = [_read(page) for page in pdf.pages[:MOST_PAGES]]
        if len(pdf.pages) > MOST_PAGES:
            notes.append(f"PDF 有 {len(pdf.pages)} 页，只读了前 {MOST_PAGES} 页")
        notes += _left_out([text for _, text in found])
        return Document(KIND, pages.blocks([page for page, _ in found]), _title(pdf), tuple(notes))


def _left_out(texts: Sequence[Characters]) -> Iterator[str]:
    """Sentences on what stands on the pages and is no text of them."""
    if marked := [str(number) for number, text in enumerate(texts, 1) if text.has_watermark]:
        yield f"第 {'、'.join(marked)} 页有水印，水印的字没有读"
    for number, text in enumerate(texts, 1):
        if text.raised:
            yield f"第 {number} 页有 {text.raised} 处数后面的小字（上标），没有读进数里"


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
        locked = isinstance(error.args[0], PDFPasswordIncorrect)
        raise refusals.encrypted(KIND) if locked else refusals.broken(KIND) from None


def _repaired(data: bytes) -> bytes:
    """With a table of contents made anew by what shows pages in a browser, which bears more."""
    import pypdfium2

    repaired = BytesIO()
    try:
        with pypdfium2.PdfDocument(data) as pdf:
            pdf.save(repaired)
    except pypdfium2.PdfiumError:
        raise refusals.broken(KIND) from None
    return repaired.getvalue()


def _read(page: "Page") -> tuple[pages.Page, Characters]:
    from pdfplumber.utils.exceptions import PdfminerException

    width, height = _size(page)
    items: list[pages.Item] = [Picture(OnPage(page.page_number))]
    text = Characters([])
    try:
        text = characters(page.chars, width, height)
        items = list(_items(page, text.marks))
    except PdfminerException as error:
        if isinstance(error.args[0], MemoryError):
            raise refusals.too_much(KIND) from None
    finally:
        page.close()
    return pages.Page(page.page_number, height, tuple(items), width), text


def _title(pdf: "PDF") -> str:
    """What the properties of the file call it. UTF-16 may be written with the mark of the other order of bytes."""
    for info in pdf.doc.info:
        if isinstance(written := info.get("Title"), bytes) and written.startswith(b"\xff\xfe"):
            return written.decode("utf-16", "replace")
    return str(pdf.metadata.get("Title") or "")


def _size(page: "Page") -> tuple[float, float]:
    """Width and height as the page is shown; pdfplumber has those of the paper before it is turned."""
    width, height = float(page.width), float(page.height)
    return (height, width) if page.rotation in (90, 270) else (width, height)


def _items(page: "Page", marks: Sequence[Mark]) -> Iterator[pages.Item]:
    turned = sum(not char["upright"] for char in page.chars)
    is_drawn = not marks and (page.images or page.curves or _is_lost(page))
    if is_drawn or turned > len(page.chars) / 2 or _is_garbage(marks):
        yield Picture(OnPage(page.page_number))
        return
    tables = list(_tables(page, marks))
    taken = {mark for table in tables for mark in table.marks}
    prose = [mark for mark in marks if mark not in taken]
    items: list[tuple[float, pages.Item]] = [(table.box[1], table) for table in tables]
    items += [(line.box[1], line) for line in geometry.lines(prose)]
    items += [(box[1], Picture(OnPage(page.page_number, box))) for box in _pictures(page, marks)]
    yield from (item for _, item in sorted(items, key=lambda each: each[0]))


def _is_lost(page: "Page") -> bool:
    """Whether there is something on the page in the file, and nothing of it could be made out."""
    from pdfminer.pdftypes import PDFStream, resolve1

    streams = [resolve1(content) for content in page.page_obj.contents]
    sizes = [resolve1(each.get("Length", 0)) if isinstance(each, PDFStream) else _NOTHING + 1 for each in streams]
    return not page.objects and any(isinstance(size, int) and size > _NOTHING for size in sizes)


def _pictures(page: "Page", marks: Sequence[Mark]) -> Iterator[Box]:
    """The images that may show a table: large, and without text on them."""
    for box in map(_box, page.images):
        is_large = box[2] - box[0] >= _PICTURE[0] and box[3] - box[1] >= _PICTURE[1]
        if is_large and sum(geometry.within(mark.box, box) for mark in marks) < _TEXT_ON:
            yield box


def _is_garbage(marks: Sequence[Mark]) -> bool:
    return sum(mark.text == LOST for mark in marks) > max(_FEW, _GARBAGE * len(marks))


def _tables(page: "Page", marks: Sequence[Mark]) -> Iterator[Ruled]:
    """The tables with rules. A frame around prose, or a shade behind its lines, is none: it has one column."""
    for table in page.find_tables({"explicit_vertical_lines": list(_open_sides(page))}):
        boxes: list[Box] = table.cells
        if len({round(box[0]) for box in boxes}) > 1:
            found = geometry.ruled(boxes, marks, page.page_number, doubt)
            if not _is_level_only(found):
                yield found


def _is_level_only(table: Ruled) -> bool:
    """Whether the numbers of a row stand in one cell, again and again: there is no rule between its columns. Where they
    stand on several lines, only the rules between the rows tell what belongs together.
    """
    counts = [len(_SEVERAL.findall(cell.text)) for cell in table.grid.cells]
    return max(counts) == 1 and sum(counts) >= _OPEN


def _open_sides(page: "Page") -> Iterator[float]:
    """Where tables without rules at their sides end: several level rules begin or end there, and no upright one is."""
    level = [edge for edge in page.horizontal_edges if edge["x1"] - edge["x0"] >= _PICTURE[0]]
    upright = [edge["x0"] for edge in page.vertical_edges]
    ends = Counter(round(edge[side]) for edge in level for side in ("x0", "x1"))
    for end, times in ends.items():
        if times >= _OPEN and not any(abs(x - end) < geometry.SAME_EDGE for x in upright):
            yield float(end)


def _box(thing: Mapping[str, Any]) -> Box:
    return (float(thing["x0"]), float(thing["top"]), float(thing["x1"]), float(thing["bottom"]))
