"""Characters that cannot be seen, made visible: controls, what turns the direction of writing, what takes no room.

Whoever sends a report's text to a terminal sends it through :func:`visible`; a machine that reads gets them escaped.
"""

from __future__ import annotations

import re
from typing import Final

CONTROL: Final = (
    "[\x00-\x09\x0b-\x1f\x7f-\x9f"  # C0 but the newline, DEL, C1
    "\xad\u061c\u180e\u200b-\u200f\u2060-\u206f\ufeff\ufff9-\ufffb"  # no room, or a direction
    "\u2028-\u202e"  # line and paragraph separators, embeddings, overrides
    "\ud800-\udfff"  # lone surrogates
    "\ufdd0-\ufdef\ufffe\uffff"  # no characters at all: no document may hold the last two
    "\U000e0000-\U000e007f]"  # tags
)
"""A pattern, compiled when there is a text that is not all printable. Variation selectors are not in it: they say how
the character before them looks, and that is seen."""

_UNKNOWN: Final = "\ufffd"


def visible(text: str) -> str:
    """The text with every such character but the newline replaced by a picture of it: ESC becomes ``␛``, an override
    of the direction ``‹U+202E›``."""
    return text if text.isprintable() else re.sub(CONTROL, _picture, text)


def visible_in_place(text: str) -> str:
    """The text with one character for each, where places in it matter: where no picture is so short, the sign of
    the unknown."""
    return text if text.isprintable() else re.sub(CONTROL, _in_place, text)


def one_line(text: str) -> str:
    """The text with every such character, newlines too, made visible."""
    return visible(text).replace("\n", "␊")


def escaped(text: str) -> str:
    """The text with every such character as JSON spells it within quotes: ``\\u202e``, beyond U+FFFF as a pair."""
    return text if text.isprintable() else re.sub(CONTROL, _escape, text)


def _picture(match: re.Match[str]) -> str:
    pictured, code = _in_place(match), ord(match[0])
    is_half = 0xD800 <= code <= 0xDFFF  # of a character, or a byte of a file's name
    return f"‹U+{code:04X}›" if pictured == _UNKNOWN and not is_half else pictured


def _in_place(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else _UNKNOWN


def _escape(match: re.Match[str]) -> str:
    units = match[0].encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))
