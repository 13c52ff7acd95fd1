"""Fields of tab-separated values: one line each, in which nothing is lost and nothing acts."""

from __future__ import annotations

from typing import Final

from giptui.display.visible import one_line

_ESCAPES: Final = str.maketrans({"\\": r"\\", "\t": r"\t", "\n": r"\n", "\r": r"\r"})


def tsv_field(text: str) -> str:
    """The text with tabs, newlines and the backslash itself escaped, other control characters as pictures."""
    return one_line(text.translate(_ESCAPES))
