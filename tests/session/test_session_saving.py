"""Saving from the session: what was edited is on disk, or the old file and the edits are both still there."""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from session_documents import CARRIED_OUT, NEW, SEED, edits, situation

from giptui.report import Value
from giptui.session import Session
from giptui.store import Unwritable

PERSON = f"{NEW}.natural_person"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "报告.toml"
    path.write_bytes(SEED.read_bytes())
    return path


@given(st.lists(edits(), max_size=4))
def test_what_was_saved_is_what_opens(commits: list[dict[str, Value]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        name = str(Path(folder) / "报告.toml")
        Path(name).write_bytes(SEED.read_bytes())
        session = Session.open(name)
        for edit in commits:
            session.commit(edit)
        before = situation(session)
        assert session.save() == len(before.unsaved)
        after = situation(Session.open(name))
        assert after == situation(session)
        assert after == (before.values, before.findings, {})
        assert [file.name for file in Path(folder).iterdir()] == ["报告.toml"]


def test_one_edit_is_one_changed_line(path: Path) -> None:
    session = Session.open(str(path))
    session.commit({f"{CARRIED_OUT}.natural_person": 7}, exact=True)
    assert session.save() == 1
    old, new = (file.read_text(encoding="utf-8").split("\n") for file in (SEED, path))
    assert [(a, b) for a, b in zip(old, new, strict=True) if a != b] == [
        (
            "carried_out                          = [     0,       0,       0,           0,           0,   0,   0]",
            "carried_out                          = [     7,       0,       0,           0,           0,   0,   0]",
        )
    ]


def test_undo_goes_on_behind_a_save_and_saving_that_gives_the_old_file(path: Path) -> None:
    session = Session.open(str(path))
    session.commit({PERSON: 12})
    session.save()
    assert not session.dirty
    session.undo()
    assert session.dirty
    session.save()
    assert path.read_bytes() == SEED.read_bytes()
    session.redo()
    assert session.report[PERSON] == 12


def test_saving_nothing_leaves_the_file_alone(path: Path) -> None:
    session = Session.open(str(path))
    before = path.stat()
    session.commit({PERSON: 3})
    session.undo()
    assert session.save() == 0
    assert path.stat() == before


def test_a_save_ends_the_stretch_of_typing(path: Path) -> None:
    session = Session.open(str(path))
    session.commit({"other_matters.text": "一"}, at="other_matters.text", typing=True)
    session.save()
    session.commit({"other_matters.text": "一二"}, at="other_matters.text", typing=True)
    session.undo()
    assert session.report["other_matters.text"] == "一"


def _refused(session: Session) -> str:
    """The reason of a save that fails; whatever it is, the edits are still there."""
    before = situation(session)
    assert before.unsaved
    with pytest.raises(Unwritable) as caught:
        session.save()
    assert situation(session) == before
    return caught.value.reason


def test_a_file_changed_by_another_program_is_not_overwritten(path: Path) -> None:
    session = Session.open(str(path))
    session.commit({PERSON: 3})
    theirs = path.read_bytes().replace(b"2023", b"2024")
    path.write_bytes(theirs)
    assert "别的程序改过" in _refused(session)
    assert path.read_bytes() == theirs


def test_a_file_that_went_away_is_not_silently_made_anew(path: Path) -> None:
    session = Session.open(str(path))
    session.commit({PERSON: 3})
    path.unlink()
    assert "移走或删除" in _refused(session)
    assert not path.exists()


@pytest.mark.parametrize(
    ("call", "number", "sentence"),
    [
        ("open", errno.EROFS, "所在的磁盘是只读的"),
        ("open", errno.ENOSPC, "磁盘已满"),
        ("fsync", errno.ENOSPC, "磁盘已满"),
        ("replace", errno.EIO, "磁盘读写出错"),
    ],
)
def test_a_disk_that_refuses_loses_neither_the_file_nor_the_edits(
    path: Path, call: str, number: int, sentence: str
) -> None:
    session = Session.open(str(path))
    session.commit({PERSON: 3})
    with pytest.MonkeyPatch.context() as patch:

        def refuse(*_: object, **__: object) -> None:
            raise OSError(number, os.strerror(number))

        patch.setattr(os, call, refuse)
        reason = _refused(session)
    assert sentence in reason
    assert path.read_bytes() == SEED.read_bytes()
    assert list(path.parent.iterdir()) == [path]
    assert session.save() == 2, "once there is room again the same save does it"
    assert Session.open(str(path)).report[PERSON] == 3


def test_a_read_only_session_saves_nothing(path: Path) -> None:
    session = Session.open(str(path), read_only=True)
    session.commit({PERSON: 3})
    assert session.save() == 0
    assert path.read_bytes() == SEED.read_bytes()
