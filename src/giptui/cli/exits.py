"""How a command speaks and ends: the exit codes, and the one place that writes to the two streams.

Standard output is data, standard error is narration: a sentence a line, in Chinese, naming the remedy.
"""

from __future__ import annotations

import os
import sys
from enum import IntEnum
from typing import NoReturn

from giptui.display.visible import one_line


class Exit(IntEnum):
    """What the shell is told."""

    FINE = 0
    FINDINGS = 1  # findings at or above the threshold
    USAGE = 2  # wrong usage, or a file that cannot be read or written
    DEFECT = 70  # a defect of giptui
    INTERRUPTED = 130


def put(text: str, end: str = "\n") -> None:
    """Write data to standard output."""
    sys.stdout.write(text + end)


def narrate(sentence: str) -> None:
    """Tell the person something. Standard output is flushed first, so that the two streams keep their order."""
    sys.stdout.flush()
    tell(one_line(sentence) + "\n")


def tell(text: str) -> None:
    """Write narration as it is. Where nobody reads it or there is no room for it, it is dropped: that changes neither
    what is done nor the exit code."""
    try:
        sys.stderr.write(text)
        sys.stderr.flush()
    except OSError:
        discard(2)


def discard(descriptor: int) -> None:
    """Let what is written there from now on, and what is still in the buffer, vanish; without this Python would
    complain of it when it exits."""
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, descriptor)
    os.close(null)


def fail(sentence: str) -> NoReturn:
    """Say why the command cannot go on, and end it."""
    narrate(sentence)
    raise SystemExit(Exit.USAGE)
