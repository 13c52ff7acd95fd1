"""Fields of tab-separated values: one line each, in which nothing is lost and nothing acts."""

from __future__ import annotations

from typing import Final

from giptui.display.visible import escaped

_ESCAPES: Final = str.maketrans({"\\": r"\\", "\t": r"\t", "\n": r"\n", "\r": r"\r"})


def tsv_field(text: str) -> str:
    """The text with tabs, newlines and the backslash itself escaped, and so is every other character that acts or cannot be seen."""
    return escaped(text.translate(_ESCAPES))
