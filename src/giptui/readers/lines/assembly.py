"""Labels with what stands beside or below them → rows: captions and heads on rows of their own, groups before the row
that they open. Called by the shapes whose labels come one after another.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from giptui.form import LATEST, Shape
from giptui.readers.lines.names import Kind, Name
from giptui.readers.lines.pieces import Line, Piece

_WIDE: Final = next(table for table in LATEST.tables.values() if table.shape is Shape.WIDE)
_FEWEST_HEADS: Final = 5  # over a row that has no label


class Item(NamedTuple):
    """A label and its values. ``is_placed`` as in :class:`Line`."""

    label: Piece
    name: Name
    values: tuple[Piece, ...] = ()
    is_placed: bool = True


class _Context:
    """What the labels so far tell of the next one."""

    def __init__(self) -> None:
        self.heads = 0  # columns named since the last caption
        self.wide = 0  # those of section four, whose row has no label
        self.in_heads = True

    def is_head(self, item: Item) -> bool:
        """Whether the label stands over columns: 其他 and 总计 are rows too."""
        kind = item.name.kind
        return Kind.HEAD in kind and (Kind.ROW not in kind or self.in_heads) and not self._is_wide_row(item)

    def _is_wide_row(self, item: Item) -> bool:
        """行政复议 is a head where five heads follow it, and a row where its values do."""
        return Kind.ROW in item.name.kind and {_WIDE.id} == item.name.tables and any(v.text for v in item.values)

    def counts(self, item: Item) -> frozenset[int]:
        """How many cells the row of the label has; empty if it is none, or none of the form's."""
        kind = item.name.kind
        if Kind.CAPTION in kind or Kind.CORNER in kind:
            self.heads, self.in_heads = 0, True
        elif self.is_head(item):
            self.heads = self.heads + 1 if self.in_heads else 1
            self.wide = self.wide + (_WIDE.id in item.name.tables)
            self.in_heads = True
            if self.wide >= _FEWEST_HEADS and len(item.name.tables) > 1:  # 总计, the last one of every part
                return frozenset([sum(len(columns) for _, columns in _WIDE.rows())])
        elif Kind.ROW in kind:
            self.in_heads, self.wide = False, 0
            counts = item.name.counts
            return frozenset([self.heads]) if self.heads in counts else counts
        return frozenset()


def wanted(items: Sequence[Item]) -> list[frozenset[int]]:
    """For each label how many cells its row has; empty if it is the label of none."""
    context = _Context()
    return [context.counts(item) for item in items]


def assembled(items: Sequence[Item]) -> list[Line]:
    """The rows of the labels, in their order."""
    lines: list[Line] = []
    heads: list[Piece] = []
    groups: list[Piece] = []
    context = _Context()
    for item in items:
        is_head = context.is_head(item) or Kind.CORNER in item.name.kind
        context.counts(item)
        if is_head:
            heads.append(item.label)
        if heads and (not is_head or item.values):
            lines.append(Line((), tuple(heads), is_placed=False))
            heads = []
        if is_head and item.values:
            lines.append(Line((), item.values, item.is_placed))
        elif is_head:
            continue
        elif Kind.GROUP in item.name.kind and not item.values:
            groups.append(item.label)
        else:
            label = (item.label,) if item.label.text else ()
            lines.append(Line((*groups, *label), item.values, item.is_placed))
            groups = []
    lines += [Line((), tuple(heads), is_placed=False)] if heads else []
    return lines + [Line((label,)) for label in groups]
