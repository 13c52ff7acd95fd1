"""Transcripts: command lines as a person types them, each with what is then printed and the exit code if it is not 0.

    $ giptui check bad.toml
    bad.toml: …
    [2]

A line that calls the program alone is run in this process; any other is the shell's, which has the program under the
name ``giptui``, and ``terminal`` to run one on a terminal of its own.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest

from giptui.cli.app import run

HERE = Path(__file__).parent
SRC = HERE.parents[1] / "src"
_SHELL = "|<>&;()$'\"*"
_ON_TERMINAL = "import os, pty, sys; sys.exit(os.waitstatus_to_exitcode(pty.spawn(sys.argv[1:])))"


class Noted(NamedTuple):
    """A refusal as the program made it."""

    name: str
    reason: str


def commands(transcript: str) -> list[str]:
    """The command lines of a transcript."""
    return re.findall(r"^\$ (.+)$", transcript, re.MULTILINE)


class Room:
    """A folder with the files of a case, in which commands are run."""

    def __init__(self, folder: Path, capture: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.noted = folder / ".noted"
        self._capture = capture
        programs = folder / ".bin"
        programs.mkdir()
        for name, line in {
            "giptui": f'exec "{sys.executable}" "{HERE / "noted.py"}" "$@"',
            "python": f'exec "{sys.executable}" "$@"',
            "terminal": f'exec "{sys.executable}" -c "{_ON_TERMINAL}" "$@"',
        }.items():
            (programs / name).write_text(f"#!/bin/sh\n{line}\n", encoding="utf-8")
            (programs / name).chmod(0o755)
        own = {name: value for name, value in os.environ.items() if not name.startswith(("GIPTUI", "TERM", "PYTHON"))}
        path = f"{programs}:{own.get('PATH', '')}"
        self._environment = {**own, "PATH": path, "PYTHONPATH": f"{SRC}:{HERE}", "NOTED": str(self.noted)}

    def run(self, transcript: str) -> str:
        """The transcript as it is now."""
        return "".join(map(self._line, commands(transcript)))

    def _line(self, command: str) -> str:
        plain = command.startswith("giptui ") and not set(command) & set(_SHELL)
        code, printed = (self._here if plain else self._shell)(command)
        assert "Traceback" not in printed
        end = "" if not printed or printed.endswith("\n") else "\n"
        return f"$ {command}\n{printed}{end}{f'[{code}]{chr(10)}' if code else ''}"

    def _here(self, command: str) -> tuple[int, str]:
        try:
            code = run(shlex.split(command)[1:])
        except SystemExit as stop:
            assert isinstance(stop.code, int)
            code = stop.code
        return code, "".join(self._capture.readouterr())

    def _shell(self, command: str) -> tuple[int, str]:
        done = subprocess.run(
            ["sh", "-c", command],
            env=self._environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=60,
            check=False,
        )
        return done.returncode, (done.stdout + done.stderr).decode().replace("\r\n", "\n")


@contextmanager
def place(transcript: str) -> Iterator[Path]:
    """A folder for the case. Where it takes rights away, whoever is root is somebody else: to root nothing is shut."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if os.geteuid() == 0 and re.search(r"(chmod|-m) [0-7]{3} ", transcript):
            os.chown(folder, 65534, 65534)
            os.seteuid(65534)
            try:
                yield folder
            finally:
                os.seteuid(0)
        else:
            yield folder
        for shut in folder.iterdir():
            shut.chmod(0o700)


def copied(case: Path, folder: Path) -> None:
    """Put the files of the case into the folder."""
    for file in case.iterdir():
        if file.is_dir():
            shutil.copytree(file, folder / file.name)
        elif file.name != "case.txt":
            shutil.copyfile(file, folder / file.name)
