"""Where every value of a report file stands: for messages by line and column, for edits by bytes.

A walk over tree-sitter's syntax tree. Loading tree-sitter costs time, so a clean file is checked without it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

import tomli

from giptui.form import Form, Shape
from giptui.store.source import Source
from giptui.store.spelling import dotted

if TYPE_CHECKING:
    from tree_sitter import Node

_TABLES = ("table", "table_array_element")


class Spot(NamedTuple):
    """A value or a table header, in bytes of the file without its byte order mark; ``end`` is the byte behind it."""

    start: int
    end: int
    kind: str  # of the syntax tree: array, inline_table, string, …; a header is a table or table_array_element
    table: str  # the header above it, itself for a header; "" before the first one
    first: int  # the statement that holds it: its first byte,
    last: int  # and the byte behind its value


class Positions:
    """Places by address. A row of numbers has its own address, and so has every number in it."""

    def __init__(self, body: bytes, spots: Mapping[str, Spot]) -> None:
        self._body = body
        self._lines = [0, *(newline.end() for newline in re.finditer(b"\n", body))]
        self.spots = spots

    def at(self, address: str) -> tuple[int, int] | None:
        """Line and column, in characters from 1, of a value; else of the nearest thing around it that is there."""
        while address:
            if spot := self.spots.get(address):
                line = bisect_right(self._lines, spot.start)
                return line, len(self._body[self._lines[line - 1] : spot.start].decode()) + 1
            address = address.rpartition(".")[0]
        return None


def locate(source: Source, form: Form) -> Positions:
    """The places of everything in the file; the elements of an array are the columns of the form's row."""
    from tree_sitter import Language, Parser
    from tree_sitter_toml import language

    columns = {
        f"{table.id}.{row.id}": tuple(column.id for column in columns)
        for table in form.tables.values()
        if table.shape is not Shape.BLOCKS
        for row, columns in table.rows()
    }
    spots: dict[str, Spot] = {}
    for address, spot in _document(Parser(Language(language())).parse(source.body).root_node, columns):
        spots.setdefault(address, spot)
    return Positions(source.body, spots)


def _document(root: Node, columns: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, Spot]]:
    entries: dict[str, int] = {}
    for child in root.named_children:
        if child.type == "pair":
            yield from _pair(child, (), "", columns, None)
        elif child.type in _TABLES and child.named_children:
            key, *inside = child.named_children
            path = _path(key)
            table = dotted(path)
            end = key.end_byte + (1 if child.type == "table" else 2)
            spot = Spot(child.start_byte, end, child.type, table, child.start_byte, end)
            yield table, spot
            if child.type == "table_array_element":  # every [[waiver]] can be told from the others
                entries[table] = entries.get(table, 0) + 1
                yield f"{table}.{entries[table]}", spot
            for pair in inside:
                if pair.type == "pair":
                    yield from _pair(pair, path, table, columns, None)


def _pair(
    pair: Node, above: tuple[str, ...], table: str, columns: Mapping[str, tuple[str, ...]], outer: Spot | None
) -> Iterator[tuple[str, Spot]]:
    """A key with its value, and with what is inside the value if that is a row."""
    key, *rest = pair.named_children
    value = next((node for node in rest if node.type != "comment"), None)
    if value is None:  # only in a file that is no TOML
        return
    path = above + _path(key)
    address = dotted(path)

    def spot(node: Node) -> Spot:
        first, last = (outer.first, outer.last) if outer else (pair.start_byte, value.end_byte)
        return Spot(node.start_byte, node.end_byte, node.type, table, first, last)

    own = spot(value)
    yield address, own
    if value.type == "inline_table":
        for inner in value.named_children:
            if inner.type == "pair":
                yield from _pair(inner, path, table, columns, outer or own)
    elif value.type == "array" and (row := columns.get(address)):
        elements = [node for node in value.named_children if node.type != "comment"]
        if len(elements) == len(row):
            yield from ((f"{address}.{column}", spot(node)) for column, node in zip(row, elements, strict=True))


def _path(key: Node) -> tuple[str, ...]:
    """The parts of a key as TOML reads them: quotes and escapes undone."""
    text = (key.text or b"").decode()
    if '"' not in text and "'" not in text:
        return tuple(part.strip() for part in text.split("."))
    try:
        nested = tomli.loads(f"{text} = 0")
    except tomli.TOMLDecodeError:  # only in a file that is no TOML
        return (text,)
    parts = []
    while isinstance(nested, dict):
        [(part, nested)] = nested.items()
        parts.append(part)
    return tuple(parts)
