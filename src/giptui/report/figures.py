"""What stands in a cell of numbers, told from a label. Called by what reads tables, published or pasted."""

import re
from functools import lru_cache
from typing import Final

from giptui.form import Kind
from giptui.report.halfwidth import DIGITS
from giptui.report.typed import typed
from giptui.report.values import fits

_NUMERIC: Final = tuple(kind for kind in Kind if kind.is_numeric)
_LONGEST: Final = 60
_ONE: Final = r"[0-9０-９\s.,，:：/／?？+＋=＝*\-‐‑–—―─－﹣−件项个元万亿增加减少]{1,60}"
_DASHES: Final = frozenset("-‐‑–—―─－﹣") | {"——", "--", "———"}


@lru_cache(maxsize=4096)
def is_figure(text: str) -> bool:
    """Whether the text is what stands in a cell of numbers: a number of any kind, ``/``, ``?``, a dash; not blank."""
    if text and not text.strip(DIGITS):
        return len(text) <= _LONGEST
    if not re.fullmatch(_ONE, text):  # most labels, at once
        return False
    return text in _DASHES or any(fits(typed(text, kind), kind) for kind in _NUMERIC)
