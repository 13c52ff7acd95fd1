"""The parts of the report beside the grid, where the screen is wide enough for a pane."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from giptui.display.width import left
from giptui.tui import paint

PANE_WIDTH = 16


class Pane(Widget):
    """One part a line, the current one lit, those with errors marked."""

    DEFAULT_CSS = f"Pane {{ width: {PANE_WIDTH}; height: 1fr; display: none; }}"

    def __init__(self) -> None:
        super().__init__()
        self._names: Sequence[str] = ()
        self._current = 0

    def show(self, names: Sequence[str], current: int) -> None:
        """Show these names, the current one lit."""
        if (self._names, self._current) != (names, current):
            self._names, self._current = names, current
            self.refresh()

    def render_line(self, y: int) -> Strip:
        if y >= len(self._names):
            return Strip.blank(self.size.width, paint.PLAIN)
        style = paint.CURRENT_TAB if y == self._current else paint.PLAIN
        return Strip([Segment(left(f" {self._names[y]}", self.size.width - 1), style)]).adjust_cell_length(
            self.size.width, paint.PLAIN
        )
