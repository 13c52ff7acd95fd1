"""What the sums know of blank cells.

A sum that lacks nothing but one cell knows its number: for a report in which the sum is merely short of it. Where
totals were added up without the blanks, other sums are broken by that: the filling that heals them is worked out from
all sums together.

Knows identities and values, no language. Called by the search, and by the messages where a table has blanks.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from giptui.check.finding import Change
from giptui.check.repair.mistakes import effects, together
from giptui.form import Form, Identity
from giptui.report import BLANK, NOT_APPLICABLE, State, Value, Values, Verdict, is_count, is_empty, judge


class Gap(NamedTuple):
    """A blank cell, and each sum that lacks nothing else with what it leaves for the cell."""

    address: str
    sums: tuple[tuple[Identity, int], ...]

    @property
    def number(self) -> int | None:
        """What the cell should be; None where no sum knows it, where they contradict one another, or no count is
        left for it."""
        numbers = {number for _, number in self.sums}
        number = numbers.pop() if len(numbers) == 1 else None
        return number if number is not None and is_count(number) else None

    @property
    def is_contradictory(self) -> bool:
        """Whether the sums leave different counts for it; one that leaves less than nothing is itself broken."""
        return self.number is None and all(is_count(number) for _, number in self.sums)


def gaps(form: Form, values: Values, blank: Iterable[str]) -> tuple[Gap, ...]:
    """The blank cells that a sum knows something of, by what can be trusted of it.

    A single sum over cells that another one calls wrong is not believed: the difference may be that mistake. Nor are
    numbers that together break a sum which none of them was read from.
    """
    broken = [identity for identity in form.identities if judge(identity, values).state is State.BROKEN]
    doubtful = {cell for identity in broken for cell in identity.cells}
    found: dict[str, Gap] = {}
    for address in blank:
        sums = []
        for identity in form.identities_at.get(address, ()):
            left_over = _left_over(identity, address, values)
            if left_over is not None:
                sums.append((identity, left_over))
        if len(sums) > 1 or (sums and doubtful.isdisjoint(sums[0][0].cells)):
            found[address] = Gap(address, tuple(sums))
    filled = {address: gap.number for address, gap in found.items() if gap.number is not None}
    after = [judge(identity, lambda cell: filled.get(cell, values(cell))) for identity in form.identities]
    wrong = {cell for each in after if each.state is State.BROKEN for cell in each.identity.cells} if filled else set()
    return tuple(gap for address, gap in found.items() if gap.number is None or address not in wrong)


def _left_over(identity: Identity, address: str, values: Values) -> int | None:
    """What the sum leaves for the cell; None if another of its cells is blank, 不适用 or no number."""
    if any(is_empty(values(cell)) for cell in identity.cells if cell != address):
        return None
    _, _, left, right = judge(identity, values)
    if left is None or right is None:
        return None
    return right - left if address in identity.left else left - right


def filling(
    identities: tuple[Identity, ...], verdicts: Sequence[Verdict], values: Values, need: Mapping[int, int]
) -> tuple[Change, ...]:
    """The one way of filling several blanks, with the totals added up without them, that does what is needed; none if
    the sums leave a choice. The blanks come first, then the totals."""
    bundles = {cells[0]: cells for cells in _bundles(identities, verdicts, values)}
    part = effects(identities)
    traces = {blank: together(part[cell] for cell in cells) for blank, cells in bundles.items()}
    solved = {blank: number for blank, number in _solved(verdicts, values, traces).items() if number}
    chosen: dict[str, int] = {}
    done: dict[int, int] = {}
    off = {*need}
    while more := [blank for blank in solved if blank not in chosen and not off.isdisjoint(traces[blank])]:
        chosen |= {blank: solved[blank] for blank in more}
        done = together({n: add * number for n, add in traces[blank].items()} for blank, number in chosen.items())
        firm = (n for n in done.keys() | need.keys() if verdicts[n].state in (State.HOLDS, State.BROKEN))
        off = {n for n in firm if done.get(n, 0) != need.get(n, 0)}  # another blank may make up for it
    if len(chosen) < 2 or off:
        return ()  # one blank is a mistake like others
    adds: dict[str, int] = dict.fromkeys(chosen, 0)
    for blank, number in chosen.items():
        for cell in bundles[blank]:
            adds[cell] = adds.get(cell, 0) + number
    after = {cell: (before if type(before := values(cell)) is int else 0) + add for cell, add in adds.items()}

    def changed(cell: str) -> Value:
        return after[cell] if cell in after else values(cell)

    states = [judge(identities[number], changed).state for number in done.keys() | need.keys()]
    if State.BROKEN in states or not all(map(is_count, after.values())):
        return ()
    return tuple(Change(cell, values(cell), new) for cell, new in after.items())


def as_complete(
    identities: tuple[Identity, ...], values: Values, filled: Sequence[Change], answers: Iterable[tuple[Change, ...]]
) -> Iterator[tuple[Change, ...]]:
    """The answers after which no sum is short of a blank that is not short of it after the filling."""
    cells = {change.address for change in filled}
    short = [each for each in identities if not cells.isdisjoint(each.cells) and _is_short(each, values, ())]
    closed = [identity for identity in short if not _is_short(identity, values, filled)]
    return (answer for answer in answers if not any(_is_short(identity, values, answer) for identity in closed))


def _is_short(identity: Identity, values: Values, changes: Sequence[Change]) -> bool:
    after = {change.address: change.after for change in changes}
    return judge(identity, lambda cell: after[cell] if cell in after else values(cell)).state is State.OPEN


def _bundles(
    identities: tuple[Identity, ...], verdicts: Sequence[Verdict], values: Values
) -> Iterator[tuple[str, ...]]:
    """Each blank with the totals that were added up without it: those that agree with their parts as they stand."""
    over: dict[str, list[str]] = {}
    followed = set()
    for verdict in verdicts:
        if verdict.state is State.HOLDS and verdict.identity.is_sum:
            (total,) = verdict.identity.right
            followed.add(total)
            for cell in verdict.identity.left:
                over.setdefault(cell, []).append(total)
    for blank in effects(identities):
        if values(blank) == BLANK and blank not in followed:
            cells = [blank]
            for cell in cells:  # grows while it is walked
                cells += [total for total in over.get(cell, ()) if total not in cells]
            yield tuple(cells)


def _solved(verdicts: Sequence[Verdict], values: Values, traces: Mapping[str, Mapping[int, int]]) -> Mapping[str, int]:
    """What the blanks must be, one after the other: each from a sum in which no other is unknown any more."""
    short: dict[int, int] = {}
    unknown: dict[int, set[str]] = {}
    for number, (identity, _, left, right) in enumerate(verdicts):
        if left is not None and right is not None and all(values(cell) != NOT_APPLICABLE for cell in identity.cells):
            short[number] = right - left
            unknown[number] = {blank for blank, trace in traces.items() if number in trace}
    found: dict[str, int] = {}
    ready = [number for number, blanks in unknown.items() if len(blanks) == 1]
    for number in ready:  # grows while it is walked
        if len(unknown[number]) != 1:
            continue
        (blank,) = unknown[number]
        step, odd = divmod(short[number], traces[blank][number])
        if odd or step < 0:
            return {}
        found[blank] = step
        for touched, change in traces[blank].items():
            if touched in short:
                short[touched] -= step * change
                unknown[touched].discard(blank)
                ready += [touched] if len(unknown[touched]) == 1 else []
    return found
