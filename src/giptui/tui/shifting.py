"""Rows that only moved up or down: the terminal moves them itself, so that a new row need not repaint those below.

Textual knows no such thing. Every terminal since the VT102 does: a margin is set, lines are inserted or deleted in it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, TypeVar

_Row = TypeVar("_Row")
_WORTH = 3  # rows, from which on it is shorter than painting them


class Shift(NamedTuple):
    """The rows from ``top`` to ``bottom`` move down by ``by``, or up if that is negative; what comes in is blank."""

    top: int
    bottom: int
    by: int

    def sequence(self, first: int) -> str:
        """What tells the terminal; the rows begin at its line ``first``, counted from 0.

        A space goes into each row that comes in: some emulators move no row that was never written.
        """
        top, bottom = self.top + first + 1, self.bottom + first + 1
        come = range(top, top + self.by) if self.by > 0 else range(bottom + self.by + 1, bottom + 1)
        moved = f"\x1b[{top};{bottom}r\x1b[{top};1H\x1b[{abs(self.by)}{'L' if self.by > 0 else 'M'}\x1b[r"
        return moved + "".join(f"\x1b[{line};1H " for line in come)

    def moved(self, rows: Sequence[_Row], blank: _Row) -> list[_Row]:
        """The rows as they stand afterwards."""
        inside = list(rows[self.top : self.bottom + 1])
        come = [blank] * abs(self.by)
        inside = [*come, *inside[: -self.by]] if self.by > 0 else [*inside[-self.by :], *come]
        return [*rows[: self.top], *inside, *rows[self.bottom + 1 :]]


def shift(old: Sequence[object], new: Sequence[object]) -> Shift | None:
    """How most of what differs between the rows seen and those wanted is moved to its place; None if little is."""
    most, best = _WORTH - 1, None
    for by in (*range(1, len(new)), *range(-1, -len(new), -1)):
        places = [
            y for y in range(max(by, 0), len(new) + min(by, 0)) if new[y] == old[y - by] and new[y] != old[y] and new[y]
        ]
        if len(places) > most:
            most, first, last = len(places), places[0], places[-1]
            best = Shift(first - by, last, by) if by > 0 else Shift(first, last - by, by)
    return best
