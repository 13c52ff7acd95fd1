"""The text of a cell → its value, or why that cannot be known. Called by `tables` for every cell of the form.

Blank, 0, “/” and “?” stay four things. A text that is no number and plainly is all that stands in the cell (无, —,
见附件) is kept as it is; digits that may be those of several cells are not.
"""

import re
from typing import Final, NamedTuple

from giptui.form import Kind
from giptui.readers.document import Cell, InSheet, InTable
from giptui.report import BLANK, UNREAD, Value, fits
from giptui.report.halfwidth import DIGITS, halfwidth
from giptui.report.typed import typed

_INVISIBLE: Final = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\xad]")
_SEVERAL: Final = re.compile(r"[0-9]\s+[0-9]")
_LONGEST_REMARK: Final = 30
_NO_PART: Final = re.compile(r"([0-9,]+)\.0+")  # a whole number in a column that shows decimals
_ZEROS: Final = re.compile(r"0[0-9]+")  # nobody writes a count so

GLUED: Final = "几格的数连在一起"
SEVERAL: Final = "格里不止一个数"


class Read(NamedTuple):
    """A value, and why it is “?” if it is; ``spoils``: the other cells of the row are not to be trusted either."""

    value: Value
    reason: str = ""
    spoils: bool = False


def plain(text: str) -> str:
    """The text without blanks of any kind around it and without what nobody sees."""
    return _INVISIBLE.sub("", text).strip() if not text.isalnum() else text


def read(cell: Cell, kind: Kind) -> Read:
    """What the cell says."""
    if cell.doubt:
        return Read(UNREAD, cell.doubt)
    text = _one_line(plain(cell.text))
    if kind is Kind.COUNT and (whole := _NO_PART.fullmatch(text)):
        text = whole[1]
    if halfwidth(text).startswith("="):  # who types may have it worked out, who printed it did not
        return _remark(text)
    value = typed(text, kind)
    if value == UNREAD:
        return Read(UNREAD, "原文就是“?”")
    if isinstance(value, str) and value != BLANK and not fits(value, kind):
        return _remark(value)
    if kind is Kind.COUNT and _ZEROS.fullmatch(halfwidth(text)):
        return Read(UNREAD, GLUED, spoils=True)
    return Read(value)


def _one_line(text: str) -> str:
    """A number whose unit is on a line of its own, as one."""
    lines = text.split("\n")
    return "".join(lines) if sum(any(letter in DIGITS for letter in halfwidth(line)) for line in lines) == 1 else text


def stands_apart(cell: Cell) -> bool:
    """Whether the source itself says where the cell ends: not a line of text or a page."""
    return isinstance(cell.place, InTable | InSheet)


def _remark(text: str) -> Read:
    """A text that is no number."""
    if _SEVERAL.search(halfwidth(text)):
        return Read(UNREAD, GLUED, spoils=True)
    if "\n" in text or len(text) > _LONGEST_REMARK:
        return Read(UNREAD, "格里不是一个数")
    return Read(text)
