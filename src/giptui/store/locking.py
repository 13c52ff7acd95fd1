"""One writer at a time: whoever changes a report holds it from before it is read until the new one is in place.

What is locked is the file itself (flock), not a file beside it or in somebody's home: that holds between users, needs
no right but to read, leaves nothing behind, and ends with the process, however that ends. A library for locks wants a
file of its own, which it makes, opens for writing and may empty. Called by `saving`.
"""

from __future__ import annotations

import errno
import fcntl
import os
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from giptui.store.errors import Unwritable

_LONGEST_WAIT: Final = 5.0  # seconds; a change takes a fraction of one
_BETWEEN_TRIES: Final = 0.01


@contextmanager
def locked(name: str) -> Iterator[None]:
    """Hold the file; Unwritable if somebody else does not let go of it.

    What is no file, or cannot be opened, is not locked: whoever reads or writes it next gets the reason. Neither is a
    file on a disk that knows no locks: there it is only compared before it is replaced.
    """
    descriptor = _held(name, time.monotonic() + _LONGEST_WAIT)
    try:
        yield
    finally:
        if descriptor is not None:
            os.close(descriptor)


def _held(name: str, patience: float) -> int | None:
    access = os.O_RDONLY
    while (descriptor := _opened(name, access)) is not None:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if _is_named(name, descriptor):
                return descriptor
        except BlockingIOError:
            if time.monotonic() > patience:
                os.close(descriptor)
                raise Unwritable(
                    "save-file-held", name, "另一个 giptui 正在改这个文件，等了几秒还没有改完；请稍后再试"
                ) from None
            time.sleep(_BETWEEN_TRIES)
        except OSError as error:
            if error.errno != errno.EBADF or access == os.O_RDWR:
                os.close(descriptor)
                return None
            access = os.O_RDWR  # NFS locks only what is open for writing
        except BaseException:
            os.close(descriptor)
            raise
        os.close(descriptor)
    return None


def _opened(name: str, access: int) -> int | None:
    try:
        if stat.S_ISREG(os.stat(name).st_mode):  # noqa: PTH116
            return os.open(name, access | os.O_NONBLOCK)
    except (OSError, ValueError):
        pass
    return None


def _is_named(name: str, descriptor: int) -> bool:
    """Whether the file is still the one of that name: whoever held it may have put another in its place."""
    try:
        return os.path.samestat(os.fstat(descriptor), os.stat(name))  # noqa: PTH116
    except OSError:
        return False
