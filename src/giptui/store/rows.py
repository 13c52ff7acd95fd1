"""One row of numbers as it is spelled in a file: an array, or an inline table, on one line. Used by `document`.

What stands between the numbers is kept, so a row that is written in columns stays in its columns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tomlkit.items import Array, InlineTable

from giptui.display.width import width

_PADDED: Final = r"[\[,=] {2,}[^ ]"


class SpelledRow:
    """The numbers of a row by key (in an array: by index), each with the text that leads to it."""

    def __init__(self, item: Array | InlineTable) -> None:
        text = item.as_string()
        self._is_array = isinstance(item, Array)
        self._padded = re.search(_PADDED, text) is not None
        self._pieces: dict[str, tuple[str, str]] = {}
        at = 0
        for name, before, value in _numbers(item):
            start = text.index(value, text.index(before, at) + len(before))
            self._pieces[name] = (text[at:start], value)
            at = start + len(value)
        self._tail = text[at:]

    @property
    def last(self) -> str | None:
        """The last key; None if there is none."""
        return next(reversed(self._pieces), None)

    def __contains__(self, name: str) -> bool:
        return name in self._pieces

    def __getitem__(self, name: str) -> str:
        return self._pieces[name][1]

    def __str__(self) -> str:
        return "".join(lead + value for lead, value in self._pieces.values()) + self._tail

    def put(self, name: str, value: str) -> None:
        """Another number, its last digit where the last digit was if there is room."""
        lead, old = self._pieces[name]
        if self._padded:
            bare = lead.rstrip(" ")
            least = 0 if self._is_array else 1
            room = max(least, len(lead) - len(bare) + width(old) - width(value))
            lead = bare + " " * room
        self._pieces[name] = (lead, value)

    def insert(self, name: str, value: str, behind: str | None) -> None:
        """A key that an inline table lacks, behind that one; at the beginning if it is None."""
        if not self._pieces:
            self._pieces[name], self._tail = (f"{{ {name} = ", value), " }"
            return
        pieces = list(self._pieces.items())
        at = 0
        if behind is None:
            first, (lead, old) = pieces[0]
            pieces[0] = (first, (re.sub(r"\{\s*", ", ", lead, count=1), old))
        else:
            at = 1 + next(number for number, (other, _) in enumerate(pieces) if other == behind)
        pieces.insert(at, (name, (f"{', ' if at else '{ '}{name} = ", value)))
        self._pieces = dict(pieces)


def _numbers(item: Array | InlineTable) -> Iterator[tuple[str, str, str]]:
    """Name, what stands somewhere before the number (its key, or nothing), and the number as it is spelled."""
    if isinstance(item, Array):
        for index in range(len(item)):
            yield str(index), "", item.item(index).as_string()
    else:
        for key, value in item.value.body:
            if key is not None:
                yield key.key, f"{key.as_string()}{key.sep}".rstrip(), value.as_string()
