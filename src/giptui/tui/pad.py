"""A text that is read and written, as a value: what stands where, the cursor, the selection. Pure; drawn by `prose`."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from giptui.display.visible import CONTROL
from giptui.tui.rows import Row, char_width, column, place, row_of, rows, rows_after_edit

_WORD: Final = re.compile(r"\s*(?:[0-9A-Za-z_]+|[^\s0-9A-Za-z_])", re.DOTALL)
_WORD_BEFORE: Final = re.compile(r"(?:[0-9A-Za-z_]+|[^\s0-9A-Za-z_])?\s*\Z", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Pad:
    """A text in rows with a cursor, an offset. ``late``: at the end of a row that is broken there, not at the
    beginning of the next. ``goal`` is the column that up and down keep, ``anchor`` where a selection began.
    """

    text: str
    rows: tuple[Row, ...]
    cells: int
    cursor: int = 0
    late: bool = False
    goal: int | None = None
    anchor: int | None = None

    @classmethod
    def of(cls, text: str, cells: int, cursor: int = 0) -> Pad:
        """The text laid out anew."""
        return cls(text, rows(text, cells), cells, min(cursor, len(text)))

    @property
    def row(self) -> int:
        """The number of the row the cursor stands in."""
        here = row_of(self.rows, self.cursor)
        return here - 1 if self.late and here and self.rows[here - 1].end == self.cursor else here

    @property
    def column(self) -> int:
        """How many cells stand before the cursor in its row."""
        return column(self.text, self.rows[self.row], self.cursor)

    @property
    def selected(self) -> tuple[int, int]:
        """From where to where the text is selected; nothing if both are one."""
        start, end = sorted((self.cursor if self.anchor is None else self.anchor, self.cursor))
        return start, end

    # --- edits

    def put(self, text: str) -> Pad:
        """The text in the place of what is selected, or at the cursor."""
        start, end = self.selected
        return self._edited(start, end, text)

    def erased(self, key: str) -> Pad | None:
        """After a key that takes something away; None if it is none."""
        at, row = self.cursor, self.rows[self.row]
        if key not in ("backspace", "delete", "ctrl+w", "ctrl+u", "ctrl+k", "ctrl+d"):
            return None
        start, end = self.selected
        if start == end:
            start, end = {
                "backspace": (self._before(at), at),
                "delete": (at, self._behind(at)),
                "ctrl+d": (at, self._behind(at)),
                "ctrl+w": (self._word_before(at), at),
                "ctrl+u": (row.start if row.start < at else self._before(at), at),
                "ctrl+k": (at, row.end if row.end > at else self._behind(at)),
            }[key]
        return self._edited(start, end, "")

    def _edited(self, start: int, end: int, put: str) -> Pad:
        text = self.text[:start] + put + self.text[end:]
        laid = rows_after_edit(self.rows, text, start, end - start, len(put), self.cells)
        return Pad(text, laid, self.cells, start + len(put), late=bool(put))

    # --- moves

    def moved(self, key: str, page: int) -> Pad | None:
        """After a key that moves the cursor; None if it is none. With Shift it selects."""
        bare = key.replace("shift+", "")
        found = self._place(bare, page)
        if found is None:
            return None
        at, late, goal = found
        anchor = None if bare == key else self.cursor if self.anchor is None else self.anchor
        return replace(self, cursor=at, late=late, goal=goal, anchor=anchor)

    def _place(self, key: str, page: int) -> tuple[int, bool, int | None] | None:
        """Offset, at the end of a row or not, column to keep."""
        at, here, last = self.cursor, self.row, len(self.rows) - 1
        row = self.rows[here]
        steps = {"up": -1, "down": 1, "pageup": -page, "pagedown": page}
        if key in steps:
            goal = self.column if self.goal is None else self.goal
            wanted = min(max(here + steps[key], 0), last)
            if wanted == here:
                return (row.start, False, None) if steps[key] < 0 else (row.end, True, None)
            return place(self.text, self.rows[wanted], goal), True, goal
        places = {
            "left": (self._before(at), False),
            "right": (self._behind(at), False),
            "home": (row.start, False),
            "ctrl+a": (row.start, False),
            "end": (row.end, True),
            "ctrl+e": (row.end, True),
            "ctrl+home": (0, False),
            "ctrl+end": (len(self.text), False),
            "ctrl+left": (self._word_before(at), False),
            "ctrl+right": (self._word_behind(at), False),
        }
        return (*places[key], None) if key in places else None

    def _before(self, at: int) -> int:
        at = max(at - 1, 0)
        while at and self.text[at] != "\n" and not char_width(self.text[at]):
            at -= 1
        return at

    def _behind(self, at: int) -> int:
        at = min(at + 1, len(self.text))
        while at < len(self.text) and self.text[at] != "\n" and not char_width(self.text[at]):
            at += 1
        return at

    def _word_behind(self, at: int) -> int:
        match = _WORD.match(self.text, at)
        return match.end() if match else len(self.text)

    def _word_before(self, at: int) -> int:
        match = _WORD_BEFORE.search(self.text, max(at - 200, 0), at)
        return min(match.start(), max(at - 1, 0)) if match else max(at - 1, 0)

    def laid_out(self, cells: int) -> Pad:
        """The same place in the text, broken anew for so many cells."""
        return Pad.of(self.text, cells, self.cursor)


def cleaned(text: str) -> str:
    """A text from elsewhere with its line ends and without its control characters; of its content nothing is lost."""
    text = re.sub("\r\n?|[\x0b\x0c\x85\u2028\u2029]", "\n", text).replace("\t", " ")
    return text if text.isprintable() else re.sub(rf"\x1b\[[0-?]*[ -/]*[@-~]|{CONTROL}", "", text)  # colours go whole
