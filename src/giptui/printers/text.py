"""The skeleton that both layouts of the plain text share: title, metadata, preface, sections, signature.

A page is a sequence of chunks with one empty line between them. A layout decides how two of them look, the metadata
and a table; everything else is here. The six headings are the form's, and printed whether the source has them or not.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Final, Protocol

from giptui.display.visible import visible
from giptui.form import Section, Table
from giptui.printers.page import WIDTH, day, inline, moment
from giptui.report import Report

LAYOUTS: Final = ("tables", "lines")

_METADATA: Final = ("written_at", "published_on", "source", "editor")


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
    if sections:
        chosen = (section for section in report.form.sections if section.number in sections)
        chunks: Iterator[str] = (chunk for section in chosen for chunk in _section(report, section, style))
    else:
        chunks = _page(report, style)
    return "\n\n".join(chunks) + "\n"


def _layout(name: str) -> Layout:
    if name == "lines":
        from giptui.printers import lines  # nobody should wait for the other layout

        return lines
    if name == "tables":
        from giptui.printers import tables  # tabulate is slow to start

        return tables
    raise ValueError(f"no layout {name!r}; there are {', '.join(LAYOUTS)}")


def _page(report: Report, style: Layout) -> Iterator[str]:
    title = inline(report["report.title"])
    if title:
        yield title
    fields = (report.form.fields[f"report.{identifier}"] for identifier in _METADATA)
    entries = [(field.label, moment(report[field.address])) for field in fields]
    if present := [(label, value) for label, value in entries if value]:
        yield from style.metadata(title, present)
    yield from _paragraphs(report, "preface.text")
    for section in report.form.sections:
        yield from _section(report, section, style)
    yield from _signature(report)


def _section(report: Report, section: Section, style: Layout) -> Iterator[str]:
    before, *after = section.texts
    yield section.title
    yield from _paragraphs(report, before)
    if section.table is not None:
        yield from style.table(report, section.table)
    for address in after:
        yield from _paragraphs(report, address)


def _paragraphs(report: Report, address: str) -> Iterator[str]:
    return (visible(paragraph) for paragraph in report.paragraphs(address))


def _signature(report: Report) -> Iterator[str]:
    from giptui.display.width import rjust  # the commands import this module for its LAYOUTS

    lines = (inline(report["report.signature"]), day(report["report.signed_on"]))
    if present := [rjust(line, WIDTH) for line in lines if line]:
        yield "\n".join(present)
