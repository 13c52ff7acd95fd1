"""Last year's text beside this year's: read only, one paragraph of it marked, which a key takes over."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from giptui.display.visible import visible
from giptui.display.width import clipped
from giptui.display.wrapping import wrapped
from giptui.tui import paint


class Beside(Widget):
    """A title and paragraphs; the marked one is bright and in view."""

    DEFAULT_CSS = "Beside { height: 1fr; width: 1fr; overflow: hidden hidden; }"

    def __init__(self) -> None:
        super().__init__()
        self._title = ""
        self._paragraphs: Sequence[str] = ()
        self._marked = self._top = 0
        self._lines: list[tuple[int, str]] = []  # number of the paragraph, text
        self._laid_out_for = Size(0, 0)

    def show(self, title: str, paragraphs: Sequence[str]) -> None:
        """Show these paragraphs, the first one marked unless they are shown already."""
        if (title, paragraphs) != (self._title, self._paragraphs):
            self._title, self._paragraphs, self._marked = title, paragraphs, 0
            self._laid_out_for = Size(0, 0)
            self.refresh()

    @property
    def marked(self) -> str:
        """The marked paragraph; empty if there is none."""
        return self._paragraphs[self._marked] if self._paragraphs else ""

    def mark(self, by: int) -> None:
        """Mark another paragraph."""
        self._marked = min(max(self._marked + by, 0), max(len(self._paragraphs) - 1, 0))
        self._laid_out_for = Size(0, 0)
        self.refresh()

    def _lay_out(self) -> None:
        self._laid_out_for = self.size
        room, height = max(self.size.width - 3, 10), max(self.size.height - 1, 1)
        self._lines = [
            (number, line)
            for number, paragraph in enumerate(self._paragraphs)
            for line in (*wrapped(visible(paragraph), room), "")
        ]
        own = [y for y, (number, _) in enumerate(self._lines) if number == self._marked] or [0]
        self._top = min(own[0], max(self._top, own[-1] - height))

    def render_line(self, y: int) -> Strip:
        if self._laid_out_for != self.size:
            self._lay_out()
        if y == 0:
            piece = Segment(clipped(f" {self._title}", max(self.size.width, 2)), paint.BAR)
            return Strip([piece]).adjust_cell_length(self.size.width, paint.BAR)
        at = self._top + y - 1
        if at >= len(self._lines):
            return Strip.blank(self.size.width, paint.PLAIN)
        number, text = self._lines[at]
        lit = number == self._marked and text
        pieces = [Segment(" > " if lit else "   ", paint.LIT), Segment(text, paint.PLAIN if lit else paint.GROUP)]
        return Strip(pieces).adjust_cell_length(self.size.width, paint.PLAIN)
