"""A Word document (docx) → its lines and tables: by mammoth to markup, and on as a web page. Runs in a child process
(`child`), for `sources`.
"""

from typing import Final
from xml.etree.ElementTree import ParseError

from giptui.readers import refusals
from giptui.readers.archive import contents, opened
from giptui.readers.document import Document
from giptui.readers.formats.markup import page
from giptui.readers.formats.wordml import ANCHOR, is_read, plain

KIND: Final = "Word 文档"
_MOST: Final = 16 * 1024 * 1024  # bytes of the parts that are read: mammoth takes more than linear time


def read(data: bytes) -> Document:
    """What the document shows, tracked insertions in and deletions out."""
    import mammoth  # type: ignore[import-untyped]

    with opened(data, KIND) as archive:
        parts = contents(archive, KIND, is_read, _MOST)
    try:
        written = plain(parts)
    except ParseError:
        raise refusals.broken(KIND) from None
    markup = mammoth.convert_to_html(written, convert_image=_picture, include_embedded_style_map=False).value
    shown = page(markup, ANCHOR)
    return Document(KIND, shown.blocks, notes=shown.notes, anchors=shown.anchors)


def _picture(_: object) -> list[object]:
    """Only that it is there: its bytes are not looked at."""
    from mammoth import html

    return [html.element("img", {})]
