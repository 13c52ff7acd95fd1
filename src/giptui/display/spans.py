"""Labels that span several columns or rows: where they begin and how far they reach."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple


class Span(NamedTuple):
    """A label with the first and the last of the columns it stands over."""

    label: str
    first: int
    last: int


def levels(paths: Sequence[tuple[str, ...]]) -> Iterator[tuple[Span, ...]]:
    """The heads of a table level by level, each once, left to right.

    ``paths`` are the labels over each column, outermost first; neighbours with equal beginnings share those labels.
    """
    for depth in range(max(map(len, paths), default=0)):
        spans = []
        for _, run in groupby(range(len(paths)), key=lambda column: paths[column][: depth + 1]):
            columns = tuple(run)
            if len(paths[columns[0]]) > depth:
                spans.append(Span(paths[columns[0]][depth], columns[0], columns[-1]))
        yield tuple(spans)


def openings(paths: Iterable[tuple[str, ...]]) -> Iterator[tuple[tuple[int, str], ...]]:
    """For each row the group labels that begin at it, each with its depth, outermost first.

    ``paths`` are the groups that each row stands in, outermost first.
    """
    before: tuple[str, ...] = ()
    for path in paths:
        yield tuple((depth, label) for depth, label in enumerate(path) if path[: depth + 1] != before[: depth + 1])
        before = path
