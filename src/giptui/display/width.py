"""How many cells a text takes, and how it fills so many of them. By wcwidth: a Chinese character takes two."""

from __future__ import annotations

from functools import lru_cache
from itertools import accumulate

from wcwidth import center, clip, ljust, rjust, wcswidth

from giptui.display.visible import one_line

__all__ = ["center", "clipped", "clipped_before", "cut", "left", "ljust", "offsets", "right", "rjust", "width"]


def width(text: str) -> int:
    """The cells that a line takes; what cannot be seen is as wide as the picture that `visible` makes of it."""
    return wcswidth(one_line(text))


def cut(text: str, cells: int) -> str:
    """What of the text has room in so many cells; half a character that remains is a space."""
    return text if width(text) <= cells else clip(text, 0, max(cells, 0))


def clipped(text: str, cells: int) -> str:
    """The text in at most so many cells, the last two of them dots if it is cut."""
    return text if width(text) <= cells else cut(text, cells - 2) + ".."


def clipped_before(text: str, cells: int) -> str:
    """The end of the text in at most so many cells, two dots before it if it is cut: of a path the end tells most."""
    whole = width(text)
    return text if whole <= cells else ".." + clip(text, whole - max(cells - 2, 0), whole)


def left(text: str, cells: int) -> str:
    """The text at the left edge of exactly so many cells, cut or padded."""
    return ljust(cut(text, cells), cells)


def right(text: str, cells: int) -> str:
    """The text at the right edge of exactly so many cells, cut or padded."""
    return rjust(cut(text, cells), cells)


def offsets(text: str) -> list[int]:
    """The cell that each character begins in, and the one behind the last."""
    return [*accumulate(map(_character, text), initial=0)]


@lru_cache(maxsize=4096)
def _character(character: str) -> int:
    return width(character)
