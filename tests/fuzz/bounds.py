"""Every command on every kind of heavy file: what it takes of processor time and memory, and how it ends.

``python tests/fuzz/bounds.py [KIND…]`` prints a line for each that takes more than a command may, or ends in a way that
none should; with ``--all`` a line for each. Exit 1 if there is one.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from heavy_files import KINDS, Files

SECONDS: Final = 5
MEGABYTES: Final = 500
_PATIENCE: Final = 12  # seconds of processor time after which a command is ended
_ADDRESS_SPACE: Final = 4 << 30

PROGRAM: Final = (sys.executable, "-m", "giptui")

COMMANDS: Final = (
    "check x.toml",
    "check --full x.toml",
    "check --format json x.toml",
    "check --format sarif x.toml",
    "check --fix --dry-run x.toml",
    "check --summary --statistics .",
    "claims x.toml",
    "get x.toml",
    "get x.toml report.year --format jsonl",
    "report x.toml",
    "report --layout lines x.toml",
    "set x.toml report.year=2024 disputes.reconsideration.pending=1",
    "set x.toml overview.text=好",
    "fmt --check x.toml",
    "fmt x.toml",
    "waive x.toml column-sum --reason 核对过",
    "waive x.toml unknown-key --undo",
    "check --fix x.toml",
    "new y.toml --from x.toml --keep-text",
)


class Run(NamedTuple):
    """How a command ended and what it took."""

    code: int  # negative: the signal that ended it
    seconds: float
    megabytes: float
    last: str  # the last line on standard error


def run(command: str, folder: Path) -> Run:
    """Run the command in that folder."""
    with tempfile.TemporaryFile() as errors:
        process = subprocess.Popen(
            [
                "sh",
                "-c",
                f'ulimit -t {_PATIENCE} -v {_ADDRESS_SPACE >> 10}; exec "$@"',
                "sh",
                *PROGRAM,
                *command.split(" "),
            ],
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=errors,
        )
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        errors.seek(0)
        lines = errors.read().decode(errors="replace").splitlines()
    return Run(process.returncode, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, lines[-1] if lines else "")


def runs(files: Files, commands: Sequence[str] = COMMANDS) -> Iterator[tuple[str, Run]]:
    """Each command on these files, which are made anew for it where one has changed them."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for command in commands:
            for file, data in files.items():
                path = folder / file
                if not path.exists() or path.stat().st_size != len(data):
                    path.write_bytes(data)
            yield command, run(command, folder)
            (folder / "y.toml").unlink(missing_ok=True)


def is_bounded(done: Run) -> bool:
    """Whether it took what a command may take, and ended as one ends."""
    return done.code in (0, 1, 2) and done.seconds <= SECONDS and done.megabytes <= MEGABYTES


def main(arguments: Sequence[str]) -> int:
    """Print what there is to see."""
    wanted = [name for name in arguments if name != "--all"] or [*KINDS]
    tried = beyond = 0
    for kind in wanted:
        for command, done in runs(KINDS[kind]()):
            tried += 1
            sound = is_bounded(done)
            beyond += not sound
            if not sound or "--all" in arguments:
                print(
                    f"{kind:26} {done.seconds:6.1f} s {done.megabytes:6.0f} MB {done.code:4}  {command}"
                    f"  {done.last[:90]}",
                    flush=True,
                )
    print(f"{tried} runs, {beyond} beyond {SECONDS} s or {MEGABYTES} MB or without a proper end")
    return int(beyond > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
