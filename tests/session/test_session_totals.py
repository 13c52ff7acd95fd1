"""Totals keep themselves: one that agreed with its parts agrees after any edit; one that did not is left alone."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st
from session_documents import CARRIED_IN, HANDLED, NEW, SEED, documents, edits, fresh, opened, situation, zeros

from giptui.form import LATEST, Identity
from giptui.report import BLANK, Report, Value, side
from giptui.session import Session

SUMS = [identity for identity in LATEST.identities if identity.is_sum]
DISCLOSED = "applications.disclosed"


def _sum(identity: Identity, report: Report) -> Value | None:
    """What the total should be: blank over blanks, else the sum; None if a part holds no number."""
    if all(report[part] == BLANK for part in identity.left):
        return BLANK
    return side(identity.left, report.__getitem__)


def _agrees(identity: Identity, report: Report) -> bool:
    """A total of 0 over blanks agrees as well as a blank one."""
    total, wanted = report[identity.right[0]], _sum(identity, report)
    return total == wanted or (total == 0 and wanted == BLANK)


def _clear(identities: list[Identity], report: Report) -> Iterator[Identity]:
    """Those whose parts can be added, and whose total is asked for one number only, not two by its two directions."""
    for identity in identities:
        wanted = {_sum(each, report) or 0 for each in identities if each.right == identity.right}
        if len(wanted) == 1 and _sum(identity, report) is not None:
            yield identity


@given(documents(), st.lists(edits(), max_size=4), edits())
def test_a_total_that_agreed_agrees_after_any_edit_of_a_part(
    session: Session, earlier: list[dict[str, Value]], edit: dict[str, Value]
) -> None:
    for each in earlier:
        session.commit(each, exact=True)
    before = situation(session)
    free = [identity for identity in SUMS if identity.right[0] not in edit]
    agreed = [identity for identity in free if _agrees(identity, session.report)]
    left_alone = {i.right[0] for i in free} - {i.right[0] for i in agreed}
    totals = {address: session.report[address] for address in left_alone}

    changed = session.commit(edit)
    assert all(_agrees(identity, session.report) for identity in _clear(agreed, session.report))
    assert {address: session.report[address] for address in left_alone} == totals
    if changed:
        session.undo()
    assert situation(session) == before


PARTS = sorted({part for identity in SUMS for part in identity.left} - {identity.right[0] for identity in SUMS})


@given(st.dictionaries(st.sampled_from(PARTS), st.integers(0, 99), min_size=1, max_size=9), st.data())
def test_a_blank_table_filled_and_cleared_again_is_as_new(parts: dict[str, int], data: st.DataObject) -> None:
    session = fresh()
    for address, number in parts.items():
        session.commit({address: number})
    assert session.dirty
    assert all(session.report[identity.right[0]] == _sum(identity, session.report) for identity in SUMS)
    for address in data.draw(st.permutations(list(parts))):
        session.commit({address: BLANK})
    assert session.unsaved() == {}


def test_a_detail_moves_its_row_its_column_and_the_total_of_totals_in_one_step() -> None:
    session = fresh(zeros())
    before = situation(session)
    session.commit({f"{DISCLOSED}.natural_person": 4})
    moved = ("disclosed.natural_person", "disclosed.total", "total_handled.natural_person", "total_handled.total")
    assert session.unsaved() == {f"applications.{cell}": 4 for cell in moved}
    session.undo()
    assert situation(session) == before


def test_a_total_that_did_not_agree_is_left_and_still_flagged() -> None:
    session = opened(SEED.read_text(encoding="utf-8"))
    session.commit({f"{DISCLOSED}.other_organization": 5})
    assert session.report[f"{HANDLED}.other_organization"] == 1
    assert session.report[f"{DISCLOSED}.total"] == 5
    assert session.found.objections_at(f"{HANDLED}.other_organization")


def test_a_total_typed_by_hand_is_what_was_typed() -> None:
    session = fresh(zeros())
    session.commit({f"{NEW}.natural_person": 2, f"{NEW}.total": 9})
    assert session.report[f"{NEW}.total"] == 9


def test_an_exact_commit_moves_no_total() -> None:
    session = fresh(zeros())
    assert session.commit({f"{NEW}.natural_person": 2}, exact=True) == {f"{NEW}.natural_person"}


def test_a_part_that_is_no_number_stops_its_total_and_not_the_others() -> None:
    session = fresh(zeros())
    session.commit({f"{NEW}.natural_person": 2})
    session.commit({f"{NEW}.natural_person": "?"})
    assert session.report[f"{NEW}.total"] == 2
    session.commit({f"{CARRIED_IN}.natural_person": 1})
    assert session.report[f"{CARRIED_IN}.total"] == 1


def test_a_blank_total_over_numbers_is_left_blank() -> None:
    session = fresh({f"{NEW}.natural_person": 3})
    session.commit({f"{NEW}.other_organization": 2})
    assert session.report[f"{NEW}.total"] == BLANK
