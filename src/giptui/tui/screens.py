"""The two screens over the desk: a text to read, and a list to choose from while typing."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import ClassVar

from rich.segment import Segment
from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.geometry import Offset
from textual.screen import ModalScreen
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Static

from giptui.display.visible import visible
from giptui.display.width import left, width
from giptui.display.wrapping import wrapped
from giptui.tui import paint
from giptui.tui.bar import Bar
from giptui.tui.entry import Entry
from giptui.tui.keys import passed_on
from giptui.tui.lookups import Choice


class Reading(ModalScreen[None]):
    """A text, scrolled with the usual keys; q, Esc or Enter closes it."""

    DEFAULT_CSS = """
    Reading { background: ansi_default; }
    Reading VerticalScroll { scrollbar-size: 0 0; height: 1fr; }
    Reading #body { width: auto; height: auto; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(key, "dismiss", show=False) for key in ("q", "escape", "enter", "f1", "f6", "K", "?", "？")),
        *(Binding(key, "scroll('down')", show=False) for key in ("j", "down")),
        *(Binding(key, "scroll('up')", show=False) for key in ("k", "up")),
        *(Binding(key, "scroll('page_down')", show=False) for key in ("space", "pagedown", "ctrl+f")),
        *(Binding(key, "scroll('page_up')", show=False) for key in ("b", "pageup", "ctrl+b")),
        *(Binding(key, "scroll('home')", show=False) for key in ("g", "home")),
        *(Binding(key, "scroll('end')", show=False) for key in ("G", "end")),
    ]

    def __init__(self, title: str, text: str, wrap: bool = True) -> None:
        super().__init__()
        self._title, self._text, self._wrap = title, text, wrap

    def compose(self) -> ComposeResult:
        with VerticalScroll():
            lines = visible(self._text).split("\n")
            if self._wrap:
                room = self.app.size.width - 1
                lines = [part for line in lines for part in wrapped(line, room)]
            yield Static(Text("\n".join(lines), no_wrap=True), id="body", markup=False)
        foot = Bar("foot", paint.BAR)
        foot.show([(f" {self._title}    ↑↓ 空格 翻看   q 返回", paint.BAR)])
        yield foot

    def action_scroll(self, where: str) -> None:
        """Scroll, once the text is laid out: a quick hand is here before it."""
        view = self.query_one(VerticalScroll)
        self.call_after_refresh(getattr(view, f"scroll_{where}"), animate=False)


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

    def __init__(self, title: str, choices: Sequence[Choice], typed: str = "") -> None:
        super().__init__()
        self._title, self._choices = title, choices
        self._found: Sequence[Choice] = choices
        self._entry = Entry.begun(typed, replacing=False, numeric=False)
        self._head, self._line = Bar("title", paint.BAR), Bar("entry")
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
        if event.key == "escape":
            self.dismiss(None)
        elif event.key == "enter":
            if chosen := self.chosen:
                self.dismiss(chosen.value)
        elif event.key in _LIST_MOVES:
            self._list.mark(_LIST_MOVES[event.key])
        elif event.is_printable and event.character:
            self._type(self._entry.typed(event.character))
        elif edited := self._entry.edited(event.key):
            self._type(edited)

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
        text, cursor = self._entry.text, self._entry.cursor
        at = text[cursor : cursor + 1] or " "
        self._line.show([(text[:cursor], paint.PLAIN), (at, paint.CURSOR), (text[cursor + 1 :], paint.PLAIN)])
        self.app.cursor_position = Offset(width(text[:cursor]), 1)  # where an input method shows its candidates
        words = _plain(text).split()
        whole = " ".join(words)
        found = [c for c in self._choices if all(word in _plain(f"{c.shown} {c.words}") for word in words)]
        found.sort(key=lambda choice: whole not in _plain(choice.words).split())
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


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()
