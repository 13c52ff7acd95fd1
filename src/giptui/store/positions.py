"""Where things stand in a TOML text: line and column of every value, header and comment, told by tree-sitter.

One query over the syntax tree. The tree needs no sound document, so a text that is no TOML can be asked as well.
Loading tree-sitter costs time: only imported once something is to be said of a place, or a file is written.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Final, NamedTuple

import tomli
from tree_sitter import Language, Node, Parser, Query, QueryCursor
from tree_sitter_toml import language

from giptui.form import Form, Shape
from giptui.store.parse import dotted
from giptui.store.source import Source

_QUERY: Final = """
(table . (_) @table)
(table_array_element . (_) @entry)
(pair . (_) @key . (_) @value)
(array (_) @element)
(comment) @comment
"""


class Mark(NamedTuple):
    """One thing in the text, in bytes from the beginning of the body; ``end`` is the byte behind it.

    ``kind`` is table, entry (one of an array of tables), pair, element (of a pair's array) or comment; ``path`` the
    parts of its address (of an element: those of its array); ``table`` the address of the header above it.
    """

    kind: str
    path: tuple[str, ...]
    table: str
    start: int  # of a pair: of its value
    end: int
    first: int  # where the statement or the element begins
    is_inside: bool = False  # of a pair: in the value of another


class Positions:
    """The places of one file. A row of numbers has its own address, and so has every number in it."""

    def __init__(self, body: bytes, starts: dict[str, int]) -> None:
        self._body = body
        self._lines = [0, *(newline.end() for newline in re.finditer(b"\n", body))]
        self._starts = starts

    def at(self, address: str) -> tuple[int, int] | None:
        """Line and column, in characters from 1, of a value; else of the nearest thing around it that is there."""
        while address:
            if address in self._starts:
                return self._place(self._starts[address])
            address = address.rpartition(".")[0]
        return None

    def _place(self, start: int) -> tuple[int, int]:
        line = bisect_right(self._lines, start)
        return line, len(self._body[self._lines[line - 1] : start].decode()) + 1


def locate(source: Source, form: Form) -> Positions:
    """The places of everything in the file; the elements of an array are the columns of the form's row."""
    starts: dict[str, int] = {}
    entries: dict[str, int] = {}
    elements: dict[str, list[int]] = {}
    for mark in marks(source.body):
        address = dotted(mark.path)
        if mark.kind == "element":
            elements.setdefault(address, []).append(mark.start)
        elif mark.kind != "comment":
            starts.setdefault(address, mark.start)
        if mark.kind == "entry":  # every [[waiver]] can be told from the others
            entries[address] = entries.get(address, 0) + 1
            starts.setdefault(f"{address}.{entries[address]}", mark.start)
    for row, found in elements.items():
        line = form.lines.get(row)
        if line and line.table.shape is not Shape.BLOCKS and len(found) == len(line.cells):
            for cell, start in zip(line.cells, found, strict=True):
                starts.setdefault(cell, start)
    return Positions(source.body, starts)


def comments(body: bytes) -> list[str]:
    """All comments of a TOML text, in its order, as they are written."""
    return [body[mark.start : mark.end].decode() for mark in marks(body) if mark.kind == "comment"]


def marks(body: bytes) -> Iterator[Mark]:
    """What stands in a TOML text, from its beginning to its end; what is in a value comes after the value."""
    toml = Language(language())
    root = Parser(toml).parse(body).root_node
    matches = QueryCursor(Query(toml, _QUERY)).matches(root)
    found = [{name: nodes[0] for name, nodes in match.items()} for _, match in matches]
    found.sort(key=lambda nodes: (_first(nodes).start_byte, -_first(nodes).end_byte))
    table: tuple[str, ...] = ()
    open_values: list[tuple[int, tuple[str, ...], str]] = []  # end, path and type of the values around what comes next
    done = 0  # the end of the last element
    for nodes in found:
        [(kind, node), *rest] = nodes.items()
        while open_values and open_values[-1][0] <= node.start_byte:
            open_values.pop()
        if kind in ("table", "entry"):
            table = _path(node)
            brackets = 1 if kind == "table" else 2
            start, end = node.start_byte - brackets, node.end_byte + brackets
            yield Mark(kind, table, dotted(table), start, end, start)
        elif kind == "key":
            inside = bool(open_values)
            path = (open_values[-1][1] if inside else table) + _path(node)
            value = rest[0][1]
            open_values.append((value.end_byte, path, value.type))
            yield Mark("pair", path, dotted(table), value.start_byte, value.end_byte, node.start_byte, inside)
        elif kind == "comment":
            yield Mark(kind, (), dotted(table), node.start_byte, node.end_byte, node.start_byte)
        elif node.type != "comment" and node.start_byte >= done and open_values and open_values[-1][2] == "array":
            done = node.end_byte
            yield Mark(kind, open_values[-1][1], dotted(table), node.start_byte, node.end_byte, node.start_byte)


def _first(nodes: dict[str, Node]) -> Node:
    return next(iter(nodes.values()))


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
