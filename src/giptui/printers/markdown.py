"""A report as Markdown, as GitHub and pandoc show it: headings, paragraphs, and a pipe table for each form table.

A pipe table has no spans: what spans stands once, at its first cell, and the cells that it covers are blank, a group in
a column of its own. What Markdown would take for markup is escaped. `giptui import` reads it back. Called by
`giptui export`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from giptui.form import Table
from giptui.printers.cells import Role, cells
from giptui.printers.document import FormTable, Heading, Metadata, Part, Signature, Title, parts
from giptui.printers.page import DRAFT
from giptui.report import Report

_MARKS: Final = r"[\\`*_\[\]<>&|~$^]"
_OPENING: Final = r"([0-9]{1,9}(?=[.)](?:\s|$))|(?=[-+#=:]))"
"""What is markup at the beginning of a line only: there the next character is escaped."""


def write(report: Report, draft: bool = False) -> bytes:
    """In UTF-8, an empty line between any two blocks; a draft says so first."""
    blocks = [f"**{DRAFT}**"] if draft else []
    for part in parts(report):
        blocks += _blocks(report, part)
    return ("\n\n".join(blocks) + "\n").encode()


def _blocks(report: Report, part: Part) -> Iterator[str]:
    match part:
        case Title(text):
            yield f"# {_escaped(text)}"
        case Heading(section):
            yield f"## {_escaped(section.title)}"
        case Metadata(entries):
            yield from (_line(f"{entry.label}：{entry.text}") for entry in entries)
        case FormTable(_, table):
            yield _table(report, table)
        case Signature():
            yield from map(_line, part.lines)
        case _:
            yield _line(part.text)


def _table(report: Report, table: Table) -> str:
    placed = cells(report, table)
    width = max(cell.column + cell.columns for cell in placed)
    rows = [[""] * width for _ in range(max(cell.row + cell.rows for cell in placed))]
    for cell in placed:
        rows[cell.row][cell.column] = _escaped(cell.text.replace("\n", ""))
    has_value = {cell.column for cell in placed if cell.role is Role.VALUE}
    rule = ["--:" if column in has_value else ":--" for column in range(width)]
    return "\n".join(f"| {' | '.join(row)} |" for row in (rows[0], rule, *rows[1:]))


def _line(text: str) -> str:
    """The text as a paragraph."""
    escaped = _escaped(text)
    opening = re.match(_OPENING, escaped)
    return f"{opening[0]}\\{escaped[opening.end() :]}" if opening else escaped


def _escaped(text: str) -> str:
    return re.sub(_MARKS, r"\\\g<0>", text)
