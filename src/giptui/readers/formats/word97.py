"""The binary format of Word 97 to 2003 and of WPS → paragraphs, by [MS-DOC]: the text by its pieces, without what is
deleted or hidden; what ends a cell and a row, and how a row is divided. Called by `doc97`.

All numbers are little-endian; a ``cp`` counts characters of the document, an ``fc`` bytes of its main stream.
"""

import struct
import sys
from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

_WORD_97: Final = 0xC1  # the oldest version of the format that is this one
_PAGE: Final = 512  # bytes of a page of formatting
_PICTURES: Final = (0x01, 0x08)
_FIELD, _RESULT, _FIELD_END = 0x13, 0x14, 0x15
_ENDS: Final = (0x0D, 0x07, 0x0C)  # of paragraphs, cells, pages
_SHOWN: Final = {
    **dict.fromkeys((0x00, 0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x08, 0x15, 0x1F), 0),  # marks, not text
    0x0B: 0x0A,
    0x0E: 0x0A,
    0x1E: 0x2D,
}
_MOST: Final = 2_000_000  # characters

# Changes of properties (sprm) by their codes.
_DELETED, _HIDDEN = 0x0800, 0x083C
_IN_TABLE, _ROW_END, _ELSEWHERE = 0x2416, 0x2417, (0x6645, 0x6646)
_DIVIDED, _JOINED_ACROSS, _JOINED_DOWN = 0xD608, 0x5624, 0xD62B
_TABS: Final = 0xC615
_OPERAND: Final = (1, 1, 2, 4, 2, 2, 0, 3)  # bytes, by the upper three bits of the code; 0: it says itself

_Changes = Sequence[tuple[int, bytes]]


class Unfit(Exception):  # noqa: N818 - what the file is
    """It is not of this format, or damaged."""


class Encrypted(Exception):  # noqa: N818 - what the file is
    """A password is needed."""


class Divided(NamedTuple):
    """A cell of a row: its edges in twips, and whether it goes on the cell before it or the one above."""

    left: int
    right: int
    joins_left: bool
    joins_up: bool


class Paragraph(NamedTuple):
    """``ends`` says what is over with it: ``line``, ``cell`` or ``row``; of a row, ``cells`` says how it is divided."""

    text: str
    in_table: bool
    ends: str
    pictured: bool
    cells: tuple[Divided, ...] = ()


def paragraphs(main: bytes, tables: Mapping[bool, bytes], data: bytes) -> Iterator[Paragraph]:
    """The paragraphs of the main text. ``main``, ``data`` and the two ``tables`` are the streams of the file."""
    try:
        yield from _paragraphs(main, tables, data)
    except (struct.error, IndexError, KeyError) as error:
        raise Unfit from error


def has_boxes(main: bytes) -> bool:
    """Whether there are text boxes, whose text stands behind the main one and is not read."""
    return len(main) >= 0x68 and struct.unpack_from("<I", main, 0x64)[0] > 0


def _paragraphs(main: bytes, tables: Mapping[bool, bytes], data: bytes) -> Iterator[Paragraph]:
    magic, version = struct.unpack_from("<HH", main)
    (flags,) = struct.unpack_from("<H", main, 0x0A)
    if magic != 0xA5EC or version < _WORD_97:
        raise Unfit
    if flags & 0x0100:
        raise Encrypted
    table = tables[bool(flags & 0x0200)]
    (length,) = struct.unpack_from("<I", main, 0x4C)
    pieces = _pieces(table, *struct.unpack_from("<II", main, 0x1A2))
    unseen = _Runs(main, table, 0xFA, _of_characters)
    formats = _Runs(main, table, 0x102, _of_paragraphs)
    text: list[int] = []
    for code, fc in _characters(main, pieces, min(length, _MOST)):
        if code in _ENDS:
            yield _ended(text, code, _changes(formats.at(fc), data))
            text.clear()
        elif not any(change in (_DELETED, _HIDDEN) and how != b"\0" for change, how in _changes(unseen.at(fc))):
            text.append(code)
    if text:
        yield _ended(text, 0x0D, ())


def _pieces(table: bytes, at: int, size: int) -> Iterator[tuple[int, int, int]]:
    """Of each piece of the text its length, where it stands in the main stream, and the bytes of a character."""
    end = at + size
    while at < end and table[at] == 1:
        at += 3 + int.from_bytes(table[at + 1 : at + 3], "little")
    if at >= end or table[at] != 2:
        raise Unfit
    count = (struct.unpack_from("<I", table, at + 1)[0] - 4) // 12
    starts = struct.unpack_from(f"<{count + 1}I", table, at + 5)
    for index in range(count):
        (fc,) = struct.unpack_from("<I", table, at + 5 + 4 * (count + 1) + 8 * index + 2)
        length = starts[index + 1] - starts[index]
        yield (length, (fc & 0x3FFFFFFF) // 2, 1) if fc & 0x40000000 else (length, fc & 0x3FFFFFFF, 2)


def _characters(main: bytes, pieces: Iterator[tuple[int, int, int]], most: int) -> Iterator[tuple[int, int]]:
    """Each code of the main text and where it stands; of fields only their result."""
    fields: list[bool] = []  # of each open one, whether its result has begun
    for length, fc, width in pieces:
        length = min(length, most)  # noqa: PLW2901 - behind the main text stand notes, headers, remarks
        most -= length
        for index, code in enumerate(struct.unpack_from(f"<{length}{'BH'[width - 1]}", main, fc)):
            if code == _FIELD:
                fields.append(False)
            elif code == _RESULT and fields:
                fields[-1] = True
            elif code == _FIELD_END and fields:
                fields.pop()
            elif all(fields) or code in _ENDS:
                yield ord(bytes((code,)).decode("cp1252", "replace")) if width == 1 else code, fc + width * index


class _Runs:
    """What applies to each stretch of the main stream, by pages that hold stretches with their changes."""

    def __init__(self, main: bytes, table: bytes, where: int, changes: Callable[[bytes, int, int], bytes]) -> None:
        at, size = struct.unpack_from("<II", main, where)
        count = max(size - 4, 0) // 8
        found: list[tuple[int, bytes]] = []
        for number in struct.unpack_from(f"<{count}I", table, at + 4 * (count + 1)):
            page = main[(number & 0x3FFFFF) * _PAGE :][:_PAGE]
            runs = page[_PAGE - 1]
            starts = struct.unpack_from(f"<{runs + 1}I", page)
            found += ((starts[run], changes(page, 4 * (runs + 1), run)) for run in range(runs))
        found.sort(key=lambda each: each[0])
        self._starts = [start for start, _ in found]
        self._found = [each for _, each in found]

    def at(self, fc: int) -> bytes:
        run = bisect_right(self._starts, fc) - 1
        return self._found[run] if run >= 0 else b""


def _of_characters(page: bytes, offsets: int, run: int) -> bytes:
    at = page[offsets + run] * 2
    return page[at + 1 : at + 1 + page[at]] if at else b""


def _of_paragraphs(page: bytes, offsets: int, run: int) -> bytes:
    at = page[offsets + 13 * run] * 2
    if not at:
        return b""
    start, size = (at + 1, 2 * page[at] - 1) if page[at] else (at + 2, 2 * page[at + 1])
    return page[start + 2 : start + size]  # behind the number of the style


@lru_cache(maxsize=4096)
def _changes(packed: bytes, data: bytes = b"") -> _Changes:
    """The changes one by one: codes and operands. Those of wide tables stand in another stream, ``data``."""
    found: list[tuple[int, bytes]] = []
    at = 0
    while at + 2 < len(packed):
        (code,) = struct.unpack_from("<H", packed, at)
        at += 2
        size = _OPERAND[code >> 13]
        if code == _DIVIDED:
            size = struct.unpack_from("<H", packed, at)[0] + 1
        elif not size:
            size = packed[at] + 1
            if code == _TABS and size == 256:
                break  # its length is not told; nothing that matters stands behind it
        operand = packed[at : at + size]
        at += size
        if code in _ELSEWHERE:
            (there,) = struct.unpack("<I", operand)
            (size,) = struct.unpack_from("<H", data, there)
            found += _changes(data[there + 2 : there + 2 + size])
        else:
            found.append((code, operand))
    return tuple(found)


def _ended(codes: Sequence[int], end: int, changes: _Changes) -> Paragraph:
    said = dict(changes)
    row = said.get(_ROW_END, b"\0") != b"\0"
    units = array("H", [_SHOWN.get(code, code) for code in codes if _SHOWN.get(code, code)])
    text = units.tobytes().decode("utf-16-le" if sys.byteorder == "little" else "utf-16-be", "replace")
    return Paragraph(
        text,
        in_table=row or end == 0x07 or said.get(_IN_TABLE, b"\0") != b"\0",
        ends="row" if row else "cell" if end == 0x07 else "line",
        pictured=any(code in _PICTURES for code in codes),
        cells=_divided(changes) if row else (),
    )


def _divided(changes: _Changes) -> tuple[Divided, ...]:
    cells: list[Divided] = []
    for code, operand in changes:
        if code == _DIVIDED:
            cells = list(_defined(operand))
        elif code == _JOINED_ACROSS:
            first, end = operand
            for at in range(first + 1, min(end, len(cells))):
                cells[at] = cells[at]._replace(joins_left=True)
        elif code == _JOINED_DOWN and operand[1] < len(cells):
            cells[operand[1]] = cells[operand[1]]._replace(joins_up=operand[2] == 1)
    return tuple(cells)


def _defined(operand: bytes) -> Iterator[Divided]:
    count = operand[2]
    edges = struct.unpack_from(f"<{count + 1}h", operand, 3)
    for at in range(count):
        described = operand[3 + 2 * (count + 1) + 20 * at :][:2]  # those at the end may be left out
        flags = int.from_bytes(described, "little")
        yield Divided(edges[at], edges[at + 1], flags & 0b11 == 1, flags >> 5 & 0b11 == 1)
