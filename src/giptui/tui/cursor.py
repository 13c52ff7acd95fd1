"""Where the cursor of a sheet is, and the range that reaches from its anchor to it. Pure; the grid draws it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from giptui.tui.sheet import Sheet


class Range(Enum):
    """How a range came about: a held one grows with every move, others with Shift only."""

    NONE = ""
    SHIFT = "shift"
    HELD = "held"
    ROWS = "rows"  # held, and its rows are whole


@dataclass(frozen=True, slots=True)
class Cursor:
    """A line and a column; the anchor of the range; the column where a run of Tabs began."""

    line: int = 0
    column: int = 0
    anchor: tuple[int, int] = (0, 0)
    range: Range = Range.NONE
    run: int | None = None

    def put(self, line: int, column: int) -> Cursor:
        """On another cell, with a range that is held."""
        kept = self.range if self.range in (Range.HELD, Range.ROWS) else Range.NONE
        return replace(self, line=line, column=column, range=kept, run=None)

    def moved(self, sheet: Sheet, how: str, page: int) -> Cursor:
        """After a move, one of the sheet's, or ``enter``: down, to the column where the run of Tabs before it began."""
        if how.startswith("extend_"):
            line, column = sheet.moved(self.line, self.column, how.removeprefix("extend_"), page)
            return self.dragged(line, column)
        if how == "enter":
            column = self.column if self.run is None else self.run
            return self.put(*sheet.moved(self.line, column, "down", page))
        inside = min(self.column, len(sheet.lines[self.line].addresses) - 1)
        after = self.put(*sheet.moved(self.line, self.column, how, page))
        return replace(after, run=inside if self.run is None else self.run) if how == "next" else after

    def dragged(self, line: int, column: int) -> Cursor:
        """With the range drawn out to another cell."""
        begun = self if self.range is not Range.NONE else self.anchored(Range.SHIFT)
        return replace(begun, line=line, column=column, run=None)

    def anchored(self, kind: Range) -> Cursor:
        """With a range that begins here; without the one of that kind that was there."""
        if self.range is kind:
            return replace(self, range=Range.NONE)
        return replace(
            self, range=kind, anchor=self.anchor if self.range is not Range.NONE else (self.line, self.column)
        )

    def released(self) -> Cursor:
        """Without a range."""
        return replace(self, range=Range.NONE)

    def region(self, sheet: Sheet) -> tuple[tuple[str, ...], ...]:
        """The addresses of the range, row by row; none if there is none."""
        if self.range is Range.NONE:
            return ()
        (first, last), (left, right) = (
            sorted(ends) for ends in zip(self.anchor, (self.line, self.column), strict=True)
        )
        if self.range is Range.ROWS:
            left, right = 0, max(len(line.addresses) for line in sheet.lines)
        lines = (sheet.lines[line].addresses for line in sheet.rows if first <= line <= last)
        return tuple(filter(None, (addresses[left : right + 1] for addresses in lines)))
