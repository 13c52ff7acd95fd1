"""[origin]: what a file was imported from, and where in it stands what could not be read. Written by `giptui import`.

No moment of the import: the same source gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

TABLE = "origin"
UNREAD = "unread"


class Origin(NamedTuple):
    """The source's name and the SHA-256 of its bytes. ``unread`` says where it stands and why it could not be read, by
    the address of a cell, a row or a table.
    """

    file: str
    sha256: str
    unread: Mapping[str, str] = MappingProxyType({})


def origin_table(origin: Origin) -> str:
    """The table as it stands in a file."""
    return "".join(_lines(origin))


def _lines(origin: Origin) -> Iterator[str]:
    from giptui.store.layout import literal

    yield f"[{TABLE}]\nfile = {literal(origin.file)}\nsha256 = {literal(origin.sha256)}\n"
    if origin.unread:
        yield f"\n[{TABLE}.{UNREAD}]\n"
        yield from (f"{literal(address)} = {literal(words)}\n" for address, words in origin.unread.items())


def unread_in(content: Any) -> Mapping[str, str]:
    """What the table of a file says of what could not be read; nothing where it says something else."""
    listed = content.get(UNREAD) if isinstance(content, dict) else None
    if not isinstance(listed, dict):
        return MappingProxyType({})
    return MappingProxyType({str(key): words for key, words in listed.items() if isinstance(words, str)})
