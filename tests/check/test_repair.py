"""The smallest repair on small made-up systems, against a search that tries everything."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations, product

from hypothesis import given, settings
from hypothesis import strategies as st

from giptui.check.repair import Explanation, repair
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
# Lines that cross in odd ways: equal supports with different signs, a cell twice over, a part of two totals.
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


def brute_force(identities: tuple[Identity, ...], values: Cells) -> tuple[set[Moves], set[Moves]]:
    """All repairs of one mistake, and all of two whose traces are no multiples of one another."""
    verdicts = [judge(identity, values.__getitem__) for identity in identities]
    firm = [n for n, verdict in enumerate(verdicts) if verdict.state in (State.HOLDS, State.BROKEN)]
    need = tuple((verdicts[n].right or 0) - (verdicts[n].left or 0) for n in firm)
    bound = 3 * max(map(abs, need), default=0)
    steps = [step for step in range(-bound, bound + 1) if step]
    moves = []
    for cells in MISTAKES[identities]:
        whole = trace(identities, cells)
        seen = tuple(whole[n] for n in firm)
        if any(seen):
            moves += [(cells, step, tuple(step * change for change in seen)) for step in steps]

    def applied(*chosen: tuple[tuple[str, ...], int]) -> Moves | None:
        after = dict(values)
        for cells, step in chosen:
            for cell in cells:
                before = after[cell]
                if not isinstance(before, int):
                    return None
                after[cell] = before + step
        differing = {cell: value for cell, value in after.items() if value != values[cell]}
        if not all(is_count(value) for value in differing.values()):
            return None
        states = [judge(identity, after.__getitem__).state for identity in identities]
        if any(states[n] is not State.HOLDS for n in firm) or State.BROKEN in states:
            return None
        return frozenset(differing.items())  # type: ignore[arg-type]

    ones = {moved for cells, step, effect in moves if effect == need and (moved := applied((cells, step)))}
    by_effect: dict[tuple[int, ...], list[tuple[tuple[str, ...], int]]] = {}
    for cells, step, effect in moves:
        by_effect.setdefault(effect, []).append((cells, step))
    twos: set[Moves] = set()
    for effect, chosen in by_effect.items():
        rest = tuple(wanted - done for wanted, done in zip(need, effect, strict=True))
        if all(x * b == y * a for (x, a), (y, b) in product(zip(effect, rest, strict=True), repeat=2)):
            continue  # parallel, or nothing left
        pairs = product(chosen, by_effect.get(rest, ()))
        twos |= {moved for one, other in pairs if (moved := applied(one, other))}
    return ones, twos


def moves(explanation: Explanation) -> set[Moves]:
    return {frozenset((change.address, change.after) for change in answer) for answer in explanation.answers}  # type: ignore[misc]


def agrees(identities: tuple[Identity, ...], values: Cells) -> None:
    explanations = repair(identities, values.__getitem__)
    broken = [
        verdict for identity in identities if (verdict := judge(identity, values.__getitem__)).state is State.BROKEN
    ]
    told = [verdict for explanation in explanations for verdict in explanation.broken]
    assert sorted(verdict.identity.name for verdict in told) == sorted(verdict.identity.name for verdict in broken)
    ones, twos = brute_force(identities, values) if broken else (set(), set())
    match explanations:
        case ():
            assert not broken
        case (Explanation(mistakes=1) as single,):
            assert moves(single) == ones != set()
        case (Explanation(mistakes=2) as double,):
            assert not ones
            assert moves(double) == twos != set()
        case (Explanation(mistakes=1) as first, Explanation(mistakes=1) as second):
            assert not ones
            assert {one | other for one, other in product(moves(first), moves(second))} == twos
        case _:
            assert not ones
            assert not twos


def cells_of(identities: tuple[Identity, ...]) -> list[str]:
    return list(dict.fromkeys(cell for identity in identities for cell in identity.cells))


def tables(identities: tuple[Identity, ...], value: st.SearchStrategy[Value]) -> st.SearchStrategy[Cells]:
    return st.fixed_dictionaries(dict.fromkeys(cells_of(identities), value))


def filled(numbers: Mapping[str, int]) -> Cells:
    """The table with totals that agree, from its details and what came in and was left."""
    a, b, c, d, rest = (numbers[key] for key in ("a", "b", "c", "d", "rest"))
    old = min(numbers["old"], a + b + c + d + rest)
    totals = {"ab": a + b, "cd": c + d, "ac": a + c, "bd": b + d, "all": a + b + c + d}
    return {**numbers, **totals, "old": old, "in": a + b + c + d + rest - old}


small = st.integers(0, 4)
clean = st.fixed_dictionaries(dict.fromkeys(("a", "b", "c", "d", "rest", "old"), small)).map(filled)
wrong = st.dictionaries(st.sampled_from(cells_of(TABLE)), small, min_size=1, max_size=3)
odd = st.dictionaries(st.sampled_from(cells_of(TABLE)), st.sampled_from(["", "/", "?"]), max_size=2)


@settings(max_examples=150, deadline=None)
@given(clean, wrong)
def test_all_smallest_repairs_of_a_few_wrong_cells(table: Cells, mistakes: Cells) -> None:
    agrees(TABLE, {**table, **mistakes})


@settings(max_examples=100, deadline=None)
@given(clean, wrong, odd)
def test_blank_and_unread_cells_are_never_changed_nor_what_they_leave_open_broken(
    table: Cells, mistakes: Cells, odd_ones: Cells
) -> None:
    agrees(TABLE, {**table, **mistakes, **odd_ones})


@settings(max_examples=150, deadline=None)
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


def test_a_repair_that_would_need_a_negative_number_is_none() -> None:
    line = (Identity("row-sum", "x", ("a", "b"), ("t",)),)
    (explanation,) = repair(line, {"a": 5, "b": 0, "t": 3}.__getitem__)
    assert moves(explanation) == {frozenset({("a", 3)}), frozenset({("t", 5)})}


def test_systems_without_a_common_cell_are_explained_apart() -> None:
    lines = (Identity("row-sum", "x", ("a",), ("b",)), Identity("row-sum", "y", ("c",), ("d",)))
    values = {"a": 1, "b": 0, "c": 2, "d": 0}
    assert [len(explanation.broken) for explanation in repair(lines, values.__getitem__)] == [1, 1]
