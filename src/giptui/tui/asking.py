"""A line to type something into, asked for over the screen; Enter gives it, Esc nothing."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.geometry import Offset
from textual.screen import ModalScreen

from giptui.display.width import width
from giptui.tui import paint
from giptui.tui.bar import Bar
from giptui.tui.entry import Entry
from giptui.tui.keys import passed_on


class Asking(ModalScreen["str | None"]):
    """Asks for one line. Nothing typed is no answer."""

    AUTO_FOCUS = ""
    DEFAULT_CSS = "Asking { background: ansi_default; } Asking #about { height: 1; }"

    def __init__(self, title: str, about: str = "", typed: str = "") -> None:
        super().__init__()
        self._title, self._about = title, about
        self._entry = Entry.begun(typed, replacing=False, numeric=False)
        self._line = Bar("entry")

    def compose(self) -> ComposeResult:
        title, about = Bar("title", paint.BAR), Bar("about")
        title.show([(f" {self._title}    Enter 确定   Esc 返回", paint.BAR)])
        about.show([(self._about, paint.PLAIN)])
        yield title
        yield self._line
        yield about

    def on_mount(self) -> None:
        self._type(self._entry)

    def on_key(self, event: events.Key) -> None:
        if passed_on(self, event):
            return
        event.stop()
        if event.key == "escape":
            self.dismiss(None)
        elif event.key == "enter":
            self.dismiss(" ".join(self._entry.text.split()) or None)
        elif event.is_printable and event.character:
            self._type(self._entry.typed(event.character))
        elif edited := self._entry.edited(event.key):
            self._type(edited)

    def on_paste(self, event: events.Paste) -> None:
        self._type(self._entry.typed(event.text))

    def _type(self, entry: Entry) -> None:
        self._entry = entry
        text, cursor = entry.text, entry.cursor
        at = text[cursor : cursor + 1] or " "
        self._line.show([(text[:cursor], paint.PLAIN), (at, paint.CURSOR), (text[cursor + 1 :], paint.PLAIN)])
        self.app.cursor_position = Offset(width(text[:cursor]), 1)
