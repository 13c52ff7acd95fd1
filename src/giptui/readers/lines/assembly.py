"""Labels with what stands beside or below them → rows: captions and heads on rows of their own, groups before the row
that they open. Called by the shapes whose labels come one after another.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from giptui.form import LATEST, Shape
from giptui.readers.lines.names import UNKNOWN, Name
from giptui.readers.lines.pieces import Line, Piece

_WIDE: Final = next(table for table in LATEST.tables.values() if table.shape is Shape.WIDE)
WIDE: Final = _WIDE.id
"""Section four."""
WIDTH: Final = sum(len(columns) for _, columns in _WIDE.rows())
"""Cells of the row of section four, which has no label."""
_FEWEST_HEADS: Final = 5  # over a row that has no label
_NONE: Final[frozenset[int]] = frozenset()
_ONE_WIDE: Final = frozenset([WIDTH])


class Role(NamedTuple):
    """What a label is in its table: whether it stands over columns; how many cells its row has, empty if it is the
    label of none."""

    is_head: bool = False
    counts: frozenset[int] = _NONE


class Item(NamedTuple):
    """A label and its values. ``is_placed`` as in :class:`Line`."""

    label: Piece
    name: Name = UNKNOWN
    values: tuple[Piece, ...] = ()
    is_placed: bool = True
    role: Role = Role()


def roles(labels: Iterable[tuple[Name, bool]]) -> list[Role]:
    """What labels are, one after another, each with whether anything stands beside or below it.

    其他 and 总计 are columns and rows; 行政复议 is a head where five heads follow it, and a row where its values do.
    """
    found: list[Role] = []
    columns = wide = 0  # heads since the last caption or corner; those of section four
    in_heads = True
    for name, has_values in labels:
        counts, is_head = _NONE, False
        if name.is_caption or name.is_corner:
            columns, in_heads = 0, True
        elif name.is_head and (not name.is_row or (in_heads and not (has_values and name.tables == {WIDE}))):
            columns = columns + 1 if in_heads else 1
            wide += WIDE in name.tables
            is_head = in_heads = True
            if wide >= _FEWEST_HEADS and len(name.tables) > 1:  # 总计, the last one of every part
                counts = _ONE_WIDE
        elif name.is_row:
            in_heads, wide = False, 0
            counts = frozenset([columns]) if columns in name.counts else name.counts
        found.append(Role(is_head, counts))
    return found


def assembled(items: Sequence[Item]) -> list[Line]:
    """The rows of the labels, in their order."""
    lines: list[Line] = []
    heads: list[Piece] = []
    groups: list[Piece] = []
    for label, name, values, is_placed, role in items:
        is_head = role.is_head or name.is_corner
        if is_head:
            heads.append(label)
        if heads and (not is_head or values):
            lines.append(Line((), tuple(heads), is_placed=False))
            heads = []
        if is_head:
            lines += [Line((), values, is_placed)] if values else []
        elif name.is_group and not values:
            groups.append(label)
        else:
            lines.append(Line((*groups, label) if label.text else (*groups,), values, is_placed))
            groups = []
    lines += [Line((), tuple(heads), is_placed=False)] if heads else []
    return lines + [Line((label,)) for label in groups]
