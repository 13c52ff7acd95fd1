"""The skeleton that both layouts of the plain text share.

A page is a sequence of chunks with one empty line between them. A layout decides how two parts of the report look, the
metadata and a table; everything else is here, what there is and in which order in `document`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Final, Protocol

from giptui.form import Table
from giptui.printers.document import (
    Addressee,
    FormTable,
    Heading,
    Metadata,
    Number,
    Paragraph,
    Part,
    Signature,
    Title,
    section_parts,
)
from giptui.printers.document import parts as whole
from giptui.printers.page import DRAFT, WIDTH
from giptui.report import Report

LAYOUTS: Final = ("tables", "lines")


class Layout(Protocol):
    """What a layout's module offers."""

    def metadata(self, title: str, entries: Sequence[tuple[str, str]]) -> Iterator[str]:
        """The chunks between title and preface; ``entries`` are labels with their values, at least one."""

    def table(self, report: Report, table: Table) -> Iterator[str]:
        """The chunks of a table."""


def plain(report: Report, layout: str = "tables", sections: Collection[int] = ()) -> str:
    """The report as plain text that ends in one newline; control characters are made visible.

    ``layout`` is one of :data:`LAYOUTS`. With ``sections`` (their numbers), only those: no title, no signature.
    """
    style = _layout(layout)
    chosen = (section for section in report.form.sections if section.number in sections)
    parts = (part for section in chosen for part in section_parts(report, section)) if sections else whole(report)
    return "\n\n".join(_chunks(parts, report, style)) + "\n"


def write(report: Report, draft: bool = False) -> bytes:
    """The same in UTF-8, as `formats` wants it; a draft says so in its first line."""
    return (f"{DRAFT}\n\n" * draft + plain(report)).encode()


def _layout(name: str) -> Layout:
    if name == "lines":
        from giptui.printers import lines  # nobody should wait for the other layout

        return lines
    if name == "tables":
        from giptui.printers import tables  # tabulate is slow to start

        return tables
    raise ValueError(f"no layout {name!r}; there are {', '.join(LAYOUTS)}")


def _chunks(parts: Iterator[Part], report: Report, style: Layout) -> Iterator[str]:
    title = ""
    for part in parts:
        match part:
            case Title(text):
                title = text
                yield text
            case Metadata(entries):
                yield from style.metadata(title, [(entry.label, entry.text) for entry in entries])
            case Heading(section):
                yield section.title
            case FormTable(_, table):
                yield from style.table(report, table)
            case Signature():
                yield _signed(part)
            case Number() | Addressee() | Paragraph():
                yield part.text


def _signed(signature: Signature) -> str:
    from giptui.display.width import rjust  # the commands import this module for its LAYOUTS

    return "\n".join(rjust(line, WIDTH) for line in signature.lines)
