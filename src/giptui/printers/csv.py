"""Reports as comma-separated values, for spreadsheets: UTF-8 with the mark at its beginning without which Excel takes
it for GBK, lines end as RFC 4180 says. Blank, 0, ``/`` and ``?`` stay what they are; no text is ever a formula.
"""

from __future__ import annotations

import csv
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator
from io import StringIO

from giptui.display.fields import csv_cell
from giptui.printers import separated
from giptui.printers.formats import Shape
from giptui.report import Report


def _line(fields: Iterable[int | str]) -> str:
    line = StringIO()
    csv.writer(line).writerow(fields)
    return line.getvalue()


_SPELLING = separated.Spelling(csv_cell, _line, BOM_UTF8)


def part(shape: Shape, file: str, report: Report) -> bytes:
    """The lines of a report."""
    return separated.part(_SPELLING, shape, file, report)


def whole(shape: Shape, parts: Iterator[bytes]) -> Iterator[bytes]:
    """The file in pieces."""
    return separated.whole(_SPELLING, shape, parts)
