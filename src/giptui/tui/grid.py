"""The grid: one widget for every table of the form, repainting only what changes.

It shows a sheet over a report's values and knows where the cursor is. It changes nothing: keys become actions of
the screen, which asks the session.

A grid is made of lanes: one for the labels, one a column. Textual re-sends a dirty line from its widget's left edge;
with a lane a column, a move or a digit sends single cells (measured: 100 bytes a move less than one wide widget).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from rich.segment import Segment
from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.geometry import Offset, Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from giptui.check.fixes import is_total
from giptui.display.visible import visible
from giptui.display.width import clipped, left, right, width
from giptui.display.wrapping import folded
from giptui.report import Report, keeps_itself, show
from giptui.session import Mark
from giptui.tui import paint
from giptui.tui.cursor import Cursor, Range
from giptui.tui.entry import Entry
from giptui.tui.sheet import LAST_YEAR, Sheet
from giptui.tui.view import View

LABELS = -1
"""The lane of the row labels."""

_LANES = 7
_EMPTY = Sheet((), (), 12)


class Lane(Widget):
    """One column of the grid from top to bottom, drawn by the grid."""

    DEFAULT_CSS = "Lane { height: 1fr; }"

    def __init__(self, grid: Grid, column: int) -> None:
        super().__init__()
        self._grid, self._column = grid, column

    def on_mouse_down(self, event: events.MouseDown) -> None:
        self._grid.point(self._column, event.y, drags=False)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        if event.button:
            self._grid.point(self._column, event.y, drags=True)

    def render_line(self, y: int) -> Strip:
        return Strip(self._grid.draw(self._column, y)).adjust_cell_length(self.size.width, paint.PLAIN)


class Crown(Widget):
    """The heads that span several columns."""

    DEFAULT_CSS = "Crown { height: 1; }"

    def __init__(self, grid: Grid) -> None:
        super().__init__()
        self._grid = grid

    def render_line(self, y: int) -> Strip:
        return Strip(self._grid.draw_spans()).adjust_cell_length(self.size.width, paint.PLAIN)


class Grid(Horizontal, can_focus=True):
    """A sheet with a cursor. Heads and row labels stay in view; those of the current cell are lit."""

    DEFAULT_CSS = """
    Grid { height: 1fr; overflow: hidden hidden; }
    Grid Vertical, Grid Horizontal { height: 1fr; overflow: hidden hidden; }
    """

    class Moved(Message):
        """The cursor is on another cell."""

    class Pointed(Message):
        """The mouse points at a cell: with a click, or, where it ``drags``, on the way from the cell of the click."""

        def __init__(self, address: str, drags: bool) -> None:
            super().__init__()
            self.address, self.drags = address, drags

    def __init__(self) -> None:
        super().__init__()
        self.sheet = _EMPTY
        self._report: Report | None = None
        self._marks: Mapping[str, Mark] = {}
        self._cursor = Cursor()
        self._scrolled = View()
        self._entry: Entry | None = None  # what is being typed over the current cell
        self._lanes = {column: Lane(self, column) for column in range(LABELS, _LANES)}
        self._crown = Crown(self)

    def compose(self) -> ComposeResult:
        yield self._lanes[LABELS]
        with Vertical():
            yield self._crown
            yield Horizontal(*(lane for column, lane in self._lanes.items() if column != LABELS))

    # --- what is shown

    @property
    def address(self) -> str:
        """The address of the current cell; empty before a sheet is shown."""
        return self.sheet.at(self._line, self._cursor.column) if self.sheet.lines else ""

    @property
    def is_clipped(self) -> bool:
        """Whether the heads, the current row's label or the current value do not fit on the screen."""
        shown = (self._label(self._line), self._text(self.address, self.sheet.own_width(self._place) - 1))
        return self.sheet.head_height > self._head_height or any(text.rstrip().endswith("..") for text in shown)

    def show(self, sheet: Sheet, report: Report, marks: Mapping[str, Mark], address: str) -> None:
        """Show a sheet, the cursor on the address, or on the first cell if the sheet has no such address."""
        goes_on = sheet.rows == self.sheet.rows
        if not goes_on:
            self._scrolled = View()
        self.sheet, self._report, self._marks = sheet, report, marks
        if not (goes_on and address == self.address):
            self._cursor = Cursor(*sheet.places.get(address, (sheet.rows[0], 0)))
        self._arrange()
        self._keep_in_view()
        self._refresh_all()

    def update(self, report: Report, marks: Mapping[str, Mark], changed: Iterable[str]) -> None:
        """Show new values: only the cells that changed, or whose mark did, are painted again."""
        old, self._report, self._marks = self._marks, report, marks
        remarked = {address for address in old.keys() | marks.keys() if old.get(address) != marks.get(address)}
        for address in remarked.union(changed):
            if address in self.sheet.places:
                self._refresh_cell(*self.sheet.places[address])

    def type(self, entry: Entry | None) -> None:
        """Show what is being typed over the current cell; None shows its value again."""
        self._entry = entry
        self._refresh_cell(self._line, self._place)
        if entry:
            self.app.cursor_position = self._entry_offset(entry)

    def point(self, column: int, y: int, drags: bool) -> None:
        """Say which cell is drawn at a line of a lane, if one is; by its label, the one in the current column."""
        above = self._head_height + (self._crown_height if column == LABELS else 0)
        line = y - above + self._view.top
        if y < above or line >= len(self.sheet.lines) or not (addresses := self.sheet.lines[line].addresses):
            return
        place = min(self._cursor.column if column == LABELS else column, len(addresses) - 1)
        self.post_message(self.Pointed(addresses[place], drags))

    # --- moving

    def go(self, address: str) -> None:
        """Put the cursor on an address of this sheet; on a row's, in the column where it is."""
        for line in self.sheet.rows:
            addresses = self.sheet.lines[line].addresses
            if address in addresses or addresses[0].startswith(address + "."):
                column = addresses.index(address) if address in addresses else self._cursor.column
                self._turn(self._cursor.released().put(line, column))
                return

    def move(self, how: str) -> None:
        """Move the cursor: up, down, left, right, home, end, first, last, page_up, page_down, next, previous."""
        page = max(self._body_height - 1, 1)
        after = self._cursor.moved(self.sheet, how, page)
        while how in ("next", "previous") and self._keeps_itself(self.sheet.at(after.line, after.column)):
            on = after.moved(self.sheet, how, page)
            if on == after:  # the table ends with a total
                break
            after = on
        self._turn(after)

    def _keeps_itself(self, address: str) -> bool:
        """Whether nobody has to go there: a total that follows its parts."""
        return self._report is not None and keeps_itself(self._report.form, self._report.__getitem__, address)

    def drag(self, address: str) -> None:
        """Draw the range out to a cell."""
        self._turn(self._cursor.dragged(*self.sheet.places[address]))

    # --- ranges

    @property
    def range(self) -> tuple[tuple[str, ...], ...]:
        """The addresses of the range, row by row; none if there is none."""
        return self._cursor.region(self.sheet)

    @property
    def _chosen(self) -> frozenset[str]:
        return frozenset(address for row in self.range for address in row)

    def select(self, kind: Range) -> None:
        """Begin a range at the cursor, or end the one of that kind."""
        self._turn(self._cursor.anchored(kind))

    def release(self) -> None:
        """End the range."""
        self._turn(self._cursor.released())

    def _turn(self, cursor: Cursor) -> None:
        """Put the cursor and its range there: what looks otherwise now is painted again."""
        if cursor == self._cursor:
            return
        old_line, old_place, old_region = self._line, self._place, self._chosen
        before = self._drawn()
        self._cursor = cursor
        line = self._line
        if self._keep_in_view():
            self._refresh_what_differs(before)
        else:
            self._refresh_cell(old_line, old_place)
            self._refresh_cell(line, self._place)
            if line != old_line:
                self._refresh_cell(old_line, LABELS)
                self._refresh_cell(line, LABELS)
            if self._place != old_place:
                self._refresh_head(old_place)
                self._refresh_head(self._place)
            for address in old_region ^ self._chosen:
                self._refresh_cell(*self.sheet.places[address])
        self.post_message(self.Moved())

    def _keep_in_view(self) -> bool:
        """Scroll until the cursor is in view; whether that was needed."""
        before, self._scrolled = self._view, self._view.holding(self.sheet, self._line, self._place)
        if self._view.left != before.left:
            self._arrange()
        return (self._view.top, self._view.left) != (before.top, before.left)

    def on_resize(self) -> None:
        """After a change of size the heads are there if they fit, and the cursor is in view."""
        if not self.sheet.lines:
            return
        self._scrolled = View()  # what a smaller screen had no room for comes back
        self._keep_in_view()
        self._arrange()
        self._refresh_all()
        self.post_message(self.Moved())  # there may be more to say, or less

    # --- where things stand

    @property
    def _view(self) -> View:
        return replace(self._scrolled, size=self.size)

    @property
    def _line(self) -> int:
        return self._cursor.line

    @property
    def _place(self) -> int:
        """The column the cursor is in: the row may be shorter than the one it came from."""
        if not self.sheet.lines:
            return 0
        return min(self._cursor.column, len(self.sheet.lines[self._line].addresses) - 1)

    @property
    def _crown_height(self) -> int:
        return self._view.crown_height(self.sheet)

    @property
    def _head_height(self) -> int:
        return self._view.head_height(self.sheet)

    @property
    def _body_height(self) -> int:
        return self._view.body_height(self.sheet)

    def _entry_offset(self, entry: Entry) -> Offset:
        """Where the entry's cursor stands on the screen: an input method shows its candidates there."""
        region = self._lanes[self._place].region
        x = min(width(entry.text[: entry.cursor]), self.sheet.own_width(self._place) - 1)
        return region.offset + Offset(x, self._line - self._view.top + self._head_height)

    def _arrange(self) -> None:
        self._lanes[LABELS].styles.width = self.sheet.label_width
        for column, lane in self._lanes.items():
            if column != LABELS:
                lane.display = self._view.left <= column < len(self.sheet.widths)
                if lane.display:
                    lane.styles.width = self.sheet.widths[column]
        self._crown.display = bool(self._crown_height)

    def _refresh_all(self) -> None:
        self._crown.refresh()
        for lane in self._lanes.values():
            lane.refresh()

    def _drawn(self) -> dict[tuple[int, int], list[Segment]]:
        """Everything in view, by lane and line."""
        return {(column, y): self.draw(column, y) for column in self._lanes for y in range(self.size.height)}

    def _refresh_what_differs(self, before: Mapping[tuple[int, int], list[Segment]]) -> None:
        """After scrolling: in a table of zeros most cells look as they did."""
        self._crown.refresh()
        for place, segments in self._drawn().items():
            if before.get(place) != segments:
                column, y = place
                self._lanes[column].refresh(Region(0, y, self._lanes[column].size.width, 1))

    def _refresh_cell(self, line: int, column: int) -> None:
        y = line - self._view.top
        if 0 <= y < self._body_height:
            above = self._head_height + (self._crown_height if column == LABELS else 0)
            self._lanes[column].refresh(Region(0, y + above, self._lanes[column].size.width, 1))

    def _refresh_head(self, column: int) -> None:
        blank = sum(not part for part in self.sheet.heads[column]) if self.sheet.heads else 0
        self._lanes[column].refresh(Region(0, blank, self._lanes[column].size.width, self._head_height - blank))

    # --- drawing, for the lanes

    def draw(self, column: int, y: int) -> list[Segment]:
        """A line of a lane: its head, or its cell in a line of the body."""
        above = self._head_height + (self._crown_height if column == LABELS else 0)
        line = y - above + self._view.top
        if y < above and column < len(self.sheet.widths):
            return [self._corner(y, above) if column == LABELS else self._head(column, y)]
        if line >= len(self.sheet.lines) or column >= len(self.sheet.widths):
            return []
        return [self._draw_label(line)] if column == LABELS else self._draw_cell(line, column)

    def draw_spans(self) -> list[Segment]:
        """The heads over several columns, each in the middle of a rule."""
        text, at = "", self._view.left
        for span in self.sheet.spans:
            if span.last < self._view.left:
                continue
            text += " " * sum(self.sheet.widths[at : span.first])
            cells = sum(self.sheet.widths[max(span.first, self._view.left) : span.last + 1]) - 2
            rule = max(cells - width(span.label) - 2, 0)
            text += "  " + left("-" * (rule // 2) + f" {span.label} " + "-" * (rule - rule // 2), cells)
            at = span.last + 1
        return [Segment(text, paint.PLAIN)]

    def _corner(self, y: int, height: int) -> Segment:
        return Segment(folded(self.sheet.corner, self.sheet.label_width - 2, height)[y], paint.GROUP)

    def _head(self, column: int, y: int) -> Segment:
        text = right(self.sheet.heads[column][y], self.sheet.own_width(column) - 1) + " "
        text += self._last_head(column) if y == self.sheet.head_height - 1 else " " * self.sheet.last_width(column)
        return Segment(text, paint.LIT if column == self._place and text.strip() else paint.PLAIN)

    def _draw_label(self, line: int) -> Segment:
        style = paint.LIT if line == self._line else paint.PLAIN if self.sheet.lines[line].addresses else paint.GROUP
        return Segment(self._label(line), style)

    def _label(self, line: int) -> str:
        shown = self.sheet.lines[line]
        return clipped("  " * shown.depth + shown.label, self.sheet.label_width - 1)

    def _draw_cell(self, line: int, column: int) -> list[Segment]:
        shown, cells = self.sheet.lines[line], self.sheet.own_width(column)
        if column < len(shown.heads):
            return [Segment(right(shown.heads[column], cells - 1) + " " + self._last_head(column), paint.GROUP)]
        if column >= len(shown.addresses):
            return []
        current = line == self._line and column == self._place
        if current and self._entry:
            return [*_draw_entry(self._entry, cells), *self._draw_last(shown.addresses[column], column)]
        address = shown.addresses[column]
        character, style = paint.marked(self._marks.get(address))
        if address not in self._marks and self._report and is_total(self._report.form, address):
            style = paint.TOTAL
        text = self._text(address, cells - 1) + character
        ground = paint.CURSOR if current else paint.RANGE if address in self._chosen else paint.PLAIN
        cell = Segment(text, style + ground)
        return [cell, *self._draw_last(address, column)]

    def _last_head(self, column: int) -> str:
        cells = self.sheet.last_width(column)
        return right(LAST_YEAR, cells) if cells else ""

    def _draw_last(self, address: str, column: int) -> list[Segment]:
        """Last year's number behind the cell."""
        cells = self.sheet.last_width(column)
        text = clipped(visible(self.sheet.last.get(address, "")), cells)
        return [Segment(right(text, cells), paint.GROUP)] if cells else []

    def _text(self, address: str, cells: int) -> str:
        assert self._report is not None, "a sheet is shown over a report"
        field = self._report.form.fields.get(address)
        shown = show(self._report[address])
        text = visible(field.choices.get(shown, shown) if field else shown).replace("\n", " ")
        if field and not shown:
            text = "（未填）"
        return (left if self.sheet.is_text else right)(clipped(text, cells), cells)


def _draw_entry(entry: Entry, cells: int) -> list[Segment]:
    """What is being typed, scrolled so that its cursor is in view."""
    text = entry.text
    start = max(entry.cursor - cells, 0)  # whatever its length: no character in view takes less than a cell
    while width(text[start : entry.cursor]) > cells - 2:
        start += 1
    at = entry.cursor
    before, under, after = visible(text[start:at]), visible(text[at : at + 1]), visible(text[at + 1 : at + 1 + cells])
    parts = (before, paint.TYPED), (under or " ", paint.CURSOR), (left(after, cells), paint.TYPED)
    return list(Strip([Segment(*part) for part in parts]).crop(0, cells))
