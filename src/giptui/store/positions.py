"""Where things stand in a TOML text: line and column of every value, header and comment, found by tree-sitter.

One query over the syntax tree. The tree needs no sound document, so a text that is no TOML can be asked as well.
Loading tree-sitter costs time: only imported once something is to be said of a place, or a file is written.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

import tomli
from tree_sitter import Language, Node, Parser, Query, QueryCursor
from tree_sitter_toml import language

from giptui.form import Form
from giptui.report import prose
from giptui.store.parse import dotted
from giptui.store.source import Source

_STATEMENTS: Final = "(table . (_) @table) (table_array_element . (_) @entry) (pair . (_) @key . (_) @value)"


class Mark(NamedTuple):
    """A header or a key with its value, in bytes from the beginning of the body; ``end`` is the byte behind it."""

    kind: str  # table, entry (one of an array of tables) or pair
    path: tuple[str, ...]
    table: tuple[str, ...]  # of the header above it
    value: Node  # of a header: its name
    start: int  # of a pair: where its value begins
    end: int
    first: int  # where the key or the header begins
    is_inside: bool = False  # in the value of another


class Positions:
    """The places of one file. A row of numbers has its own address, and so has every number in it."""

    def __init__(self, body: bytes, form: Form, found: Mapping[str, Mark]) -> None:
        self._body = body
        self._form = form
        self._lines = [0, *(newline.end() for newline in re.finditer(b"\n", body))]
        self._found = found

    def at(self, address: str) -> tuple[int, int] | None:
        """Line and column, in characters from 1, of a value; else of the nearest thing around it that is there."""
        around = address
        while around and around not in self._found:
            around = around.rpartition(".")[0]
        return self._place(self._start(around, address)) if around else None

    def in_text(self, address: str, text: str, offset: int) -> tuple[int, int] | None:
        """Line and column of a character of a text, which the report holds as ``text``; where the text begins, if
        escapes in the file keep the place from being counted."""
        mark = self._found.get(address)
        begin = self.at(address)
        if mark is None or begin is None:
            return begin
        written = self._body[mark.start : mark.end].decode()
        quotes = 3 if written[:3] in ('"""', "'''") else 1
        before, paragraph = text.count("\n", 0, offset), text.rfind("\n", 0, offset) + 1
        lines = written[quotes:-quotes].split("\n")
        filled = [number for number, line in enumerate(lines) if line.strip()]
        if "\\" in written or before >= len(filled):
            return begin
        line = lines[filled[before]]
        held = text[paragraph:].partition("\n")[0]
        if prose(line) != held:
            return begin
        column = len(line.rstrip()) - len(held) + offset - paragraph + 1
        first = filled[before] == 0
        return begin[0] + filled[before], column + (begin[1] - 1 + quotes if first else 0)

    def _start(self, around: str, address: str) -> int:
        """Where the value begins, or the number in it that has the address."""
        mark, line = self._found[around], self._form.lines.get(around)
        if line and mark.value.type == "array":  # its elements are the columns of the form's row
            elements = [node for node in mark.value.named_children if node.type != "comment"]
            cells = [cell for cell in line.cells if address == cell or address.startswith(f"{cell}.")]
            if cells and len(elements) == len(line.cells):
                return elements[line.cells.index(cells[0])].start_byte
        return mark.start

    def _place(self, start: int) -> tuple[int, int]:
        line = bisect_right(self._lines, start)
        return line, len(self._body[self._lines[line - 1] : start].decode()) + 1


def locate(source: Source, form: Form) -> Positions:
    """The places of everything in the file; of what stands there twice, of the first."""
    found: dict[str, Mark] = {}
    entries: dict[str, int] = {}
    for mark in marks(source.body):
        address = dotted(mark.path)
        found.setdefault(address, mark)
        if mark.kind == "entry":  # every [[waiver]] has an address of its own
            entries[address] = entries.get(address, 0) + 1
            found.setdefault(f"{address}.{entries[address]}", mark)
    return Positions(source.body, form, found)


def marks(body: bytes) -> Iterator[Mark]:
    """The headers and keys of a TOML text, from its beginning to its end; what is in a value comes after the value."""
    table: tuple[str, ...] = ()
    around: list[tuple[int, tuple[str, ...]]] = []  # end and path of the values that enclose what comes next
    for nodes in _matches(body, _STATEMENTS):
        [(kind, node), *rest] = nodes.items()
        while around and around[-1][0] <= node.start_byte:
            around.pop()
        if kind == "key":
            value = rest[0][1]
            path = (around[-1][1] if around else table) + _path(node)
            yield Mark("pair", path, table, value, value.start_byte, value.end_byte, node.start_byte, bool(around))
            around.append((value.end_byte, path))
        else:
            table = _path(node)
            brackets = 1 if kind == "table" else 2
            start = node.start_byte - brackets
            yield Mark(kind, table, table, node, start, node.end_byte + brackets, start)


def comments(body: bytes) -> list[str]:
    """All comments of a TOML text, in its order, as they are written."""
    return [(nodes["comment"].text or b"").decode() for nodes in _matches(body, "(comment) @comment")]


def _matches(body: bytes, query: str) -> list[dict[str, Node]]:
    """What matches, in the order of the text; what encloses other things before them."""
    toml = Language(language())
    root = Parser(toml).parse(body).root_node
    found = [
        {name: nodes[0] for name, nodes in match.items()} for _, match in QueryCursor(Query(toml, query)).matches(root)
    ]
    return sorted(found, key=lambda nodes: next(iter(nodes.values())).start_byte)


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
