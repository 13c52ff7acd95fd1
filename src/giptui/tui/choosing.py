"""A list to choose from while typing, over the report."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.segment import Segment
from textual import events
from textual.app import ComposeResult
from textual.geometry import Offset
from textual.screen import ModalScreen
from textual.strip import Strip
from textual.widget import Widget

from giptui.display.visible import visible
from giptui.display.width import left
from giptui.display.wrapping import wrapped
from giptui.tui import paint
from giptui.tui.bar import Bar
from giptui.tui.entry import Entry
from giptui.tui.keys import passed_on, repaint
from giptui.tui.line import Line
from giptui.tui.lookups import Choice
from giptui.tui.search import plain


class Listing(Widget):
    """Entries of one line or several, one of them marked by inverse video, whatever the colours."""

    DEFAULT_CSS = "Listing { height: 1fr; }"

    def __init__(self) -> None:
        super().__init__()
        self.marked = 0
        self._lines: list[tuple[int, str]] = []  # number of the entry, text
        self._top = 0

    def show(self, entries: Sequence[Sequence[str]]) -> None:
        """Show these entries, the first one marked."""
        self._lines = [(number, line) for number, entry in enumerate(entries) for line in entry]
        self._top = self.marked = 0
        self.refresh()

    def mark(self, how: str) -> None:
        """Mark another entry: up, down, page_up, page_down."""
        if not self._lines:
            return
        page = max(self.size.height - 1, 1)
        step = {"up": -1, "down": 1, "page_up": -page, "page_down": page}[how]
        self.marked = min(max(self.marked + step, 0), self._lines[-1][0])
        own = [y for y, (number, _) in enumerate(self._lines) if number == self.marked]
        self._top = min(self._top, own[0])
        self._top = max(self._top, own[-1] - self.size.height + 1)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        if self._top + y >= len(self._lines):
            text = " 没有匹配的" if not self._lines and y == 0 else ""
            return Strip([Segment(text, paint.PLAIN)]).adjust_cell_length(self.size.width, paint.PLAIN)
        number, text = self._lines[self._top + y]
        style = paint.CURSOR if number == self.marked else paint.PLAIN
        return Strip([Segment(left(text, self.size.width), style)])


class Choosing(ModalScreen["str | None"]):
    """A list narrowed down by typing; Enter takes the marked line, Esc none.

    Words are matched anywhere, in any order, whatever their width or case; an exact word of a choice comes first.
    """

    AUTO_FOCUS = ""  # every key comes here, in order: a focus would arrive later than the keys of a quick hand
    DEFAULT_CSS = "Choosing { background: ansi_default; }"

    def __init__(
        self,
        title: str,
        choices: Sequence[Choice],
        typed: str = "",
        takes: Callable[[str], bool] | None = None,  # lines that are an answer as they stand
    ) -> None:
        super().__init__()
        self._title, self._choices, self._takes = title, choices, takes
        self._found: Sequence[Choice] = choices
        self._entry = Entry.begun(typed, replacing=False, numeric=False)
        self._head, self._line = Bar("title", paint.BAR), Line("entry")
        self._list = Listing()

    def compose(self) -> ComposeResult:
        self._entitle(self._title)
        yield self._head
        yield self._line
        yield self._list

    def on_mount(self) -> None:
        self._narrow()

    def on_key(self, event: events.Key) -> None:
        if passed_on(self, event):
            return
        event.stop()
        if self.does(event.key):
            return
        if event.key in ("escape", "ctrl+c"):
            self.dismiss(None)
        elif event.key == "enter":
            self._choose()
        elif event.key == "ctrl+l":
            repaint(self.app)
        elif event.key in _LIST_MOVES:
            self._list.mark(_LIST_MOVES[event.key])
        elif after := self._entry.after(event):
            self._type(after)

    def _choose(self) -> None:
        """Hand over what is marked, or what was typed; where neither is an answer the list stays."""
        text = self._entry.text.strip()
        if self._takes and text and (self._takes(text) or not self._found):
            self.dismiss(text)
        elif self._found:
            self.dismiss(self._found[self._list.marked].value)

    def on_resize(self, _: events.Resize) -> None:
        self._narrow()

    def on_paste(self, event: events.Paste) -> None:
        self._type(self._entry.typed(event.text))

    def does(self, key: str) -> bool:
        """Whether the key does something that only this kind of list has."""
        return False

    @property
    def chosen(self) -> Choice | None:
        """The marked line; None if nothing matches what was typed."""
        return self._found[self._list.marked] if self._found else None

    def narrow_down(self, title: str, choices: Sequence[Choice]) -> None:
        """Offer other choices under another title; what was typed stays."""
        self._choices = choices
        self._entitle(title)
        self._narrow()

    def _entitle(self, title: str) -> None:
        self._head.show([(f" {title}    键入筛选   ↑↓ 选择   Enter 确定   Esc 返回", paint.BAR)])

    def _type(self, entry: Entry) -> None:
        self._entry = entry
        self._narrow()

    def _narrow(self) -> None:
        self.app.cursor_position = Offset(self._line.write(self._entry), 1)
        words = plain(self._entry.text).split()
        whole = " ".join(words)
        found = [c for c in self._choices if all(word in plain(f"{c.shown} {c.words}") for word in words)]
        found.sort(key=lambda choice: whole not in plain(choice.words).split())
        self._found = found if whole else self._choices
        room = self.app.size.width - 1
        self._list.show([wrapped(visible(choice.shown), room) for choice in self._found])


_LIST_MOVES = {
    "down": "down",
    "up": "up",
    "tab": "down",
    "shift+tab": "up",
    "ctrl+n": "down",
    "ctrl+p": "up",
    "pagedown": "page_down",
    "pageup": "page_up",
}
