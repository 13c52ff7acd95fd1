"""Pasted text as rows of cells: out of a spreadsheet, off a web page, or aligned with spaces. Knows no form.

A terminal does not say where the text comes from, and changes its line ends: CR for LF, and by tmux two of them for
CRLF. What a cell means, `blocks` works out.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from giptui.display.width import width
from giptui.report.figures import is_figure
from giptui.report.halfwidth import BLANKS

Cells = tuple[str, ...]

_LONGEST_LINE: Final = 1_000  # characters of a line of a table


class Pasted(NamedTuple):
    """Rows of cells, edge blanks stripped. ``is_aligned``: a column that is blank throughout is not among them;
    ``is_loose``: nor can be told where the blanks of some rows were.
    """

    rows: tuple[Cells, ...]
    is_aligned: bool = False
    is_loose: bool = False


def pasted(text: str) -> Pasted:
    """The rows of the text. Empty lines are rows only where the text is a single column."""
    lines = _lines(text)
    tabs = [line for line in lines if "\t" in line]
    if tabs and not any(line.strip(BLANKS) for line in tabs):  # a browser, and cells that are paragraphs
        lines = [line for line in re.sub("\n*\t\n?", "\t", "\n".join(lines)).split("\n") if line]
    if any("\t" in line for line in lines):
        return Pasted(tuple(row for row in _tabbed(lines) if row))
    if any(line.count("|") > 1 for line in lines):
        return Pasted(tuple(filter(None, map(_ruled, lines))))
    if all(len(line.split()) < 2 for line in lines):
        return Pasted(tuple((line.strip(BLANKS),) for line in lines))
    return _aligned([line for line in lines if line.strip()])


def _lines(text: str) -> list[str]:
    """The lines, empty ones before and behind dropped."""
    if "\n" not in text and all(len(run) % 2 == 0 for run in re.findall("\r+", text)):
        text = text.replace("\r\r", "\n")
    return text.replace("\r\n", "\n").replace("\r", "\n").strip("\n").split("\n")


def _tabbed(lines: Sequence[str]) -> list[Cells]:
    """A spreadsheet's rows: a cell of several lines stands in quotation marks."""
    try:
        rows = list(csv.reader([line + "\n" for line in lines], delimiter="\t", strict=True))
    except csv.Error:  # the quotation marks are the text's own
        rows = [line.split("\t") for line in lines]
    return [tuple(cell.strip(BLANKS) for cell in row) for row in rows]


def _ruled(line: str) -> Cells:
    """A line with the cells between bars; of a rule between lines nothing."""
    cells = tuple(cell.strip(BLANKS) for cell in line.strip(BLANKS).removeprefix("|").removesuffix("|").split("|"))
    return () if all(re.fullmatch(":?-{2,}:?", cell) for cell in cells) else cells


class _Word(NamedTuple):
    text: str
    start: int
    end: int


def _aligned(lines: Sequence[str]) -> Pasted:
    """The figures at the end of each line as cells under one another; what stands before them is a cell in front."""
    split = [_split(line) for line in lines]
    most = max(len(figures) for _, figures in split)
    whole = [figures for _, figures in split if len(figures) == most]
    columns = [(min(f[n].start for f in whole), max(f[n].end for f in whole)) for n in range(most)]
    rows, is_loose = [], False
    for label, figures in split:
        places = [_under(figure, columns) for figure in figures]
        if len(figures) < most and (None in places or len(set(places)) < len(places)):
            is_loose, places = True, [*range(len(figures))]
        if len(figures) == most:
            places = [*range(most)]
        at = {place: figure.text for place, figure in zip(places, figures, strict=True)}
        rows.append((label, *(at.get(n, "") for n in range(most))))
    if not any(label for label, *_ in rows):
        rows = [tuple(row[1:]) for row in rows]
    return Pasted(tuple(rows), True, is_loose)


def _split(line: str) -> tuple[str, list[_Word]]:
    if len(line) > _LONGEST_LINE:
        return line, []
    words = [
        _Word(match[0], width(line[: match.start()]), width(line[: match.end()]))
        for match in re.finditer(r"\S+(?: +件(?!\S))?", line.expandtabs())
    ]
    count = next((n for n, word in enumerate(reversed(words)) if not is_figure(word.text)), len(words))
    at = len(words) - count
    return " ".join(word.text for word in words[:at]), words[at:]


def _under(word: _Word, columns: Sequence[tuple[int, int]]) -> int | None:
    """The one column that the word stands in; None if there is none, or more than one."""
    found = [n for n, (start, end) in enumerate(columns) if word.start < end and start < word.end]
    return found[0] if len(found) == 1 else None
