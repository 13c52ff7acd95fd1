"""The known name that a mistyped one most likely means. Used wherever a name is refused.

A name is near if it begins with what was typed, or differs in as many letters as a hand mistypes: one in four, at
least one, never more than three. What is further off is another word, and to suggest it would mislead.
"""

from collections.abc import Iterable, Mapping
from typing import Final

_LONGEST: Final = 100  # of what was typed, so much is looked at
_SHORTEST_BEGINNING: Final = 3


def hint(word: str, known: Iterable[str] | Mapping[str, str]) -> str:
    """The nearest name as the end of a sentence: ``；最接近的是 check``. Empty if none is near."""
    found = nearest(word, known)
    return f"；最接近的是 {found}" if found else ""


def nearest(word: str, known: Iterable[str] | Mapping[str, str]) -> str | None:
    """The name nearest to the word, the dashes of options aside, of several the first; None if none is near.

    A mapping leads from what is compared to the name.
    """
    names = known if isinstance(known, Mapping) else {name: name for name in known}
    bare = word.lstrip("-")[:_LONGEST]
    if len(bare) < 2:  # a letter is like any short word
        return None
    most = max(1, min(3, len(bare) // 4))
    near = []
    for place, (compared, name) in enumerate(names.items()):
        other = compared.lstrip("-")
        if abs(len(other) - len(bare)) <= most and (count := _differences(bare, other)) <= most:
            near.append((count, place, name))
        elif len(bare) >= _SHORTEST_BEGINNING and other.startswith(bare):
            near.append((most + 1, place, name))
    return min(near)[2] if near else None


def _differences(one: str, other: str) -> int:
    """How many letters are missing, too many, wrong, or two of them swapped."""
    before: list[int] = []
    row: list[int] = [*range(len(other) + 1)]
    for i, a in enumerate(one, 1):
        earlier, before = before, row
        row = [i]
        for j, b in enumerate(other, 1):
            cost = min(before[j] + 1, row[-1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and b == one[i - 2]:
                cost = min(cost, earlier[j - 2] + 1)
            row.append(cost)
    return row[-1]
