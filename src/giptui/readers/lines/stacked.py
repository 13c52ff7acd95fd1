"""One cell a line → rows. Labels say where a row begins; what stands below one, up to the next, are its values.

Copies differ in what they leave of a blank cell: an empty line in its place, some empty lines more, nothing. Which it
is, is taken from the copy only if then every row has as many cells as the form gives it; else a row that is short is
not placed. Called by `lines`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Final, NamedTuple

from giptui.readers.document import Text
from giptui.readers.lines import folios
from giptui.readers.lines.assembly import WIDTH, Item, Role, assembled, roles
from giptui.readers.lines.names import UNKNOWN, Name, is_beginning, is_name, named
from giptui.readers.lines.pieces import Line, Piece, bare, is_page_number, is_value, unglued
from giptui.readers.lines.region import is_prose
from giptui.report.figures import is_figure

_VERTICAL: Final = frozenset("三本年度办理结果")
_BASES: Final = 3  # numbers of empty lines that may be the usual one
_FOLIO: Final = re.compile(r"[0-9０-９]+")
_TOTALS: Final = {7: 7, WIDTH: 5}  # of how many numbers one is the total, in rows of so many
_MOST_UNKNOWN: Final = 8  # such cells one after another: the head of a page within a table


class Token(NamedTuple):
    """A line that is not empty: which one it is, how many empty ones stand before it, what it is a name of."""

    piece: Piece
    at: int
    gap: int
    name: Name = UNKNOWN
    is_value: bool = False

    @property
    def is_unknown(self) -> bool:
        return not self.is_value and self.name is UNKNOWN


class _Part(NamedTuple):
    """A label, and what stands below it up to the next one; ``gap`` empty lines follow."""

    label: Token
    run: tuple[Token, ...]
    gap: int
    role: Role = Role()
    has_folio: bool = False  # it may end with the number of a page


class _Spacing(NamedTuple):
    """What a copy leaves between two cells: ``base`` empty lines, and for each blank cell ``step`` more."""

    base: int
    step: int

    def blanks(self, gap: int) -> int | None:
        """How many blank cells so many empty lines are; None if they are no whole number of them."""
        rest = max(gap - self.base, 0)
        return None if rest % self.step else rest // self.step

    def cells(self, part: _Part, texts: Sequence[Text]) -> list[Piece]:
        """What stands below the label, with the blank cells."""
        cells: list[Piece] = []
        at = part.label.at
        for token, gap in (*((token, token.gap) for token in part.run), (None, part.gap)):
            first = at + self.base + 1
            blanks = (first + n * self.step for n in range(self.blanks(gap) or 0))
            cells += [Piece("", texts[min(n, len(texts) - 1)].place) for n in blanks]
            if token:
                cells.append(token.piece)
                at = token.at
        return cells


def rows(texts: Sequence[Text]) -> tuple[list[Line], int]:
    """The rows of the table that begins with the first text, and how many of the texts they take."""
    tokens, gap = _tokens(texts)
    parts = _parts(tokens, gap)
    spacing = _spacing(parts)
    return _read(_doubted(parts, spacing, texts), spacing, texts)


def explicit(texts: Sequence[Text], cells: Sequence[tuple[str, int]]) -> tuple[list[Line], int]:
    """The same of cells that are known, blank ones too, each with the number of its text."""
    tokens: list[Token] = []
    gap = 0
    for text, at in cells:
        if not text:
            gap += 1
            continue
        for token in _told(Piece(text, texts[at].place), at, gap):
            if tokens and not gap and (joined := _joined(tokens[-1], token)):
                tokens[-1] = joined
            else:
                tokens.append(token)
        gap = 0
    return _read(_parts(tokens, gap), _Spacing(0, 1), texts)


def _read(parts: Sequence[_Part], spacing: _Spacing | None, texts: Sequence[Text]) -> tuple[list[Line], int]:
    items: list[Item] = []
    end = 0
    for n, part in enumerate(parts):
        made, last = _items(part, spacing, texts, is_last=n == len(parts) - 1)
        items += made
        end = max(end, last)
    return assembled(items), end + 1


def _tokens(texts: Sequence[Text]) -> tuple[list[Token], int]:
    """The lines that are not empty, labels over several of them put together, up to a line that is in no table; and
    the number of empty ones behind the last."""
    found: list[Token] = []
    gap = unknown = 0
    for at, text in enumerate(texts):
        line = bare(text.text)
        if not line or is_page_number(line):
            gap += not line
            continue
        told = list(_told(Piece(line, text.place), at, gap))
        unknown = unknown + 1 if told[0].is_unknown and not is_beginning(line) else 0
        if unknown and (unknown > _MOST_UNKNOWN or is_prose(line)):
            break
        for token in told:
            if found and (joined := _joined(found[-1], token)):
                found[-1] = joined
            elif not unknown or line not in _VERTICAL:
                found.append(token)
        gap = 0
    return found, gap


def _told(piece: Piece, at: int, gap: int) -> Iterator[Token]:
    """The line; of a label with figures glued to it both."""
    figures = piece.text.split()
    if is_value(piece.text) or (len(figures) > 2 and all(map(is_value, figures))):
        for figure in [piece.text] if is_value(piece.text) else figures:
            yield Token(Piece(figure, piece.place), at, gap, is_value=True)
            gap = 0
        return
    name = named(piece.text)
    if name is UNKNOWN and (parts := unglued(piece.text)) and is_name(parts[0]):
        yield Token(Piece(parts[0], piece.place), at, gap, named(parts[0]))
        figures = parts[1].split() if is_name(parts[0]) and not piece.text.startswith(parts[0] + parts[1]) else []
        for figure in figures if figures and all(map(is_value, figures)) else [parts[1]]:
            yield Token(Piece(figure, piece.place), at, 0, is_value=True)
    else:
        yield Token(piece, at, gap, name)


def _joined(before: Token, token: Token) -> Token | None:
    """The two as one label, if that is a name or the beginning of one."""
    if before.is_value or token.is_value or not any(map(str.isalnum, token.piece.text)):
        return None
    whole = before.piece + token.piece
    name = named(whole.text)
    if name is not UNKNOWN or is_beginning(whole.text):
        return Token(whole, token.at, before.gap, name)
    return None


def _parts(tokens: Sequence[Token], gap: int) -> list[_Part]:
    starts = [n for n, token in enumerate(tokens) if token.name is not UNKNOWN or not n]
    runs = [tuple(tokens[start + 1 : end]) for start, end in zip(starts, [*starts[1:], len(tokens)], strict=True)]
    gaps = [*(tokens[start].gap for start in starts[1:]), gap]
    told = roles((tokens[start].name, bool(run)) for start, run in zip(starts, runs, strict=True))
    labels = (tokens[start] for start in starts)
    return [_Part(*part) for part in zip(labels, runs, gaps, told, strict=True)]


def _doubted(parts: Sequence[_Part], spacing: _Spacing | None, texts: Sequence[Text]) -> list[_Part]:
    """The parts, with those marked that may end with the number of a page."""

    def is_whole(part: _Part, values: Sequence[Token]) -> bool:
        """Whether there are as many values as the row has, not so many with its blank cells."""
        cells = len(spacing.cells(part, texts)) if spacing else len(values)
        return len(values) in part.role.counts and (cells == len(values) or cells not in part.role.counts)

    dressed = (_FOLIO.search(text.text) for text in texts if is_page_number(bare(text.text)))
    values = [tuple(takewhile(lambda token: token.is_value, part.run)) for part in parts]
    whole = [n for n, part in enumerate(parts) if is_whole(part, values[n])]
    rows = [
        folios.Row([each.piece.text for each in own], [each.gap for each in own], _TOTALS.get(len(own), 0))
        for own in (values[n] for n in whole)
    ]
    pages = {int(match[0]) for match in dressed if match}
    found = {whole[n] for n in folios.doubtful(rows, pages, by_sums=not (spacing and spacing.base))}
    return [part._replace(has_folio=n in found) for n, part in enumerate(parts)]


def _spacing(parts: Sequence[_Part]) -> _Spacing | None:
    """What blank cells have left, if it is the same everywhere; None if nothing is left of them."""
    gaps = {token.gap for part in parts for token in (part.label, *part.run)}
    for spacing in (_Spacing(base, step) for base in sorted(gaps)[:_BASES] for step in (base + 1, 1)):
        last = len(parts) - 1
        if all(_is_whole(part.role.counts, _cells(part, spacing), n == last) for n, part in enumerate(parts)):
            return spacing
    return None


def _cells(part: _Part, spacing: _Spacing) -> int | None:
    """How many cells stand below a label; None if that cannot be said."""
    blanks = [spacing.blanks(gap) for gap in (*(token.gap for token in part.run), part.gap)]
    return None if None in blanks else len(part.run) + sum(n or 0 for n in blanks)


def _is_whole(count: frozenset[int], cells: int | None, is_last: bool) -> bool:
    """Whether a row has as many cells as it should. Below the last one stands other text."""
    if is_last:
        return cells is None or not count or cells >= min(count) or not cells
    return cells is not None and (not cells or cells in count)


def _items(part: _Part, spacing: _Spacing | None, texts: Sequence[Text], is_last: bool) -> tuple[list[Item], int]:
    """The row of a label, and rows below it whose labels are no names; and the last line that is part of them. Behind
    the table a word like 无 is prose.
    """
    label, rest, count = part.label, part.run, part.role.counts
    has_blanks = False
    if spacing and count and not part.has_folio:
        cells = spacing.cells(part, texts)
        number = len(cells) if len(cells) in count else min(count)
        if len(cells) >= number and not any(is_figure(piece.text) for piece in cells[number:]):
            item = Item(label.piece, label.name, tuple(cells[:number]), role=part.role)
            return [item], _line_of(part, cells[:number])
        has_blanks = len(cells) > len(part.run)
    end = next((n for n, token in enumerate(part.run) if token.is_unknown), len(part.run))
    while is_last and end and not is_figure(part.run[end - 1].piece.text):
        end -= 1
    rest = part.run[end:]
    while rest and rest[0].is_unknown and (whole := _joined(label, rest[0])):
        label, rest = whole, rest[1:]
    values = tuple(token.piece for token in part.run[:end])
    is_placed = not count or len(values) in count or len(values) in label.name.counts
    is_placed &= not has_blanks and not part.has_folio
    items = [Item(label.piece, label.name, values, is_placed, part.role)]
    last = max([label.at, *(token.at for token in part.run[:end])])
    for n, token in enumerate(rest):
        if token.is_unknown and n + 1 < len(rest) and rest[n + 1].is_value:
            stop = next((k for k in range(n + 1, len(rest)) if rest[k].is_unknown), len(rest))
            items.append(Item(token.piece, UNKNOWN, tuple(each.piece for each in rest[n + 1 : stop])))
            last = rest[stop - 1].at
    return items, last


def _line_of(part: _Part, cells: Sequence[Piece]) -> int:
    tokens = {token.piece: token.at for token in part.run}
    return max([part.label.at, *(tokens.get(cell, 0) for cell in cells)])
