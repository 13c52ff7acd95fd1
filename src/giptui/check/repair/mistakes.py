"""What a single mistake is, and the trace it leaves in the identities. Used by the smallest repair.

One mistake is a cell that is off by some number, alone or together with totals over it that followed: the total of its
row, of its column, the total of those, each off by the same number. Which totals a cell has is read from the identities
(those whose right side is one total), so this holds for any form.

The *trace* of a mistake is what one unit of it adds to left − right of each identity. Mistakes whose traces are
multiples of one another cannot be distinguished by arithmetic: they share a *direction*.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, lru_cache
from math import gcd
from typing import NamedTuple

from giptui.form import Identity

Trace = tuple[tuple[int, int], ...]
"""(number of the identity, change of left − right) in ascending order, without zeros."""


class Mistake(NamedTuple):
    """The cell that is wrong, then the totals that followed it. Its trace is ``scale`` times its direction."""

    cells: tuple[str, ...]
    scale: int


class Catalogue:
    """Every possible single mistake by direction."""

    def __init__(self, mistakes: Mapping[Trace, tuple[Mistake, ...]]) -> None:
        self.mistakes = mistakes

    @cached_property
    def touching(self) -> Mapping[int, tuple[Trace, ...]]:
        """For each identity the directions that touch it."""
        found: dict[int, list[Trace]] = {}
        for direction in self.mistakes:
            for number, _ in direction:
                found.setdefault(number, []).append(direction)
        return {number: tuple(directions) for number, directions in found.items()}

    @cached_property
    def widest(self) -> int:
        """How many identities a single mistake can touch at most."""
        return max(map(len, self.mistakes), default=0)

    def linked(self, numbers: Iterable[int]) -> Iterator[frozenset[int]]:
        """Split identities into groups: two are in one group if a single mistake touches both, and so on."""
        rest = dict.fromkeys(numbers)
        while rest:
            group = [next(iter(rest))]
            del rest[group[0]]
            for number in group:  # grows while it is walked
                for direction in self.touching.get(number, ()):
                    reached = [other for other, _ in direction if other in rest]
                    group += reached
                    for other in reached:
                        del rest[other]
            yield frozenset(group)

    @cached_property
    def blocks(self) -> tuple[frozenset[int], ...]:
        """The parts of the form that no single mistake connects: the matrix, each line of section four."""
        return tuple(self.linked(sorted(self.touching)))


def direction_of(trace: Trace) -> tuple[Trace, int]:
    """The trace in lowest terms, its first number positive, and the multiple of it that the trace is."""
    scale = gcd(*(change for _, change in trace))
    if trace[0][1] < 0:
        scale = -scale
    return (trace if scale == 1 else tuple((number, change // scale) for number, change in trace)), scale


@lru_cache(maxsize=16)
def catalogue(identities: tuple[Identity, ...], ignored: frozenset[int] = frozenset()) -> Catalogue:
    """All single mistakes that show in at least one of the identities not ignored."""
    if ignored:
        return _narrowed(catalogue(identities), ignored)
    found: dict[Trace, list[Mistake]] = {}
    for cells, trace in _traces(identities):
        if trace:
            direction, scale = direction_of(trace)
            found.setdefault(direction, []).append(Mistake(cells, scale))
    return Catalogue({direction: tuple(mistakes) for direction, mistakes in found.items()})


def _narrowed(whole: Catalogue, ignored: frozenset[int]) -> Catalogue:
    """The catalogue without some identities; most directions do not touch them and stay as they are."""
    found: dict[Trace, tuple[Mistake, ...]] = {}
    for direction, mistakes in whole.mistakes.items():
        if ignored.isdisjoint([number for number, _ in direction]):
            found[direction] = found.get(direction, ()) + mistakes
        elif seen := tuple([entry for entry in direction if entry[0] not in ignored]):
            narrower, scale = direction_of(seen)
            rest = tuple([Mistake(each.cells, each.scale * scale) for each in mistakes])
            found[narrower] = found.get(narrower, ()) + rest
    return Catalogue(found)


@lru_cache(maxsize=4)
def effects(identities: tuple[Identity, ...]) -> Mapping[str, Mapping[int, int]]:
    """For each cell what one unit in it adds to left − right of each identity."""
    found: dict[str, dict[int, int]] = {}
    for number, identity in enumerate(identities):
        for sign, side in ((1, identity.left), (-1, identity.right)):
            for cell in side:
                adds = found.setdefault(cell, {})
                adds[number] = adds.get(number, 0) + sign
    return found


@lru_cache(maxsize=4)
def totals(identities: tuple[Identity, ...]) -> Mapping[str, tuple[str, ...]]:
    """The totals directly over a cell."""
    found: dict[str, tuple[str, ...]] = {}
    for identity in identities:
        if identity.is_sum:
            for cell in identity.left:
                found[cell] = (*found.get(cell, ()), identity.right[0])
    return found


@lru_cache(maxsize=4)
def _traces(identities: tuple[Identity, ...]) -> tuple[tuple[tuple[str, ...], Trace], ...]:
    """Every mistake's cells with its trace over all identities."""
    part, over = effects(identities), totals(identities)
    return tuple((cells, _trace(part[member] for member in cells)) for cell in part for cells in _followed(cell, over))


def _followed(cell: str, over: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """The cell alone, then with every choice of totals that can have followed it, directly or through another total."""
    seen = {frozenset((cell,))}
    queue: list[tuple[str, ...]] = [(cell,)]
    for cells in queue:  # grows while it is walked
        yield cells
        for total in dict.fromkeys(total for member in cells for total in over.get(member, ())):
            wider = frozenset((*cells, total))
            if wider not in seen:
                seen.add(wider)
                queue.append((*cells, total))


def _trace(parts: Iterable[Mapping[int, int]]) -> Trace:
    return tuple(sorted(together(parts).items()))


def together(parts: Iterable[Mapping[int, int]]) -> dict[int, int]:
    """What several cells together add to each identity, without zeros."""
    adds: dict[int, int] = {}
    for part in parts:
        for number, change in part.items():
            adds[number] = adds.get(number, 0) + change
    return {number: change for number, change in adds.items() if change}
