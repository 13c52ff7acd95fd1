"""A few rounds of what the scripts beside this do a thousand times."""

from __future__ import annotations

from pathlib import Path

import pytest
from killed import killed
from lost_edits import lost_edits
from two_writers import two_writers


def test_of_two_writers_at_once_both_are_heard(tmp_path: Path) -> None:
    assert two_writers(tmp_path, 20) == []


def test_killed_at_any_moment_a_file_is_the_old_or_the_new_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    outcomes, wrong = killed(tmp_path, 30)
    assert wrong == []
    assert outcomes.total() == 30


def test_killed_at_any_moment_a_session_has_lost_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    assert lost_edits(tmp_path, 12) == []
