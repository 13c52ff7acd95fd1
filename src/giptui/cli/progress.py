"""How far a long run is, on a line of the terminal that is gone in the end; nowhere else is anything shown."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from giptui.cli.streams import write_narration
from giptui.display.visible import one_line


class Progress:
    """A line that is written over as long as there is one."""

    def __init__(self, is_wanted: bool = True) -> None:
        self._is_seen = is_wanted and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
        self._last = ""

    def show(self, words: str) -> None:
        """Let the line say this."""
        if self._is_seen and words != self._last:
            from giptui.display.width import ljust, width  # only where somebody looks

            write_narration(f"\r{ljust(one_line(words), width(self._last))}")
            self._last = words

    def clear(self) -> None:
        """Take the line away: what is said now stands in its place."""
        if self._last:
            from giptui.display.width import width

            write_narration(f"\r{' ' * width(self._last)}\r")
            self._last = ""


@contextmanager
def progress(is_wanted: bool = True) -> Iterator[Progress]:
    """The line, for as long as something takes."""
    line = Progress(is_wanted)
    try:
        yield line
    finally:
        line.clear()
