"""Findings in their place in a Word document: the sentence, the cell, else the heading, else the title.

Called by `commenting`. What the readers found leads from an address to a place, their anchors from there to paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from giptui.check import Finding, Span
from giptui.comments import is_letter
from giptui.readers.document import Document, InTable, Place
from giptui.readers.reading import Reading
from giptui.report import Report


class Spot(NamedTuple):
    """Where a finding is said: in words, and as a comment wants it. ``address`` is what stands there."""

    words: str
    address: str
    paragraphs: tuple[int, ...]
    quote: str = ""
    passed: int = 0


class Anchoring:
    """One document: the way from the addresses of its report to its paragraphs."""

    def __init__(self, document: Document, found: Reading, report: Report) -> None:
        self._paragraphs = dict(document.anchors)
        self._found = found
        self._report = report

    def cell(self, address: str) -> tuple[int, ...]:
        """The paragraphs of a cell of the form's tables; none where it does not stand there."""
        found = self._found.found.get(address) if address in self._report.form.cells else None
        return self._paragraphs.get(found.place, ()) if found and found.place else ()

    def spot(self, finding: Finding) -> Spot:
        """The place of the finding. Every finding has one: the document's first paragraph, if no other."""
        named = next(iter(finding.cells), "")
        if (span := finding.span or self._quoted(finding)) and (place := self._of(span.address)):
            address, start, end = span
            text = str(self._report[address])
            passed = _before(text, start, text[start:end])
            return Spot(place.words(), address, self._paragraphs[place], text[start:end], passed)
        for address, place in self._places(finding):
            hung = self._paragraphs[place]
            return Spot(place.words(), address or named, hung if isinstance(place, InTable) else hung[-1:])
        return Spot("", named, next(iter(self._paragraphs.values()), (0,))[-1:])

    def _quoted(self, finding: Finding) -> Span | None:
        """The words of a text that the message quotes."""
        for address in finding.cells:
            if address in self._report.form.texts:
                text = str(self._report[address])
                for quote in re.findall("“([^“”]{2,})”", finding.message):
                    if (start := text.find(quote)) >= 0:
                        return Span(address, start, start + len(quote))
        return None

    def _places(self, finding: Finding) -> Iterator[tuple[str, Place]]:
        """The places where it could be said, the best first."""
        addresses = [*(change.address for change in finding.fix), *finding.cells]
        texts = self._report.form.texts  # what is said of a whole text is said at its heading
        for address in addresses:
            if address not in texts and (place := self._of(address)):
                yield address, place
        for address in addresses:
            if place := self._heading(address.partition(".")[0]) or self._of(address):
                yield address, place
        if place := self._of("report.title"):
            yield "", place

    def _of(self, address: str) -> Place | None:
        """Where a value stands, or the first of a row or a table."""
        below = f"{address}."
        for name, found in self._found.found.items():
            if (name == address or name.startswith(below)) and found.place in self._paragraphs:
                return found.place
        return None

    def _heading(self, section: str) -> Place | None:
        """The heading of the section, or the last one before the place where it is missing."""
        sections = [each.id for each in self._report.form.sections]
        if section not in sections:
            return None
        before = sections[: sections.index(section) + 1]
        headings = (self._found.headings.get(each) for each in reversed(before))
        return next((place for place in headings if place in self._paragraphs), None)


def _before(text: str, start: int, quote: str) -> int:
    """How often the letters of the quote stand in the text before it."""
    sought = "".join(filter(is_letter, quote))
    letters, own = "".join(filter(is_letter, text)), sum(map(is_letter, text[:start]))
    return sum(letters.startswith(sought, at) for at in range(own)) if sought else 0
