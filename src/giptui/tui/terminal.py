"""The terminal as it was found, whatever becomes of the editor."""

from __future__ import annotations

import os
import sys
import termios
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Final

_LEAVE: Final = (
    "\x1b[?2004l\x1b[?1000l\x1b[?1003l\x1b[?1006l\x1b[?1004l\x1b[?2048l\x1b[?7h\x1b[<u\x1b[?1049l\x1b[?25h\x1b[0m"
)
"""Pastes, mouse, focus and sizes reported no more; lines wrap; usual keys; the usual screen, its cursor seen."""


@contextmanager
def as_it_was() -> Iterator[None]:
    """Restore the terminal if the block ends by an exception: Textual's driver may not have come to it."""
    descriptor, attributes = -1, None
    with suppress(AttributeError, ValueError, OSError, termios.error):
        descriptor = sys.__stdin__.fileno()  # type: ignore[union-attr]
        attributes = termios.tcgetattr(descriptor)
    try:
        yield
    except BaseException:
        with suppress(OSError, termios.error):
            if attributes is not None and sys.__stderr__ is not None:
                os.write(sys.__stderr__.fileno(), _LEAVE.encode())
                termios.tcsetattr(descriptor, termios.TCSANOW, attributes)
        raise
