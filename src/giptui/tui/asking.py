"""A line to type into, over the screen: the name of a file."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.geometry import Offset
from textual.screen import ModalScreen

from giptui.display.visible import visible
from giptui.display.width import width
from giptui.tui import paint
from giptui.tui.bar import Bar
from giptui.tui.entry import Entry
from giptui.tui.keys import passed_on


class Asking(ModalScreen["str | None"]):
    """Asks for one line; Enter gives it, Esc gives none."""

    AUTO_FOCUS = ""  # as in a list to choose from: every key comes here, in order
    DEFAULT_CSS = "Asking { background: ansi_default; }"

    def __init__(self, title: str, text: str = "", remark: str = "") -> None:
        super().__init__()
        self._title, self._remark = title, remark
        self._entry = Entry.begun(text, replacing=False, numeric=False)
        self._line = Bar("entry")

    def compose(self) -> ComposeResult:
        title, remark = Bar("title", paint.BAR), Bar("remark")
        title.show([(f" {self._title}    Enter 确定   Esc 返回   Ctrl+U 清空", paint.BAR)])
        remark.show([(f" {visible(self._remark)}", paint.PLAIN)])
        yield title
        yield self._line
        yield remark

    def on_mount(self) -> None:
        self._show(self._entry)

    def on_key(self, event: events.Key) -> None:
        if passed_on(self, event):
            return
        event.stop()
        if event.key == "escape":
            self.dismiss(None)
        elif event.key == "enter":
            self.dismiss(self._entry.text.strip() or None)
        elif event.is_printable and event.character:
            self._show(self._entry.typed(event.character))
        elif edited := self._entry.edited(event.key):
            self._show(edited)

    def on_paste(self, event: events.Paste) -> None:
        self._show(self._entry.typed(event.text))

    def _show(self, entry: Entry) -> None:
        self._entry = entry
        text, cursor = visible(entry.text), entry.cursor
        at = text[cursor : cursor + 1] or " "
        self._line.show([(text[:cursor], paint.PLAIN), (at, paint.CURSOR), (text[cursor + 1 :], paint.PLAIN)])
        self.app.cursor_position = Offset(width(text[:cursor]), 1)  # where an input method shows its candidates
