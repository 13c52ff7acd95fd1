"""The known name that a mistyped one most likely means. Used wherever a command refuses a name."""

from __future__ import annotations

from collections.abc import Iterable


def hint(word: str, known: Iterable[str]) -> str:
    """The name closest to ``word``, the dashes of options aside, as the end of a sentence: ``；最接近的是 check``.

    Empty if none is close.
    """
    from difflib import get_close_matches  # only needed once something is wrong

    names = {name.lstrip("-"): name for name in known}
    bare = word.lstrip("-")
    close = get_close_matches(bare, names, n=1, cutoff=0.5) if len(bare) > 1 else ()  # a letter is like any short word
    return f"；最接近的是 {names[close[0]]}" if close else ""
