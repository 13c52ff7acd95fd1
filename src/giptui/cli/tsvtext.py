"""Fields of tab-separated values: one line each, in which nothing is lost and nothing acts."""

from __future__ import annotations

from typing import Final

from giptui.display.visible import escaped

_ESCAPES: Final = str.maketrans({"\\": r"\\", "\t": r"\t", "\n": r"\n", "\r": r"\r"})


def tsv_field(text: str) -> str:
    """The text with tabs, newlines, the backslash and every other character that acts or cannot be seen escaped."""
    return escaped(text.translate(_ESCAPES))
