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

from giptui.display.width import width
from giptui.report import Report, keeps_itself
from giptui.session import Mark
from giptui.tui import paint
from giptui.tui.cursor import Cursor, Range
from giptui.tui.drawing import LABELS, Drawing
from giptui.tui.entry import Entry
from giptui.tui.sheet import Sheet
from giptui.tui.view import View

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
        return Strip(self._grid.drawing.lane(self._column, y)).adjust_cell_length(self.size.width, paint.PLAIN)


class Crown(Widget):
    """The heads that span several columns."""

    DEFAULT_CSS = "Crown { height: 1; }"

    def __init__(self, grid: Grid) -> None:
        super().__init__()
        self._grid = grid

    def render_line(self, y: int) -> Strip:
        return Strip(self._grid.drawing.spans()).adjust_cell_length(self.size.width, paint.PLAIN)


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
    def drawing(self) -> Drawing:
        """How all this looks now."""
        view = replace(self._scrolled, size=self.size)
        return Drawing(self.sheet, self._report, self._marks, self._cursor, view, self._entry)

    @property
    def address(self) -> str:
        """The address of the current cell; empty before a sheet is shown."""
        return self.drawing.address

    @property
    def is_clipped(self) -> bool:
        """Whether the heads, the current row's label or the current value do not fit on the screen."""
        return self.drawing.is_clipped

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
        self._refresh_cell(self._cursor.line, self.drawing.place)
        if entry:
            self.app.cursor_position = self._entry_offset(entry)

    def point(self, column: int, y: int, drags: bool) -> None:
        """Say which cell is drawn at a line of a lane, if one is; by its label, the one in the current column."""
        above = self.drawing.above(column)
        line = y - above + self._scrolled.top
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
        page = max(self.drawing.view.body_height(self.sheet) - 1, 1)
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
        before, lines_before = self.drawing, self._lines()
        self._cursor = cursor
        if self._keep_in_view():
            self._refresh_what_differs(lines_before)
        else:
            self._refresh_moved(before, self.drawing)
        self.post_message(self.Moved())

    def _refresh_moved(self, before: Drawing, after: Drawing) -> None:
        """The two cells, what is lit for them, and the cells that the range has won or lost."""
        self._refresh_cell(before.line, before.place)
        self._refresh_cell(after.line, after.place)
        if after.line != before.line:
            self._refresh_cell(before.line, LABELS)
            self._refresh_cell(after.line, LABELS)
        if after.place != before.place:
            self._refresh_head(before.place)
            self._refresh_head(after.place)
        for address in before.chosen ^ after.chosen:
            self._refresh_cell(*self.sheet.places[address])

    def _keep_in_view(self) -> bool:
        """Scroll until the cursor is in view; whether that was needed."""
        here = self.drawing
        before, self._scrolled = here.view, here.view.holding(self.sheet, here.line, here.place)
        after = self.drawing.view
        if after.left != before.left:
            self._arrange()
        return (after.top, after.left) != (before.top, before.left)

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

    def _entry_offset(self, entry: Entry) -> Offset:
        """Where the entry's cursor stands on the screen: an input method shows its candidates there."""
        here = self.drawing
        x = min(width(entry.text[: entry.cursor]), self.sheet.own_width(here.place) - 1)
        return self._lanes[here.place].region.offset + Offset(x, here.line - here.view.top + here.above(here.place))

    def _arrange(self) -> None:
        view = self.drawing.view
        self._lanes[LABELS].styles.width = self.sheet.label_width
        for column, lane in self._lanes.items():
            if column != LABELS:
                lane.display = view.left <= column < len(self.sheet.widths)
                if lane.display:
                    lane.styles.width = self.sheet.widths[column]
        self._crown.display = bool(view.crown_height(self.sheet))

    def _refresh_all(self) -> None:
        self._crown.refresh()
        for lane in self._lanes.values():
            lane.refresh()

    def _lines(self) -> dict[tuple[int, int], list[Segment]]:
        """Everything in view, by lane and line."""
        drawing = self.drawing
        return {(column, y): drawing.lane(column, y) for column in self._lanes for y in range(self.size.height)}

    def _refresh_what_differs(self, before: Mapping[tuple[int, int], list[Segment]]) -> None:
        """After scrolling: in a table of zeros most cells look as they did."""
        self._crown.refresh()
        for (column, y), segments in self._lines().items():
            if before.get((column, y)) != segments:
                self._lanes[column].refresh(Region(0, y, self._lanes[column].size.width, 1))

    def _refresh_cell(self, line: int, column: int) -> None:
        drawing = self.drawing
        y = line - drawing.view.top
        if 0 <= y < drawing.view.body_height(self.sheet):
            self._lanes[column].refresh(Region(0, y + drawing.above(column), self._lanes[column].size.width, 1))

    def _refresh_head(self, column: int) -> None:
        blank = sum(not part for part in self.sheet.heads[column]) if self.sheet.heads else 0
        height = self.drawing.above(column) - blank
        self._lanes[column].refresh(Region(0, blank, self._lanes[column].size.width, height))
