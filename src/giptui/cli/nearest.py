"""The known name that a mistyped one most likely means."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known name closest to ``word``, the dashes of options aside; None if none is close."""
    from difflib import get_close_matches  # only needed once something is wrong

    names = {name.lstrip("-"): name for name in known}
    bare = word.lstrip("-")
    close = get_close_matches(bare, names, n=1, cutoff=0.5) if len(bare) > 1 else ()  # a letter is like any short word
    return next((names[found] for found in close), None)


def hint(word: str, known: Iterable[str]) -> str:
    """The nearest name as the end of a sentence: ``；最接近的是 check``. Empty if none is close."""
    found = nearest(word, known)
    return f"；最接近的是 {found}" if found else ""
