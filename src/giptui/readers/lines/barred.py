"""Bars, tabs or commas between cells → rows: one row a line, or one cell a line with bars around it. Called by `lines`.

Lines may be padded with bars to the width of the table. Cells that a label spans may be there as blank ones, before the
values or behind them.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from giptui.readers.document import Text
from giptui.readers.lines import stacked
from giptui.readers.lines.assembly import WIDTH, Item, assembled, roles
from giptui.readers.lines.names import UNKNOWN, is_name, named
from giptui.readers.lines.pieces import BARS, Line, Piece, bare, is_value

_BAR: Final = re.compile(rf"(?<!\\)[{BARS}]")
_TIGHT: Final = re.compile(f"[{BARS}][{BARS}]")
_HOLE: Final = re.compile(rf"[0-9０-９/?]\s*[{BARS}](?:\s*[{BARS}])+\s*[0-9０-９/?]")  # a blank cell between figures
_BLANK: Final = BARS + " \t"
_BREAK: Final = re.compile(r"<br\s*/?>", re.IGNORECASE)
_RULE: Final = re.compile(r"[\s|:+\-─━┼├┤]*-{2,}[\s|:+\-─━┼├┤]*|[─━┼├┤┌┐└┘┬┴\s]+")


class _Row(NamedTuple):
    """Labels, and the cells of the same line behind them."""

    labels: tuple[Piece, ...]
    rest: tuple[Piece, ...]


def bars(texts: Sequence[Text], others: Sequence[Text] = ()) -> list[Line]:
    """The rows of lines of which most have bars. ``others`` are lines of the same source that tell whether it keeps
    blank cells.
    """
    lines = [text for text in texts if text.text.strip() and not _RULE.fullmatch(text.text)]
    barred = [line for text in lines if _BAR.search(line := text.text.strip())]
    several = sum(len([cell for cell in _cells(line) if cell]) > 1 for line in barred)
    if several * 3 <= sum(any(_cells(line)) for line in barred):
        return stacked.explicit(texts, list(_one_a_line(texts)))[0]
    is_led = sum(line[0] in BARS for line in barred) * 2 > len(barred)
    is_tight = any(_TIGHT.search(line) for line in barred)
    is_closed = not is_tight and all(line[-1] in BARS for line in barred)
    cells = [[Piece(cell, text.place) for cell in _cells(text.text.strip())] for text in lines]
    rows = [row[is_led and not row[0].text : len(row) - is_closed] for row in cells]
    is_doubtful = is_tight and not any(_HOLE.search(text.text) for text in (*texts, *others))
    return _lines(_rows(rows), is_doubtful)


def delimited(texts: Sequence[Text], delimiter: str) -> list[Line]:
    """The rows of lines with tabs or commas between their cells: a spreadsheet's."""
    return _lines(_rows(_padded(_split(texts, delimiter))))


def _padded(rows: Sequence[Sequence[Piece]]) -> Iterator[list[Piece]]:
    """The rows as wide as the widest of their table, where an editor cut blank cells off their ends: only those that
    have kept the blank ones before a cell.
    """
    tables: list[str] = []
    for row in rows:
        own = [names.pop() for cell in row if len(names := set(named(cell.text).tables)) == 1]
        tables.append(own[0] if own else tables[-1] if tables else "")
    widths: dict[str, int] = {}
    for row, table in zip(rows, tables, strict=True):
        widths[table] = max(len(row), widths.get(table, 0))
    for row, table in zip(rows, tables, strict=True):
        missing = widths[table] - len(row) if _has_hole(row) else 0
        yield [*row, *(Piece("", row[-1].place) for _ in range(missing))]


def _split(texts: Sequence[Text], delimiter: str) -> list[list[Piece]]:
    """A cell of several lines stands in quotation marks; its place is that of its last line."""
    try:
        reader = csv.reader((text.text + "\n" for text in texts), delimiter=delimiter, strict=True)
        return [[Piece(bare(cell), texts[reader.line_num - 1].place) for cell in row] for row in reader]
    except csv.Error:  # the quotation marks are the text's own
        return [[Piece(bare(cell), text.place) for cell in text.text.split(delimiter)] for text in texts]


def _cells(line: str) -> list[str]:
    return [bare(_BREAK.sub("", cell)).replace("\\|", "|") for cell in _BAR.split(line)]


def _one_a_line(texts: Sequence[Text]) -> Iterator[tuple[str, int]]:
    """The cell of each line. A bare bar is a blank cell, unless it ends a cell without one, or opens a row: behind
    heads, which are never blank, and before each label of a row where the first one has it.
    """
    lines = [(at, line) for at, text in enumerate(texts) if (line := text.text.strip())]
    opens = bool(lines) and not lines[0][1].strip(_BLANK)
    alternates = sum(not _BAR.search(line) for _, line in lines) * 3 > len(lines)
    is_open = is_behind_head = False
    for (at, line), (_, following) in zip(lines, [*lines[1:], (0, "")], strict=True):
        if alternates and _TIGHT.match(line):  # padding
            continue
        if not _BAR.search(line):
            is_open = True
            yield bare(line), at
            continue
        cells = [cell for cell in _cells(line) if cell]
        is_opener = opens and (is_behind_head or is_name(next(filter(None, _cells(following)), "")))
        if cells or not (is_open or is_opener):
            yield from ((cell, at) for cell in cells or [""])
        is_open = False
        is_behind_head = bool(cells) and named(cells[-1]).is_head


def _rows(rows: Iterable[Sequence[Piece]]) -> list[_Row]:
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


def _lines(rows: Sequence[_Row], is_doubtful: bool = False) -> list[Line]:
    """``is_doubtful``: what is blank at the end of a line may be no cell, and what was blank within it may be gone."""
    is_doubtful = is_doubtful and not any(_has_hole(rest) for _, rest in rows)
    items: list[Item] = []
    for labels, rest in rows:
        items += [Item(label, named(label.text)) for label in labels]
        if not items or (not labels and items[-1].values):
            items.append(Item(Piece("", rest[0].place), UNKNOWN, rest))
        else:
            items[-1] = items[-1]._replace(values=rest)
    told = roles((item.name, any(cell.text for cell in item.values)) for item in items)
    items = [item._replace(role=role) for item, role in zip(items, told, strict=True)]
    aligned = map(_alignment(items), items, _behind_heads(items))
    return assembled([_undoubted(item) if is_doubtful else item for item in aligned])


def _behind_heads(items: Sequence[Item]) -> Iterator[int]:
    """For each item the blank cells behind the last head above it."""
    behind = 0
    for item in items:
        if item.name.is_head and not item.name.is_row and not any(piece.text for piece in item.values):
            behind = len(item.values)
        yield behind


def _has_hole(cells: Sequence[Piece]) -> bool:
    """Whether a blank cell stands before one that is not."""
    texts = [bool(cell.text) for cell in cells]
    return texts != sorted(texts, reverse=True)


def _undoubted(item: Item) -> Item:
    """The row without a place for its values if it ends in blanks."""
    texts = [piece.text for piece in item.values]
    if not any(texts) or all(texts):
        return item
    return item._replace(values=tuple(piece for piece in item.values if piece.text), is_placed=False)


def _alignment(items: Sequence[Item]) -> Callable[[Item, int], Item]:
    """How the values of a row are told from the blank cells beside them: as many behind them as behind the heads, or as
    the rows that leave no doubt have it.
    """
    votes = [0, 0]
    for item in items:
        leading, trailing = _leading(item.values, item.role.counts), _trailing(item.values, item.role.counts)
        if bool(leading) != bool(trailing):
            votes[bool(trailing)] += 1
    is_trailing = votes[1] > 0 and not votes[0]
    is_leading = votes[0] > 0 and not votes[1]

    def chosen(item: Item, behind_heads: int) -> Item:
        values, count = item.values, item.role.counts
        if not count and not any(piece.text for piece in values):
            return item._replace(values=())
        if not count or len(values) in count:
            return item
        leading, trailing = _leading(values, count), _trailing(values, count)
        texts = [[piece.text for piece in side] for side in (leading, trailing)]
        is_padded = 0 < behind_heads == len(values) - min(count)
        if texts[0] == texts[1] or not trailing or is_leading or (leading and is_padded):
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
