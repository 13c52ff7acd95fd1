"""Text streams over the process's own descriptors that write all they are given, or raise OSError. `__main__` opens
standard output and standard error with them; nothing is imported that a bare Python has not loaded already.

Python's own streams lose text in silence in two cases: unbuffered (``PYTHONUNBUFFERED``, ``-u``) they do not look at
how much of it the system took, and where the other end may not be waited for (a non-blocking pipe, shared with another
program) they give up.
"""

from __future__ import annotations

import io
import os
import sys

TYPE_CHECKING = False  # typing takes as long to load as all else that `giptui --version` needs
if TYPE_CHECKING:
    from _typeshed import ReadableBuffer


def open_streams() -> None:
    """UTF-8 whatever the locale says; a stream that the caller closed swallows what is written to it."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        at_once = stream is not None and (stream.line_buffering or stream.write_through)
        target = os.open(os.devnull, os.O_WRONLY) if stream is None else stream.fileno()
        whole = io.BufferedWriter(_Whole(target, "wb", closefd=False))
        text = io.TextIOWrapper(whole, encoding="utf-8", errors="backslashreplace", line_buffering=at_once)
        setattr(sys, name, text)


def discard(descriptor: int) -> None:
    """Let what is written there from now on, and what is still in the buffer, vanish; without this Python would
    complain of it when it exits."""
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, descriptor)
    os.close(null)


class _Whole(io.FileIO):
    """A file that takes everything, however often and however long it has to be asked."""

    def write(self, data: ReadableBuffer, /) -> int:
        rest = memoryview(data).cast("B")
        while rest:
            written = super().write(rest)
            if written is None:
                _wait_for_room(self.fileno())
            else:
                rest = rest[written:]
        return memoryview(data).nbytes


def _wait_for_room(descriptor: int) -> None:
    """Until something can be written again, or nobody is left to read it."""
    from select import POLLOUT, poll  # nobody needs it where output is waited for, as is usual

    waiting = poll()
    waiting.register(descriptor, POLLOUT)
    waiting.poll()
