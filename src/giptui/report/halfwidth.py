"""Full-width forms of ASCII: the same letters, as a Chinese input method types them. The only ones that are folded.

A table of our own, not NFKC: that would make 12① a 121 and 5² a 52. Used wherever a text may become a number, and for
keys as they are typed. What is only compared, such as the names of organs, may go through NFKC; nothing kept does.
"""

from typing import Final

_TWINS: Final = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)} | {0x3000: " "}

DIGITS: Final = "0123456789"
"""What is a digit in a cell. Python knows hundreds more, of other scripts."""

BLANKS: Final = " \t\r\n\u3000\xa0"
"""What may stand around a number that is typed or pasted: it is no part of it."""


def halfwidth(text: str) -> str:
    """The text with every full-width form of an ASCII character as that character, letter by letter."""
    return text if text.isascii() else text.translate(_TWINS)
