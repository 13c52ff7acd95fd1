"""Undo and redo, whatever was done before: values, findings and what is unsaved come back exactly."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from session_documents import (
    HEADER,
    NEW,
    WITHOUT_SECTIONS,
    Situation,
    documents,
    edits,
    fresh,
    opened,
    situation,
)

from giptui.form import LATEST
from giptui.report import Value
from giptui.session import Session, step_in_words

OVERVIEW = "overview.text"

actions = st.lists(st.sampled_from(["undo", "redo"]) | st.tuples(edits(), st.booleans()), max_size=12)


@given(documents(), actions)
def test_undo_and_redo_walk_along_the_situations_that_commits_made(
    session: Session, actions: list[str | tuple[dict[str, Value], bool]]
) -> None:
    states, here = [situation(session)], 0
    for action in actions:
        if action == "undo":
            assert (session.undo() is None) == (here == 0)
            here = max(here - 1, 0)
        elif action == "redo":
            assert (session.redo() is None) == (here == len(states) - 1)
            here = min(here + 1, len(states) - 1)
        elif session.commit(action[0], exact=action[1]):
            states[here + 1 :] = [situation(session)]
            here += 1
        assert situation(session) == states[here]


@given(documents(), st.lists(edits(), max_size=8))
def test_undoing_everything_leaves_nothing_unsaved(session: Session, commits: list[dict[str, Value]]) -> None:
    before = situation(session)
    for edit in commits:
        session.commit(edit)
    while session.undo():
        pass
    assert situation(session) == before
    assert not session.dirty


@given(documents(), edits())
def test_an_edit_and_its_reverse_is_no_change(session: Session, edit: dict[str, Value]) -> None:
    before = {address: session.report[address] for address in edit}
    session.commit(edit, exact=True)
    session.commit(before, exact=True)
    assert session.unsaved() == {}


def test_a_commit_tells_what_changed_and_a_commit_of_the_same_changes_nothing() -> None:
    session = fresh()
    assert session.commit({f"{NEW}.natural_person": 3}) == {f"{NEW}.natural_person", f"{NEW}.total"}
    assert session.commit({f"{NEW}.natural_person": 3}) == frozenset()
    assert session.undo() is not None
    assert session.undo() is None


def test_digits_are_kept_as_typed() -> None:
    from decimal import Decimal

    fees = "proactive_disclosure.administrative_fees.amount"
    session = fresh({fees: Decimal("1.5")})
    assert session.commit({fees: Decimal("1.50")}) == {fees}
    assert str(session.report[fees]) == "1.50"
    assert session.dirty
    session.undo()
    assert str(session.report[fees]) == "1.5"
    assert not session.dirty


def test_a_step_knows_where_the_person_was() -> None:
    session = fresh()
    session.commit({f"{NEW}.natural_person": 1, f"{NEW}.other_organization": 2}, at=f"{NEW}.other_organization")
    step = session.undo()
    assert step is not None
    assert step.at == f"{NEW}.other_organization"


def test_something_new_ends_what_could_be_redone() -> None:
    session = fresh()
    session.commit({f"{NEW}.natural_person": 1})
    session.undo()
    session.commit({f"{NEW}.natural_person": 2})
    assert session.redo() is None
    assert session.report[f"{NEW}.natural_person"] == 2


def _type(session: Session, *texts: str, at: str = OVERVIEW) -> Situation:
    for text in texts:
        session.commit({at: text}, at=at, typing=True)
    return situation(session)


def test_a_stretch_of_typing_is_one_step() -> None:
    session = fresh()
    before = situation(session)
    written = _type(session, "全", "全年", "全年主")
    session.undo()
    assert situation(session) == before
    session.redo()
    assert situation(session) == written


def test_settling_another_text_and_a_commit_end_a_stretch() -> None:
    session = fresh()
    first = _type(session, "一", "一段")
    session.settle()
    second = _type(session, "一段又", "一段又一")
    third = _type(session, "六", at="other_matters.text")
    session.commit({f"{NEW}.total": 1}, at=f"{NEW}.total")
    _type(session, "六部分", at="other_matters.text")
    session.undo()
    session.undo()
    assert situation(session) == third
    session.undo()
    assert situation(session) == second
    session.undo()
    assert situation(session) == first
    session.undo()
    assert session.report[OVERVIEW] == ""


def test_typing_after_an_undo_is_a_step_of_its_own() -> None:
    session = fresh()
    first = _type(session, "一")
    session.settle()
    _type(session, "一二")
    session.undo()
    _type(session, "一三")
    session.undo()
    assert situation(session) == first


@given(edits())
def test_a_read_only_document_changes_nothing(edit: dict[str, Value]) -> None:
    session = fresh(HEADER)
    session.read_only = True
    before = situation(session)
    assert session.commit(edit) == frozenset()
    assert session.undo() is None
    assert situation(session) == before


def test_a_table_that_is_not_in_the_file_is_missing_again_after_undo() -> None:
    session = opened(WITHOUT_SECTIONS + "[disputes]\ntext = '无。'\n")
    before = situation(session)
    session.commit({"disputes.reconsideration.upheld": 0})
    assert situation(session).findings != before.findings
    session.undo()
    assert situation(session) == before


class Clock:
    """A clock that a test moves on."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


_PARTS = {"report": "报头", "preface": "前言"} | {
    each.id: f"第{number}部分" for number, each in zip("一二三四五六", LATEST.sections, strict=True)
}
_TYPED = st.tuples(st.sampled_from([OVERVIEW, "other_matters.text"]), st.sampled_from("年月日。"), st.integers(0, 4))
_ACTS = st.lists(_TYPED | st.sampled_from(["undo", "redo", "settle"]) | edits(), max_size=20)


@given(_ACTS)
def test_undo_takes_back_whole_stretches_and_says_which(acts: list[object]) -> None:
    """Against a list of all situations, a stretch of typing being one of them: within two seconds, in one place."""
    clock = Clock()
    session = fresh()
    session.tell_time_by(clock)
    states, here, stretch = [situation(session)], 0, ""
    for act in acts:
        if act in ("undo", "redo"):
            step = session.undo() if act == "undo" else session.redo()
            moved = min(max(here + (1 if act == "redo" else -1), 0), len(states) - 1)
            assert (step is None) == (moved == here)
            if step:
                assert step.after.keys() == _differing(states[here], states[moved])
                parts = {_PARTS[address.partition(".")[0]] for address in step.after}
                assert step_in_words(session.report.form, step).startswith(tuple(parts))
            here, stretch = moved, ""
        elif act == "settle":
            session.settle()
            stretch = ""
        elif isinstance(act, tuple):
            address, character, pause = act
            clock.now += pause
            session.commit({address: f"{session.report[address]}{character}"}, at=address, typing=True)
            joins = stretch == address and pause <= 2
            here += not joins
            states[here:] = [situation(session)]
            stretch = address
        elif isinstance(act, dict) and session.commit(act):
            here, stretch = here + 1, ""
            states[here:] = [situation(session)]
        assert situation(session) == states[here]


def _differing(one: Situation, other: Situation) -> set[str]:
    return {a for a in one.values | other.values if one.values.get(a) != other.values.get(a)}


@pytest.mark.parametrize(
    ("edit", "action", "words"),
    [
        ({f"{NEW}.natural_person": 7}, "", "第三部分 一、本年新收政府信息公开申请数量，自然人 空白→7，另 1 格随之"),
        ({f"{NEW}.natural_person": 0, f"{NEW}.total": 0}, "Z 补 0", "第三部分 Z 补 0，2 格"),
        ({f"{NEW}.total": 1}, "改正", "第三部分 改正 一、本年新收政府信息公开申请数量，总计 空白→1"),
        ({OVERVIEW: "全年收到3件。"}, "", "第一部分 写入“全年收到3件。”"),
        ({"report.year": 2023}, "", "报头 报告年度 2024→2023"),
    ],
)
def test_a_step_in_words(edit: dict[str, Value], action: str, words: str) -> None:
    session = fresh()
    session.commit(edit, action=action)
    step = session.undo()
    assert step and step_in_words(session.report.form, step) == words


def test_an_edit_of_a_text_in_words() -> None:
    session = fresh({OVERVIEW: "全年收到三件申请。"})
    session.commit({OVERVIEW: "全年收到申请。"})
    session.commit({OVERVIEW: "今年收到申请。"})
    steps = session.undo(), session.undo()
    words = [step_in_words(session.report.form, step) for step in steps if step]
    assert words == ["第一部分 把“全”改为“今”", "第一部分 删去“三件”"]
