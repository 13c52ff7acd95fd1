"""Two people's changes to one report: by address, totals by their parts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from giptui.form import LATEST
from giptui.report import Report, Value, follow, same
from giptui.store.merging import Conflict, merged

NEW = "applications.new_received"
CARRIED = "applications.carried_in"


def _report(**values: Value) -> Report:
    zeros: dict[str, Value] = dict.fromkeys(LATEST.cells, 0)
    return Report(LATEST, {**zeros, **values})


_ROWS = [f"applications.{row}" for row in ("new_received", "disclosed", "total_handled", "carried_out")]
_CELLS = st.sampled_from([f"{row}.{column}" for row in _ROWS for column in ("natural_person", "other_organization")])
_EDITS = st.dictionaries(_CELLS | st.just("overview.text"), st.integers(1, 9), max_size=5)


@given(_EDITS, _EDITS)
def test_every_change_of_either_side_survives_or_is_asked_about(
    ours: dict[str, Value], theirs: dict[str, Value]
) -> None:
    was = _report()
    mine, others = (was.with_values(follow(LATEST, was.__getitem__, each)) for each in (ours, theirs))
    unsaved = {a: v for a, v in mine.values.items() if not same(v, was[a])}
    changes, conflicts = merged(was, unsaved, others)
    after = others.with_values(changes)
    asked = {conflict.address: conflict for conflict in conflicts}
    for address in ours.keys() | theirs.keys():
        if address in asked:
            assert asked[address] == Conflict(address, was[address], mine[address], others[address])
            assert not same(mine[address], others[address])
            assert same(after[address], others[address]), "the file's, until somebody decides"
        elif address not in theirs and "total_handled" not in address:  # a total may follow the parts of both
            assert same(after[address], mine[address])
        elif address not in ours:
            assert same(after[address], others[address])
    assert asked.keys() <= ours.keys() & theirs.keys() | {a for a in LATEST.cells if a.startswith("applications.total")}
    if not asked:
        total = sum(int(str(after[f"{NEW}.{each}"])) for each in ("natural_person", "other_organization"))
        assert after[f"{NEW}.total"] == total


def test_a_total_takes_in_the_parts_of_both() -> None:
    was = _report()
    ours: dict[str, Value] = {f"{NEW}.natural_person": 5, f"{NEW}.total": 5}
    theirs = was.with_values({f"{NEW}.other_organization": 3, f"{NEW}.total": 3})
    changes, conflicts = merged(was, ours, theirs)
    assert changes == {f"{NEW}.natural_person": 5, f"{NEW}.total": 8}
    assert not conflicts


def test_a_total_typed_by_hand_is_nobody_elses() -> None:
    was = _report(**{f"{NEW}.total": "", f"{NEW}.natural_person": ""})
    ours: dict[str, Value] = {f"{NEW}.total": 12}
    theirs = was.with_values({f"{NEW}.total": 21})
    assert merged(was, ours, theirs).conflicts == [Conflict(f"{NEW}.total", "", 12, 21)]
    assert merged(was, ours, was.with_values({f"{CARRIED}.total": 1})).changes == ours
