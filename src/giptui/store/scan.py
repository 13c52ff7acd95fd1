"""Line and column of a value, for messages.

A file laid out as `giptui` writes it — a statement a line, prose between triple quotes — is scanned by one regular
expression that either accounts for every byte of it or is not used at all: then tree-sitter's syntax tree says where
things stand (see `giptui.store.positions`), which takes thirty times as long. Both say the same.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from giptui.form import Form, Shape
from giptui.store.source import Source

_KEY: Final = r"[A-Za-z0-9_-]++(?:\.[A-Za-z0-9_-]++)*"
_ITEM: Final = r'(?:"[^"\\\n]*+"|[A-Za-z0-9_.+:-]++)'
_VOID: Final = r"(?:[ \t]*+(?:\#[^\n]*+)?\n)*"
STATEMENT: Final = rf"""(?x) {_VOID}
    (?: (?P<table> \[{_KEY}\] | \[\[{_KEY}\]\] )
      | (?P<key> {_KEY} ) [ \t]*+ = [ \t]*+
        (?P<value> \"\"\" [^"\\]*+ (?: "(?!"") [^"\\]*+ )* \"\"\"
          | {_ITEM} (?: [ ][0-9][0-9:.]*+ )?
          | \[ [ \t]*+ (?: {_ITEM} [ \t]*+ (?: , [ \t]*+ | (?=\]) ) )* \]
          | \{{ [ \t]*+ (?: {_KEY} [ \t]*+ = [ \t]*+ {_ITEM} [ \t]*+ (?: , [ \t]*+ (?!\}}) | (?=\}}) ) )* \}} )
    ) [ \t]*+ (?:\#[^\n]*+)? (?:\n|\Z)"""
_LONGEST: Final = 500_000  # characters; a repeated group takes memory each time, and no report is as long
_PAIR: Final = rf"({_KEY})[ \t]*+=[ \t]*+({_ITEM})"
_REST: Final = rf"{_VOID}[ \t]*+(?:\#[^\n]*+)?\Z"


Place = Callable[[str], tuple[int, int] | None]
"""Line and column, in characters from 1, of the value at an address; else of the nearest thing around it."""


def places(source: Source, form: Form) -> Place:
    """Where things stand in the file."""
    spans = _scanned(source.text) if len(source.text) <= _LONGEST else None
    if spans is None:
        from giptui.store.positions import locate

        return locate(source, form).at
    lines = [0, *(newline.end() for newline in re.finditer("\n", source.text))]
    return _Scan(source.text, form, spans, lines).at


class _Scan(NamedTuple):
    """The spans of headers and of statements' values, by address. What is in a row is sought when it is asked for."""

    text: str
    form: Form
    spans: dict[str, tuple[int, int]]
    lines: list[int]  # where each begins

    def at(self, address: str) -> tuple[int, int] | None:
        around = address
        while around not in self.spans:
            if not around:
                return None
            around = around.rpartition(".")[0]
        start = self._within(around, address[len(around) + 1 :])
        line = bisect_right(self.lines, start)
        return line, start - self.lines[line - 1] + 1

    def _within(self, row: str, inside: str) -> int:
        """Where a number of the row starts; else the row."""
        found = dict(self._elements(row)) if inside else {}
        while inside and inside not in found:
            inside = inside.rpartition(".")[0]
        return found[inside] if inside else self.spans[row][0]

    def _elements(self, row: str) -> Iterator[tuple[str, int]]:
        start, end = self.spans[row]
        value = self.text[start:end]
        if value.startswith("{"):
            yield from ((match[1], start + match.start(2)) for match in re.finditer(_PAIR, value))
        elif value.startswith("[") and (line := self.form.lines.get(row)) and line.table.shape is not Shape.BLOCKS:
            items = [start + match.start() for match in re.finditer(_ITEM, value)]
            if len(items) == len(line.cells):
                yield from zip((cell[len(row) + 1 :] for cell in line.cells), items, strict=True)


def _scanned(text: str) -> dict[str, tuple[int, int]] | None:
    """The spans of headers and values; None if anything is laid out in another way."""
    spans: dict[str, tuple[int, int]] = {}
    entries: dict[str, int] = {}
    table, end = "", 0
    statement = re.compile(STATEMENT)
    while match := statement.match(text, end):
        header, key = match["table"], match["key"]
        if key and f"{table}{key}" in spans:
            return None
        end = match.end()
        if header:
            name = header.strip("[]")
            table = f"{name}."
            spans.setdefault(name, match.span("table"))
            if header.startswith("[["):
                entries[name] = entries.get(name, 0) + 1
                spans.setdefault(f"{name}.{entries[name]}", match.span("table"))
        else:
            spans[f"{table}{key}"] = match.span("value")
    return spans if re.fullmatch(_REST, text[end:]) else None
