"""The smallest repair on small made-up systems, against a search that tries everything."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations, product

from hypothesis import given
from hypothesis import strategies as st

from giptui.check.repair import Explanation, RowOrColumn, repair, rows_and_columns_of
from giptui.form import Identity
from giptui.report import State, Value, is_count, judge

Cells = dict[str, Value]
Moves = frozenset[tuple[str, int]]  # address and new value

# A table of two rows and two columns with its totals, and a balance of what came in: in + old = total + rest.
TABLE = (
    Identity("row-sum", "r1", ("a", "b"), ("ab",)),
    Identity("row-sum", "r2", ("c", "d"), ("cd",)),
    Identity("row-sum", "r3", ("ac", "bd"), ("all",)),
    Identity("column-sum", "c1", ("a", "c"), ("ac",)),
    Identity("column-sum", "c2", ("b", "d"), ("bd",)),
    Identity("column-sum", "c3", ("ab", "cd"), ("all",)),
    Identity("balance", "c3", ("in", "old"), ("all", "rest")),
)
# LineSearch that cross in odd ways: equal supports with different signs, a cell twice over, a part of two totals.
CROSSED = (
    Identity("row-sum", "1", ("a", "b"), ("t",)),
    Identity("row-sum", "2", ("a", "u"), ("b", "c")),
    Identity("row-sum", "3", ("t", "t"), ("u",)),
    Identity("row-sum", "4", ("c", "b"), ("v",)),
)


def everything(identities: tuple[Identity, ...]) -> Iterator[tuple[str, ...]]:
    """Each cell with each set of totals that can have followed it, found by trying all sets."""
    over: dict[str, set[str]] = {cell: set() for identity in identities for cell in identity.cells}
    for identity in identities:
        if identity.is_sum:
            for cell in identity.left:
                over[cell].add(identity.right[0])
    for cell in over:
        others = sorted(set(over) - {cell})
        for size in range(len(others) + 1):
            for chosen in combinations(others, size):
                reached = {cell}
                for _ in chosen:
                    reached |= {total for member in reached for total in over[member]} & {cell, *chosen}
                if reached == {cell, *chosen}:
                    yield (cell, *chosen)


MISTAKES = {system: tuple(everything(system)) for system in (TABLE, CROSSED)}


def trace(identities: tuple[Identity, ...], cells: tuple[str, ...]) -> tuple[int, ...]:
    return tuple(
        sum(identity.left.count(cell) - identity.right.count(cell) for cell in cells) for identity in identities
    )


Step = tuple[tuple[str, int], ...]  # cell and what is added to it


class Trial:
    """Everything that can be tried on one table."""

    def __init__(self, identities: tuple[Identity, ...], values: Cells) -> None:
        self.identities = identities
        self.values = values
        verdicts = [judge(identity, values.__getitem__) for identity in identities]
        self.firm = [n for n, verdict in enumerate(verdicts) if verdict.state in (State.HOLDS, State.BROKEN)]
        self.need = tuple((verdicts[n].right or 0) - (verdicts[n].left or 0) for n in self.firm)
        self.units = {cell: trace(identities, (cell,)) for cell in cells_of(identities)}
        self.bound = 3 * max(map(abs, self.need), default=0)

    def effect(self, step: Step) -> tuple[int, ...]:
        """What the step adds to the identities that count."""
        return tuple(sum(change * self.units[cell][n] for cell, change in step) for n in self.firm)

    def applied(self, *steps: Step) -> Moves | None:
        """The cells that change, if all then holds that can be known; a blank may be filled."""
        after = dict(self.values)
        for cell, change in (entry for step in steps for entry in step):
            before = after[cell]
            if before == "":
                before = 0
            if not isinstance(before, int):
                return None
            after[cell] = before + change
        differing = {cell: value for cell, value in after.items() if value != self.values[cell]}
        if not all(is_count(value) for value in differing.values()):
            return None
        states = [judge(identity, after.__getitem__).state for identity in self.identities]
        if any(states[n] is not State.HOLDS for n in self.firm) or State.BROKEN in states:
            return None
        return frozenset(differing.items())  # type: ignore[arg-type]

    def cells(self) -> Iterator[Step]:
        """Each cell, alone and with totals that followed, by each number that could matter."""
        numbers = [number for number in range(-self.bound, self.bound + 1) if number]
        for cells in MISTAKES[self.identities]:
            if any(self.effect(tuple((cell, 1) for cell in cells))):
                yield from (tuple((cell, number) for cell in cells) for number in numbers)

    def lines(self) -> Iterator[tuple[frozenset[int], Step]]:
        """Each row and column left out or slipped, by each number that could matter, with the identities it touches."""
        over = {
            cell: [i.right[0] for i in self.identities if i.is_sum and cell in i.left]
            for cell in cells_of(self.identities)
        }
        for line in rows_and_columns_of(self.identities):
            bundles = [tuple((cell,) for cell in line.cells)]
            outside = [[total for total in over[cell] if total not in line.cells] for cell in line.cells]
            if all(len(totals) == 1 for totals in outside):
                bundles.append(tuple((cell, total) for cell, (total,) in zip(line.cells, outside, strict=True)))
            if all(self.values[cell] in (0, "") for cell in line.cells):
                for bundle in bundles:
                    touched = self.touched(bundle)
                    for numbers in product(range(2 * self.bound // 3 + 1), repeat=len(bundle)):
                        if sum(map(bool, numbers)) > 1:
                            pairs = zip(bundle, numbers, strict=True)
                            yield touched, tuple((cell, number) for cells, number in pairs for cell in cells)
                continue
            for run in line.runs:
                for cells in (run, run[::-1]):
                    seen = [self.values[cell] for cell in cells]
                    if seen[0] == 0 and all(isinstance(value, int) for value in seen):
                        for entering in range(self.bound + 1):
                            moved = zip(cells, seen, [*seen[1:], entering], strict=True)
                            yield self.touched(bundles[0]), tuple((c, new - old) for c, old, new in moved)

    def touched(self, bundle: tuple[tuple[str, ...], ...]) -> frozenset[int]:
        traces = [trace(self.identities, cells) for cells in bundle]
        return frozenset(n for n in range(len(self.identities)) if any(t[n] for t in traces))


def brute_force(identities: tuple[Identity, ...], values: Cells) -> tuple[set[Moves], set[Moves]]:
    """All repairs of one cell, and all of two whose traces are no multiples of one another."""
    trial = Trial(identities, values)
    by_effect: dict[tuple[int, ...], list[Step]] = {}
    for step in trial.cells():
        by_effect.setdefault(trial.effect(step), []).append(step)
    ones = {moved for step in by_effect.get(trial.need, ()) if (moved := trial.applied(step))}
    twos: set[Moves] = set()
    for effect, chosen in by_effect.items():
        rest = tuple(wanted - done for wanted, done in zip(trial.need, effect, strict=True))
        if all(x * b == y * a for (x, a), (y, b) in product(zip(effect, rest, strict=True), repeat=2)):
            continue  # parallel, or nothing left
        pairs = product(chosen, by_effect.get(rest, ()))
        twos |= {moved for one, other in pairs if (moved := trial.applied(one, other))}
    return ones, twos


def brute_lines(identities: tuple[Identity, ...], values: Cells) -> tuple[set[Moves], set[Moves]]:
    """All repairs of one whole line, and of a line with a cell that shows in a sum which the line does not touch."""
    trial = Trial(identities, values)
    by_effect: dict[tuple[int, ...], list[Step]] = {}
    for step in trial.cells():
        by_effect.setdefault(trial.effect(step), []).append(step)
    ones, both = set(), set()
    for touched, line in trial.lines():
        done = trial.effect(line)
        if done == trial.need and (moved := trial.applied(line)):
            ones.add(moved)
        rest = tuple(wanted - made for wanted, made in zip(trial.need, done, strict=True))
        outside = [place for place, n in enumerate(trial.firm) if n not in touched]
        if any(done) and any(rest[place] for place in outside):
            for cell in by_effect.get(rest, ()):
                if {c for c, _ in cell}.isdisjoint(c for c, change in line if change):
                    both |= {moved} if (moved := trial.applied(line, cell)) else set()
    return ones, both


def moves(explanation: Explanation) -> set[Moves]:
    return {frozenset((change.address, change.after) for change in answer) for answer in explanation.answers}  # type: ignore[misc]


def fills_several(explanation: Explanation) -> bool:
    """Whether the first answer fills several blanks: these come before what the search finds."""
    return bool(explanation.answers) and sum(change.before == "" for change in explanation.answers[0]) > 1


def heals(explanation: Explanation, values: Cells) -> bool:
    """Whether its first answer puts right all that is broken."""
    after = {**values, **{change.address: change.after for change in explanation.answers[0]}}
    return all(judge(verdict.identity, after.__getitem__).state is State.HOLDS for verdict in explanation.broken)


def agrees(identities: tuple[Identity, ...], values: Cells) -> None:
    explanations = repair(identities, values.__getitem__)
    broken = [
        verdict for identity in identities if (verdict := judge(identity, values.__getitem__)).state is State.BROKEN
    ]
    explained = [verdict for explanation in explanations for verdict in explanation.broken]
    assert sorted(verdict.identity.name for verdict in explained) == sorted(verdict.identity.name for verdict in broken)
    ones, twos = brute_force(identities, values) if broken else (set(), set())
    match explanations:
        case ():
            assert not broken
        case (Explanation(mistakes=1) as single,) if fills_several(single) and moves(single) != ones:
            assert heals(single, values)
            assert moves(single._replace(answers=single.answers[1:])) <= ones
        case (Explanation(mistakes=1) as single,):
            assert moves(single) == ones != set()
        case (Explanation(mistakes=2, answers=(_,)) as blanks,) if fills_several(blanks):
            assert heals(blanks, values)
        case (Explanation(mistakes=2) as double,):
            assert not ones
            assert moves(double) == twos != set()
        case (Explanation(mistakes=1) as first, Explanation(mistakes=1) as second):
            assert not ones
            assert {one | other for one, other in product(moves(first), moves(second))} == twos
        case _:
            assert not ones
            assert not twos


def agrees_with_lines(values: Cells) -> None:
    """The order in which the repair tries: a cell, a line, two cells, a line and a cell."""
    explanations = repair(TABLE, values.__getitem__, rows_and_columns_of(TABLE))
    broken = [identity for identity in TABLE if judge(identity, values.__getitem__).state is State.BROKEN]
    assert sorted(v.identity.name for e in explanations for v in e.broken) == sorted(i.name for i in broken)
    if not broken:
        return
    one, two = brute_force(TABLE, values)
    line, both = (set(), set()) if one else brute_lines(TABLE, values)
    if wanted := one or line or two or both:
        mistakes = 1 if one or line else 2
        given = [moves(explanation) for explanation in explanations]
        together = given[0] if len(given) == 1 else {a | b for a, b in product(*given)}
        assert together == wanted
        assert sum(explanation.mistakes for explanation in explanations) == mistakes
    slipped = not one and (line or (both and not two))
    assert any(explanation.lines for explanation in explanations) == bool(slipped)


def cells_of(identities: tuple[Identity, ...]) -> list[str]:
    return list(dict.fromkeys(cell for identity in identities for cell in identity.cells))


def tables(identities: tuple[Identity, ...], value: st.SearchStrategy[Value]) -> st.SearchStrategy[Cells]:
    return st.fixed_dictionaries(dict.fromkeys(cells_of(identities), value))


def table_of(numbers: Mapping[str, int]) -> Cells:
    """The table with totals that agree, from its details and what came in and was left."""
    a, b, c, d, rest = (numbers[key] for key in ("a", "b", "c", "d", "rest"))
    old = min(numbers["old"], a + b + c + d + rest)
    totals = {"ab": a + b, "cd": c + d, "ac": a + c, "bd": b + d, "all": a + b + c + d}
    return {**numbers, **totals, "old": old, "in": a + b + c + d + rest - old}


small = st.integers(0, 3)
clean = st.fixed_dictionaries(dict.fromkeys(("a", "b", "c", "d", "rest", "old"), small)).map(table_of)
wrong = st.dictionaries(st.sampled_from(cells_of(TABLE)), small, min_size=1, max_size=3)
odd = st.dictionaries(st.sampled_from(cells_of(TABLE)), st.sampled_from(["", "/", "?"]), max_size=2)


@given(clean, wrong)
def test_all_smallest_repairs_of_a_few_wrong_cells(table: Cells, mistakes: Cells) -> None:
    agrees(TABLE, {**table, **mistakes})


@given(clean, wrong, odd)
def test_blanks_are_filled_unread_cells_are_not_and_what_they_leave_open_is_not_broken(
    table: Cells, mistakes: Cells, odd_ones: Cells
) -> None:
    agrees(TABLE, {**table, **mistakes, **odd_ones})


@given(
    clean,
    st.sampled_from(rows_and_columns_of(TABLE)),
    st.sampled_from((None, 1, -1)),
    st.sampled_from((0, 1)),
    st.one_of(st.just({}), wrong),
)
def test_whole_lines_left_out_or_slipped_alone_and_with_cells(
    table: Cells, line: RowOrColumn, slipped: int | None, along: int, mistakes: Cells
) -> None:
    run = line.runs[along] if slipped else line.cells
    numbers = [table[cell] for cell in run]
    seen = {1: [0, *numbers[:-1]], -1: [*numbers[1:], 0]}[slipped] if slipped else [0] * len(numbers)
    agrees_with_lines({**table, **dict(zip(run, seen, strict=True)), **mistakes})


@given(tables(CROSSED, st.integers(0, 3)))
def test_identities_that_cross_in_any_way(table: Cells) -> None:
    agrees(CROSSED, table)


def test_a_system_that_holds_needs_no_explanation() -> None:
    assert repair(TABLE, lambda _: 0) == ()


def test_two_mistakes_in_one_direction_are_not_shared_out_by_guessing() -> None:
    line = (Identity("balance", "x", ("a",), ("b", "c")),)
    values = {"a": 1, "b": "", "c": 3}
    (explanation,) = repair(line, values.__getitem__)
    assert (explanation.mistakes, len(explanation.answers)) == (1, 2)  # a = 3 or c = 1, and no a = 2 with c = 2


@given(clean, st.sets(st.sampled_from(cells_of(TABLE)), min_size=1, max_size=3), wrong)
def test_blanks_under_sums_that_do_not_hold(table: Cells, blank: set[str], mistakes: Cells) -> None:
    agrees(TABLE, {**table, **mistakes, **dict.fromkeys(blank, "")})


def test_to_fill_a_blank_comes_before_changing_what_somebody_wrote() -> None:
    column = (Identity("row-sum", "r", ("a", "b"), ("t",)), Identity("balance", "c", ("t",), ("u",)))
    (explanation,) = repair(column, {"a": 1, "b": "", "t": 1, "u": 3}.__getitem__)
    assert [[(c.address, c.after) for c in answer] for answer in explanation.answers] == [
        [("b", 2), ("t", 3)],
        [("u", 1)],
        [("a", 3), ("t", 3)],
    ]


def test_a_repair_that_would_need_a_negative_number_is_none() -> None:
    line = (Identity("row-sum", "x", ("a", "b"), ("t",)),)
    (explanation,) = repair(line, {"a": 5, "b": 0, "t": 3}.__getitem__)
    assert moves(explanation) == {frozenset({("a", 3)}), frozenset({("t", 5)})}


def test_systems_without_a_common_cell_are_explained_apart() -> None:
    lines = (Identity("row-sum", "x", ("a",), ("b",)), Identity("row-sum", "y", ("c",), ("d",)))
    values = {"a": 1, "b": 0, "c": 2, "d": 0}
    assert [len(explanation.broken) for explanation in repair(lines, values.__getitem__)] == [1, 1]
