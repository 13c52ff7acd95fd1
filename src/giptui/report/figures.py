"""What stands in a cell of numbers, told from a label. Called by what reads tables, published or pasted."""

from typing import Final

from giptui.form import Kind
from giptui.report.halfwidth import DIGITS
from giptui.report.typed import typed
from giptui.report.values import fits

_NUMERIC: Final = tuple(kind for kind in Kind if kind.is_numeric)
_LONGEST: Final = 60
_DASHES: Final = frozenset("-‐‑–—―─－﹣") | {"——", "--", "———"}


def is_figure(text: str) -> bool:
    """Whether the text is what stands in a cell of numbers: a number of any kind, ``/``, ``?``, a dash; not blank."""
    if text and not text.strip(DIGITS):
        return len(text) <= _LONGEST
    return 0 < len(text) <= _LONGEST and (text in _DASHES or any(fits(typed(text, kind), kind) for kind in _NUMERIC))
