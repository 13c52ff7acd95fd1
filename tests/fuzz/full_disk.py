"""`giptui set` on a disk that fills up, with a few bytes or kilobytes left: the file is the old or the new one, and the
exit code says which. Needs root, to mount a small disk: ``python tests/fuzz/full_disk.py [ROUNDS]``.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

from killed import set_cell

from giptui.form import LATEST
from giptui.store import blank

_TEXT = "overview.text"
_OLD = blank(LATEST, {_TEXT: "旧" * 2_000}).encode()
_NEW_TEXT = "新，而且更长" * 3_000


def full_disk(disk: Path, state: Path, rounds: int) -> tuple[Counter[str], list[str]]:
    """How often which file stood there afterwards, and what went wrong. ``disk`` is small."""
    chance = random.Random(0)
    outcomes: Counter[str] = Counter()
    wrong = []
    path, twin, ballast = disk / "a.toml", disk / "a.twin", disk / "ballast"
    path.write_bytes(_OLD)
    assert os.waitpid(set_cell(path, _TEXT, _NEW_TEXT), 0)[1] == 0
    new = path.read_bytes()
    for number in range(rounds):
        path.write_bytes(_OLD)
        if number % 2:
            os.link(path, twin)
        os.environ["XDG_STATE_HOME"] = str(disk if number % 4 == 3 else state)
        left = chance.randrange(0, 3 * len(new))
        room = os.statvfs(disk)
        ballast.write_bytes(bytes(max(0, room.f_bavail * room.f_bsize - left)))
        code = os.waitstatus_to_exitcode(os.waitpid(set_cell(path, _TEXT, _NEW_TEXT), 0)[1])
        found = {_OLD: "old", new: "new"}.get(path.read_bytes(), "torn")
        outcomes[found] += 1
        if (found, code) not in (("old", 2), ("new", 0)):
            wrong.append(f"round {number}: {found}, exit code {code}")
        if over := [*disk.glob(".giptui-*")]:
            wrong.append(f"round {number}: left {over}")
        for each in (path, twin, ballast):
            each.unlink(missing_ok=True)
    return outcomes, wrong


if __name__ == "__main__":
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with tempfile.TemporaryDirectory() as folder:
        small = Path(folder) / "disk"
        small.mkdir()
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=512k", "none", str(small)], check=True)
        try:
            stood, found_wrong = full_disk(small, Path(folder) / "state", count)
        finally:
            subprocess.run(["umount", str(small)], check=True)
    print(*found_wrong, f"{count} full disks: {dict(stood)}, {len(found_wrong)} wrong", sep="\n")
    sys.exit(bool(found_wrong))
