"""Whole rows and columns as one mistake: left out, or with all numbers shifted by one cell.

A *line* here is a row or a column of a table.

A line is *left out* if all its cells are 0 or blank. What it should hold is offered only where each of its cells is
determined by a sum that crosses the line; blanks of the line are filled then, as it is the line that is put right. The
totals over its parts may have followed (a row never entered, under a （七） that was added up without it).

A line is *shifted* if its numbers stand one cell further on, or back, than they should. The cell that they have left
holds nothing; the number that fell off at the other end, if any, follows from the sums.

Knows identities and values, no language. Used by the smallest repair where no single cell explains what is broken.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from giptui.check.finding import Change
from giptui.check.repair.mistakes import effects, together, totals
from giptui.form import Identity
from giptui.report import BLANK, State, Value, Values, Verdict, addend, is_count, is_empty, judge

Answer = tuple[Change, ...]
Need = Mapping[int, int]
"""By how much left − right must change, for each broken identity by its number."""


class How(Enum):
    """What happened to a line."""

    LEFT_OUT = "left out"
    TOO_FAR = "too far"  # its numbers belong one cell before
    TOO_SOON = "too soon"  # its numbers belong one cell after


class RowOrColumn(NamedTuple):
    """A row or a column of a table: its cells in order, and the stretches of it along which numbers can shift."""

    cells: tuple[str, ...]
    runs: tuple[tuple[str, ...], ...]
    is_row: bool


class LineMistake(NamedTuple):
    """A row or column, and what happened to it."""

    line: RowOrColumn
    how: How


@lru_cache(maxsize=4)
def rows_and_columns_of(identities: tuple[Identity, ...]) -> tuple[RowOrColumn, ...]:
    """The rows, then the columns of the matrix; numbers shift among the parts of a line or along all of it."""
    rows = [identity.cells for identity in identities if identity.rule == "row-sum"]
    parts = {identity.right[0]: identity.left for identity in identities if identity.rule == "column-sum"}
    columns = [*zip(*rows, strict=True)]
    inner = [next(parts[cell] for cell in column if cell in parts) for column in columns]
    return (
        *(RowOrColumn(row, (row[:-1], row), True) for row in rows),
        *(RowOrColumn(column, (part, column), False) for column, part in zip(columns, inner, strict=True)),
    )


class _Outline(NamedTuple):
    """A line as the identities see it. ``units``: each cell with the totals that follow it, and what one unit in them
    adds to the identities that cross the line there; none of that if a unit is not crossed at all."""

    line: RowOrColumn
    touched: frozenset[int]
    units: tuple[tuple[tuple[str, ...], tuple[tuple[int, int], ...]], ...]


@lru_cache(maxsize=4)
def _outlines(
    identities: tuple[Identity, ...], lines: tuple[RowOrColumn, ...]
) -> tuple[tuple[_Outline, ...], Mapping[int, int]]:
    """Each line alone, then with the totals over its cells that lie outside it; and for each identity those that touch
    it, a bit for each."""
    over = totals(identities)
    found = []
    for line in lines:
        alone = [(cell,) for cell in line.cells]
        found.append(_outline(identities, line, alone))
        outside = [[total for total in over.get(cell, ()) if total not in line.cells] for cell in line.cells]
        if all(len(choice) == 1 for choice in outside):
            followed = [(cell, total) for (cell,), (total,) in zip(alone, outside, strict=True)]
            outline = _outline(identities, line, followed)
            found += [outline] if outline.units else []
    touching: dict[int, int] = {}
    for place, outline in enumerate(found):
        for number in outline.touched:
            touching[number] = touching.get(number, 0) | 1 << place
    return tuple(found), touching


def _outline(identities: tuple[Identity, ...], line: RowOrColumn, bundles: Sequence[tuple[str, ...]]) -> _Outline:
    adds = [together(effects(identities)[cell] for cell in cells) for cells in bundles]
    touching = [number for add in adds for number in add]
    crossing = [tuple((n, change) for n, change in add.items() if touching.count(n) == 1) for add in adds]
    units = tuple(zip(bundles, crossing, strict=True)) if all(crossing) else ()
    return _Outline(line, frozenset(touching), units)


class LineSearch:
    """The search among the rows and columns of one report for what may have happened to one of them."""

    def __init__(
        self,
        identities: tuple[Identity, ...],
        verdicts: Sequence[Verdict],
        values: Values,
        lines: tuple[RowOrColumn, ...],
    ) -> None:
        self.verdicts = verdicts
        self.values = values
        self.effects = effects(identities)
        self.outlines, self.touching = _outlines(identities, lines)

    def answers(self, need: Need, beside: int = -1) -> dict[Answer, LineMistake]:
        """Every line that alone explains what is needed, by the changes that put it right; ``beside``: an identity
        that it may not touch."""
        fit = (1 << len(self.outlines)) - 1 & ~self.touching.get(beside, 0)
        for number in need:
            fit &= self.touching.get(number, 0)
        found: dict[Answer, LineMistake] = {}
        for place, outline in enumerate(self.outlines if fit else ()):
            if fit >> place & 1:
                for how, after in self._candidates(outline, need):
                    if answer := self._answer(after, need):
                        found.setdefault(answer, LineMistake(outline.line, how))
        return found

    def _candidates(self, outline: _Outline, need: Need) -> Iterator[tuple[How, Mapping[str, Value]]]:
        if all(self.values(cell) in (0, BLANK) for cell in outline.line.cells):
            if left_out := self._left_out(outline, need):
                yield How.LEFT_OUT, left_out
            return
        if outline.units and len(outline.units[0][0]) > 1:
            return  # totals follow a line that is left out, not one that is shifted
        for run in outline.line.runs:
            for how, cells in ((How.TOO_FAR, run), (How.TOO_SOON, run[::-1])):
                first, *others = (self.values(cell) for cell in cells)
                if first in (0, BLANK) and all(is_count(value) for value in others):
                    yield how, self._shifted(dict(zip(cells[:-1], others, strict=True)), cells[-1], need)

    def _left_out(self, outline: _Outline, need: Need) -> dict[str, Value]:
        """What the line should hold; empty if that is not determined, or is no more than one number in one place."""
        after: dict[str, Value] = {}
        steps = []
        for cells, crossing in outline.units:
            step = self._step(crossing, outline.line, need)
            if step is None or step < 0:
                return {}
            steps.append(step)
            for cell in cells:
                before = self.values(cell)
                after[cell] = before + step if type(before) is int else step if before == BLANK else before
        return after if sum(map(bool, steps)) > 1 else {}

    def _step(self, crossing: Iterable[tuple[int, int]], line: RowOrColumn, need: Need) -> int | None:
        """By how much one cell of a line is short, if the sums across the line know it and agree."""
        steps = set()
        for number, change in crossing:
            identity, state, left, right = self.verdicts[number]
            if state is State.UNKNOWN or left is None or right is None:
                continue
            if state is State.OPEN and any(is_empty(self.values(c)) for c in identity.cells if c not in line.cells):
                return None  # another blank may make up for it
            short = right - left if state is State.OPEN else need.get(number, 0)
            steps.add(None if short % change else short // change)
        return steps.pop() if len(steps) == 1 else None

    def _shifted(self, moved: dict[str, Value], entering: str, need: Need) -> dict[str, Value]:
        """The numbers in their right places, with the one that had fallen off, as the sums have it; empty if no sum
        knows it."""
        done = self._trace(moved)
        for number, change in self.effects[entering].items():
            if self.verdicts[number].state in (State.HOLDS, State.BROKEN):
                short = need.get(number, 0) - done.get(number, 0)
                lost = (addend(self.values(entering)) or 0) + short // change
                return {} if short % change or not is_count(lost) else {**moved, entering: lost}
        return {}

    def _trace(self, after: Mapping[str, Value]) -> dict[int, int]:
        """What these values would add to left − right of each identity."""
        done: dict[int, int] = {}
        for cell, value in after.items():
            if step := (addend(value) or 0) - (addend(self.values(cell)) or 0):
                for number, change in self.effects[cell].items():
                    done[number] = done.get(number, 0) + step * change
        return done

    def _answer(self, after: Mapping[str, Value], need: Need) -> Answer:
        """The changes, if they do what is needed and nothing else."""
        changes = tuple(Change(cell, self.values(cell), new) for cell, new in after.items() if new != self.values(cell))
        if not all(is_count(change.after) or change.after == BLANK for change in changes):
            return ()
        done = self._trace(after)
        for number in done.keys() | need.keys():
            identity, state, *_ = self.verdicts[number]
            if state is State.OPEN:
                if judge(identity, lambda cell: after.get(cell, self.values(cell))).state is State.BROKEN:
                    return ()
            elif state is not State.UNKNOWN and done.get(number, 0) != need.get(number, 0):
                return ()
        return changes


def blank_line(identities: tuple[Identity, ...], values: Values, line: RowOrColumn) -> Answer:
    """What a line should hold that is blank from end to end, where nothing is broken and the sums across it know."""
    verdicts = [judge(identity, values) for identity in identities]
    if any(verdict.state is State.BROKEN for verdict in verdicts):
        return ()
    answers = LineSearch(identities, verdicts, values, (line,)).answers({})
    return next(iter(answers)) if len(answers) == 1 else ()
