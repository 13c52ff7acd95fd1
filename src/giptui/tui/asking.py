"""A question for a line of text that takes the screen: the name of a file, the reason of a waiver."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.geometry import Offset
from textual.screen import ModalScreen

from giptui.display.visible import visible
from giptui.tui import paint
from giptui.tui.bar import Bar
from giptui.tui.entry import Entry
from giptui.tui.keys import passed_on, repaint
from giptui.tui.line import Line


class Asking(ModalScreen["str | None"]):
    """Asks for one line; Enter gives it, Esc gives none."""

    AUTO_FOCUS = ""  # as in a list to choose from: every key comes here, in order
    DEFAULT_CSS = "Asking { background: ansi_default; }"

    def __init__(self, title: str, text: str = "", remark: str = "") -> None:
        super().__init__()
        self._title, self._remark = title, remark
        self._entry = Entry.begun(text, replacing=False, numeric=False)
        self._line = Line("entry")

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
        if event.key in ("escape", "ctrl+c"):
            self.dismiss(None)
        elif event.key == "enter":
            self.dismiss(self._entry.text.strip() or None)
        elif event.key == "ctrl+l":
            repaint(self.app)
        elif after := self._entry.after(event):
            self._show(after)

    def on_paste(self, event: events.Paste) -> None:
        self._show(self._entry.typed(event.text))

    def _show(self, entry: Entry) -> None:
        self._entry = entry
        self.app.cursor_position = Offset(self._line.write(entry), 1)
