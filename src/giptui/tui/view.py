"""Which part of a sheet is in view: heads if they fit, as many lines and columns as have room. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from textual.geometry import Size

from giptui.tui.sheet import Sheet

_NOTHING: Final = Size(0, 0)


@dataclass(frozen=True, slots=True)
class View:
    """The first line of the body and the first column in view, in a space of that size."""

    top: int = 0
    left: int = 0
    size: Size = _NOTHING

    def holding(self, sheet: Sheet, line: int, column: int) -> View:
        """Scrolled until the cell is in view: down and up by half a page, since one line repaints as much."""
        if not self.size:
            return self
        top, left, height = self.top, min(self.left, column), self.body_height(sheet)
        if not top <= line < top + height:
            half = max(height // 2, 1)
            wanted = line - half if line >= top + height else line - height + half + 1
            top = min(max(wanted, 0), max(len(sheet.lines) - height, 0))
        if sheet.rows and line == sheet.rows[0] and line < height:
            top = 0  # what stands above the first row is seen with it
        room = self.size.width - sheet.label_width
        while sum(sheet.widths[left : column + 1]) > room and left < column:
            left += 1
        return replace(self, top=top, left=left)

    def heads_fit(self, sheet: Sheet) -> bool:
        return not self.size.height or self.size.height >= sheet.head_height + 4

    def crown_height(self, sheet: Sheet) -> int:
        """Lines of the heads over several columns."""
        return 1 if sheet.spans and self.heads_fit(sheet) else 0

    def head_height(self, sheet: Sheet) -> int:
        """Lines of the columns' own heads."""
        return sheet.head_height if self.heads_fit(sheet) else 0

    def body_height(self, sheet: Sheet) -> int:
        return max(self.size.height - self.crown_height(sheet) - self.head_height(sheet), 1)
