"""The one place that writes to the two streams. Used by every command, and by `__main__` when one breaks off.

What is written is written whole, or an OSError ends the command with exit code 2 (`descriptors`).

Standard output is data, standard error is narration: a sentence a line, in Chinese, naming the remedy.
"""

from __future__ import annotations

import sys
from typing import NoReturn

from giptui.cli.descriptors import discard
from giptui.cli.exits import Exit
from giptui.display.visible import one_line


def put(text: str, end: str = "\n") -> None:
    """Write data to standard output."""
    sys.stdout.write(text + end)


def put_bytes(data: bytes) -> None:
    """Write data to standard output as it is."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)


def narrate(sentence: str) -> None:
    """Write a sentence for the person. Standard output is flushed first, so that the two streams keep their order."""
    sys.stdout.flush()
    write_narration(one_line(sentence) + "\n")


def write_narration(text: str) -> None:
    """Write to standard error as it is. Where nobody reads it or there is no room for it, it is dropped: that changes
    neither what is done nor the exit code."""
    try:
        sys.stderr.write(text)
        sys.stderr.flush()
    except OSError:
        discard(2)


class Stopped(SystemExit):
    """The end of a command that cannot go on, under the name of the refusal."""

    def __init__(self, refusal: str) -> None:
        super().__init__(Exit.USAGE)
        self.refusal = refusal


def fail(refusal: str, sentence: str) -> NoReturn:
    """Say why the command cannot go on, and end it."""
    narrate(sentence)
    raise Stopped(refusal)
