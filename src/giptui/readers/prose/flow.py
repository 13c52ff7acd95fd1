"""The blocks of a document as lines in reading order, each outside a table of the form or standing for such a table.

Called by `sections`. Whatever is no table of the form (page frames, metadata, a small table among the prose) counts as
the texts in its cells. Page numbers are gone.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from giptui.readers.document import Block, Cell, Grid, Picture, Place
from giptui.readers.prose.headings import section_of
from giptui.report.figures import is_figure

_PAGE_NUMBER: Final = re.compile(
    r"\s*(?:[-—–－─·•~]{1,3}\s*[0-9]{1,3}\s*[-—–－─·•~]{1,3}|第\s*[0-9]{1,3}\s*页(?:\s*[,，/／]?\s*共\s*[0-9]{1,3}\s*页)?"
    r"|[Pp]age\s*[0-9]{1,3}(?:\s*(?:of|/)\s*[0-9]{1,3})?)\s*"
)
_CONTENTS: Final = re.compile(r"(.{2,40}?)(?:[.．。·]{4,}|…{2,}|\t)\s*[-—]?\s*[0-9]{1,3}\s*[-—]?|目\s*录")
_INVISIBLE: Final = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\xad"))
_TAB: Final = "\N{SYMBOL FOR HORIZONTAL TABULATION}"  # as `giptui report` prints one
_SENTENCE: Final = 30  # characters; a full-width row of a table that is longer and has a full stop is prose


class Line(NamedTuple):
    """A line or paragraph. ``table`` names the section whose table, or a part of it, stands here; the line then has no
    text. ``apart``: an empty line stands before it.
    """

    text: str
    place: Place
    table: str = ""
    apart: bool = True


def lines(blocks: Sequence[Block], at: Mapping[int, str]) -> list[Line]:
    """The lines; ``at`` names the section of each grid that is a table of the form."""
    return [
        line
        for line in _all(blocks, at)
        if line.table or not (_PAGE_NUMBER.fullmatch(line.text) or _is_of_contents(line.text.strip()))
    ]


def _is_of_contents(text: str) -> bool:
    """Whether the line is one of a table of contents; one with a tab can be a row of figures."""
    found = _CONTENTS.fullmatch(text)
    return found is not None and (found[1] is None or "\t" not in text or section_of(found[1]) is not None)


def _all(blocks: Sequence[Block], at: Mapping[int, str]) -> Iterator[Line]:
    apart = True
    for index, block in enumerate(blocks):
        if isinstance(block, Picture):
            continue
        if isinstance(block, Grid):
            yield from _form_table(block, at[index]) if index in at else _cells(block)
            apart = True
        elif block.text.strip():
            yield from _text(block.text, block.place, apart)
            apart = False
        else:
            apart = True


def _text(text: str, place: Place, apart: bool) -> Iterator[Line]:
    for line in text.splitlines():
        plain = line if line.isprintable() else line.translate(_INVISIBLE)
        if "|" in plain:
            plain = _without_padding(plain)
        if plain.strip():
            yield Line(plain.replace(_TAB, "\t"), place, apart=apart)
            apart = False


def _without_padding(text: str) -> str:
    """The text without pipes at its edges: those of a page's frame that was set as a table."""
    bare = text.strip() or text
    return bare.strip(" \t\u3000\xa0|") if bare[0] == "|" or bare[-1] == "|" else text


def _cells(grid: Grid) -> Iterator[Line]:
    """Cell by cell; a table of figures row by row."""
    if _is_of_figures(grid):
        for row in grid.lines().values():
            if filled := [text for cell in row if (text := " ".join(cell.text.split()))]:
                yield Line("；".join(filled), row[0].place)
        return
    for cell in grid.cells:
        yield from (line._replace(apart=True) for line in _text(cell.text, cell.place, apart=True))


def _is_of_figures(grid: Grid) -> bool:
    """Whether it is a table with numbers, of short cells side by side; no frame and no list of metadata."""
    texts = [text for cell in grid.cells if (text := cell.text.strip())]
    return (
        any(cell.column for cell in grid.cells)
        and all(len(text) < _SENTENCE for text in texts)
        and sum(map(is_figure, texts)) * 4 >= len(texts)
    )


def _form_table(grid: Grid, section: str) -> Iterator[Line]:
    """The table. Where a whole report is one sheet, the headings and paragraphs in it stand alone in their rows."""
    within = False
    for row in grid.lines().values():
        filled = [cell for cell in row if cell.text.strip()]
        if len(filled) == 1 and (text := _is_prose(filled[0])):
            yield from _text(text, filled[0].place, apart=True)
            within = False
        elif filled and not within:
            yield Line("", filled[0].place, section)
            within = True


def _is_prose(cell: Cell) -> str:
    """The cell's text if it is a heading or a paragraph; empty if it belongs to the table."""
    text = cell.text.strip()
    is_paragraph = len(text) >= _SENTENCE and "。" in text
    return text if is_paragraph or section_of(text) is not None else ""
