"""The search for the smallest repair; what is tried in which order, the package says.

It knows identities and values, no form, no rules and no language. `repair` is called by the arithmetic rules.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain, product
from math import prod
from types import MappingProxyType
from typing import NamedTuple

from giptui.check.finding import Change
from giptui.check.repair.blanks import as_complete, filling
from giptui.check.repair.mistakes import Catalogue, Mistake, Trace, catalogue, direction_of, effects, totals
from giptui.check.repair.rows_and_columns import Answer, LineMistake, LineSearch, Need, RowOrColumn
from giptui.check.repair.slips import slips
from giptui.form import Identity
from giptui.report import BLANK, State, Value, Values, Verdict, is_count, judge

Share = tuple[Trace, int]
"""A direction, and how far to go in it."""


class Explanation(NamedTuple):
    """Broken identities that belong together, and every smallest repair of them.

    ``mistakes`` is how many mistakes each answer takes back: 1 or 2, or 0 if no small cause exists (no answers then);
    several blanks that are filled together may be more.
    In an answer the cell that is wrong comes before the totals that followed it. ``lines`` says of the answers that
    put a whole row or column right which one it is and what happened to it.
    """

    broken: tuple[Verdict, ...]
    mistakes: int = 0
    answers: tuple[Answer, ...] = ()
    lines: Mapping[Answer, LineMistake] = MappingProxyType({})

    def only(self, answer: Answer) -> Explanation:
        """As if this were the only answer."""
        lines = {answer: self.lines[answer]} if answer in self.lines else {}
        return self._replace(answers=(answer,), lines=lines)


def repair(
    identities: tuple[Identity, ...], values: Values, lines: tuple[RowOrColumn, ...] = ()
) -> tuple[Explanation, ...]:
    """Explain every broken identity; nothing if all hold. ``lines`` are the rows and columns of its tables."""
    verdicts = tuple(judge(identity, values) for identity in identities)
    broken = {
        number: verdict.right - verdict.left
        for number, verdict in enumerate(verdicts)
        if verdict.state is State.BROKEN and verdict.left is not None and verdict.right is not None
    }
    if not broken:
        return ()
    search = _Search(identities, verdicts, values, lines)
    blocks = ({n: broken[n] for n in sorted(block & broken.keys())} for block in search.catalogue.blocks)
    return tuple(chain.from_iterable(search.explain(need) for need in blocks if need))


class _Search:
    """The search over one report; holds what stays the same throughout it."""

    def __init__(
        self,
        identities: tuple[Identity, ...],
        verdicts: Sequence[Verdict],
        values: Values,
        lines: tuple[RowOrColumn, ...],
    ) -> None:
        self.verdicts = verdicts
        self.values = values
        uncertain = [n for n, verdict in enumerate(verdicts) if verdict.state in (State.OPEN, State.UNKNOWN)]
        self.open = [identities[n] for n in uncertain if verdicts[n].state is State.OPEN]
        self.catalogue: Catalogue = catalogue(identities, frozenset(uncertain))
        self.identities = identities
        self.rows_and_columns = lines

    @cached_property
    def has_blanks(self) -> bool:
        return any(self.values(cell) == BLANK for cell in effects(self.identities))

    @cached_property
    def line_search(self) -> LineSearch:
        return LineSearch(self.identities, self.verdicts, self.values, self.rows_and_columns)

    def explain(self, need: Need) -> Iterator[Explanation]:
        """One mistake, else two, else the parts that hang together, else single mistakes side by side, else nothing."""
        filled = filling(self.identities, self.verdicts, self.values, need) if self.has_blanks else ()
        answers = self.answers(_share(need))
        if filled:
            others = (*as_complete(self.identities, self.values, filled, answers),)
            yield self.explanation(need, 1 if others else 2, (filled, *others))
            return
        if answers:
            yield self.explanation(need, 1, answers)
            return
        if lines := self.line_search.answers(need):
            yield self.explanation(need, 1, (*lines,), lines)
            return
        pairs = {pair: answers for pair in self.pairs(need) if (answers := self.answers(*pair))}
        if pairs:
            together = self.ranked(chain.from_iterable(pairs.values()))
            yield from self.apart(pairs) or (self.explanation(need, 2, together),)
        elif both := self.line_and_cell(need):
            yield self.explanation(need, 2, (*both,), both)
        elif len(groups := [*self.catalogue.linked(need)]) > 1:
            parts = [*chain.from_iterable(self.explain({n: need[n] for n in sorted(group)}) for group in groups)]
            yield from parts if _disjoint(parts) else (self.explanation(need),)
        else:
            yield from self.singles(need) or (self.explanation(need),)

    def explanation(
        self,
        need: Iterable[int],
        mistakes: int = 0,
        answers: tuple[Answer, ...] = (),
        lines: Mapping[Answer, LineMistake] = MappingProxyType({}),
    ) -> Explanation:
        return Explanation(tuple(self.verdicts[number] for number in need), mistakes, answers, lines)

    def answers(self, *shares: Share) -> tuple[Answer, ...]:
        """The repairs that consist of one mistake in each direction, each by the multiple given."""
        choices = [
            [
                (mistake, multiple)
                for mistake in self.catalogue.mistakes.get(direction, ())
                if not multiple % mistake.scale
            ]
            for direction, multiple in shares
        ]
        found = (self.answer(choice) for choice in product(*choices))
        return self.ranked(answer for answer in found if answer)

    def ranked(self, answers: Iterable[Answer]) -> tuple[Answer, ...]:
        """Without doubles: first those that change fewest written numbers, totals that follow aside, where there are
        blanks; then those that take back a slip of the hand, then those that change fewest cells; else in the order
        found, which is the form's."""
        distinct = {frozenset((change.address, change.after) for change in answer): answer for answer in answers}
        ordered = sorted(distinct.values(), key=len)
        ordered.sort(key=slips, reverse=True)
        if any(change.before == BLANK for answer in ordered for change in answer):
            ordered.sort(key=self._written)
        return tuple(ordered)

    def _written(self, answer: Answer) -> int:
        """How many numbers it changes that somebody wrote, totals that follow another change aside."""
        over = totals(self.identities)
        following = {total for change in answer for total in over.get(change.address, ())}
        return sum(change.before != BLANK and change.address not in following for change in answer)

    def answer(self, choice: Sequence[tuple[Mistake, int]]) -> Answer:
        """The changes that take these mistakes back; none if a cell could not hold the result."""
        after: dict[str, int] = {}
        for mistake, multiple in choice:
            step = multiple // mistake.scale
            for cell in mistake.cells:
                before = after.get(cell, self.values(cell))
                if before == BLANK:
                    before = 0
                if type(before) is not int:
                    return ()
                after[cell] = before + step
        changes = tuple(Change(cell, self.values(cell), new) for cell, new in after.items() if new != self.values(cell))
        if not all(change.before == BLANK or is_count(change.before) for change in changes):
            return ()
        if not all(is_count(change.after) for change in changes):
            return ()
        return changes if not self.open or self._spares_open(after) else ()

    def _spares_open(self, after: Mapping[str, Value]) -> bool:
        """Whether the identities that blanks leave open would not become broken."""

        def changed(address: str) -> Value:
            return after[address] if address in after else self.values(address)

        touched = (identity for identity in self.open if not after.keys().isdisjoint(identity.cells))
        return all(judge(identity, changed).state is not State.BROKEN for identity in touched)

    def pairs(self, need: Need) -> Iterator[tuple[Share, Share]]:
        """Every two different directions, each with its multiple, that together do what is needed.

        One of the two touches the pivot, an identity that few directions touch. Its multiple follows from an identity
        that the other one does not touch; where both touch the same ones, from two of them.
        """
        if len(need) > 2 * self.catalogue.widest:
            return
        seen: set[frozenset[Share]] = set()
        touching = self.catalogue.touching
        pivot = min(need, key=lambda number: len(touching.get(number, ())))
        for first in touching.get(pivot, ()):
            for multiple in self._multiples(first, need):
                trace = tuple(sorted(_without(need, first, multiple).items()))
                if not trace or len(trace) > self.catalogue.widest:
                    continue
                second = direction_of(trace)
                pair = frozenset(((first, multiple), second))
                if second[0] != first and second[0] in self.catalogue.mistakes and pair not in seen:
                    seen.add(pair)
                    yield (first, multiple), second

    def _multiples(self, first: Trace, need: Need) -> set[int]:
        """How far the first of two mistakes may go: all the multiples that can leave a single mistake over."""
        found = {need[n] // change for n, change in first if n in need and not need[n] % change}
        numbers = [number for number, _ in first]
        if len(first) > 1 and need.keys() <= set(numbers):  # the other may touch exactly the same identities
            for second in self.catalogue.touching[numbers[0]]:
                if second != first and [number for number, _ in second] == numbers:
                    found.update(_crossing(first, second, need))
        return found - {0}

    def line_and_cell(self, need: Need) -> dict[Answer, LineMistake]:
        """A whole line and a cell: the cell is the one that shows in a sum which the line does not touch."""
        found: dict[Answer, LineMistake] = {}
        for number in need if self.rows_and_columns else ():
            for direction in self.catalogue.touching.get(number, ()):
                multiple, odd = divmod(need[number], dict(direction)[number])
                rest = _without(need, direction, multiple)
                if odd or not rest or not (lines := self.line_search.answers(rest, beside=number)):
                    continue
                for (line, mistake), cell in product(lines.items(), self.answers((direction, multiple))):
                    after = {change.address: change.after for change in (*line, *cell)}
                    if len(after) == len(line) + len(cell) and self._spares_open(after):
                        found.setdefault((*line, *cell), mistake)
        return found

    def apart(self, pairs: Mapping[tuple[Share, Share], tuple[Answer, ...]]) -> tuple[Explanation, ...]:
        """Two mistakes as two explanations, if they have no identity in common and any answer to one goes with any to
        the other."""
        (pair, together), *more = pairs.items()
        halves = [{number: change * multiple for number, change in direction} for direction, multiple in pair]
        if more or not halves[0].keys().isdisjoint(halves[1]):
            return ()
        parts = self._each(sorted(halves, key=min))
        return parts if prod(len(part.answers) for part in parts) == len(together) else ()

    def singles(self, need: Need) -> tuple[Explanation, ...]:
        """Single mistakes side by side that cover what is needed, if there is exactly one way, forced step by step."""
        options = {frozenset(half): half for half in self._clean(need)}
        rest, chosen = set(need), []
        while rest:
            forced = next((fit[0] for n in sorted(rest) if len(fit := [key for key in options if n in key]) == 1), None)
            if forced is None:
                return ()
            chosen.append(options[forced])
            rest -= forced
            options = {key: half for key, half in options.items() if key.isdisjoint(forced)}
        return self._each(sorted(chosen, key=min))

    def _clean(self, need: Need) -> Iterator[Need]:
        """The parts of what is needed that one mistake heals without touching anything else."""
        for direction in dict.fromkeys(chain.from_iterable(self.catalogue.touching.get(n, ()) for n in need)):
            half = {number: need[number] for number, _ in direction if number in need}
            if len(half) == len(direction) and _share(half)[0] == direction and self.answers(_share(half)):
                yield half

    def _each(self, halves: Iterable[Need]) -> tuple[Explanation, ...]:
        parts = tuple(self.explanation(half, 1, self.answers(_share(half))) for half in halves)
        return parts if all(part.answers for part in parts) and _disjoint(parts) else ()


def _share(need: Need) -> Share:
    return direction_of(tuple(sorted(need.items())))


def _without(need: Need, direction: Trace, multiple: int) -> dict[int, int]:
    """What is needed when one mistake has been taken back."""
    rest = dict(need)
    for number, change in direction:
        rest[number] = rest.get(number, 0) - multiple * change
    return {number: change for number, change in rest.items() if change}


def _disjoint(parts: Sequence[Explanation]) -> bool:
    """Whether the parts can be put right one by one, as no two of them would change the same cell."""
    touched = [{change.address for answer in part.answers for change in answer} for part in parts]
    return sum(map(len, touched)) == len(set().union(*touched))


def _crossing(first: Trace, second: Trace, need: Need) -> Iterator[int]:
    """The multiple of ``first`` where the two directions over the same identities meet what is needed."""
    (number, a), (_, b) = first[0], second[0]
    for (other, c), (_, d) in zip(first[1:], second[1:], strict=True):
        if determinant := a * d - b * c:
            above = need.get(number, 0) * d - b * need.get(other, 0)
            if not above % determinant:
                yield above // determinant
            return
