"""Two `giptui set` at once on different cells of one file: both say that it is done, and both edits are there.

``python tests/fuzz/two_writers.py [ROUNDS]``; some rounds are in the suite.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from giptui.form import LATEST
from giptui.store import blank, load

CELLS = ("applications.new_received.natural_person", "disputes.reconsideration.upheld")


def two_writers(folder: Path, rounds: int) -> list[str]:
    """What went wrong, a line a round."""
    path = folder / "a.toml"
    path.write_text(blank(LATEST, {}), encoding="utf-8")
    wrong = []
    for number in range(1, rounds + 1):
        wanted = {cell: number + place for place, cell in enumerate(CELLS)}
        writers = [
            subprocess.Popen(
                [sys.executable, "-m", "giptui", "set", str(path), f"{cell}={value}"], stderr=subprocess.PIPE, text=True
            )
            for cell, value in wanted.items()
        ]
        messages = [writer.communicate()[1] for writer in writers]
        report = load(str(path))[1]
        lost = [cell for cell, value in wanted.items() if report[cell] != value]
        if lost or any(writer.returncode for writer in writers):
            wrong.append(f"round {number}: lost {lost}, exit codes {[w.returncode for w in writers]}, {messages}")
        if left := [*folder.glob(".giptui-*")]:
            wrong.append(f"round {number}: left {left}")
    return wrong


if __name__ == "__main__":
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with tempfile.TemporaryDirectory() as name:
        found = two_writers(Path(name), count)
    print(*found, f"{count} pairs, {len(found)} wrong", sep="\n")
    sys.exit(bool(found))
