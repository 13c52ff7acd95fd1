"""The page of GB/T 9704, and how wide the columns of a table are on it. Lengths are twips: 1/1440 inch, 1/20 point."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from giptui.display.width import width
from giptui.form import Shape
from giptui.printers.cells import Placed, Role

PAGE: Final = (11906, 16838)  # A4
MARGINS: Final = {"top": 2098, "right": 1474, "bottom": 1984, "left": 1588}  # 37, 26, 35, 28 mm
FOOTER: Final = 1304  # from the sheet's edge to the page number: its upper edge 7 mm below the text
TEXT: Final = PAGE[0] - MARGINS["left"] - MARGINS["right"]
LINE: Final = 578  # 28.9 points: 22 lines a page
CHARACTER: Final = 320  # 16 points
NARROWER: Final = -5  # what a character gives up so that 28 stand on a line: 156 mm are a little less than 28 × 16 pt

PADDING: Final = 28  # left and right in a cell

_WIDEST: Final = 9740  # the official tables; wider than the text, and still well on the paper
_SIZES: Final = (20, 18, 15, 12)  # of values, in half-points: 10 as on the official form, less where numbers are long
_LONGEST: Final = 12  # digits of the largest count; longer texts break
SLACK: Final = 20  # programs round
_UPRIGHT: Final = 400  # 三、本年度办理结果, from top to bottom
_GROUP: Final = 1060  # five characters: “（三）不予” over “公开”
_LABELS: Final = 2600  # the longest labels in three lines
_ROOMY: Final = 660  # “自然人” on a line; numbers of up to six digits
_LEAST: Final = 480  # a head of two characters


class Columns(NamedTuple):
    """The widths of a table's columns, and the size of its values in half-points."""

    widths: tuple[int, ...]
    size: int

    def reach(self, cell: Placed) -> int:
        return sum(self.widths[cell.column : cell.column + cell.columns])


def columns(placed: Sequence[Placed], shape: Shape) -> Columns:
    """Columns in which labels and numbers have room: as wide as the text where that will do, and at the utmost as wide
    as the official table."""
    count = max(cell.column + cell.columns for cell in placed)
    if shape is Shape.BLOCKS:
        return Columns(_shares(TEXT, count), _SIZES[0])
    beside, least, fixed = ((_UPRIGHT, _GROUP), _ROOMY, _LABELS) if shape is Shape.MATRIX else ((), _LEAST, 0)
    room = _WIDEST - sum(beside) - fixed
    first = min(cell.column for cell in placed if cell.role is Role.VALUE)
    for size in _SIZES:
        needs = _needs(placed, range(first, count), size, least)
        if sum(needs) <= room:
            break
    else:
        needs = [need * room // sum(needs) for need in needs]
    rest = max(0, TEXT - sum(beside) - fixed - sum(needs))
    if fixed:
        return Columns((*beside, fixed + rest, *needs), size)
    return Columns(tuple(map(sum, zip(needs, _shares(rest, len(needs)), strict=True))), size)


def _needs(placed: Sequence[Placed], at: range, size: int, least: int) -> list[int]:
    """What the values of each column need."""
    longest = dict.fromkeys(at, 0)
    for cell in placed:
        if cell.role is Role.VALUE:
            longest[cell.column] = max(longest[cell.column], min(width(cell.text), _LONGEST))
    return [max(least, cells * size * 5 + 2 * PADDING + SLACK) for cells in longest.values()]


def _shares(length: int, count: int) -> tuple[int, ...]:
    """The length in so many parts that differ by no more than one."""
    ends = [length * number // count for number in range(count + 1)]
    return tuple(end - start for start, end in pairwise(ends))
