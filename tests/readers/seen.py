"""What a document shows, short enough to be compared in a test."""

from __future__ import annotations

from giptui.readers.document import Block, Document, Grid, Picture, Refused
from giptui.readers.sources import documents


def document(data: bytes, name: str = "来源") -> Document:
    """The one document in the bytes; a refusal is raised."""
    ((_, found),) = documents(name, data)
    if isinstance(found, Refused):
        raise found
    return found


def refusal(data: bytes) -> str:
    """The name of the refusal of the bytes."""
    ((_, found),) = documents("来源", data)
    assert isinstance(found, Refused)
    assert str(found), found.refusal
    return found.refusal


def seen(found: Document) -> list[object]:
    """Texts as they are, a table as its rows, a picture as None. A cell that spans says so: ``甲 2×3``."""
    return [_seen(block) for block in found.blocks]


def _seen(block: Block) -> object:
    match block:
        case Picture():
            return None
        case Grid():
            rows: dict[int, list[str]] = {}
            for cell in block.cells:
                spans = f" {cell.rows}×{cell.columns}" if cell.rows * cell.columns > 1 else ""
                rows.setdefault(cell.row, []).append((cell.doubt and "?") or f"{cell.text}{spans}".strip())
            return list(rows.values())
    return block.text
