"""A report as the sequence of parts that its page shows, in printed order: one walk for all printers of pages.

A printer decides how each part looks, never what there is or in which order. The six headings are the form's, and there
whether the source has them or not; of all else only what is not blank. Every text is a single line without control
characters; those of the values are spelled as on any page (`page`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple, TypeAlias

from giptui.display.visible import visible
from giptui.form import Section, Table
from giptui.printers.page import day, inline, moment
from giptui.report import Report

UNTITLED: Final = "政府信息公开工作年度报告"
"""What a page is called that has to be called something, where the report has no title."""

_LEAD: Final = "\u3000*(（[一二三四五六七八九十]{1,3}）[^。；！？]+(?:。|$))"
_LONGEST_LEAD: Final = 28  # characters, a line of GB/T 9704
_LONG_WORD: Final = "[!-~]{12}"
_METADATA: Final = ("written_at", "published_on", "source", "editor")


class Number(NamedTuple):
    """文号: above the title, as GB/T 9704 has it; ``白政发〔2024〕1号``."""

    text: str


class Title(NamedTuple):
    text: str


class Entry(NamedTuple):
    """``撰写时间``, ``2024年01月23日 16:12:21``, and the address that it is the value of."""

    address: str
    label: str
    text: str


class Metadata(NamedTuple):
    """What a web page prints below the title; at least one entry."""

    entries: tuple[Entry, ...]


class Addressee(NamedTuple):
    """主送机关, with the colon behind it."""

    text: str


class Heading(NamedTuple):
    section: Section


class Paragraph(NamedTuple):
    """One of the paragraphs of the text at the address; ``number`` counts them from 0."""

    address: str
    number: int
    text: str

    @property
    def lead(self) -> str:
        """“（一）主动公开情况。” at its head, the blanks before it included, which GB/T 9704 sets as a heading of the
        second level; empty if there is none, or what begins so is too long for one.
        """
        found = re.match(_LEAD, self.text)
        return found[0] if found and len(found[1]) <= _LONGEST_LEAD else ""

    @property
    def is_subheading(self) -> bool:
        """Whether it is a heading of the second level and nothing else."""
        return bool(self.text) and self.lead == self.text and not self.text.endswith("。")

    @property
    def is_ragged(self) -> bool:
        """Whether it has a word, an address of the net, that justifying the line before it would tear apart."""
        return re.search(_LONG_WORD, self.text) is not None


class FormTable(NamedTuple):
    """The table of a section; `cells.cells` says how it is laid out."""

    section: Section
    table: Table


class Signature(NamedTuple):
    """落款 and its date, either of them possibly empty."""

    organ: str
    day: str

    @property
    def lines(self) -> tuple[str, ...]:
        return tuple(filter(None, self))


Part: TypeAlias = Number | Title | Metadata | Addressee | Heading | Paragraph | FormTable | Signature


def parts(report: Report) -> Iterator[Part]:
    """The whole report from its number to its signature."""
    if number := inline(report["report.document_number"]):
        yield Number(number)
    if title := inline(report["report.title"]):
        yield Title(title)
    fields = (report.form.fields[f"report.{identifier}"] for identifier in _METADATA)
    entries = (Entry(field.address, field.label, moment(report[field.address])) for field in fields)
    if present := tuple(entry for entry in entries if entry.text):
        yield Metadata(present)
    if addressee := inline(report["report.addressee"]):
        yield Addressee(f"{addressee.rstrip(':：')}：")
    yield from _paragraphs(report, "preface.text")
    for section in report.form.sections:
        yield from section_parts(report, section)
    signature = Signature(inline(report["report.signature"]), day(report["report.signed_on"]))
    if signature.lines:
        yield signature


def section_parts(report: Report, section: Section) -> Iterator[Part]:
    """One section: its heading, the prose before its table, the table, the prose behind it."""
    before, *after = section.texts
    yield Heading(section)
    yield from _paragraphs(report, before)
    if section.table is not None:
        yield FormTable(section, section.table)
    for address in after:
        yield from _paragraphs(report, address)


def _paragraphs(report: Report, address: str) -> Iterator[Paragraph]:
    for number, text in enumerate(report.paragraphs(address)):
        yield Paragraph(address, number, visible(text))
