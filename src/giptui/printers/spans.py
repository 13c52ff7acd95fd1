"""Labels that span several columns or rows: where they begin and how far they reach. Used by both layouts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from giptui.form import Row


@dataclass(frozen=True, slots=True)
class Head:
    """A head with the first and the last of the columns it stands over."""

    label: str
    first: int
    last: int


def levels(paths: Sequence[tuple[str, ...]]) -> Iterator[tuple[Head, ...]]:
    """The heads of a table level by level, each once, left to right.

    ``paths`` are the labels over each column, outermost first; neighbours with equal beginnings share those labels.
    """
    for depth in range(max(map(len, paths), default=0)):
        heads = []
        for _, run in groupby(range(len(paths)), key=lambda column: paths[column][: depth + 1]):
            columns = tuple(run)
            if len(paths[columns[0]]) > depth:
                heads.append(Head(paths[columns[0]][depth], columns[0], columns[-1]))
        yield tuple(heads)


def openings(rows: Iterable[Row]) -> Iterator[tuple[Row, tuple[tuple[int, str], ...]]]:
    """Every row with the group labels that begin at it, each with its depth, outermost first."""
    before: tuple[str, ...] = ()
    for row in rows:
        fresh = tuple(
            (depth, label) for depth, label in enumerate(row.groups) if row.groups[: depth + 1] != before[: depth + 1]
        )
        yield row, fresh
        before = row.groups
