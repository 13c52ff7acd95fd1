"""A line of the screen made of styled parts: message, status, tabs. A new content repaints only what differs."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from giptui.display.visible import visible
from giptui.display.width import width
from giptui.tui import paint

Piece = tuple[str, Style]


class Bar(Widget):
    """Parts from the left, and parts that end at the right edge; the left ones are clipped where they meet."""

    DEFAULT_CSS = "Bar { height: 1; }"

    def __init__(self, id: str, ground: Style = paint.PLAIN) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._ground = ground
        self._left: tuple[Piece, ...] = ()
        self._right: tuple[Piece, ...] = ()

    def show(self, left: Sequence[Piece], right: Sequence[Piece] = ()) -> None:
        """Show these parts."""
        old = self._segments()
        self._left = tuple((visible(text).replace("\n", " "), style) for text, style in left)
        self._right = tuple((visible(text), style) for text, style in right)
        if not self.size.width:
            return
        changed = [span for span in zip(_placed(old), _placed(self._segments()), strict=False) if span[0] != span[1]]
        longer = max(_cells(old), _cells(self._segments()))
        if changed or len(old) != len(self._segments()):
            start = min((min(a[0], b[0]) for a, b in changed), default=min(_cells(old), _cells(self._segments())))
            self.refresh(Region(start, 0, longer - start, 1))

    @property
    def text(self) -> str:
        """What the bar says, without style."""
        return "".join(text for text, _ in (*self._left, *self._right))

    def _segments(self) -> list[Segment]:
        right = [Segment(text, self._ground + style) for text, style in self._right]
        room = max(self.size.width - _cells(right), 0)
        left = Strip([Segment(text, self._ground + style) for text, style in self._left])
        if left.cell_length > room:
            left = left.crop(0, max(room - 2, 0))
            left = Strip([*left, Segment("..", self._ground)])
        if not right:
            return list(left)
        return [*left, Segment(" " * (room - left.cell_length), self._ground), *right]

    def render_line(self, y: int) -> Strip:
        return Strip(self._segments()).adjust_cell_length(self.size.width, self._ground)


def _cells(segments: Sequence[Segment]) -> int:
    return sum(width(segment.text) for segment in segments)


def _placed(segments: Sequence[Segment]) -> list[tuple[int, str, Style | None]]:
    placed, x = [], 0
    for segment in segments:
        placed.append((x, segment.text, segment.style))
        x += width(segment.text)
    return placed
