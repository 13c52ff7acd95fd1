"""Which editors have a report open at this moment: a mark that ends with the process, leaves nothing behind, asks for
no right but to read, and is seen by other users of the machine.

It is a lock of a byte far behind the end of the file: its place tells the process (locks of open file descriptions, so
that reading and closing the file elsewhere does not drop it). Whoever asks gets the first such lock, and looks behind
it. A disk that takes it for a lock of the whole file, as NFS does, or that knows none, has no marks.
"""

from __future__ import annotations

import fcntl
import os
import struct
import time
from collections.abc import Iterator
from contextlib import suppress
from typing import Final, NamedTuple

_FIRST: Final = 1 << 40
_MOST: Final = 1 << 23  # processes
_FORM: Final = "hhqqi4x"  # struct flock where off_t has 64 bits


class Editor(NamedTuple):
    """Somebody who has the file open: the user's name and since when; empty and 0 where that cannot be known."""

    user: str
    since: float


class Presence:
    """The mark of this process on a file, and the question who else has it open."""

    def __init__(self) -> None:
        self._descriptor: int | None = None

    def enter(self, name: str) -> list[Editor]:
        """Mark the file that is of that name now, and no other; who has it open besides."""
        self.leave()
        with suppress(OSError, ValueError, AttributeError, struct.error):
            self._descriptor = os.open(name, os.O_RDONLY | os.O_NONBLOCK)
            _lock(self._descriptor, fcntl.F_OFD_SETLK, fcntl.F_RDLCK, _FIRST + os.getpid() % _MOST, 1)
            if not _is_alone(name):
                self.leave()
                return []
            return list(_others(self._descriptor))  # of two that come at once, one at least sees the other
        return []

    def leave(self) -> None:
        """Take the mark away."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


def _others(descriptor: int) -> Iterator[Editor]:
    """The system tells of one lock in a range, and not of the first: what lies around it is asked for again."""
    ranges = [(_FIRST, _FIRST + _MOST)]
    while ranges:
        at, end = ranges.pop()
        if at >= end:
            continue
        kind, start = _lock(descriptor, fcntl.F_OFD_GETLK, fcntl.F_WRLCK, at, end - at)
        if kind != fcntl.F_UNLCK and at <= start < end:
            yield _editor(start - _FIRST)
            ranges += [(at, start), (start + 1, end)]


def _lock(descriptor: int, how: int, kind: int, start: int, length: int) -> tuple[int, int]:
    answer = fcntl.fcntl(descriptor, how, struct.pack(_FORM, kind, os.SEEK_SET, start, length, 0))
    found = struct.unpack(_FORM, answer)
    return found[0], found[2]


def _is_alone(name: str) -> bool:
    """Whether the mark is not taken for a lock of the whole file, which would keep everybody from saving."""
    descriptor = os.open(name, os.O_RDONLY | os.O_NONBLOCK)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    finally:
        os.close(descriptor)
    return True


def _editor(process: int) -> Editor:
    """Who runs it, and when it was started; where the system tells."""
    import pwd

    user, since = "", 0.0
    with suppress(OSError, KeyError, ValueError, IndexError):
        user = pwd.getpwuid(os.stat(f"/proc/{process}").st_uid).pw_name  # noqa: PTH116
        with open(f"/proc/{process}/stat", encoding="ascii", errors="replace") as file:  # noqa: PTH123
            ticks = int(file.read().rpartition(")")[2].split()[19])
        since = time.time() - time.clock_gettime(time.CLOCK_BOOTTIME) + ticks / os.sysconf("SC_CLK_TCK")
    return Editor(user, since)
