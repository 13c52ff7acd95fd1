"""Bars, tabs or commas between cells → rows: one row a line, or one cell a line with bars around it. Called by `lines`.

Bars without a blank between them at the end of a line are padding to the width of the table, no cells. Cells that a
label spans may be there as blank ones, before the values or behind them.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

from giptui.readers.document import Text
from giptui.readers.lines import stacked
from giptui.readers.lines.assembly import WIDTH, Item, assembled, roles
from giptui.readers.lines.names import UNKNOWN, is_name, named
from giptui.readers.lines.pieces import Line, Piece, bare, is_value

_BAR: Final = re.compile(r"(?<!\\)[|｜│┃]")
_BREAK: Final = re.compile(r"<br\s*/?>", re.IGNORECASE)
_RULE: Final = re.compile(r"[\s|:+\-─━┼├┤]*-{2,}[\s|:+\-─━┼├┤]*|[─━┼├┤┌┐└┘┬┴\s]+")


class _Row(NamedTuple):
    """Labels, and the cells of the same line behind them."""

    labels: tuple[Piece, ...]
    rest: tuple[Piece, ...]


def bars(texts: Sequence[Text]) -> list[Line]:
    """The rows of lines of which most have bars."""
    split = {at: _barred(text.text) for at, text in enumerate(texts) if _BAR.search(text.text)}
    several = sum(len([cell for cell in cells if cell]) > 1 for cells in split.values())
    if several * 3 <= len([cells for cells in split.values() if any(cells)]):
        return stacked.explicit(texts, list(_one_a_line(texts)))[0]
    is_led = sum(text.text.lstrip()[:1] in "|｜│┃" for text in texts if text.text.strip()) * 2 > len(split)
    rows = [_trimmed(text, is_led) for text in texts if not _RULE.fullmatch(text.text)]
    return _lines(_rows(rows))


def tabs(texts: Sequence[Text]) -> list[Line]:
    """The rows of lines with tabs between their cells: a spreadsheet's."""
    return _lines(_rows(_delimited(texts, "\t")))


def commas(texts: Sequence[Text]) -> list[Line]:
    """The rows of lines with commas between their cells."""
    return _lines(_rows(_delimited(texts, ",")))


def _delimited(texts: Sequence[Text], delimiter: str) -> list[list[Piece]]:
    """A cell of several lines stands in quotation marks; its place is that of its last line."""
    try:
        reader = csv.reader((text.text + "\n" for text in texts), delimiter=delimiter, strict=True)
        return [[Piece(bare(cell), texts[reader.line_num - 1].place) for cell in row] for row in reader]
    except csv.Error:  # the quotation marks are the text's own
        return [[Piece(bare(cell), text.place) for cell in text.text.split(delimiter)] for text in texts]


def _barred(line: str) -> list[str]:
    cells = _BAR.split(line.rstrip("\n"))
    return [bare(_BREAK.sub("", cell)).replace("\\|", "|") for cell in cells]


def _one_a_line(texts: Sequence[Text]) -> Iterator[tuple[str, int]]:
    """The cell of each line. A bare bar behind a line without one ends that one's cell; else it is a blank cell."""
    is_open = False
    for at, text in enumerate(texts):
        line = text.text.strip()
        if not line:
            continue
        if not _BAR.search(line):
            is_open = True
            yield bare(line), at
            continue
        cells = [cell for cell in _barred(line) if cell]
        if cells or not is_open:
            yield from ((cell, at) for cell in cells or [""])
        is_open = False


def _trimmed(text: Text, is_led: bool) -> list[Piece]:
    """The cells of a line without the bars that frame it, or pad it: these have no blank between them."""
    cells = _BAR.split(text.text.strip())
    if is_led and not cells[0]:
        del cells[0]
    is_spaced = any(cell.startswith(" ") for cell in cells[1:])
    if len(cells) > 1 and not cells[-1]:
        del cells[-1]
    while is_spaced and len(cells) > 1 and not cells[-1]:
        del cells[-1]
    return [Piece(bare(_BREAK.sub("", cell)).replace("\\|", "|"), text.place) for cell in cells]


def _rows(rows: Sequence[Sequence[Piece]]) -> list[_Row]:
    """Each line taken apart behind its labels; at each further label, where there are some behind values."""
    found: list[_Row] = []
    for row in rows:
        cells = list(row)
        while cells:
            start = _start(cells)
            end = next((n for n in range(start, len(cells)) if _is_label(cells[n].text)), len(cells))
            labels = tuple(cell for cell in cells[:start] if cell.text)
            if labels or any(cell.text for cell in cells[start:end]) or len(cells) >= WIDTH:
                found.append(_Row(labels, tuple(cells[start:end])))
            cells = cells[end:]
    return found


def _is_label(text: str) -> bool:
    return bool(text) and not is_value(text) and is_name(text)


def _start(cells: Sequence[Piece]) -> int:
    """Where the cells behind the labels begin. What stands behind the label of a row and is no label is a value."""
    start, last = 0, UNKNOWN
    for n, (text, _) in enumerate(cells):
        if not text:
            continue
        name = UNKNOWN if is_value(text) else named(text)
        if is_value(text) or (name is UNKNOWN and last.is_row and not last.is_head):
            break
        start, last = n + 1, name
    return start


def _lines(rows: Sequence[_Row]) -> list[Line]:
    items: list[Item] = []
    for labels, rest in rows:
        items += [Item(label, named(label.text)) for label in labels]
        if not items or (not labels and items[-1].values):
            items.append(Item(Piece("", rest[0].place), UNKNOWN, rest))
        else:
            items[-1] = items[-1]._replace(values=rest)
    told = roles((item.name, any(cell.text for cell in item.values)) for item in items)
    items = [item._replace(role=role) for item, role in zip(items, told, strict=True)]
    return assembled(list(map(_alignment(items), items)))


def _alignment(items: Sequence[Item]) -> Callable[[Item], Item]:
    """How the values of a row are told from the blank cells beside them: as the rows that leave no doubt have it."""
    votes = [0, 0]
    for item in items:
        leading, trailing = _leading(item.values, item.role.counts), _trailing(item.values, item.role.counts)
        if bool(leading) != bool(trailing):
            votes[bool(trailing)] += 1
    is_trailing = votes[1] > 0 and not votes[0]
    is_leading = votes[0] > 0 and not votes[1]

    def chosen(item: Item) -> Item:
        values, count = item.values, item.role.counts
        if not count and not any(piece.text for piece in values):
            return item._replace(values=())
        if not count or len(values) in count:
            return item
        leading, trailing = _leading(values, count), _trailing(values, count)
        texts = [[piece.text for piece in side] for side in (leading, trailing)]
        if texts[0] == texts[1] or not trailing or is_leading:
            placed = leading
        elif not leading or is_trailing:
            placed = trailing
        else:
            placed = ()
        if placed:
            return item._replace(values=placed)
        return item._replace(values=tuple(piece for piece in values if piece.text), is_placed=False)

    return chosen


def _leading(values: tuple[Piece, ...], count: frozenset[int]) -> tuple[Piece, ...]:
    """The first cells, if those behind them are blank."""
    number = min(count, default=0)
    return values[:number] if len(values) > number and not any(p.text for p in values[number:]) else ()


def _trailing(values: tuple[Piece, ...], count: frozenset[int]) -> tuple[Piece, ...]:
    """The last cells, if those before them are blank."""
    number = min(count, default=0)
    return values[-number:] if number and len(values) > number and not any(p.text for p in values[:-number]) else ()
