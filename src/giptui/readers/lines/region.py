"""Where a table of plain text may begin, what stands between its cells, and how far it goes. Called by `lines`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum
from itertools import islice, takewhile
from typing import Final

from giptui.readers.document import Text
from giptui.readers.labels import heading, letters
from giptui.readers.lines.names import are_names, is_beginning, is_name
from giptui.readers.lines.pieces import BARS, bare, is_page_number, is_value, unglued
from giptui.report.figures import is_figure

_LONGEST: Final = 2_000  # characters of a line of a table
_LONGEST_CELL: Final = 45  # of a cell that is neither label nor figure
_LOOK: Final = 24  # lines that tell what stands between the cells
_FEWEST: Final = 5  # letters of a name that tell it although it is broken off, or figures are glued to it
_MOST_OTHER: Final = 4  # lines of something else within a table: the head and foot of a page
_BARS: Final = frozenset(BARS)
_BETWEEN: Final = re.compile(r"\s*[|｜│┃\t]\s*|\s{2,}|,|\s+(?=[0-9０-９/?])")  # whatever the style is
_GAP: Final = re.compile(r"\S\s{2,}\S")
_THOUSANDS: Final = re.compile(r"(?<!\S)[0-9０-９]{1,3}(?:[,，][0-9０-９]{3})+(?:[.．][0-9０-９]+)?(?!\S)")


class Style(Enum):
    """What stands between the cells of a table."""

    BARS = "|"
    TABS = "\t"
    COMMAS = ","
    COLUMNS = "  "  # blanks, so that cells stand under one another
    LINES = "\n"


_SPLIT: Final = {
    Style.BARS: re.compile(f"[{BARS}]"),
    Style.TABS: re.compile("\t"),
    Style.COMMAS: re.compile(","),
    Style.COLUMNS: re.compile(r"\s{2,}|\s+(?=[0-9０-９/?])"),
    Style.LINES: re.compile(r"(?!)"),
}


def style(texts: Sequence[Text], at: int) -> Style | None:
    """What stands between the cells of a table that begins here; None if it cannot be the beginning of one."""
    line = bare(texts[at].text)
    if line and not line.strip(BARS + " "):
        line = bare(next(_lines(texts, at + 1), ""))
    if not line or len(line) > _LONGEST or not any(map(_is_opening, _BETWEEN.split(line, maxsplit=2)[:2])):
        return None
    near = takewhile(lambda line: not _is_behind(line), _lines(texts, at))
    mark = _style([line for line in islice(near, _LOOK) if not is_page_number(line)])
    cells = [cell for cell in map(bare, _SPLIT[mark].split(line)) if cell]
    if mark is Style.COLUMNS and not all(map(_is_cell, cells)):
        return None
    return mark if _is_opening(cells[0]) else None


def _style(lines: Sequence[str]) -> Style:
    if sum(not _BARS.isdisjoint(line) for line in lines) * 3 >= len(lines):
        return Style.BARS
    if sum("\t" in line for line in lines) * 3 >= len(lines):
        return Style.TABS
    if sum(_is_list(line) for line in lines) * 3 >= len(lines):
        return Style.COMMAS
    short = [line for line in lines if len(line) < _LONGEST]
    is_set = sum(_GAP.search(line) is not None for line in short) * 4 >= len(lines) or any(map(_has_figures, short))
    return Style.COLUMNS if is_set else Style.LINES


def _is_cell(text: str) -> bool:
    return is_of_table(text) or all(map(is_value, text.split())) or unglued(text) is not None


def _is_behind(line: str) -> bool:
    """Whether a line stands behind the table, whatever is between its cells."""
    is_cells = not _BARS.isdisjoint(line) or _GAP.search(line) or _has_figures(line) or is_of_table(bare(line))
    return not is_cells and is_prose(line)


def _has_figures(line: str) -> bool:
    """Whether several figures stand behind a label, or alone."""
    words = line.split()
    if len(words) < 3 or not all(map(is_value, words[-2:])) or is_value(line):
        return False
    while words and is_value(words[-1]):
        del words[-1]
    label = " ".join(words)
    return not label or is_name(label) or is_name(words[-1]) or is_beginning(label)


def _is_opening(text: str) -> bool:
    """Whether a table may begin with the text: a name, enough of its beginning, a name with figures glued to it."""
    if is_name(text) or are_names(text) or (is_beginning(text) and len(letters(text)) > _FEWEST):
        return True
    parts = unglued(text) if len(text) < 2 * _LONGEST_CELL else None
    return parts is not None and len(parts[0]) > _FEWEST and is_name(parts[0])


def end(texts: Sequence[Text], at: int, mark: Style) -> int:
    """Where the table of lines with bars, tabs or commas ends that begins here."""
    last, other = at, 0
    for n in range(at, len(texts)):
        line = texts[n].text.strip()
        if not line:
            continue
        has_mark = _has(line, mark)
        if (has_mark and (not line.strip(BARS + " \t,-:") or _is_row(line))) or is_name(line) or is_figure(line):
            last, other = n, 0
        elif is_prose(line) and not has_mark:
            break
        else:
            other += 1
            if other > _MOST_OTHER:
                break
    return last + 1


def is_prose(line: str) -> bool:
    """Whether a line that is neither label nor figure ends a table."""
    is_long = len(line) > _LONGEST_CELL and not are_names(line)
    return is_long or line[-1] in "。；：！？" or line.startswith("----") or heading(line) is not None


def is_of_table(line: str) -> bool:
    """Whether a line is a name of the form, the beginning of one, several names, or a figure."""
    return is_figure(line) or is_name(line) or is_beginning(line) or are_names(line)


def _lines(texts: Sequence[Text], at: int) -> Iterator[str]:
    return (line for n in range(at, len(texts)) if (line := texts[n].text.strip()))


def _has(line: str, mark: Style) -> bool:
    if mark is Style.BARS:
        return not _BARS.isdisjoint(line)
    return "\t" in line if mark is Style.TABS else _is_list(line)


def _is_list(line: str) -> bool:
    """Whether commas stand between cells, not only within numbers that stand apart: 行政处罚 4,031."""
    return "," in _THOUSANDS.sub("", line) and not line.endswith("。") and not is_value(line)


def _is_row(line: str) -> bool:
    """Whether one of the cells is a name or a figure."""
    cells = filter(None, map(bare, re.split(r"[|｜│┃\t,]", line[:_LONGEST])))
    return any(is_value(cell) or is_of_table(cell) for cell in cells)
