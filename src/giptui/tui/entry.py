"""What is being typed over a cell: a line of text with a cursor. Pure; the workbench feeds it keys, the grid draws it.

Textual's Input would need the focus, and a change of focus repaints the whole screen: 2,500 bytes for a first digit.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from giptui.report.halfwidth import DIGITS, halfwidth

if TYPE_CHECKING:
    from textual import events

_MOVES: Final = {"enter": "enter", "tab": "next", "shift+tab": "previous", "up": "up", "down": "down"}
_ARROWS: Final = {"left": "left", "right": "right"}
_LETTERS: Final = {"h": "left", "j": "down", "k": "up", "l": "right"}


@dataclass(frozen=True, slots=True)
class Entry:
    """A text and the cursor's place in it.

    Where typing replaces a number (``replacing``), arrows end it, and after digits so do h j k l; in a text, and where
    the cell is edited, left and right stay in it. In a ``numeric`` cell full-width characters count as ASCII twins.
    """

    text: str
    cursor: int
    replacing: bool
    numeric: bool

    @classmethod
    def begun(cls, text: str, replacing: bool, numeric: bool) -> Entry:
        """An entry with the cursor behind its text."""
        return cls(text, len(text), replacing, numeric)

    def move_after(self, key: str) -> str | None:
        """The move that this key ends the entry with; None if it does not end it."""
        if key in _MOVES:
            return _MOVES[key]
        if not (self.replacing and self.numeric):  # arrows stay in a text
            return None
        letters = _LETTERS if self.numeric and self.text[-1:] in {*DIGITS} else {}
        return _ARROWS.get(key) or letters.get(key)

    def typed(self, characters: str) -> Entry:
        """The entry with characters typed or pasted at the cursor; line breaks become spaces."""
        if self.numeric:
            characters = halfwidth(characters)
        characters = " ".join(characters.split()) if characters.strip() else characters
        text = self.text[: self.cursor] + characters + self.text[self.cursor :]
        return replace(self, text=text, cursor=self.cursor + len(characters))

    def after(self, event: events.Key) -> Entry | None:
        """The entry after a key, one that types a character or one that edits; None if it does neither."""
        if event.character and event.is_printable:
            return self.typed(event.character)
        return self._edited(event.key)

    def _edited(self, key: str) -> Entry | None:
        """The entry after an editing key; None if the key is none."""
        text, at = self.text, self.cursor
        word = len(text[:at].rstrip().rpartition(" ")[0])
        edits = {
            "backspace": (text[: max(at - 1, 0)] + text[at:], max(at - 1, 0)),
            "delete": (text[:at] + text[at + 1 :], at),
            "ctrl+w": (text[:word] + text[at:], word),
            "ctrl+u": (text[at:], 0),
            "ctrl+k": (text[:at], at),
            "left": (text, max(at - 1, 0)),
            "right": (text, min(at + 1, len(text))),
            "home": (text, 0),
            "ctrl+a": (text, 0),
            "end": (text, len(text)),
            "ctrl+e": (text, len(text)),
        }
        if key not in edits:
            return None
        changed, cursor = edits[key]
        return replace(self, text=changed, cursor=cursor)
