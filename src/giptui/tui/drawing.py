"""How the grid looks: every line of every lane, as a function of what is shown. Changes nothing; the grid asks it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from rich.segment import Segment
from textual.strip import Strip

from giptui.check.fixes import is_total
from giptui.display.visible import visible
from giptui.display.width import clipped, left, right, width
from giptui.display.wrapping import folded
from giptui.report import Report, show
from giptui.session import Mark
from giptui.tui import paint
from giptui.tui.cursor import Cursor
from giptui.tui.entry import Entry
from giptui.tui.sheet import LAST_YEAR, Sheet
from giptui.tui.view import View

LABELS: Final = -1
"""The lane of the row labels."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A sheet over a report, with its marks, the cursor, what is in view, and what is being typed over the cell."""

    sheet: Sheet
    report: Report | None
    marks: Mapping[str, Mark]
    cursor: Cursor
    view: View
    entry: Entry | None

    @property
    def line(self) -> int:
        """The line the cursor is in."""
        return self.cursor.line

    @property
    def place(self) -> int:
        """The column the cursor is in: the row may be shorter than the one it came from."""
        if not self.sheet.lines:
            return 0
        return min(self.cursor.column, len(self.sheet.lines[self.line].addresses) - 1)

    @property
    def address(self) -> str:
        """The address of the current cell; empty before a sheet is shown."""
        return self.sheet.at(self.line, self.cursor.column) if self.sheet.lines else ""

    @property
    def chosen(self) -> frozenset[str]:
        """The cells of the range."""
        return frozenset(address for row in self.cursor.region(self.sheet) for address in row)

    @property
    def is_clipped(self) -> bool:
        """Whether the heads, the current row's label or the current value do not fit on the screen."""
        shown = (self._label(self.line), self._text(self.address, self.sheet.own_width(self.place) - 1))
        too_high = self.sheet.head_height > self.view.head_height(self.sheet)
        return too_high or any(text.rstrip().endswith("..") for text in shown)

    def above(self, column: int) -> int:
        """How many lines of a lane are heads."""
        return self.view.head_height(self.sheet) + (self.view.crown_height(self.sheet) if column == LABELS else 0)

    def lane(self, column: int, y: int) -> list[Segment]:
        """A line of a lane: its head, or its cell in a line of the body."""
        above = self.above(column)
        line = y - above + self.view.top
        if y < above and column < len(self.sheet.widths):
            return [self._corner(y, above) if column == LABELS else self._head(column, y)]
        if line >= len(self.sheet.lines) or column >= len(self.sheet.widths):
            return []
        return [self._row_label(line)] if column == LABELS else self._cell(line, column)

    def spans(self) -> list[Segment]:
        """The heads over several columns, each in the middle of a rule."""
        text, at = "", self.view.left
        for span in self.sheet.spans:
            if span.last < self.view.left:
                continue
            text += " " * sum(self.sheet.widths[at : span.first])
            cells = sum(self.sheet.widths[max(span.first, self.view.left) : span.last + 1]) - 2
            rule = max(cells - width(span.label) - 2, 0)
            text += "  " + left("-" * (rule // 2) + f" {span.label} " + "-" * (rule - rule // 2), cells)
            at = span.last + 1
        return [Segment(text, paint.PLAIN)]

    def _corner(self, y: int, height: int) -> Segment:
        return Segment(folded(self.sheet.corner, self.sheet.label_width - 2, height)[y], paint.GROUP)

    def _head(self, column: int, y: int) -> Segment:
        text = right(self.sheet.heads[column][y], self.sheet.own_width(column) - 1) + " "
        text += self._last_head(column) if y == self.sheet.head_height - 1 else " " * self.sheet.last_width(column)
        return Segment(text, paint.LIT if column == self.place and text.strip() else paint.PLAIN)

    def _row_label(self, line: int) -> Segment:
        style = paint.LIT if line == self.line else paint.PLAIN if self.sheet.lines[line].addresses else paint.GROUP
        return Segment(self._label(line), style)

    def _label(self, line: int) -> str:
        shown = self.sheet.lines[line]
        return clipped("  " * shown.depth + shown.label, self.sheet.label_width - 1)

    def _cell(self, line: int, column: int) -> list[Segment]:
        shown, cells = self.sheet.lines[line], self.sheet.own_width(column)
        if column < len(shown.heads):
            return [Segment(right(shown.heads[column], cells - 1) + " " + self._last_head(column), paint.GROUP)]
        if column >= len(shown.addresses):
            return []
        current = line == self.line and column == self.place
        if current and self.entry:
            return [*_entry(self.entry, cells), *self._last(shown.addresses[column], column)]
        address = shown.addresses[column]
        character, style = paint.marked(self.marks.get(address))
        if address not in self.marks and self.report and is_total(self.report.form, address):
            style = paint.TOTAL
        text = self._text(address, cells - 1) + character
        ground = paint.CURSOR if current else paint.RANGE if address in self.chosen else paint.PLAIN
        cell = Segment(text, style + ground)
        return [cell, *self._last(address, column)]

    def _last_head(self, column: int) -> str:
        cells = self.sheet.last_width(column)
        return right(LAST_YEAR, cells) if cells else ""

    def _last(self, address: str, column: int) -> list[Segment]:
        """Last year's number behind the cell."""
        cells = self.sheet.last_width(column)
        text = clipped(visible(self.sheet.last.get(address, "")), cells)
        return [Segment(right(text, cells), paint.GROUP)] if cells else []

    def _text(self, address: str, cells: int) -> str:
        assert self.report is not None, "a sheet is shown over a report"
        field = self.report.form.fields.get(address)
        shown = show(self.report[address])
        text = visible(field.choices.get(shown, shown) if field else shown).replace("\n", " ")
        if field and not shown:
            text = "（未填）"
        return (left if self.sheet.is_text else right)(clipped(text, cells), cells)


def _entry(entry: Entry, cells: int) -> list[Segment]:
    """What is being typed, scrolled so that its cursor is in view."""
    text = entry.text
    start = max(entry.cursor - cells, 0)  # whatever its length: no character in view takes less than a cell
    while width(text[start : entry.cursor]) > cells - 2:
        start += 1
    at = entry.cursor
    before, under, after = visible(text[start:at]), visible(text[at : at + 1]), visible(text[at + 1 : at + 1 + cells])
    parts = (before, paint.TYPED), (under or " ", paint.CURSOR), (left(after, cells), paint.TYPED)
    return list(Strip([Segment(*part) for part in parts]).crop(0, cells))
