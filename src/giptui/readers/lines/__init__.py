"""Texts that are tables → grids, in every shape that tables have in plain text. Called by `reading`.

A table begins at a line that begins with a name of the form. It is taken apart by what stands between its cells, and is
one only if figures stand beside its labels, or enough labels one below another. What goes before it and comes behind
it stays text. A row is found by its label, never by counting; where the blank cells of a row cannot be told, its values
have no columns.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from giptui.readers.document import Block, Text
from giptui.readers.lines import barred, columned, ruled, stacked
from giptui.readers.lines.names import is_name
from giptui.readers.lines.pieces import Line, grid
from giptui.readers.lines.region import Style, end, style
from giptui.report.figures import is_figure

_MOST_LINES: Final = 3_000  # of one table, empty ones too
_FEWEST_LABELS: Final = 4  # one below another, of a table without a figure


def tabled(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks, with a grid in place of each run of texts that is a table. Other blocks are as they were."""
    found: list[Block] = []
    texts: list[Text] = []
    for block in blocks:
        if isinstance(block, Text):
            texts.append(block)
            continue
        found += _in_texts(texts)
        found.append(block)
        texts = []
    return (*found, *_in_texts(texts))


def _in_texts(texts: Sequence[Text]) -> Iterator[Block]:
    at = 0
    while at < len(texts):
        lines, end = _table(texts, at)
        if end > at:
            yield grid(lines)
        else:
            yield texts[at]
        at = max(end, at + 1)


def _table(texts: Sequence[Text], at: int) -> tuple[list[Line], int]:
    """The rows of the table that begins here, and where it ends; none if there is no table."""
    stop = ruled.end(texts, at)
    if stop > at:
        return ruled.rows(texts[at:stop]), stop
    match style(texts, at):
        case None:
            return [], at
        case Style.LINES:
            lines, taken = stacked.rows(texts[at : at + _MOST_LINES])
            stop = at + taken
        case Style.COLUMNS:
            lines, taken = columned.rows(texts[at : at + _MOST_LINES])
            stop = at + taken
        case mark:
            stop = end(texts, at, mark)
            run = texts[at:stop]
            lines = barred.bars(run, texts) if mark is Style.BARS else barred.delimited(run, mark.value)
    return (lines, stop) if _is_table(lines) else ([], at)


def _is_table(lines: Sequence[Line]) -> bool:
    """Whether figures stand beside labels, or only labels, but many."""
    names = sum(is_name(piece.text) for line in lines for piece in (*line.labels, *line.values))
    has_figure = any(is_figure(piece.text) for line in lines for piece in line.values)
    return names >= (2 if has_figure else _FEWEST_LABELS)
