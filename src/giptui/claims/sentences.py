"""Prose cut into sentences. Linear in the length of any text.

Line ends of a page fall anywhere, even within a word: white space is taken out of a sentence before it is read, and
the sentence knows where each character came from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_ENDS: Final = "！？!?；;"
_STOP: Final = r"(?<=[一-鿿）)])[.](?=\s*$|[^\s\u200b\ufeff0-9A-Za-z.])"  # a stop typed as a point: 均为自然人.其中
_HIDDEN: Final = "\u200b\ufeff"  # spaces without width
_ITEMS_BEGIN: Final = tuple("（(0123456789０１２３４５６７８９一二三四五六七八九十")
_MARK: Final = (
    r"(?:[（(][0-9０-９一二三四五六七八九十]{1,3}[）)](?!总计)、?|[一二三四五六七八九十]{1,3}、"
    r"|[0-9０-９]{1,2}(?:[.．](?![0-9０-９])|[、，]))"
)
_ITEM: Final = rf"\n(?=\s*{_MARK})"
"""A line end is the end of a sentence where a numbered item begins."""
_TITLED: Final = (
    r"\s*[^\s，,。：:；;0-9０-９]{2,16}(?:情况|工作|方面|建设|管理|保障|公开|信息|概况|申请|诉讼|复议)"
    r"(?:\s*\n\s*|(?=全年|本年|今年|20[0-9]{2}年|年内|我[局镇县市区街委办院厅单]|截至))"
)
"""A heading at the beginning of an item, at the line's end or glued to its sentence."""
_TOO_LONG: Final = 2000  # characters; what goes on longer without an end is no sentence, and is read in pieces


class Sentence:
    """A sentence without its white space; it knows where each character stood in the text."""

    __slots__ = ("_kept", "fresh", "heading", "joined", "offset", "raw", "text")

    def __init__(self, raw: str, offset: int, fresh: bool = False, heading: bool = False) -> None:
        self.text = _squeezed(raw)
        self.raw = raw
        self.offset = offset
        self.fresh = fresh  # whether nothing carries over from the sentence before
        self.heading = heading  # whether it is only named here what follows is about
        self.joined = False  # whether only a semicolon stands before it
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
    written = text
    for end in _ENDS:
        if end in text:
            text = text.replace(end, "。")
    if "." in text:
        text = re.sub(_STOP, "。", text)
    offset = 0
    for part in text.split("。"):
        if len(part) > _TOO_LONG:
            for begin in range(0, len(part), _TOO_LONG):
                yield Sentence(part[begin : begin + _TOO_LONG], offset + begin, True)
        elif "\n" in part or part.startswith(_ITEMS_BEGIN):
            yield from _items(part, offset)
        elif part:
            sentence = Sentence(part, offset)
            sentence.joined = offset > 0 and written[offset - 1] in ";；"
            yield sentence
        offset += len(part) + 1


def _items(part: str, offset: int) -> Iterator[Sentence]:
    begin = 0
    if "\n" in part and any(line.lstrip().startswith(_ITEMS_BEGIN) for line in part.split("\n")[1:]):
        for match in re.finditer(_ITEM, part):
            yield from _item(part[begin : match.start()], offset + begin, begin > 0)
            begin = match.end()
    yield from _item(part[begin:], offset + begin, begin > 0)


def _item(raw: str, offset: int, fresh: bool) -> Iterator[Sentence]:
    """A sentence without the mark of its item, and the heading before it, if there is one, by itself."""
    begin = 0
    if raw.lstrip().startswith(_ITEMS_BEGIN) and (mark := re.match(rf"\s*{_MARK}", raw)):
        begin, fresh = mark.end(), True
        if title := re.match(_TITLED, raw[begin:]):
            yield Sentence(raw[begin : begin + title.end()], offset + begin, fresh, True)
            begin, fresh = begin + title.end(), False
    yield Sentence(raw[begin:], offset + begin, fresh)


def _squeezed(text: str) -> str:
    squeezed = "".join(text.split())
    for hidden in _HIDDEN:
        if hidden in squeezed:
            squeezed = squeezed.replace(hidden, "")
    return squeezed
