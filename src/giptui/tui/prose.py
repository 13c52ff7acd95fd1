"""Prose: a text area that is read until Enter, and written until Esc. What is written is in the session at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Final

from rich.style import Style
from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import TextArea
from textual.widgets.text_area import Edit, EditResult

from giptui.check import Severity
from giptui.display.visible import visible_in_place
from giptui.report import prose
from giptui.tui import paint
from giptui.tui.actions import ACTIONS, by_key

_TAKEN: Final = frozenset(("f6", "f7", "ctrl+z", "ctrl+y"))  # mean in prose what they mean elsewhere
_KEPT: Final = frozenset(binding.key for binding in Binding.make_bindings(TextArea.BINDINGS)) - _TAKEN


Highlight = tuple[int, int, Severity]


class Prose(TextArea):
    """One text of the report, a paragraph a line with an empty line between, as in the file.

    The area's own undo is not used: the session has the one history.
    """

    DEFAULT_CSS = """
    Prose, Prose:focus {
        border: none; padding: 0 1; height: 1fr; scrollbar-size: 0 0; background: ansi_default; color: ansi_default;
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(key, f"screen.perform('{action.id}')", action.title, show=False, id=action.id)
        for key, action in by_key(ACTIONS).items()
        if key in _TAKEN
    ]

    @dataclass
    class Written(Message):
        """The text at the address has changed; ``goes_on`` if this continues the keystroke before."""

        address: str
        text: str
        goes_on: bool

    class Rested(Message):
        """Writing has ended for now."""

    def __init__(self) -> None:
        super().__init__(soft_wrap=True, read_only=True, compact=True, highlight_cursor_line=False)
        self.cursor_blink = False
        self._address = ""
        self._lit: tuple[Highlight, ...] = ()

    # --- places in the text as the report holds it: a line a paragraph, no line between

    @property
    def offset_in_text(self) -> int:
        """Where the cursor is, in characters of the text."""
        line, column = self.cursor_location
        lines = self.document.lines
        return sum(len(each) + 1 for each in lines[:line] if each.strip()) + (column if line < len(lines) else 0)

    def put(self, offset: int) -> None:
        """Put the cursor at so many characters of the text."""
        for number, line in enumerate(self.document.lines):
            if line.strip():
                if offset <= len(line):
                    self.move_cursor((number, offset))
                    return
                offset -= len(line) + 1

    def highlight(self, lit: tuple[Highlight, ...]) -> None:
        """Mark these stretches of the text: from, to, severity."""
        if lit != self._lit:
            self._lit = lit
            self._line_cache.clear()
            self.refresh()

    def _highlighted(self, number: int) -> Iterator[tuple[int, int, Style]]:
        """What is marked of a line, in its columns."""
        lines = self.document.lines
        if not self._lit or not lines[number].strip():
            return
        start = sum(len(each) + 1 for each in lines[:number] if each.strip())
        for first, last, severity in self._lit:
            if first < start + len(lines[number]) and last > start:
                yield max(first - start, 0), last - start, paint.SPAN[severity]

    # --- what is shown

    def show(self, text: str, address: str) -> None:
        """Show the text of that address; if it was shown before, the cursor goes where the new one differs."""
        again, self._address = address == self._address, address
        spread = text.replace("\n", "\n\n")
        if again and self.text == spread:
            return
        same = spread[: _common_prefix(self.text, spread)] if again else ""
        self.load_text(spread)
        self.move_cursor((same.count("\n"), len(same.rpartition("\n")[2])))

    def get_line(self, line_index: int) -> Text:
        """A line as it is drawn: control characters as pictures. The text keeps them."""
        line = Text(visible_in_place(super().get_line(line_index).plain), end="", no_wrap=True)
        for first, last, style in self._highlighted(line_index):
            line.stylize(style, first, last)
        return line

    def edit(self, edit: Edit) -> EditResult:
        result = super().edit(edit)
        goes_on = len(edit.text) <= 1 and edit.text not in _STOPS
        self.post_message(self.Written(self._address, prose(self.text), goes_on))
        return result

    @staticmethod
    def keeps(key: str) -> bool:
        """Whether the key moves or edits in a text by the area's own bindings."""
        return key in _KEPT

    def action_undo(self) -> None:
        self.call_later(self.run_action, "screen.perform('undo')")

    def action_redo(self) -> None:
        self.call_later(self.run_action, "screen.perform('redo')")

    async def _on_key(self, event: events.Key) -> None:
        if not self.read_only and event.key == "escape":
            event.stop()
            event.prevent_default()
            self.read_only = True
            self.post_message(self.Rested())
            return
        await super()._on_key(event)


_STOPS = frozenset("\n，。；：！？")


def _common_prefix(one: str, other: str) -> int:
    length = min(len(one), len(other))
    return next((i for i in range(length) if one[i] != other[i]), length)
