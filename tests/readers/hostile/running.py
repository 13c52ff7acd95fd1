"""`giptui import` in a process with limits, and what it took."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

SECONDS = 30
MEGABYTES = 1536
_ADDRESS_SPACE = 4 << 30


class Ended(NamedTuple):
    """``code`` is negative where a signal ended it; ``megabytes`` the most that it or its child had in memory."""

    code: int
    megabytes: float
    out: str
    err: str


def imported(path: Path) -> Ended:
    """The command on that file; a processor second more than it may take ends it."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        resource.setrlimit(resource.RLIMIT_AS, (_ADDRESS_SPACE, _ADDRESS_SPACE))

    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        process = subprocess.Popen(
            [sys.executable, "-m", "giptui", "import", str(path)],
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=err,
            env=environment,
            preexec_fn=limit,  # noqa: PLW1509 - no threads here
        )
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        said = []
        for stream in (out, err):
            stream.seek(0)
            said.append(stream.read(MEGABYTES << 10).decode(errors="replace"))
    return Ended(process.returncode, used.ru_maxrss / 1024, *said)
