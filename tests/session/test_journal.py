"""The journal: whatever ends the editor, and whatever others do to the file, no edit is lost and none comes unasked."""

from __future__ import annotations

import errno
import os
import stat
import tempfile
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from session_documents import NEW, SEED, edits

from giptui.report import Value, same
from giptui.session import Session, aside, discard, left_behind, recoverable
from giptui.store import Unwritable
from giptui.store.state import state_folder

PERSON = f"{NEW}.natural_person"
FEW = settings(max_examples=max(settings.default.max_examples // 3, 1))  # each writes a file several times


@pytest.fixture(autouse=True)
def _own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "报告.toml"
    path.write_bytes(SEED.read_bytes())
    return path


def _die(session: Session) -> None:
    """As a killed process does: what it held is held no more, nothing else happens."""
    assert session.journal
    if session.journal._file is not None:
        os.close(session.journal._file)
        session.journal._file = None


def _again(path: Path) -> Session:
    """The next start, with all had back that is offered."""
    session = Session.open(str(path))
    found = recoverable(session.report, left_behind(str(path)))
    journals = aside(found.journals)
    session.restore(found)
    discard(journals)
    return session


def _journals() -> list[str]:
    return [path.name for path in Path(state_folder("journal")).iterdir()]


_ACTIONS = st.lists(edits() | st.sampled_from(["undo", "redo", "save", "die"]), max_size=8)


@given(_ACTIONS)
def test_a_crash_at_any_point_loses_nothing(actions: list[dict[str, Value] | str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "报告.toml"
        path.write_bytes(SEED.read_bytes())
        session = Session.open(str(path))
        for action in [*actions, "die"]:
            if isinstance(action, dict):
                session.commit(action)
            elif action == "die":
                before = session.unsaved()
                _die(session)
                session = _again(path)
                assert session.unsaved() == before
            else:
                getattr(session, action)()
        session.give_up()
        assert not left_behind(str(path), set_aside=True)


@FEW
@given(st.lists(edits(), max_size=3), edits(), st.booleans())
def test_a_foreign_edit_and_a_crash_lose_neither_side(
    commits: list[dict[str, Value]], foreign: dict[str, Value], dies: bool
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "报告.toml"
        path.write_bytes(SEED.read_bytes())
        session = Session.open(str(path))
        for edit in commits:
            session.commit(edit)
        was, mine = session.saved, session.report
        other = Session.open(str(path))
        other.commit(foreign, exact=True)
        other.save()
        if dies:
            _die(session)
            session = _again(path)
        else:
            session.merge()
        asked = {conflict.address for conflict in session.conflicts}
        form = session.report.form
        totals = {identity.right[0] for identity in form.identities if identity.is_sum}
        for address in form.kinds.keys() - asked - totals:
            ours, theirs = mine[address], other.report[address]
            assert same(session.report[address], theirs if same(ours, was[address]) else ours)
        for conflict in list(session.conflicts):
            session.decide(conflict, conflict.ours)
        session.save()
        assert not session.dirty
        session.give_up()


_ROW = [f"{NEW}.{column}" for column in ("natural_person", "commercial_enterprise", "research_institution")]
_OURS, _THEIRS = st.sampled_from(_ROW[:2]), st.sampled_from([_ROW[2], "disputes.reconsideration.upheld"])
_ACTION = st.tuples(_OURS | _THEIRS, st.integers(0, 9)) | st.sampled_from(["undo", "redo", "save", "die"])


@FEW
@given(st.lists(_ACTION, max_size=8))
def test_nobodys_numbers_vanish(actions: list[tuple[str, int] | str]) -> None:
    """Two people at cells of their own, in one row; ours are undone, killed, saved at any point."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "报告.toml"
        path.write_bytes(SEED.read_bytes())
        session = Session.open(str(path))
        theirs: dict[str, Value] = {}
        for action in [*actions, "save"]:
            if isinstance(action, tuple) and action[0] in _ROW[:2]:
                session.commit(dict([action]))
            elif isinstance(action, tuple):
                theirs |= dict([action])
                other = Session.open(str(path))
                other.commit(dict([action]))
                other.save()
                other.give_up()
            elif action == "die":
                mine = {cell: session.report[cell] for cell in _ROW[:2]}
                _die(session)
                session = _again(path)
                assert {cell: session.report[cell] for cell in _ROW[:2]} == mine
            else:
                if action == "save":
                    session.merge()
                getattr(session, action)()
            assert not session.conflicts
        for report in (session.report, Session.open(str(path)).report):
            assert {cell: report[cell] for cell in theirs} == theirs
            assert report[f"{NEW}.total"] == sum(int(str(report[cell])) for cell in _ROW)
        session.give_up()


def test_undo_after_a_merge_leaves_what_others_have_changed(path: Path) -> None:
    session = Session.open(str(path))
    session.commit({PERSON: 5})
    other = Session.open(str(path))
    other.commit({f"{NEW}.commercial_enterprise": 3})
    other.save()
    changed = session.merge()
    assert changed == {f"{NEW}.commercial_enterprise", f"{NEW}.total"}
    assert session.report[f"{NEW}.total"] == 8
    session.undo()
    row = [session.report[f"{NEW}.{each}"] for each in ("natural_person", "commercial_enterprise", "total")]
    assert row == [0, 3, 3]
    assert not session.dirty
    session.redo()
    assert session.report[f"{NEW}.total"] == 8


def test_what_waits_is_written_with_the_next_that_does_not_and_a_draft_too(path: Path) -> None:
    session = Session.open(str(path))
    assert session.journal
    asked: list[bool] = []
    session.journal.on_waiting = lambda: asked.append(True)
    session.commit({"other_matters.text": "一"}, at="other_matters.text", typing=True)
    session.journal.draft(PERSON, "１２")
    assert asked and not left_behind(str(path)) and not _journals()
    session.journal.flush()
    _die(session)
    session = _again(path)
    assert [session.report[a] for a in ("other_matters.text", PERSON, f"{NEW}.total")] == ["一", 12, 12]


def test_the_journal_is_the_users_own_and_gone_when_nothing_is_unsaved(path: Path) -> None:
    session = Session.open(str(path))
    assert not _journals()
    session.commit({PERSON: 5, "proactive_disclosure.administrative_fees.amount": Decimal("1.50")})
    [name] = _journals()
    status = (Path(state_folder("journal")) / name).stat()
    assert stat.S_IMODE(status.st_mode) == 0o600
    assert not left_behind(str(path)), "its editor is alive"
    session.save()
    assert not _journals()
    session.commit({PERSON: 6})
    session.undo()
    assert session.close() == 0
    assert not _journals()


def test_a_torn_or_foolish_journal_is_read_as_far_as_it_goes(path: Path) -> None:
    session = Session.open(str(path))
    session.commit({PERSON: 5})
    assert session.journal
    with Path(session.journal._path).open("ab") as file:
        file.write(b'[1]\n{"set": {"no.such": 1, "' + PERSON.encode() + b'": [2]}}\n\xff\n{"set": {"' + PERSON.encode())
    _die(session)
    assert recoverable(Session.open(str(path)).report, left_behind(str(path))).changes == {PERSON: 5, f"{NEW}.total": 5}


def test_without_room_for_a_journal_one_edits_all_the_same(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    session = Session.open(str(path))
    assert session.journal
    with monkeypatch.context() as patch:

        def refuse(*_: object, **__: object) -> None:
            raise OSError(errno.ENOSPC, "full")

        patch.setattr(os, "write", refuse)
        session.commit({PERSON: 5})
        assert session.journal.trouble == "磁盘已满"
    assert session.report[PERSON] == 5
    session.commit({f"{NEW}.commercial_enterprise": 2})
    assert not session.journal.trouble
    _die(session)
    assert _again(path).report[PERSON] == 5


def test_save_as_goes_on_with_the_new_file_and_overwrites_none(path: Path) -> None:
    session = Session.open(str(path))
    session.commit({PERSON: 5})
    path.unlink()
    session.save_as(str(other := path.with_name("另.toml")))
    assert (session.name, session.dirty, _journals()) == (str(other), False, [])
    session.commit({PERSON: 6})
    session.save()
    assert Session.open(str(other)).report[PERSON] == 6


def test_save_as_of_a_file_that_cannot_be_edited_keeps_what_was_judged_right(path: Path) -> None:
    waiver = '[[waiver]]\nrule = "period"\ncells = {{ "overview.text" = "甲" }}\nreason = "{}"\n'
    split = f'form = "2021"\n{waiver.format("另有规定")}[x]\n{waiver.format("已经核对")}'
    path.write_text(split, encoding="utf-8")
    session = Session.open(str(path))
    session.commit({PERSON: 5})
    with pytest.raises(Unwritable):
        session.save()
    session.save_as(str(path.with_name("另.toml")))
    saved = Session.open(session.name).report
    assert (saved[PERSON], [each.reason for each in saved.waivers]) == (5, ["另有规定", "已经核对"])
