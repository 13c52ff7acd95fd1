"""A process killed between any two steps of a save."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

OLD, MORE = b'form = "2021"\n# old\n', b"# new, and longer\n"

_KILLER = """
import os, signal, sys
from giptui.store import locking, overwriting, replacing, saving, update

path, old, new, names = sys.argv[1], {old!r}, {new!r} + {more!r} * 400, int(sys.argv[2])
files = [module.__file__ for module in (locking, overwriting, replacing, saving)]

def killed_at(step):
    left = [step]
    def trace(frame, event, _):
        if frame.f_code.co_filename in files:
            left[0] -= 1
            if left[0] == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            return trace
    sys.settrace(trace)
    saving.save(path, new, old)
    os._exit(0)

step, ended = 0, False
while not ended:
    step += 1
    with open(path, "wb") as file:
        file.write(old)
    if names == 2 and not os.path.lexists(path + "2"):
        os.link(path, path + "2")
    child = os.fork()
    if child == 0:
        killed_at(step)
    ended = os.waitpid(child, 0)[1] == 0
    if names == 2:  # the next that wants to write
        update(path, lambda source, _: (source, None))
    found = open(path, "rb").read()
    print({{old: "old", new: "new"}}.get(found, "torn"))
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "报告.toml"


def _outcomes(path: Path, names: int) -> list[str]:
    script = _KILLER.format(old=OLD, new=OLD[:15], more=MORE)
    run = subprocess.run(
        [sys.executable, "-c", script, str(path), str(names)],
        capture_output=True,
        check=True,
        text=True,
        env={**os.environ, "XDG_STATE_HOME": str(path.parent / "state")},
    )
    return run.stdout.split()


def test_killed_between_any_two_steps_the_file_is_the_old_or_the_new_one(path: Path) -> None:
    outcomes = _outcomes(path, 1)
    assert len(outcomes) > 40
    assert outcomes == sorted(outcomes, key=["old", "new"].index)
    assert {"old", "new"} == {*outcomes}
    assert [*path.parent.glob(".giptui*")] == []


def test_written_over_where_it_stands_the_next_that_writes_finds_the_old_or_the_new_one(path: Path) -> None:
    outcomes = _outcomes(path, 2)
    assert len(outcomes) > 40
    assert outcomes == sorted(outcomes, key=["old", "new"].index)
    assert {"old", "new"} == {*outcomes}
    assert path.samefile(f"{path}2")
    assert [*path.parent.glob("state/giptui/saving/*")] == []
