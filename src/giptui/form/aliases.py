"""The names that published reports give to parts of the form, from ``aliases.txt``, which says how it is written.

Called by what finds out which part a printed label means. Read when it is first asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

_CHOICE = re.compile(r"\[[^\[\]{}]*\]|\{[^\[\]{}]*\}")  # an innermost one


def aliases(kind: str, address: str) -> tuple[str, ...]:
    """The other names of one thing. ``kind`` is section, group, row, column, corner or over (a head over several
    columns); ``address`` as the file has it, such as
    ``applications.total_handled`` for a row and ``applications.total`` for a column (of one row only: its cell's).
    """
    return _declared().get((kind, address), ())


@cache
def _declared() -> Mapping[tuple[str, str], tuple[str, ...]]:
    found: dict[tuple[str, str], list[str]] = {}
    names: list[str] = []
    for line in Path(__file__).with_name("aliases.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("@ "):
            _, kind, address = line.split()
            names = found.setdefault((kind, address), [])
        elif line and not line.startswith("#"):
            names.extend(_expanded(line.partition("|")[0].strip()))
    return {thing: tuple(dict.fromkeys(names)) for thing, names in found.items()}


def _expanded(pattern: str) -> Iterator[str]:
    """Every name that the pattern stands for; what may be missing may hold such parts itself."""
    if not (part := _CHOICE.search(pattern)):
        yield pattern
        return
    inner = part[0][1:-1]
    for choice in inner.split(",") if part[0][0] == "{" else ("", inner):
        yield from _expanded(pattern[: part.start()] + choice + pattern[part.end() :])
