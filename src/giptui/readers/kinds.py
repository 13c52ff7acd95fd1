"""The kinds of files there are, and how each is told by its content. Called by `sources`.

To add one: a line in ``KINDS`` and its reader, a module with ``read(data)``.
"""

import re
from collections.abc import Callable
from io import BytesIO
from typing import Final, NamedTuple
from zipfile import BadZipFile, ZipFile

_HEAD: Final = 65_536  # bytes
_MEGABYTE: Final = 1024 * 1024
LARGEST: Final = 64 * _MEGABYTE
OFFICE: Final = "office"
"""The module that has a document converted first, and is told what it is."""

_COMPOUND: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06")
_PAGE_BEGINS: Final = (
    rb"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)*"
    rb"<(?:!doctype\s+html|html|head|body|meta|title|table|div|p|h[1-6]|span|script|style|center|link)\b"
)
_TAG: Final = rb"</(?:td|tr|table|p|div|span|h[1-6]|a|font|center)\s*>"
_FEW_TAGS: Final = 5  # a text has some, too
_MAIL: Final = rb"(?im)^mime-version:\s*1"


class Looked(NamedTuple):
    """What kinds are told by: the bytes, their beginning, and the members where they are a zip."""

    data: bytes
    head: bytes
    members: frozenset[str]


class Kind(NamedTuple):
    """``word``: how a person calls it. ``module``: its reader, empty if there is none; then ``save_as`` says what it is
    to be saved as. ``library``: what the reader needs. ``harmless``: up to so many bytes it is read in this process.
    """

    word: str
    told: Callable[[Looked], bool]
    module: str = ""
    library: str = ""
    harmless: int = 0
    save_as: str = "docx"


def kind(data: bytes) -> Kind | None:
    """The kind of these bytes; None if it is none that is known."""
    looked = Looked(data, data[:_HEAD], _members(data))
    return next((kind for kind in KINDS if kind.told(looked)), None)


def _members(data: bytes) -> frozenset[str]:
    if not data.startswith(_ZIP):
        return frozenset()
    try:
        with ZipFile(BytesIO(data)) as archive:
            return frozenset(archive.namelist())
    except (BadZipFile, OSError, ValueError, NotImplementedError):
        return frozenset()


def _begins(*marks: bytes) -> Callable[[Looked], bool]:
    return lambda looked: looked.data.startswith(marks)


def _holds(*names: str) -> Callable[[Looked], bool]:
    """A zip with one of these members, or a broken one that began with it."""
    return lambda looked: any(
        name in looked.members or (looked.head.startswith(_ZIP) and not looked.members and name.encode() in looked.head)
        for name in names
    )


def _open_document(kind: bytes) -> Callable[[Looked], bool]:
    return lambda looked: b"mimetypeapplication/vnd.oasis.opendocument." + kind in looked.head[:200]


def _compound(*streams: str) -> Callable[[Looked], bool]:
    """A compound file with one of these streams. Their names are looked for in its bytes, nothing is taken apart."""
    return lambda looked: (
        looked.data.startswith(_COMPOUND)
        and any(f"{stream}\0".encode("utf-16-le") in looked.data for stream in streams)
    )


def _declares(*marks: bytes) -> Callable[[Looked], bool]:
    """An XML file that says so."""
    return lambda looked: looked.head.lstrip()[:5] == b"<?xml" and any(mark in looked.head[:4096] for mark in marks)


def _is_objects(looked: Looked) -> bool:
    return re.match(rb'(?:\xef\xbb\xbf)?\s*(?:\[\s*)?\{\s*(?:"[^"\n]{0,200}"\s*:|\})', looked.head) is not None


def _is_markdown(looked: Looked) -> bool:
    """Headings and tables with a rule below their first line: text with bars alone is told by what stands in it."""
    text = looked.data[: 16 * _HEAD]
    return all(re.search(mark, text) for mark in (rb"(?m)^# \S", rb"(?m)^## \S", rb"(?m)^\|(?: :?-+:? \|)+\r?$"))


def _is_rows(looked: Looked) -> bool:
    return re.match(rb"(?:\xef\xbb\xbf)?file([,\t])form\1", looked.head) is not None


def _is_paper(looked: Looked) -> bool:
    from giptui.readers.paper import is_paper

    return is_paper(looked.data)


def _is_saved_page(looked: Looked) -> bool:
    return re.search(_MAIL, looked.head[:4096]) is not None and b"<" not in looked.head.lstrip()[:1]


def _is_page(looked: Looked) -> bool:
    head = _readable(looked.head)
    if re.match(_PAGE_BEGINS, head, re.IGNORECASE | re.DOTALL):
        return True
    return sum(1 for _ in re.finditer(_TAG, _readable(looked.data[: 16 * _HEAD]), re.IGNORECASE)) > _FEW_TAGS


def _readable(head: bytes) -> bytes:
    """Tags as they are in most encodings."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head.replace(b"\0", b"")[2:]
    return head.removeprefix(b"\xef\xbb\xbf")


def _is_text(looked: Looked) -> bool:
    return b"\0" not in looked.head or looked.head.startswith((b"\xff\xfe", b"\xfe\xff"))


ZIP: Final = Kind("压缩包", _begins(*_ZIP))
EXPORTS: Final = (
    Kind("JSON", _is_objects, "objects"),
    Kind("CSV 或 TSV", _is_rows, "rows"),
)
"""What giptui itself wrote out as data: read by the modules of `exports`, and several reports in one file are usual."""
ENCRYPTED: Final = Kind("文档", _compound("EncryptedPackage"))
PAPER: Final = Kind("PDF 或图片", _is_paper)
KINDS: Final = (
    PAPER,
    Kind("Word 文档", _holds("word/document.xml", "word/document2.xml"), "docx", "mammoth"),
    Kind("电子表格", _holds("xl/workbook.xml", "xl/workbook.bin"), "spreadsheet", "python_calamine"),
    Kind("OFD", _holds("OFD.xml"), "ofd", "ofdkit"),
    Kind("电子表格", _open_document(b"spreadsheet"), "spreadsheet", "python_calamine"),
    Kind("OpenDocument 文档", _open_document(b"text"), OFFICE),
    Kind("演示文稿", _holds("ppt/presentation.xml")),
    Kind("演示文稿", _open_document(b"presentation")),
    Kind("电子书", _holds("META-INF/container.xml")),
    Kind("残缺的 Office 文档", _holds("[Content_Types].xml")),
    ZIP,
    ENCRYPTED,
    Kind("Word 97 或 WPS 文档", _compound("WordDocument"), "doc", "olefile", LARGEST),
    Kind("电子表格", _compound("Workbook", "Book"), "spreadsheet", "python_calamine"),
    Kind("演示文稿", _compound("PowerPoint Document")),
    Kind("残缺或少见的 Office 文档", _begins(_COMPOUND)),
    Kind("RTF 文档", _begins(rb"{\rtf"), OFFICE),
    Kind("Word 的 XML 文档", _declares(b'progid="Word.Document"', b"/word/2003/wordml", b"<pkg:package"), OFFICE),
    Kind("Excel 的 XML 表格", _declares(b'progid="Excel.Sheet"', b"office:spreadsheet"), save_as="xlsx"),
    Kind("RAR 压缩包", _begins(b"Rar!\x1a\x07"), save_as="zip"),
    Kind("7z 压缩包", _begins(b"7z\xbc\xaf\x27\x1c"), save_as="zip"),
    Kind("gzip 压缩文件", _begins(b"\x1f\x8b"), save_as="zip"),
    Kind("图片", _begins(b"GIF8", b"BM", b"RIFF", b"\0\0\0\x20ftypheic"), save_as="PNG 或 PDF"),
    *EXPORTS,
    Kind("保存的网页", _is_saved_page, "mhtml", "selectolax", _MEGABYTE // 2),
    Kind("网页", _is_page, "html", "selectolax", _MEGABYTE // 2),
    Kind("Markdown", _is_markdown, "markdown", "", 16 * _MEGABYTE),
    Kind("文本", _is_text, "text", "", 16 * _MEGABYTE),
)
"""In the order in which they are told: what is also something else comes first."""
