"""What web pages and papers print around a report and is no part of it, from ``chrome.txt``.

Called by `head`, `metadata`, `sections` and `title`. What stands before a title or behind a signature need not be
known: it is left out anyway. These words tell where the frame ends on pages that have no signature, and what stands
between a title and its preface.
"""

import re
from functools import cache
from pathlib import Path
from typing import Final

_LONGEST: Final = 600  # characters; what is longer is a paragraph
_OF_PAPERS: Final = "抄附"
_MOST_WORDS: Final = 20


def is_head(text: str) -> bool:
    """Whether the line belongs to what stands between a title and the text below it."""
    return _fits(text, tail=False)


def is_tail(text: str) -> bool:
    """Whether the line begins what stands behind a report. A sentence does not, but for those of papers."""
    plain = text.strip()
    return _fits(text, tail=True) and (not plain.endswith("。") or plain[0] in _OF_PAPERS)


def _fits(text: str, tail: bool) -> bool:
    """Whether the line is such a thing, or a row of such words."""
    plain = " ".join(text.split()).lstrip("•· ") if len(text) <= _LONGEST else ""
    if not plain or _compiled(tail).fullmatch(plain):
        return bool(plain)
    words = plain.split(" ")
    return 1 < len(words) <= _MOST_WORDS and all(_compiled(False).fullmatch(word) for word in words)


@cache
def _compiled(tail: bool) -> re.Pattern[str]:
    patterns: list[str] = []
    for line in Path(__file__).with_name("chrome.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("@ tail") and not tail:
            break
        if line and not line.startswith(("#", "@")):
            patterns.append(line.rpartition(" | ")[0].rstrip())
    return re.compile("|".join(patterns))
