"""A command of the real program, in a folder of its own, with what it needs from outside."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from fuzz.commands import Line
from fuzz.mutations import ROOT
from giptui import __main__ as program

SECONDS = 20  # of processor time: not how fast it is, but whether it ends
WAITING = 200  # until what waits for something is ended


class Run(NamedTuple):
    """How a command ended, and what it wrote; a code below 0 is the signal that ended it."""

    code: int
    out: bytes
    err: bytes


def run(line: Line, folder: Path) -> Run:
    """Run it. Where the environment is the usual one, in a fork of this process, ten times as fast as a new one."""
    out, err = folder.parent / "stdout", folder.parent / "stderr"
    with out.open("wb") as stdout, err.open("wb") as stderr, _Stdin(line, folder) as stdin:
        streams = (stdin, stdout.fileno(), stderr.fileno())
        code = (
            _started(line, folder, streams)
            if line.variables or line.stdin in ("closed", "folder")
            else _forked(line, folder, streams)
        )
    return Run(code, out.read_bytes(), err.read_bytes())


class _Stdin:
    """What stands on standard input, as a descriptor."""

    def __init__(self, line: Line, folder: Path) -> None:
        noise = folder.parent / "noise"
        noise.write_bytes(bytes(range(256)))
        places = {"file": folder / "报告.toml", "noise": noise, "folder": folder}
        self._place = places.get(line.stdin, Path(os.devnull))

    def __enter__(self) -> int:
        self._descriptor = os.open(self._place, os.O_RDONLY)
        return self._descriptor

    def __exit__(self, *_: object) -> None:
        os.close(self._descriptor)


def _variables(line: Line, folder: Path) -> dict[str, str]:
    own = {name: text for name, text in os.environ.items() if not name.startswith(("GIPTUI", "PYTHON", "NO_COLOR"))}
    return {
        **own,
        "PYTHONPATH": str(ROOT / "src"),
        "XDG_STATE_HOME": str(folder.parent / "state"),
        **dict(line.variables),
    }


def _started(line: Line, folder: Path, streams: tuple[int, int, int]) -> int:
    def prepare() -> None:
        _bounded()
        if line.stdin == "closed":
            os.close(0)

    return subprocess.run(
        [sys.executable, "-m", "giptui", *line.words],
        cwd=folder,
        env=_variables(line, folder),
        stdin=streams[0],
        stdout=streams[1],
        stderr=streams[2],
        preexec_fn=prepare,
        check=False,
    ).returncode


def _forked(line: Line, folder: Path, streams: tuple[int, int, int]) -> int:
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    try:
        _bounded()
        os.chdir(folder)
        for descriptor, stream in enumerate(streams):
            os.dup2(stream, descriptor)
        os.environ.clear()
        os.environ.update(_variables(line, folder))
        sys.argv = ["giptui", *line.words]
        modes = ("r", "w", "w")
        opened = [open(n, mode, encoding="utf-8", closefd=False) for n, mode in enumerate(modes)]  # noqa: SIM115
        sys.stdin, sys.stdout, sys.stderr = opened
        program.run()
    finally:
        os._exit(99)  # what gets here has gone past the program's own end


def _bounded() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.alarm(WAITING)
