"""`giptui set` killed at any moment: the file is the old or the new one, nobody waits for the dead, nothing is left.

Every other time the file has a second name, so that it is written over where it stands; there the next command that
writes finds the file restored. ``python tests/fuzz/killed.py [ROUNDS]``; some rounds are in the suite.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from giptui.cli.app import run
from giptui.form import LATEST
from giptui.report import Report
from giptui.store import Source, blank, update

_TEXT = "overview.text"
_OLD = blank(LATEST, {_TEXT: "旧" * 20_000}).encode()
_NEW_TEXT = "新，而且更长" * 8_000


def killed(folder: Path, rounds: int, seed: int = 0) -> tuple[Counter[str], list[str]]:
    """How often which file stood there afterwards, and what went wrong."""
    chance = random.Random(seed)
    new, longest = _undisturbed(folder)
    outcomes: Counter[str] = Counter()
    wrong = []
    for number in range(rounds):
        path, twin = folder / f"{number}.toml", folder / f"{number}.twin"
        path.write_bytes(_OLD)
        if number % 2:
            os.link(path, twin)
        child = set_cell(path, _TEXT, _NEW_TEXT)
        time.sleep(chance.uniform(0 if number % 4 < 2 else longest * 0.8, longest))  # at any moment, or at the end
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        update(str(path), _nothing)  # restores what was half written; raises if the lock were still there
        found = {_OLD: "old", new: "new"}.get(path.read_bytes(), "torn")
        outcomes[found] += 1
        if found == "torn" or (twin.exists() and not path.samefile(twin)):
            wrong.append(f"round {number}: {found}")
        _set_to_the_end(path)
        if path.read_bytes() != new:
            wrong.append(f"round {number}: the next one could not write")
        if left := [*folder.glob(".giptui-*")]:
            wrong.append(f"round {number}: left {left}")
        path.unlink()
        twin.unlink(missing_ok=True)
    return outcomes, wrong


def _nothing(source: Source, _: Report) -> tuple[Source, None]:
    return source, None


def set_cell(path: Path, cell: str, value: str) -> int:
    """The command in a process of its own, begun; its number."""
    child = os.fork()
    if child == 0:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        code = 70
        try:
            code = int(run(["set", str(path), f"{cell}={value}"]))
        except SystemExit as stop:
            code = int(stop.code or 0)
        finally:
            os._exit(code)
    return child


def _set_to_the_end(path: Path) -> None:
    assert os.waitpid(set_cell(path, _TEXT, _NEW_TEXT), 0)[1] == 0


def _undisturbed(folder: Path) -> tuple[bytes, float]:
    """The file as it should be in the end, and how long it takes at least."""
    path = folder / "whole.toml"
    longest = 60.0
    for _ in range(5):
        path.write_bytes(_OLD)
        begun = time.monotonic()
        _set_to_the_end(path)
        longest = min(longest, time.monotonic() - begun)
    return path.read_bytes(), longest


if __name__ == "__main__":
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with tempfile.TemporaryDirectory() as name:
        os.environ["XDG_STATE_HOME"] = str(Path(name) / "state")
        stood, found = killed(Path(name), count, seed=time.time_ns())
    print(*found, f"{count} kills: {dict(stood)}, {len(found)} wrong", sep="\n")
    sys.exit(bool(found))
