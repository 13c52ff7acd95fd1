"""The grid: one widget for every table of the form, repainting only what changes.

It shows a sheet over a report's values and knows where the cursor is. It changes nothing: keys become actions of
the screen, which asks the session.

A grid is made of lanes: one for the labels, one a column. Textual re-sends a dirty line from its widget's left edge;
with a lane a column, a move or a digit sends single cells (measured: 100 bytes a move less than one wide widget).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rich.segment import Segment
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.geometry import Offset, Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from giptui.check import Severity
from giptui.display.visible import visible
from giptui.display.width import clipped, left, right, width
from giptui.display.wrapping import folded
from giptui.report import Report, show
from giptui.tui import paint
from giptui.tui.entry import Entry
from giptui.tui.sheet import Sheet

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

    def __init__(self) -> None:
        super().__init__()
        self.sheet = _EMPTY
        self._report: Report | None = None
        self._marks: Mapping[str, Severity] = {}
        self._line = self._column = 0
        self._top = 0  # first line of the body in view
        self._left = 0  # first column in view
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
        return self.sheet.at(self._line, self._column) if self.sheet.lines else ""

    @property
    def is_clipped(self) -> bool:
        """Whether the heads, the current row's label or the current value do not fit on the screen."""
        shown = (self._label(self._line), self._text(self.address, self.sheet.widths[self._place] - 1))
        return self.sheet.head_height > self._head_height or any(text.rstrip().endswith("..") for text in shown)

    def show(self, sheet: Sheet, report: Report, marks: Mapping[str, Severity], address: str) -> None:
        """Show a sheet, the cursor on the address, or on the first cell if the sheet has no such address."""
        if sheet.rows != self.sheet.rows:
            self._top = self._left = 0
        self.sheet, self._report, self._marks = sheet, report, marks
        self._line, self._column = sheet.places.get(address, (sheet.rows[0], 0))
        self._arrange()
        self._keep_in_view()
        self._refresh_all()

    def update(self, report: Report, marks: Mapping[str, Severity], changed: Iterable[str]) -> None:
        """Show new values: only the cells that changed, or whose mark did, are painted again."""
        old, self._report, self._marks = self._marks, report, marks
        remarked = {address for address in old.keys() | marks.keys() if old.get(address) is not marks.get(address)}
        for address in remarked.union(changed):
            if address in self.sheet.places:
                self._refresh_cell(*self.sheet.places[address])

    def type(self, entry: Entry | None) -> None:
        """Show what is being typed over the current cell; None shows its value again."""
        self._entry = entry
        self._refresh_cell(self._line, self._place)
        if entry:
            self.app.cursor_position = self._entry_offset(entry)

    # --- moving

    def go(self, address: str) -> None:
        """Put the cursor on an address of this sheet; on a row's, in the column where it is."""
        for line in self.sheet.rows:
            addresses = self.sheet.lines[line].addresses
            if address in addresses or addresses[0].startswith(address + "."):
                self._put(line, addresses.index(address) if address in addresses else self._column)
                return

    def move(self, how: str) -> None:
        """Move the cursor: up, down, left, right, home, end, first, last, page_up, page_down, next, previous."""
        self._put(*self.sheet.moved(self._line, self._column, how, max(self._body_height - 1, 1)))

    def _put(self, line: int, column: int) -> None:
        if (line, column) == (self._line, self._column):
            return
        old_line, old_place = self._line, self._place
        before = self._drawn()
        self._line, self._column = line, column
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
        self.post_message(self.Moved())

    def _keep_in_view(self) -> bool:
        """Scroll until the cursor is in view: down and up by half a page, since one line repaints as much."""
        before = self._top, self._left
        if not self.size:
            return False
        height = self._body_height
        if not self._top <= self._line < self._top + height:
            half = max(height // 2, 1)
            wanted = self._line - half if self._line >= self._top + height else self._line - height + half + 1
            self._top = min(max(wanted, 0), max(len(self.sheet.lines) - height, 0))
        if self.sheet.rows and self._line == self.sheet.rows[0] and self._line < height:
            self._top = 0  # what stands above the first row is seen with it
        self._left = min(self._left, self._place)
        room = self.size.width - self.sheet.label_width
        while sum(self.sheet.widths[self._left : self._place + 1]) > room and self._left < self._place:
            self._left += 1
        if self._left != before[1]:
            self._arrange()
        return (self._top, self._left) != before

    def on_resize(self) -> None:
        """After a change of size the heads are there if they fit, and the cursor is in view."""
        if not self.sheet.lines:
            return
        self._top = self._left = 0  # what a smaller screen had no room for comes back
        self._keep_in_view()
        self._arrange()
        self._refresh_all()
        self.post_message(self.Moved())  # there may be more to say, or less

    # --- where things stand

    @property
    def _place(self) -> int:
        """The column the cursor is in: the row may be shorter than the one it came from."""
        return min(self._column, len(self.sheet.lines[self._line].addresses) - 1) if self.sheet.lines else 0

    @property
    def _crown_height(self) -> int:
        return 1 if self.sheet.spans and self._heads_fit else 0

    @property
    def _head_height(self) -> int:
        return self.sheet.head_height if self._heads_fit else 0

    @property
    def _heads_fit(self) -> bool:
        return not self.size.height or self.size.height >= self.sheet.head_height + 4

    @property
    def _body_height(self) -> int:
        return max(self.size.height - self._crown_height - self._head_height, 1)

    def _entry_offset(self, entry: Entry) -> Offset:
        """Where the entry's cursor stands on the screen: an input method shows its candidates there."""
        region = self._lanes[self._place].region
        x = min(width(entry.text[: entry.cursor]), region.width - 1)
        return region.offset + Offset(x, self._line - self._top + self._head_height)

    def _arrange(self) -> None:
        self._lanes[LABELS].styles.width = self.sheet.label_width
        for column, lane in self._lanes.items():
            if column != LABELS:
                lane.display = self._left <= column < len(self.sheet.widths)
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
        y = line - self._top
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
        line = y - above + self._top
        if y < above and column < len(self.sheet.widths):
            return [self._corner(y, above) if column == LABELS else self._head(column, y)]
        if line >= len(self.sheet.lines) or column >= len(self.sheet.widths):
            return []
        return [self._draw_label(line)] if column == LABELS else self._draw_cell(line, column)

    def draw_spans(self) -> list[Segment]:
        """The heads over several columns, each in the middle of a rule."""
        text, at = "", self._left
        for span in self.sheet.spans:
            if span.last < self._left:
                continue
            text += " " * sum(self.sheet.widths[at : span.first])
            cells = sum(self.sheet.widths[max(span.first, self._left) : span.last + 1]) - 2
            rule = max(cells - width(span.label) - 2, 0)
            text += "  " + left("-" * (rule // 2) + f" {span.label} " + "-" * (rule - rule // 2), cells)
            at = span.last + 1
        return [Segment(text, paint.PLAIN)]

    def _corner(self, y: int, height: int) -> Segment:
        return Segment(folded(self.sheet.corner, self.sheet.label_width - 2, height)[y], paint.GROUP)

    def _head(self, column: int, y: int) -> Segment:
        text = right(self.sheet.heads[column][y], self.sheet.widths[column] - 1) + " "
        return Segment(text, paint.LIT if column == self._place and text.strip() else paint.PLAIN)

    def _draw_label(self, line: int) -> Segment:
        style = paint.LIT if line == self._line else paint.PLAIN if self.sheet.lines[line].addresses else paint.GROUP
        return Segment(self._label(line), style)

    def _label(self, line: int) -> str:
        shown = self.sheet.lines[line]
        return clipped("  " * shown.depth + shown.label, self.sheet.label_width - 1)

    def _draw_cell(self, line: int, column: int) -> list[Segment]:
        shown, cells = self.sheet.lines[line], self.sheet.widths[column]
        if column < len(shown.heads):
            return [Segment(right(shown.heads[column], cells - 1), paint.GROUP)]
        if column >= len(shown.addresses):
            return []
        current = line == self._line and column == self._place
        if current and self._entry:
            return _draw_entry(self._entry, cells)
        address = shown.addresses[column]
        severity = self._marks.get(address)
        style = paint.SEVERITY[severity] if severity else paint.PLAIN
        text = self._text(address, cells - 1) + (paint.MARK[severity] if severity else " ")
        return [Segment(text, style + paint.CURSOR if current else style)]

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
