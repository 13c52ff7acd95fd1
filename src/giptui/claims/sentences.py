"""Prose cut into sentences. Linear in the length of any text.

Line ends of a page fall anywhere, even within a word: white space is taken out of a sentence before it is read, and
the sentence knows where each character came from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_ENDS: Final = "！？!?；;"
_HIDDEN: Final = "\u200b\ufeff"  # spaces without width
_ITEMS_BEGIN: Final = tuple("（(0123456789一二三四五六七八九十")
# A line end is the end of a sentence where a numbered item begins.
_ITEM: Final = (
    r"\n(?=\s*(?:[（(][0-9一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}、"
    r"|[0-9]{1,2}(?:[.．](?![0-9])|、)))"
)
_TOO_LONG: Final = 2000  # characters; what goes on longer without an end is no sentence, and is read in pieces


class Sentence:
    """A sentence without its white space; it knows where each character stood in the text."""

    __slots__ = ("_kept", "fresh", "heading", "offset", "raw", "text")

    def __init__(self, raw: str, offset: int, fresh: bool = False, heading: bool = False) -> None:
        self.text = _squeezed(raw)
        self.raw = raw
        self.offset = offset
        self.fresh = fresh  # whether nothing carries over from the sentence before
        self.heading = heading  # whether it is only named here what follows is about
        self._kept: list[int] = []

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Where the characters from start to end of the sentence stand in the text."""
        if len(self.text) == len(self.raw):
            return self.offset + start, self.offset + end
        if not self._kept:
            self._kept = [index for index, character in enumerate(self.raw) if not character.isspace()]
            if len(self._kept) > len(self.text):
                self._kept = [index for index in self._kept if self.raw[index] not in _HIDDEN]
        return self.offset + self._kept[start], self.offset + self._kept[end - 1] + 1


def sentences(text: str) -> Iterator[Sentence]:
    """The sentences of a text in order."""
    for end in _ENDS:
        if end in text:
            text = text.replace(end, "。")
    offset = 0
    for part in text.split("。"):
        if len(part) > _TOO_LONG:
            for begin in range(0, len(part), _TOO_LONG):
                yield Sentence(part[begin : begin + _TOO_LONG], offset + begin, True)
        elif "\n" in part:
            yield from _items(part, offset)
        elif part:
            yield Sentence(part, offset)
        offset += len(part) + 1


def _items(part: str, offset: int) -> Iterator[Sentence]:
    begin = 0
    lines = part.split("\n")[1:]
    found = re.finditer(_ITEM, part) if any(line.lstrip().startswith(_ITEMS_BEGIN) for line in lines) else ()
    for match in found:
        yield Sentence(part[begin : match.start()], offset + begin, begin > 0)
        begin = match.end()
    yield Sentence(part[begin:], offset + begin, begin > 0)


def _squeezed(text: str) -> str:
    squeezed = "".join(text.split())
    for hidden in _HIDDEN:
        if hidden in squeezed:
            squeezed = squeezed.replace(hidden, "")
    return squeezed
