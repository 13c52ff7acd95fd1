"""Markdown with headings and pipe tables, as `giptui export` writes it → its lines and tables. Called by `sources`."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from giptui.readers.document import Block, Cell, Document, Grid, InLine, InTable, Text
from giptui.readers.formats import text

KIND: Final = "Markdown"
_ESCAPED: Final = r"\\([!-/:-@\[-`{-~])"
_RULE: Final = r"\|(?:\s*:?-+:?\s*\|)+"
_HEADING: Final = r"#{1,6}\s+"


def read(data: bytes) -> Document:
    """Each line a text, without its marks; each run of lines that begin with a bar a table."""
    lines = text.read(data).blocks
    return Document(KIND, tuple(_blocks([line.text.rstrip() for line in lines if isinstance(line, Text)])))


def _blocks(lines: Sequence[str]) -> Iterator[Block]:
    rows: list[list[str]] = []
    tables = 0
    for number, line in enumerate([*lines, ""], 1):
        if line.startswith("|"):
            rows += [] if re.fullmatch(_RULE, line) else [_cells(line)]
            continue
        if rows:
            tables += 1
            yield _grid(rows, tables)
            rows = []
        yield Text(_plain(re.sub(_HEADING, "", line, count=1) if line.startswith("#") else line), InLine(number))


def _cells(line: str) -> list[str]:
    """What stands between bars that are not escaped."""
    pieces = re.findall(r"\|((?:[^\\|]|\\.)*)", line)
    return [_plain(piece.strip()) for piece in pieces[:-1]]


def _grid(rows: Sequence[Sequence[str]], table: int) -> Grid:
    return Grid(
        tuple(
            Cell(cell, InTable(table, row + 1, column + 1), row, column)
            for row, cells in enumerate(rows)
            for column, cell in enumerate(cells)
        )
    )


def _plain(line: str) -> str:
    return re.sub(_ESCAPED, r"\1", line)
