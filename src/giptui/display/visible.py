"""Control characters made visible. Whoever sends a report's text to a terminal sends it through :func:`visible`."""

from __future__ import annotations

import re
from typing import Final

# C0 but the newline, DEL, C1, line and paragraph separators, bidi embeddings, overrides and isolates, lone surrogates
CONTROL: Final = "[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
"""A pattern, compiled when there is a text that is not all printable."""


def visible(text: str) -> str:
    """The text with every control character but the newline replaced by a picture of it: ESC becomes ``␛``."""
    return text if text.isprintable() else re.sub(CONTROL, _picture, text)


def one_line(text: str) -> str:
    """The text with every control character, newlines too, made visible."""
    return visible(text).replace("\n", "␊")


def _picture(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else "\ufffd"
