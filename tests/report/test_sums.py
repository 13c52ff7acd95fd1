"""Sums over a report: do they hold, and which totals follow an edit?"""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giptui.form import LATEST, Identity
from giptui.report import BLANK, State, Value, addend, follow, is_empty, judge, side

SUM = Identity("row-sum", "x", ("a", "b"), ("t",))
BALANCE = Identity("balance", "x", ("new", "old"), ("done", "rest"))
CELLS = [address for address in LATEST.cells if address in LATEST.identities_at]

SUMS = [identity for identity in LATEST.identities if identity.is_sum]
PARTS = [address for address in CELLS if all(identity.right != (address,) for identity in SUMS)]

cell = st.one_of(st.integers(0, 9), st.sampled_from(["", "/"]))
anything = st.one_of(cell, st.sampled_from(["?", "3", "若干", -1]))
tables = st.dictionaries(st.sampled_from(CELLS), cell, max_size=30)
edits = st.dictionaries(st.sampled_from(CELLS), cell, min_size=1, max_size=4)


def state(identity: Identity, *values: Value) -> State:
    return judge(identity, dict(zip(identity.cells, values, strict=True)).__getitem__).state


def at(values: Mapping[str, Value], blank: Value = BLANK) -> dict[str, Value]:
    return {address: values.get(address, blank) for address in LATEST.cells}


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ((1, 2, 3), State.HOLDS),
        (("", 3, 3), State.HOLDS),
        (("/", 3, 3), State.HOLDS),
        (("", "", ""), State.HOLDS),
        ((1, 2, 4), State.BROKEN),
        ((1, 2, ""), State.OPEN),  # a blank total over parts
        ((1, "", 4), State.OPEN),  # parts short of the total
        ((1, "/", 4), State.OPEN),
        ((5, "", 4), State.BROKEN),  # known parts above the total
        ((0, 0, 4), State.BROKEN),
        ((1, 2, "?"), State.UNKNOWN),
        ((1, "3", 4), State.UNKNOWN),
        ((-1, 4, 3), State.UNKNOWN),
    ],
)
def test_a_sum(values: tuple[Value, ...], expected: State) -> None:
    assert state(SUM, *values) is expected


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ((2, 1, 3, 0), State.HOLDS),
        ((2, 1, 3, ""), State.HOLDS),
        ((2, 1, 2, ""), State.OPEN),
        ((2, "", 2, 1), State.OPEN),
        ((2, "", 1, 0), State.BROKEN),
        ((2, 1, 1, 1), State.BROKEN),
    ],
)
def test_the_balance_has_two_cells_on_either_side(values: tuple[Value, ...], expected: State) -> None:
    assert state(BALANCE, *values) is expected


@given(st.tuples(anything, anything, anything, anything))
def test_a_verdict_has_its_numbers_unless_a_cell_has_none(values: tuple[Value, ...]) -> None:
    verdict = judge(BALANCE, dict(zip(BALANCE.cells, values, strict=True)).__getitem__)
    readable = all(addend(value) is not None for value in values)
    assert (verdict.state is not State.UNKNOWN) == readable
    if readable:
        assert verdict.left == sum(value for value in values[:2] if isinstance(value, int))
        assert verdict.right == sum(value for value in values[2:] if isinstance(value, int))
        assert (verdict.state is State.HOLDS) == (verdict.left == verdict.right)


@given(st.tuples(cell, cell, cell, cell), st.integers(0, 3))
def test_emptying_a_cell_of_a_balance_that_holds_breaks_nothing(values: tuple[Value, ...], which: int) -> None:
    if state(BALANCE, *values) is State.HOLDS:
        assert state(BALANCE, *values[:which], BLANK, *values[which + 1 :]) in (State.HOLDS, State.OPEN)


@given(st.dictionaries(st.sampled_from(PARTS), st.integers(0, 9)), st.dictionaries(st.sampled_from(PARTS), cell))
def test_where_all_totals_agreed_all_agree_after_an_edit(table: dict[str, Value], edited: dict[str, Value]) -> None:
    zero = at({}, 0)
    before = {**zero, **follow(LATEST, zero.__getitem__, table)}
    after = {**before, **follow(LATEST, before.__getitem__, edited)}
    for identity in SUMS:
        assert side(identity.left, after.__getitem__) == addend(after[identity.right[0]])


@given(tables, edits)
def test_a_total_that_agreed_with_its_parts_agrees_with_some_after_an_edit(
    table: dict[str, Value], edited: dict[str, Value]
) -> None:
    """With all, unless the edit sets the parts of the total of totals at odds: its row against its column."""
    before = at(table, 0)
    after = {**before, **follow(LATEST, before.__getitem__, edited)}
    for total in {identity.right[0] for identity in SUMS} - edited.keys():
        over = [identity for identity in SUMS if identity.right[0] == total]
        held = [identity for identity in over if judge(identity, before.__getitem__).state is State.HOLDS]
        if held and type(before[total]) is int:
            assert any(side(identity.left, after.__getitem__) == addend(after[total]) for identity in held)


@given(tables, edits)
def test_only_the_edit_and_totals_that_agreed_change(table: dict[str, Value], edited: dict[str, Value]) -> None:
    before = at(table)
    for address, value in follow(LATEST, before.__getitem__, edited).items():
        assert value != before[address]
        if address in edited:
            assert value == edited[address]
            continue
        over = [identity for identity in LATEST.identities if identity.is_sum and identity.right == (address,)]
        states = [judge(identity, before.__getitem__) for identity in over]
        assert any(verdict.state is State.HOLDS for verdict in states)


@given(edits)
def test_a_blank_table_is_blank_again_when_the_edit_is_taken_back(edited: dict[str, Value]) -> None:
    blank = at({})
    details = {address: value for address, value in edited.items() if address in PARTS}
    filled = {**blank, **follow(LATEST, blank.__getitem__, details)}
    emptied = {**filled, **follow(LATEST, filled.__getitem__, dict.fromkeys(details, BLANK))}
    assert emptied == blank


def test_the_total_of_totals_follows_too() -> None:
    before = at({}, 0)
    changes = follow(LATEST, before.__getitem__, {"applications.disclosed.natural_person": 2})
    assert changes == {
        "applications.disclosed.natural_person": 2,
        "applications.disclosed.total": 2,
        "applications.total_handled.natural_person": 2,
        "applications.total_handled.total": 2,
    }


def test_a_total_that_did_not_agree_is_left_alone() -> None:
    before = {**at({}, 0), "disputes.reconsideration.total": 5}
    assert follow(LATEST, before.__getitem__, {"disputes.reconsideration.upheld": 1}) == {
        "disputes.reconsideration.upheld": 1
    }


def test_a_total_that_is_edited_itself_keeps_what_was_typed() -> None:
    before = at({}, 0)
    edit: dict[str, Value] = {"disputes.reconsideration.upheld": 1, "disputes.reconsideration.total": 9}
    assert follow(LATEST, before.__getitem__, edit) == edit


def test_an_edit_that_changes_nothing_is_none() -> None:
    before = at({}, 0)
    assert follow(LATEST, before.__getitem__, {"disputes.reconsideration.upheld": 0}) == {}


def test_emptiness() -> None:
    assert [is_empty(value) for value in ("", "/", "?", 0)] == [True, True, False, False]
