"""Fields of tables in text, tab- or comma-separated, in which nothing is lost and nothing acts.

A spreadsheet takes a field for a formula if it begins with ``=``, ``+``, ``-`` or ``@``, full-width too. A plain number
(-3, +19) and a lone dash do no harm and stay as they are.
"""

from __future__ import annotations

import re
from typing import Final

from giptui.display.visible import escaped, visible

_ESCAPES: Final = str.maketrans({"\\": r"\\", "\t": r"\t", "\n": r"\n", "\r": r"\r"})
_ACTS: Final = r"'*\s*([=+\-@＝＋－＠])"
_HARMLESS: Final = r"[+-]?[0-9]*(?:\.[0-9]+)?|－"


def tsv_field(text: str) -> str:
    """The text with tabs, newlines, the backslash and every other character that acts or cannot be seen escaped."""
    return escaped(text.translate(_ESCAPES))


def tsv_cell(text: str) -> str:
    """The same for a file that a spreadsheet may open: the sign that would make a formula is escaped as well,
    ``\\u003d1+1``."""
    if text.isalnum() or (at := _acting(text)) is None:
        return tsv_field(text)
    return f"{tsv_field(text[:at])}\\u{ord(text[at]):04x}{tsv_field(text[at + 1 :])}"


def csv_cell(text: str) -> str:
    """The text behind an apostrophe where a spreadsheet would take it for a formula: ``'=1+1``. A text that begins with
    apostrophes before such a sign gets one more, so that taking one away gives every text back. Control characters,
    for which CSV has no escape, are made visible."""
    if text.isalnum():
        return text
    shown = visible(text)
    return shown if _acting(shown) is None else f"'{shown}"


def _acting(text: str) -> int | None:
    """Where the sign is that makes a formula of the text."""
    found = re.match(_ACTS, text)
    return found.start(1) if found and not re.fullmatch(_HARMLESS, text) else None
