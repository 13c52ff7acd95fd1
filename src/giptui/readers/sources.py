"""A source's bytes → documents, by the reader of their kind. The kind is told by content, never by name."""

from collections.abc import Iterator

from giptui.readers.document import Document, Refused


def documents(name: str, data: bytes) -> Iterator[tuple[str, Document | Refused]]:
    """The document in the bytes, under ``name``; of an archive each of its members, under ``name/member``."""
    raise NotImplementedError
