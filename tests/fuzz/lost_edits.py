"""A session killed at any moment while it edits, undoes, saves and merges: what it had not saved is all recovered.

The session tells through a pipe what is unsaved after each action; what is recovered must be what it told last, or what
the action that was under way would have made of it. Somebody else edits the file too, in cells of their own.
``python tests/fuzz/lost_edits.py [ROUNDS]``; some rounds are in the suite.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import tempfile
import time
from pathlib import Path

from giptui.form import LATEST
from giptui.report import Report, Value, show
from giptui.session import Session, aside, discard, left_behind, recoverable
from giptui.store import Unwritable, blank, edited, load, update

_OURS = [cell for cell in LATEST.cells if cell.endswith((".natural_person", ".commercial_enterprise"))] + [
    *LATEST.texts
]
_THEIRS = "disputes.reconsideration.upheld"


def lost_edits(folder: Path, rounds: int, seed: int = 0) -> list[str]:
    """What went wrong, a line a round."""
    wrong = []
    for number in range(rounds):
        path = folder / f"{number}.toml"
        path.write_text(blank(LATEST, dict.fromkeys(LATEST.cells, 0)), encoding="utf-8")
        told = _killed(path, random.Random(seed + number))
        session = Session.open(str(path))
        found = recoverable(session.report, left_behind(str(path)))
        journals = aside(found.journals)
        session.restore(found)
        discard(journals)
        if found.conflicts:
            wrong.append(f"round {number} of {seed}: asks about {found.conflicts}")
        elif _state(session) not in told[-2:]:
            wrong.append(f"round {number} of {seed}: {told[-2:]} became {_state(session)}")
        session.give_up()
        path.unlink()
    return wrong


def _killed(path: Path, chance: random.Random) -> list[dict[str, str]]:
    """What the session said of its report before and after its last actions; it is killed at any moment."""
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(ours)
        try:
            _edit(Session.open(str(path)), random.Random(chance.random()), theirs)
        finally:
            os._exit(1)
    os.close(theirs)
    time.sleep(chance.uniform(0.01, 0.25))
    if chance.random() < 0.5:
        update(str(path), lambda source, _: (edited(source, {_THEIRS: chance.randrange(1, 9)}).source, None))
    time.sleep(chance.uniform(0, 0.1))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(ours, encoding="utf-8") as file:
        lines = file.read().split("\n")
    told = [json.loads(line) for line in lines[:-1]]
    return told or [_shown(load(str(path))[1])]


def _edit(session: Session, chance: random.Random, out: int) -> None:
    """Action after action. What each will lead to, a twin without a journal tells before: one of the last two states is
    where the session was killed.
    """
    twin = Session(session.source, session.report)
    os.write(out, (json.dumps(_state(twin)) + "\n").encode())
    while True:
        action = chance.choice(["commit"] * 6 + ["undo", "undo", "redo", "save"])
        address = chance.choice(_OURS)
        edits: dict[str, Value] = {address: chance.randrange(100) if address in LATEST.cells else _text(chance)}
        if action == "save":
            try:
                session.merge()
                session.save()
            except Unwritable as error:  # somebody was quicker: the next save has it
                assert error.refusal == "save-file-changed"
            continue
        for each in (twin, session):
            if action == "commit":
                each.commit(edits)
            else:
                getattr(each, action)()
            if each is twin:
                os.write(out, (json.dumps(_state(twin)) + "\n").encode())


def _text(chance: random.Random) -> str:
    return chance.choice(["第一段\n第二段", "另一段", ""])


def _state(session: Session) -> dict[str, str]:
    return _shown(session.report)


def _shown(report: Report) -> dict[str, str]:
    return {address: show(value) for address, value in report.values.items() if value != "" and _is_ours(address)}


def _is_ours(address: str) -> bool:
    return address in _OURS or (address.endswith(".total") and address.startswith("applications."))


if __name__ == "__main__":
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with tempfile.TemporaryDirectory() as name:
        os.environ["XDG_STATE_HOME"] = str(Path(name) / "state")
        found = lost_edits(Path(name), count, seed=time.time_ns())
    print(*found, f"{count} kills, {len(found)} wrong", sep="\n")
    sys.exit(bool(found))
