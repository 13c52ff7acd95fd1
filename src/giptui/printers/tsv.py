"""Reports as tab-separated values, for programs: UTF-8, a line a row, fields spelled as by `giptui get --format tsv`.
No field has a tab or a newline in it; a text that a spreadsheet would take for a formula has its sign escaped.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from giptui.display.fields import tsv_cell
from giptui.printers import separated
from giptui.printers.formats import Shape
from giptui.report import Report


def _line(fields: Iterable[int | str]) -> str:
    return "\t".join(map(str, fields)) + "\n"


_SPELLING = separated.Spelling(tsv_cell, _line)


def part(shape: Shape, file: str, report: Report) -> bytes:
    """The lines of a report."""
    return separated.part(_SPELLING, shape, file, report)


def whole(shape: Shape, parts: Iterator[bytes]) -> Iterator[bytes]:
    """The file in pieces."""
    return separated.whole(_SPELLING, shape, parts)
