"""What the sheets of a workbook share: looks, print set-up, and where each cell of the form stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from math import ceil
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from giptui.display.visible import one_line
from giptui.display.width import width
from giptui.report import Report

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

PROSE_SHEET: Final = "正文"
SUMS_SHEET: Final = "勾稽关系"
RED: Final = "#C00000"

_A4: Final = 9
_MARGINS: Final = {"left": 0.7, "right": 0.7, "top": 1.1, "bottom": 0.9}  # inches
_LONGEST_HEADER: Final = 100  # characters; a workbook allows 255, codes and doubled signs included
_DIGIT: Final = 7  # pixels of a digit of the default font: the unit of column widths
_PIXELS: Final = 4 / 3  # of a point
_LEADING: Final = 1.45  # high enough for the fonts that stand in where 宋体 is not there


class At(NamedTuple):
    """The place of a cell: the sheet's name, row and column from 0."""

    sheet: str
    row: int
    column: int


class Book:
    """A workbook that is being written."""

    def __init__(self, workbook: Workbook, report: Report, draft: bool) -> None:
        self.workbook = workbook
        self.report = report
        self.draft = draft
        self.places: dict[str, At] = {}  # address → where its cell stands
        self._looks: dict[tuple[tuple[str, Any], ...], Format] = {}

    def look(self, **properties: Any) -> Format:
        """宋体 11, wrapped, in the middle of the row, unless the properties say otherwise."""
        whole = {"font_name": "宋体", "font_size": 11, "text_wrap": True, "valign": "vcenter", **properties}
        key = tuple(sorted(whole.items()))
        if key not in self._looks:
            self._looks[key] = self.workbook.add_format(whole)
        return self._looks[key]

    def sheet(self, name: str, one_page: bool) -> Worksheet:
        """An empty sheet, to be printed on A4, one page wide and, if ``one_page``, one page high."""
        sheet = self.workbook.add_worksheet(name)
        sheet.set_paper(_A4)
        sheet.set_margins(**_MARGINS)
        sheet.center_horizontally()
        sheet.fit_to_pages(1, 1 if one_page else 0)
        sheet.hide_gridlines(2)
        # The size stands before the font: digits of the title would be digits of a size that stands before them.
        title = one_line(self.report.line("title"))[:_LONGEST_HEADER].replace("&", "&&") if one_page else ""
        sheet.set_header(f'&C&10&"宋体,常规"{title}' + ('&R&14&KC00000&"黑体,常规"草案' if self.draft else ""))
        sheet.set_footer('&C&10&"宋体,常规"— &P —')
        if self.draft:
            sheet.set_tab_color(RED)
        return sheet

    def place(self, address: str, at: At) -> None:
        """Say where the cell of the address stands, and give it its name."""
        self.places[address] = at
        self.workbook.define_name(address.replace(".", "_"), f"={_reference(at.sheet, at, at)}")

    def ranges(self, addresses: Sequence[str], sheet: str = "") -> list[str]:
        """The cells as few ranges, spelled for a formula on that sheet."""
        places = sorted(self.places[address] for address in addresses)
        return [
            _reference(run[0].sheet, run[0], run[-1]) if run[0].sheet != sheet else _span(run[0], run[-1])
            for run in _runs(places)
        ]


def _runs(places: Sequence[At]) -> Iterator[list[At]]:
    """Neighbours in a row or, if none has any, in a column."""
    along = [list(run) for _, run in groupby(enumerate(places), lambda each: _along(*each))]
    down = [list(run) for _, run in groupby(enumerate(places), lambda each: _down(*each))]
    for run in min(along, down, key=len):
        yield [at for _, at in run]


def _along(number: int, at: At) -> tuple[str, int, int]:
    return at.sheet, at.row, at.column - number


def _down(number: int, at: At) -> tuple[str, int, int]:
    return at.sheet, at.column, at.row - number


def _span(first: At, last: At) -> str:
    from xlsxwriter.utility import xl_range

    return str(xl_range(*first[1:], *last[1:]))


def _reference(sheet: str, first: At, last: At) -> str:
    from xlsxwriter.utility import xl_range_abs

    return f"'{sheet}'!{xl_range_abs(*first[1:], *last[1:])}"


def lines(text: str, columns: float, points: float = 11) -> int:
    """How many lines the text takes in a column of that width, rather too many than too few."""
    room = max(int((columns - 1) * _DIGIT / (points * _PIXELS / 2)), 2)  # in halves of a Chinese character
    return sum(max(ceil((width(line) + 1) / room), 1) for line in text.split("\n"))


def height(count: int, points: float = 11) -> float:
    """Of a row with so many lines, in points."""
    return count * points * _LEADING + 4
