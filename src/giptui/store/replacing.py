"""A new file that takes the name of the old one at once, or a name that is free. Called by `saving`.

It is written beside its place and forced to disk before it gets the name. Until then it is called ``.giptui-….tmp``;
those that killed processes left are cleared away.
"""

from __future__ import annotations

import errno
import fcntl
import os
import re
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import lru_cache
from typing import Final

_LEFT_BEHIND: Final = r"\.giptui-([0-9]+)-[0-9a-f]+\.tmp"

_FOLDER_TAKES_NONE: Final = {errno.EACCES, errno.EPERM, errno.EROFS, errno.EBUSY, errno.EXDEV, errno.ENOTSUP}
"""No right to the folder or to give the file away; the file is mounted alone."""

_NO_LINKS: Final = {errno.EPERM, errno.EACCES, errno.ENOTSUP, errno.ENOSYS, errno.EMLINK}


def replaced(target: str, data: bytes, before: os.stat_result) -> bool:
    """Put a new file in the place of the old. False, and nothing is done, if it could not be all that the old one is:
    with its owner, group and rights, its attributes and its other names."""
    if before.st_nlink > 1:
        return False
    folder = os.path.dirname(target)  # noqa: PTH120
    try:
        with _beside(folder, [data], 0o600) as (name, descriptor):
            _liken(descriptor, target, before)
            os.fsync(descriptor)
            os.replace(name, target)  # noqa: PTH105
    except OSError as error:
        if error.errno in _FOLDER_TAKES_NONE:
            return False
        raise
    _sync(folder)
    return True


def create(target: str, data: bytes) -> None:
    """Make a new file; FileExistsError if there is one."""
    folder = os.path.dirname(target)  # noqa: PTH120
    with _beside(folder, [data], 0o666) as (name, descriptor):
        os.fsync(descriptor)
        try:
            os.link(name, target)
        except OSError as error:
            if error.errno not in _NO_LINKS:
                raise
            os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL))
            os.replace(name, target)  # noqa: PTH105
    _sync(folder)


def put(target: str, pieces: Iterable[bytes]) -> None:
    """Put a new file made of the pieces in the place of whatever stood there, with the rights of that; the pieces are
    written as they come. Nothing is changed if they break off."""
    folder = os.path.dirname(target)  # noqa: PTH120
    with _beside(folder, pieces, 0o666) as (name, descriptor):
        with suppress(OSError):  # another's file becomes one's own where it cannot stay theirs
            before = os.stat(target)  # noqa: PTH116
            os.fchmod(descriptor, stat.S_IMODE(before.st_mode))
            _liken(descriptor, target, before)
        os.fsync(descriptor)
        os.replace(name, target)  # noqa: PTH105
    _sync(folder)


@contextmanager
def _beside(folder: str, pieces: Iterable[bytes], mode: int) -> Iterator[tuple[str, int]]:
    """A new file in the folder with these bytes: name and descriptor. Afterwards nothing has that name."""
    _clear(folder)
    name = os.path.join(folder, f".giptui-{os.getpid()}-{os.urandom(4).hex()}.tmp")  # noqa: PTH118
    descriptor = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    try:
        with os.fdopen(descriptor, "wb") as file:
            with suppress(OSError):  # held, it is not cleared away by those who do not see this process
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            file.writelines(pieces)
            file.flush()
            yield name, descriptor
    finally:
        with suppress(OSError):
            os.unlink(name)  # noqa: PTH108


@lru_cache(maxsize=1)
def _clear(folder: str) -> None:
    """Clear away what killed processes left; a folder with many reports is looked through once."""
    with suppress(OSError):
        for name in os.listdir(folder):  # noqa: PTH208
            found = re.fullmatch(_LEFT_BEHIND, name)
            if found and _is_gone(int(found[1])):
                with suppress(OSError):
                    _unlink_unless_held(os.path.join(folder, name))  # noqa: PTH118


def _is_gone(process: int) -> bool:
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return True
    except OSError:
        pass
    return False


def _unlink_unless_held(name: str) -> None:
    descriptor = os.open(name, os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        os.unlink(name)  # noqa: PTH108
    finally:
        os.close(descriptor)


def _liken(descriptor: int, target: str, before: os.stat_result) -> None:
    """Owner, group, attributes (rights of single users are among them) and mode; OSError if one cannot be had."""
    made = os.fstat(descriptor)
    if (made.st_uid, made.st_gid) != (before.st_uid, before.st_gid):
        os.fchown(descriptor, before.st_uid, before.st_gid)
    if hasattr(os, "listxattr"):
        old, new = _attributes(target), _attributes(descriptor)
        for name in new.keys() - old.keys():
            os.removexattr(descriptor, name)
        for name, value in old.items():
            if new.get(name) != value:
                os.setxattr(descriptor, name, value)
    os.fchmod(descriptor, stat.S_IMODE(before.st_mode))


def _attributes(file: str | int) -> dict[str, bytes]:
    try:
        return {name: os.getxattr(file, name) for name in os.listxattr(file)}
    except OSError as error:
        if error.errno == errno.ENOTSUP:
            return {}
        raise


def _sync(folder: str) -> None:
    with suppress(OSError):  # the file is in place; some file systems cannot sync a folder
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
