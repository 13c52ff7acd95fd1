"""What stands above the first section: title, metadata, perhaps a signature, the preface; and the frame of the page.

Called by `sections`.
"""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from giptui.readers.document import Place
from giptui.readers.prose.chrome import is_head
from giptui.readers.prose.flow import Line
from giptui.readers.prose.headings import section_of
from giptui.readers.prose.metadata import TITLE, Entry, Sorted, sorted_out
from giptui.readers.prose.official import addressee_in
from giptui.readers.prose.signature import Signature, signature_of
from giptui.readers.prose.title import Title, is_title, title_of

_SITE: Final = re.compile(r"\s*[-_|｜–—]+\s*")
_PROSE: Final = 25  # characters of a line that is no button and no link
_CONTENTS: Final = 3  # headings above the first section
_AT_TOP: Final = 4  # lines below a title in which it can be signed


class Head(NamedTuple):
    """The head of a report. ``title_place`` is None if only the page's own title says it; ``other_title`` is that of
    the page if it is another report's; ``left_out`` counts the lines that belong to the frame.
    """

    title: Title | None
    title_place: Place | None
    other_title: str
    entries: list[Entry]
    signature: Signature | None
    addressee: Line | None
    preface: list[Line]
    left_out: int


def head_of(lines: Sequence[Line], page: str) -> Head:
    """The head in the lines above the first section. ``page`` is the title of the page."""
    labelled = sorted_out(lines)
    others = labelled.others
    page_titles = (Title(part.strip(), 0, 0) for part in [*_SITE.split(page), page] if is_title(part))
    page_title = max(page_titles, key=lambda each: (bool(each.years), bool(each.organ)), default=Title("", 0, 0)).text
    found = title_of(others, page_title) or _set_apart(labelled)
    place = others[found.start].place if found is not None else None
    if found is None and (entry := next((each for each in labelled.entries if each.field == TITLE), None)) is not None:
        found, place = Title(entry.text, 0, 0), entry.line.place
    if found is None and page_title:
        found = Title(page_title, 0, 0)
    below = others[found.end if found is not None else 0 :]
    signature = _signed_above(below)
    if signature is not None:
        below = [*below[: signature.start], *below[signature.end :]]
    again = [line for line in below if is_title(line.text) and not _is_prose(line)]
    preface = _preface(below, labelled.last - (len(others) - len(below)))
    preface = _without_contents([line for line in preface if line not in again])
    addressee = preface.pop(0) if preface and addressee_in(preface[0].text) else None
    signed = 0 if signature is None else signature.end - signature.start
    titles = len(again) + (found.end - found.start if found is not None else 0)
    return Head(
        found,
        place,
        page_title if found is not None and page_title and _differs(found, page_title) else "",
        labelled.entries,
        signature,
        addressee,
        preface,
        len(others)
        - len(preface)
        - (addressee is not None)
        - signed
        - titles
        + sum(1 for entry in labelled.entries if not entry.field),
    )


def _set_apart(labelled: Sorted) -> Title | None:
    """A title of other words: the one line above the metadata, perhaps again below it."""
    others = labelled.others
    if labelled.last != 1 or not others or not labelled.entries:
        return None
    text = others[0].text.strip()
    again = len(others) > 1 and others[1].text.strip() == text
    return Title(text, 0, 2 if again else 1) if len(text) < 2 * _PROSE and "。" not in text else None


def _signed_above(below: Sequence[Line]) -> Signature | None:
    """A signature between title and preface."""
    top: list[Line] = []
    for line in below[:_AT_TOP]:
        if _is_prose(line):
            break
        top.append(line)
    return signature_of(top, top=True)


def _preface(below: Sequence[Line], labelled: int) -> list[Line]:
    """What is no frame: all behind its last line that is known, and paragraphs before that."""
    known = max((index + 1 for index, line in enumerate(below) if is_head(line.text)), default=0)
    frame = max(known, labelled)
    return [line for index, line in enumerate(below) if index >= frame or _is_prose(line)]


def _without_contents(lines: list[Line]) -> list[Line]:
    """The lines without a table of contents: headings above the first section, with or without the numbers of pages."""
    found = [index for index, line in enumerate(lines) if section_of(line.text.strip()) is not None]
    if len(found) < _CONTENTS:
        return lines
    numbers = [index + 1 for index in found if index + 1 < len(lines) and len(lines[index + 1].text.strip()) <= 3]
    return [line for index, line in enumerate(lines) if index not in found and index not in numbers]


def _is_prose(line: Line) -> bool:
    return (len(line.text.strip()) >= _PROSE or "。" in line.text) and not is_head(line.text)


def _differs(found: Title, page_title: str) -> bool:
    """Whether the page is called like a report of another year."""
    other = Title(page_title, 0, 0)
    return bool(found.years and other.years) and set(found.years).isdisjoint(other.years)
