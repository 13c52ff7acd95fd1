"""Cells under one another, with blanks between them, as a program sets a page of paper as text → rows.

A label over several lines is put together by where its lines begin; its figures stand on any of them, or between two.
A row with as many figures as the form has columns is whole; in a shorter one a figure is in the column of the whole
rows next to it that it stands under, or nobody can tell. Called by `lines`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from giptui.display.width import offsets
from giptui.readers.document import Text
from giptui.readers.lines.assembly import WIDE, WIDTH, Item, assembled, roles
from giptui.readers.lines.names import UNKNOWN, Name, is_beginning, is_name, named
from giptui.readers.lines.pieces import Line, Piece, bare, is_page_number, is_value, unglued
from giptui.readers.lines.region import is_prose
from giptui.report.figures import is_figure

_WORD: Final = re.compile(r"\S+(?: +[件项个元](?!\S))?")
_VERTICAL: Final = frozenset("三、本年度办理结果")
_LONGEST_LINE: Final = 1_000
_BESIDE: Final = 3  # cells by which the lines of one label may begin apart
_REACH: Final = 6  # lines that may stand between two lines of one label
_NEAR: Final = 3  # lines between the two halves of figures
_MOST_UNKNOWN: Final = 8


class _Word(NamedTuple):
    piece: Piece
    start: int
    end: int


class _Label(NamedTuple):
    """A label as far as it is put together; the line that its last part stands on; its figures, and the line of these.
    ``is_torn``: other figures stand above or below them, so that digits of one number may be on two lines.
    """

    piece: Piece
    start: int
    at: int
    name: Name
    figures: tuple[_Word, ...] = ()
    figures_at: int = 0
    is_torn: bool = False

    @property
    def is_known(self) -> bool:
        return self.name is not UNKNOWN


def rows(texts: Sequence[Text]) -> tuple[list[Line], int]:
    """The rows of the table that begins with the first text, and how many of the texts they take."""
    labels: list[_Label] = []
    end = unknown = 0
    for at, text in enumerate(texts):
        line = bare(text.text)
        if not line or is_page_number(line):
            continue
        words, figures = _split(text)
        parts = [_put(labels, word, at) for word in words]
        if figures or any(labels[n].is_known or is_beginning(labels[n].piece.text) for n in parts):
            end, unknown = at + 1, 0
        elif (len(words) == 1 and is_prose(line)) or unknown == _MOST_UNKNOWN:
            break
        else:
            unknown += 1
        if figures:
            _attach(labels, parts, figures, at)
    return _lines(_torn([label for label in labels if label.at < end])), end


def _split(text: Text) -> tuple[list[_Word], list[_Word]]:
    """The texts of a line, and the figures at its end."""
    line = text.text.expandtabs()
    if len(line) > _LONGEST_LINE:
        return [_Word(Piece(bare(line), text.place), 0, 0)], []
    starts = offsets(line)
    words = [
        _Word(Piece(match[0], text.place), starts[match.start()], starts[match.end()]) for match in _WORD.finditer(line)
    ]
    count = next((n for n, word in enumerate(reversed(words)) if not is_value(word.piece.text)), len(words))
    if len(words) == 1 and not is_figure(words[0].piece.text):  # 无 on a line of its own
        count = 0
    at = len(words) - count
    if words and not count and (parts := unglued(words[-1].piece.text)) and is_name(parts[0]):
        glued = words.pop()
        words += [glued._replace(piece=Piece(part, text.place)) for part in parts]
    return list(_phrases(words[:at])), words[at:]


def _phrases(words: Sequence[_Word]) -> Iterator[_Word]:
    """Words with one blank between them as one, but for names side by side, and a group and what stands in it."""
    found: _Word | None = None
    for word in words:
        if found and word.start - found.end < 2 and not _are_apart(found.piece.text, word.piece.text):
            found = _Word(found.piece + Piece(" ", word.piece.place) + word.piece, found.start, word.end)
            continue
        if found:
            yield found
        found = word
    if found:
        yield found


def _are_apart(one: str, other: str) -> bool:
    name = named(one)
    return name.is_group or (name is not UNKNOWN and is_name(other) and not is_name(one + other))


def _put(labels: list[_Label], word: _Word, at: int) -> int:
    """The text as the next line of a label that it completes, or as a label of its own; which one it is."""
    is_rule = not any(map(str.isalnum, word.piece.text))
    for n in range(len(labels) - 1, max(len(labels) - 3 * _REACH, -1), -1):
        label = labels[n]
        follows = at - label.at == 1 and n == len(labels) - 1
        is_near = 0 < at - label.at <= _REACH and abs(label.start - word.start) <= _BESIDE
        if is_rule or not label.piece.text or not (is_near or follows):
            continue
        whole = label.piece + word.piece
        name = named(whole.text)
        if name is not UNKNOWN or is_beginning(whole.text):
            labels[n] = label._replace(piece=whole, at=at, name=name)
            return n
    labels.append(_Label(word.piece, word.start, at, named(word.piece.text)))
    return len(labels) - 1


def _attach(labels: list[_Label], parts: Sequence[int], figures: Sequence[_Word], at: int) -> None:
    """The figures of a line to the last label on it, or to the one that they stand within or behind."""
    on_line = [n for n in parts if not _is_vertical(labels[n])]
    before = [n for n in range(max(len(labels) - _REACH, 0), len(labels)) if not _is_vertical(labels[n])]
    last = max((label.figures_at for label in labels if label.figures), default=-1)
    open_ = [n for n in before if _is_open(labels[n], at) and labels[n].at >= last]
    within = [n for n in open_ if is_beginning(labels[n].piece.text)]
    behind = [n for n in before[-1:] if n in open_ and labels[n].name.is_row]
    if own := on_line[-1:] or within + behind:
        label = labels[max(own)]
        is_torn = label.is_torn or bool(label.figures)
        labels[max(own)] = label._replace(figures=(*label.figures, *figures), figures_at=at, is_torn=is_torn)
    else:
        labels.append(_Label(Piece("", figures[0].piece.place), 0, at, UNKNOWN, tuple(figures), at))


def _torn(labels: Sequence[_Label]) -> list[_Label]:
    """The labels, those marked beside whose figures others stand that belong to none; these are left out."""
    figured = [n for n, label in enumerate(labels) if label.figures]
    stray = {n for n in figured if _is_stray(labels[n]) and not (n and WIDE in labels[n - 1].name.tables)}
    near = {n for n in figured for other in stray if _is_beside(labels[n], labels[other])}
    return [
        label._replace(is_torn=label.is_torn or n in near) for n, label in enumerate(labels) if n not in stray - near
    ]


def _is_stray(label: _Label) -> bool:
    return not label.piece.text and len(label.figures) != WIDTH  # the row of section four has no label


def _is_beside(label: _Label, stray: _Label) -> bool:
    """Whether no empty line is between the figures, or they are too many for the number of a page."""
    far = min(abs(at - stray.figures_at) for at in (label.at, label.figures_at))
    return label is not stray and far <= (1 if len(stray.figures) == 1 else _NEAR)


def _is_vertical(label: _Label) -> bool:
    """Whether it is one of the characters that stand one below another beside the rows."""
    return _VERTICAL.issuperset(label.piece.text)


def _is_open(label: _Label, at: int) -> bool:
    return not label.figures and at - label.at <= _REACH and not _is_group(label.name)


def _is_group(name: Name) -> bool:
    """Whether it is the name of a group and of nothing else: （六）其他处理 is a row in the form of 2019."""
    return name.is_group and not name.is_row


def _lines(labels: Sequence[_Label]) -> list[Line]:
    kept = [
        label
        for label in labels
        if label.figures or (label.is_known and (label.name.is_row or not label.name.is_group))
    ]
    told = roles((label.name, bool(label.figures)) for label in kept)
    items = [
        Item(label.piece, label.name, tuple(word.piece for word in label.figures), role=role)
        for label, role in zip(kept, told, strict=True)
    ]
    counts = [role.counts for role in told]
    whole = [n for n, label in enumerate(kept) if counts[n] and len(label.figures) in counts[n] and not label.is_torn]
    for n, label in enumerate(kept):
        if label.is_torn:
            items[n] = items[n]._replace(is_placed=False)
        elif label.figures and counts[n] and n not in whole:
            beside = [next((k for k in side if counts[k] == counts[n]), None) for side in _sides(whole, n)]
            near = [kept[k].figures for k in beside if k is not None]
            items[n] = _placed(items[n], label.figures, near)
    return assembled(items)


def _sides(whole: Sequence[int], at: int) -> tuple[list[int], list[int]]:
    return [n for n in reversed(whole) if n < at], [n for n in whole if n > at]


def _placed(item: Item, figures: Sequence[_Word], near: Sequence[Sequence[_Word]]) -> Item:
    """The row with its blanks, if the whole rows next to it are set out in columns and say the same of its figures."""
    places = {tuple(_under(figure, row) for figure in figures) for row in near}
    if len(places) != 1 or any(two.start - one.end < 2 for row in near for one, two in pairwise(row)):
        return item._replace(is_placed=False)
    columns = places.pop()
    if None in columns or len(set(columns)) < len(columns):
        return item._replace(is_placed=False)
    at = dict(zip(columns, item.values, strict=True))
    blank = Piece("", item.values[0].place)
    return item._replace(values=tuple(at.get(n, blank) for n in range(len(near[0]))))


def _under(figure: _Word, row: Sequence[_Word]) -> int | None:
    """The one column that the figure stands in; None if there is none, or more than one."""
    found = [n for n, word in enumerate(row) if figure.start < word.end and word.start < figure.end]
    return found[0] if len(found) == 1 else None
