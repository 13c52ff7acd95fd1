"""A question for a line of text that is answered in the message lines: words to search for. It has all keys while it is
open. Where there is more to say than a label, or no report yet, it is asked by a screen (`asking`).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import events

from giptui.tui.entry import Entry

if TYPE_CHECKING:
    from giptui.tui.workbench import Workbench


class Prompt:
    """A label and what is typed after it; Enter hands it over, Esc gives it up."""

    def __init__(self, screen: Workbench) -> None:
        self._screen = screen
        self._label = ""
        self._entry: Entry | None = None
        self._then: Callable[[str], object] = lambda _: None

    @property
    def is_open(self) -> bool:
        return self._entry is not None

    def open(self, label: str, then: Callable[[str], object], text: str = "") -> None:
        """Ask for a line; ``then`` gets it, unless it is given up."""
        self._label, self._then = label, then
        self._show(Entry.begun(text, replacing=False, numeric=False))

    def key(self, event: events.Key) -> bool:
        """Take a key; every key is the line's while it is open."""
        entry = self._entry
        assert entry, "asked only while it is open"
        if event.key in ("escape", "ctrl+c", "enter"):
            self._close()
            if event.key == "enter" and entry.text.strip():
                self._then(entry.text.strip())
        elif after := entry.after(event):
            self._show(after)
        return True

    def paste(self, text: str) -> None:
        """Put a text into the line."""
        if self._entry:
            self._show(self._entry.typed(text))

    def _show(self, entry: Entry) -> None:
        self._entry = entry
        self._screen.app.cursor_position = self._screen.messages.prompt(self._label, entry)

    def _close(self) -> None:
        self._entry = None
        self._screen.messages.heed()
        self._screen.show_messages()
