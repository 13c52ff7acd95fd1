"""How long a test waits for what must end: an allowance of processor time, many times what is needed.

Nothing is measured and nothing compared. What takes as long as its input is done long before; what takes its square, or
never ends, uses the allowance up, on a busy machine as on an idle one.
"""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn


@contextmanager
def allowed(seconds: float) -> Iterator[None]:
    """Fail what takes more processor time than that; a regular expression is interrupted too."""

    def used_up(*_: object) -> NoReturn:
        raise AssertionError(f"not done after {seconds} s of processor time")

    before = signal.signal(signal.SIGPROF, used_up)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
