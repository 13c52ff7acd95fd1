"""Reports on paper: PDF by its text, scans and photographs by recognition, each in a child process. For `sources`."""

from importlib.util import find_spec
from typing import Final

from giptui.readers import child
from giptui.readers.child import Progress
from giptui.readers.document import Document, Grid, Picture, Text

SECONDS_A_PAGE: Final = 90.0  # three times what a page takes
SCAN_MEMORY: Final = 5_000_000_000  # address space of the recognition; it uses a fifth of that

_IMAGES: Final = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"II*\0", b"MM\0*")


def is_paper(data: bytes) -> bool:
    """Whether these are the bytes of a PDF, or of an image of a kind that scanners write."""
    return _is_pdf(data) or data.startswith(_IMAGES)


def read(data: bytes, progress: Progress | None = None) -> Document:
    """The document on the pages; ``progress`` is told of the pages of a scan, half a minute each."""
    if not _is_pdf(data):
        return _scanned(data, 1, progress)
    found = child.read("giptui.readers.pdf", data, kind="PDF")
    pictures = sum(isinstance(block, Picture) for block in found.blocks)
    if not pictures or any(isinstance(block, Grid) for block in found.blocks):
        return found
    if find_spec("rapidocr") or not any(isinstance(block, Text) for block in found.blocks):
        return _scanned(data, pictures, progress)
    return found


def _scanned(data: bytes, pages: int, progress: Progress | None) -> Document:
    return child.read("giptui.readers.scan", data, SECONDS_A_PAGE * (pages + 1), SCAN_MEMORY, progress, "扫描件")


def _is_pdf(data: bytes) -> bool:
    return b"%PDF-" in data[:1024]
