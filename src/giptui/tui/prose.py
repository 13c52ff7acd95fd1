"""Prose: a text area that is read until Enter, and written until Esc. What is written is in the session at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Final

from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import TextArea
from textual.widgets.text_area import Edit, EditResult

from giptui.display.visible import visible_in_place
from giptui.report import prose
from giptui.tui.actions import ACTIONS, by_key

_TAKEN: Final = frozenset(("f6", "f7", "ctrl+z", "ctrl+y"))  # mean in prose what they mean elsewhere
_KEPT: Final = frozenset(binding.key for binding in Binding.make_bindings(TextArea.BINDINGS)) - _TAKEN


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
        return Text(visible_in_place(super().get_line(line_index).plain), end="", no_wrap=True)

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
