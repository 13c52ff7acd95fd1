"""Reports on paper: PDF by its text, scans and photographs by recognition, each in a child process. For `sources`."""

from importlib.util import find_spec
from typing import Final

from giptui.readers import child, refusals
from giptui.readers.child import Progress
from giptui.readers.document import Document, Grid, Picture, Text

SECONDS_A_PAGE: Final = 120.0  # some times what a page takes on a machine at leisure
SCAN_MEMORY: Final = 5_000_000_000  # address space of the recognition; it uses a fifth of that

_IN_PICTURES: Final = "PDF 里有图，图里的字没有读；要认出它们，先安装 giptui[ocr]，再把这几页另存为 PDF 或图片导入"
_IMAGES: Final = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"II*\0", b"MM\0*")


def is_paper(data: bytes) -> bool:
    """Whether these are the bytes of a PDF, or of an image of a kind that scanners write."""
    return _is_pdf(data) or data.startswith(_IMAGES)


def read(data: bytes, progress: Progress | None = None) -> Document:
    """The document on the pages; ``progress`` is told of the pages of a scan, half a minute each."""
    if not _is_pdf(data):
        return _scanned(data, "图片", progress)
    found = child.read("giptui.readers.paper.pdf", data, kind="PDF")
    kinds = {type(block) for block in found.blocks}
    if Picture not in kinds:
        return found
    if Text not in kinds or (Grid not in kinds and find_spec("rapidocr")):
        return _scanned(data, "没有文字的 PDF", progress)
    return found._replace(notes=(*found.notes, _IN_PICTURES))


def _scanned(data: bytes, kind: str, progress: Progress | None) -> Document:
    if not find_spec("rapidocr"):
        raise refusals.not_installed(kind, "ocr")
    told = progress or (lambda done, pages: None)
    return child.read("giptui.readers.paper.scan", data, SECONDS_A_PAGE, SCAN_MEMORY, told, kind)


def _is_pdf(data: bytes) -> bool:
    return b"%PDF-" in data[:1024]
