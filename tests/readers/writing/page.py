"""A report as a published page, before it has any format: lines and tables of cells with spans, in reading order.

Every writer of the tests takes a page; a variant changes one. What is expected to be read is the report it was made of.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from giptui.printers.cells import Placed, Role, cells
from giptui.printers.page import day, inline, moment
from giptui.report import Report

METADATA = ("written_at", "published_on", "source", "editor")


class Line(NamedTuple):
    """A line or a paragraph. ``role`` is title, metadata, preface, heading, prose, signature or chrome."""

    text: str
    role: str
    label: str = ""  # of metadata


class Sheet(NamedTuple):
    """The table of a section, or a part of one."""

    section: str
    cells: tuple[Placed, ...]

    def rows(self) -> list[list[Placed]]:
        """The cells by the row they begin in; a row in which none begins is empty."""
        found: list[list[Placed]] = [[] for _ in range(max(cell.row + cell.rows for cell in self.cells))]
        for cell in self.cells:
            found[cell.row].append(cell)
        return found

    @property
    def width(self) -> int:
        return max(cell.column + cell.columns for cell in self.cells)

    def blocks(self) -> Iterator[Sheet]:
        """Each block under a caption as a table of its own."""
        tops = [cell.row for cell in self.cells if cell.role is Role.CAPTION] or [0]
        for top, bottom in zip(tops, [*tops[1:], 10**6], strict=True):
            inside = (cell for cell in self.cells if top <= cell.row < bottom)
            yield Sheet(self.section, tuple(cell._replace(row=cell.row - top) for cell in inside))


Page = tuple[Line | Sheet, ...]
Variant = Callable[[Page], Page]


def page(report: Report) -> Page:
    """The report as the official page has it."""
    return tuple(_page(report))


def _page(report: Report) -> Iterator[Line | Sheet]:
    yield Line(report.line("title"), "title")
    for identifier in METADATA:
        field = report.form.fields[f"report.{identifier}"]
        if text := moment(report[field.address]):
            yield Line(text, "metadata", field.label)
    for text in report.paragraphs("preface.text"):
        yield Line(text, "preface")
    for section in report.form.sections:
        before, *after = section.texts
        yield Line(section.title, "heading")
        yield from (Line(text, "prose") for text in report.paragraphs(before))
        if section.table is not None:
            yield Sheet(section.id, cells(report, section.table))
        yield from (Line(text, "prose") for address in after for text in report.paragraphs(address))
    for text in (inline(report["report.signature"]), day(report["report.signed_on"])):
        if text:
            yield Line(text, "signature")


def changed(
    page: Page, line: Callable[[Line], Line | None], cell: Callable[[Placed], Placed] = lambda cell: cell
) -> Page:
    """Each line and each cell changed; a line that becomes None is left out."""
    parts: list[Line | Sheet] = []
    for part in page:
        if isinstance(part, Sheet):
            parts.append(part._replace(cells=tuple(map(cell, part.cells))))
        elif (kept := line(part)) is not None:
            parts.append(kept)
    return tuple(parts)


def said(words: Mapping[str, str], headings: Mapping[str, str] | None = None) -> Variant:
    """Labels (without the breaks in heads) and headings in other words."""

    def cell(cell: Placed) -> Placed:
        plain = cell.text.replace("\n", "")
        return cell._replace(text=words[plain]) if cell.role is not Role.VALUE and plain in words else cell

    def line(line: Line) -> Line:
        return line._replace(text=(headings or {}).get(line.text, line.text)) if line.role == "heading" else line

    return lambda page: changed(page, line, cell)


def lettered(change: Callable[[str], str]) -> Variant:
    """Every label and heading through a function of text, such as half-width brackets."""

    def cell(cell: Placed) -> Placed:
        return cell if cell.role is Role.VALUE else cell._replace(text=change(cell.text))

    def line(line: Line) -> Line:
        return line._replace(text=change(line.text)) if line.role == "heading" else line

    return lambda page: changed(page, line, cell)


def spelled(change: Callable[[Placed], str]) -> Variant:
    """Every value spelled otherwise."""
    return lambda page: changed(
        page, lambda line: line, lambda cell: cell if cell.role is not Role.VALUE else cell._replace(text=change(cell))
    )


def titled(*lines: str) -> Variant:
    """Other lines in the place of the title."""

    def variant(page: Page) -> Page:
        return tuple(part for old in page for part in (_titles(lines) if _is_title(old) else (old,)))

    return variant


def _is_title(part: Line | Sheet) -> bool:
    return isinstance(part, Line) and part.role == "title"


def _titles(lines: tuple[str, ...]) -> tuple[Line, ...]:
    return tuple(Line(text, "title") for text in lines)


def framed(before: tuple[str, ...], after: tuple[str, ...]) -> Variant:
    """Lines of the site around the report."""
    return lambda page: (*(Line(text, "chrome") for text in before), *page, *(Line(text, "chrome") for text in after))


def without(*roles: str) -> Variant:
    """The page without the lines of these roles."""
    return lambda page: changed(page, lambda line: None if line.role in roles else line)
