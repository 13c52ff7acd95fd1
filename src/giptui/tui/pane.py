"""The parts of the report beside the grid, where the screen is wide enough for a pane."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from giptui.display.width import left
from giptui.tui import paint

PANE_WIDTH = 17
"""A name, its mark, and a share of at most 99%."""


class Pane(Widget):
    """One part a line, the current one lit, those with errors marked."""

    DEFAULT_CSS = f"Pane {{ width: {PANE_WIDTH}; height: 1fr; display: none; }}"

    def __init__(self) -> None:
        super().__init__()
        self._names: Sequence[str] = ()
        self._shares: Sequence[str] = ()
        self._current = 0

    def show(self, names: Sequence[str], current: int, shares: Sequence[str]) -> None:
        """Show these names, the current one lit, and how much of each is filled in."""
        old, new = (self._names, self._shares), (names, shares)
        lines = [y for y, pair in enumerate(zip(*new, strict=True)) if pair not in [*zip(*old, strict=True)][y : y + 1]]
        changed = {*lines, *((self._current, current) if self._current != current else ())}
        self._names, self._shares, self._current = names, shares, current
        for y in changed:
            self.refresh(Region(0, y, self.size.width, 1))

    def render_line(self, y: int) -> Strip:
        if y >= len(self._names):
            return Strip.blank(self.size.width, paint.PLAIN)
        style = paint.CURRENT_TAB if y == self._current else paint.PLAIN
        share = self._shares[y].rjust(4)
        room = max(self.size.width - 1, 0)
        return Strip([Segment(left(f" {self._names[y]}{share}", room), style)]).adjust_cell_length(
            self.size.width, paint.PLAIN
        )
