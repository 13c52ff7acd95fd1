"""The parts of a report → the paragraphs and tables of a document, in the order in which `document` walks them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from math import ceil
from typing import Final

from giptui.display.width import width
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
    parts,
)
from giptui.printers.docx.geometry import CHARACTER, LINE, TEXT
from giptui.printers.docx.markup import BREAK, paragraph, run, w
from giptui.printers.docx.tables import form_table
from giptui.report import Report

_TITLE: Final = 440  # its characters, twips
_TITLE_LINE: Final = 20  # characters of 22 points
_NAME_AND_YEAR: Final = r"(.{2,}?)((?:19|20)[0-9]{2}年.*)"
_KEPT: Final = w("keepNext")
_INDENTED: Final = w("ind", firstLineChars=0, firstLine=0)  # by spaces of its own
_RAGGED: Final = w("jc", val="left")
_APART: Final = w("spacing", after=LINE // 4)
_LEAST_MARGIN: Final = 2
_AFTER_DATE: Final = 4  # characters: with or without a seal, the date ends so far from the margin


def body(report: Report) -> Iterator[str]:
    """What stands in the document's body."""
    for part, after in pairwise((*parts(report), None)):
        if part is not None:
            yield from _printed(part, after, report)


def _printed(part: Part, after: Part | None, report: Report) -> Iterator[str]:
    match part:
        case Number(text):
            yield paragraph("DocumentNumber", run(text))
        case Title(text):
            yield _title(text)
        case Metadata(entries):
            yield paragraph("Subtitle", run("\u3000".join(f"{entry.label}：{entry.text}" for entry in entries)))
        case Addressee(text):
            yield paragraph("Salutation", run(text))
        case Heading(section):
            yield paragraph("Heading1", run(section.title))
        case Paragraph():
            yield _prose(part, after)
        case FormTable(section, table):
            yield form_table(report, section, table)
        case Signature(organ, day):
            yield from _signature(organ, day)


def _title(text: str) -> str:
    """The title, broken before the year where it takes more than a line.

    A name longer than a line has no break of ours, behind which a reader would take the rest for the whole name: the
    title is narrower instead, so that its lines are about as long.
    """
    found = re.fullmatch(_NAME_AND_YEAR, text)
    if found is None or _characters(text) < _TITLE_LINE:
        return paragraph("Title", run(text))
    name, rest = found.groups()
    narrower = ""
    if (lines := ceil(_characters(name) / _TITLE_LINE)) > 1:
        longest = max(_characters(name) / lines, _characters(rest)) + 1
        margin = max(0, round(TEXT - longest * _TITLE) // 2)
        narrower = w("ind", left=margin, right=margin)
    return paragraph("Title", run(name), BREAK, run(rest), properties=narrower)


def _prose(part: Paragraph, after: Part | None) -> str:
    """A paragraph; “（一）主动公开情况” is a heading of the second level, alone or at the head of its paragraph.

    The last paragraph stays with the signature, which is not to stand on a page without text.
    """
    kept = _KEPT if isinstance(after, Signature) else ""
    apart = _APART if isinstance(after, FormTable) else ""
    set_apart = _INDENTED if part.text.startswith("\u3000") else ""
    set_apart += _RAGGED if part.is_ragged else ""
    if part.is_subheading:
        return paragraph("Heading2", run(part.text), properties=apart + set_apart)
    rest = part.text[len(part.lead) :]
    runs = (run(part.lead, style="Heading2Character") if part.lead else "", run(rest) if rest else "")
    return paragraph("BodyText", *runs, properties=kept + apart + set_apart)


def _signature(organ: str, day: str) -> Iterator[str]:
    """The organ's name over the middle of the date; neither nearer to the margin than two characters, unless a name as
    long as a line is."""
    beyond = (_characters(organ) - _characters(day)) / 2
    if organ:
        wanted = max(_LEAST_MARGIN, _AFTER_DATE - beyond) if day else _LEAST_MARGIN
        margin = max(0, min(wanted, TEXT // CHARACTER - _characters(organ)))
        yield paragraph("Signature", run(organ), properties=(_KEPT if day else "") + _right(margin))
    if day:
        margin = max(_AFTER_DATE, beyond + _LEAST_MARGIN) if organ else _AFTER_DATE
        yield paragraph("Date" if organ else "Signature", run(day), properties=_right(margin))


def _right(characters: float) -> str:
    return w("ind", right=round(characters * CHARACTER))


def _characters(text: str) -> float:
    """How many Chinese characters the text is as wide as."""
    return width(text) / 2
