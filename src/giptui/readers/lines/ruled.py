"""The layout `tables` of giptui's own plain text → rows: the dashes over the rows say how far each column reaches.

Called by `lines`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from giptui.display.width import offsets
from giptui.readers.document import Text
from giptui.readers.lines.names import is_beginning, is_name, named
from giptui.readers.lines.pieces import Line, Piece, bare

_FULL: Final = re.compile("-{20,} *")
_COLUMNS: Final = re.compile("-+(?:  -+)+ *")
_DASHES: Final = re.compile("[- ]*-[- ]*")
_WITHIN: Final = re.compile(r"[0-9][0-9,.]*")
_MOST_LINES: Final = 400  # of one table


class _Entry(NamedTuple):
    indent: int
    label: Piece
    values: tuple[Piece, ...]
    is_placed: bool  # no column begins within a figure


def end(lines: Sequence[Text], at: int) -> int:
    """Where the ruled table ends that begins at the line; ``at`` if there is none."""
    if not lines[at].text.startswith("-" * 20) or not _FULL.fullmatch(lines[at].text):
        return at
    if at + 1 < len(lines) and lines[at + 1].text.startswith("-"):  # rules without end
        return at
    stop, has_columns = at, False
    for n in range(at, min(len(lines), at + _MOST_LINES)):
        text = lines[n].text
        if not text.strip():
            break
        if text.startswith("-"):
            has_columns = has_columns or bool(_COLUMNS.fullmatch(text))
            stop = n + 1 if _FULL.fullmatch(text) else stop
    return stop if has_columns and stop > at + 1 else at


def rows(lines: Sequence[Text]) -> list[Line]:
    """The rows of the table that is these lines: captions, heads in their columns, rows with every blank."""
    found: list[Line] = []
    block: list[Text] = []
    for line in lines:
        if _FULL.fullmatch(line.text):
            found += _block(block)
            block = []
        else:
            block.append(line)
    return found


def _block(lines: Sequence[Text]) -> Iterator[Line]:
    rule = next((n for n, line in enumerate(lines) if _COLUMNS.fullmatch(line.text)), None)
    if rule is None:
        yield from (Line((Piece(bare(line.text), line.place),)) for line in lines)
        return
    reaches = [match.span() for match in re.finditer("-+", lines[rule].text)]
    yield from _top(lines[:rule], reaches)
    entries = _unwrapped([_entry(line, reaches) for line in lines[rule + 1 :] if not _DASHES.fullmatch(line.text)])
    for n, entry in enumerate(entries):
        name = named(entry.label.text)
        is_group = not any(value.text for value in entry.values) and (
            not name.is_row or (name.is_group and n + 1 < len(entries) and entries[n + 1].indent > entry.indent)
        )
        yield Line((entry.label,), () if is_group else entry.values, entry.is_placed)


def _top(lines: Sequence[Text], reaches: Sequence[tuple[int, int]]) -> Iterator[Line]:
    """Caption, and the lowest level of heads with the lines of each put together; what spans them is left out."""
    spans = max((n + 1 for n, line in enumerate(lines) if line.text.lstrip().startswith("--")), default=0)
    lines = lines[spans:]
    if lines and named(bare(lines[0].text)).is_caption:
        yield Line((Piece(bare(lines[0].text), lines[0].place),))
        lines = lines[1:]
    if lines:
        stacks = zip(*(_cells(line, reaches) for line in lines), strict=True)
        corner, *heads = (Piece("".join(piece.text for piece in stack), lines[-1].place) for stack in stacks)
        yield Line((corner,), tuple(heads))


def _entry(line: Text, reaches: Sequence[tuple[int, int]]) -> _Entry:
    indent = len(line.text) - len(line.text.lstrip())
    label, *values = _cells(line, reaches)
    if any(start < edge < end for start, end in _figures(line.text) for _, edge in reaches):
        rest = line.text.lstrip()[len(label.text) :]  # the rule is not that of these columns: the figures as they stand
        return _Entry(indent, label, (Piece(bare(rest), line.place),), is_placed=False)
    return _Entry(indent, label, tuple(values), is_placed=True)


def _figures(text: str) -> Iterator[tuple[int, int]]:
    """From which cell of the line to which its figures reach."""
    starts = offsets(text)
    return ((starts[match.start()], starts[match.end() - 1] + 1) for match in _WITHIN.finditer(text))


def _unwrapped(entries: Sequence[_Entry]) -> list[_Entry]:
    """A label over several lines on its first one, where its values stand."""
    found: list[_Entry] = []
    for entry in entries:
        if found and not any(value.text for value in entry.values):
            whole = found[-1].label + entry.label
            if is_name(whole.text) or is_beginning(whole.text):
                found[-1] = found[-1]._replace(label=whole)
                continue
        found.append(entry)
    return found


def _cells(line: Text, reaches: Sequence[tuple[int, int]]) -> list[Piece]:
    """What stands over or under each run of dashes."""
    starts = offsets(line.text)
    cells, at = [], 0
    for _, reach in reaches:
        stop = next((n for n in range(at, len(line.text)) if starts[n] >= reach), len(line.text))
        cells.append(Piece(bare(line.text[at:stop]), line.place))
        at = stop
    return cells
