"""The findings in full beside the grid, where the screen is wide enough: those about the place where one is are lit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from giptui.display.visible import visible
from giptui.display.wrapping import wrapped
from giptui.tui import paint

PANEL_WIDTH = 44
_MARGIN = 2


class Item(NamedTuple):
    """A finding as it is shown: its text, the style of its mark, whether it is about the place where one is."""

    mark: str
    text: str
    style: Style
    is_here: bool


class Panel(Widget):
    """A heading and items, each wrapped; those that are about this place come into view. Only lines that differ are
    painted again."""

    DEFAULT_CSS = f"Panel {{ width: {PANEL_WIDTH}; height: 1fr; display: none; }}"

    def __init__(self) -> None:
        super().__init__()
        self._heading = ""
        self._items: Sequence[Item] = ()
        self._top = 0

    def show(self, heading: str, items: Sequence[Item]) -> None:
        """Show these items."""
        if (heading, items) == (self._heading, self._items):
            return
        before = self._lines()
        self._heading, self._items = heading, items
        after = self._lines()
        for y in range(self.size.height):
            if before[y : y + 1] != after[y : y + 1]:
                self.refresh(Region(0, y, self.size.width, 1))

    def _lines(self) -> list[tuple[str, Style]]:
        lines: list[tuple[str, Style]] = []
        here = self._top
        for item in self._items:
            if item.is_here and here == self._top:
                here = len(lines)
            style = item.style if item.is_here else paint.PLAIN
            for number, line in enumerate(wrapped(visible(item.text), PANEL_WIDTH - _MARGIN - 3)):
                lines.append((f"{item.mark if not number else ' '} {line}", style))
        room = max(self.size.height - 1, 1)
        if not self._top <= here < self._top + room:
            self._top = max(here - room // 3, 0)
        top = min(self._top, max(len(lines) - room, 0))
        return [(self._heading, paint.GROUP), *lines[top : top + room]]

    def render_line(self, y: int) -> Strip:
        lines = self._lines()
        if y >= len(lines):
            return Strip.blank(self.size.width, paint.PLAIN)
        text, style = lines[y]
        pieces = [Segment(" " * _MARGIN, paint.PLAIN), Segment(text, style)]
        return Strip(pieces).adjust_cell_length(self.size.width, paint.PLAIN)
