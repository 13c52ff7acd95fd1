"""A text to read, over the report: a preview, a help page, an explanation."""

from __future__ import annotations

from rich.segment import Segment
from textual import events
from textual.app import ComposeResult
from textual.screen import ModalScreen
from textual.strip import Strip
from textual.widget import Widget

from giptui.display.visible import visible
from giptui.display.wrapping import wrapped
from giptui.tui import paint
from giptui.tui.bar import Bar
from giptui.tui.keys import passed_on, repaint


class Page(Widget):
    """A text that is scrolled by lines. It can be asked to before it is laid out: a quick hand is here before it."""

    DEFAULT_CSS = "Page { height: 1fr; }"

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text
        self._lines: list[str] = []
        self._top = 0

    def fit(self, columns: int) -> None:
        """Break the text for so many columns, the first line in view kept there as near as can be."""
        part = self._top / max(len(self._lines), 1)
        self._lines = [line for each in self._text.split("\n") for line in wrapped(each, columns)]
        self._top = int(part * len(self._lines))
        self.refresh()

    def scroll(self, how: str) -> None:
        """Scroll: up, down, page_up, page_down, home, end."""
        height = self.size.height or self.app.size.height - 1
        page, end = max(height - 1, 1), max(len(self._lines) - height, 0)
        steps = {"up": -1, "down": 1, "page_up": -page, "page_down": page, "home": -len(self._lines), "end": end}
        top = min(max(self._top + steps[how], 0), end)
        if top != self._top:
            self._top = top
            self.refresh()

    def render_line(self, y: int) -> Strip:
        text = self._lines[self._top + y] if self._top + y < len(self._lines) else ""
        return Strip([Segment(text, paint.PLAIN)]).adjust_cell_length(self.size.width, paint.PLAIN)


_CLOSE_READING = frozenset(
    ("q", "escape", "enter", "f1", "f6", "K", "question_mark", "fullwidth_question_mark", "ctrl+c")
)
_READING_MOVES = {
    **dict.fromkeys(("j", "down"), "down"),
    **dict.fromkeys(("k", "up"), "up"),
    **dict.fromkeys(("space", "pagedown", "ctrl+f"), "page_down"),
    **dict.fromkeys(("b", "pageup", "ctrl+b"), "page_up"),
    **dict.fromkeys(("g", "home", "ctrl+home"), "home"),
    **dict.fromkeys(("G", "end", "ctrl+end"), "end"),
}


class Reading(ModalScreen[None]):
    """A text, scrolled with the usual keys; q, Esc or Enter closes it."""

    AUTO_FOCUS = ""
    DEFAULT_CSS = "Reading { background: ansi_default; }"

    def __init__(self, title: str, text: str) -> None:
        super().__init__()
        self._title, self._page = title, Page(visible(text))

    def compose(self) -> ComposeResult:
        self._page.fit(self.app.size.width - 1)
        yield self._page
        foot = Bar("foot", paint.BAR)
        foot.show([(f" {self._title}    ↑↓ 空格 翻看   q 返回", paint.BAR)])
        yield foot

    def on_resize(self, event: events.Resize) -> None:
        self._page.fit(event.size.width - 1)

    def on_key(self, event: events.Key) -> None:
        if passed_on(self, event):
            return
        event.stop()
        if event.key in _CLOSE_READING:
            self.dismiss(None)
        elif event.key in _READING_MOVES:
            self._page.scroll(_READING_MOVES[event.key])
        elif event.key == "ctrl+l":
            repaint(self.app)

    def on_mouse_scroll_down(self) -> None:
        self._page.scroll("down")

    def on_mouse_scroll_up(self) -> None:
        self._page.scroll("up")
