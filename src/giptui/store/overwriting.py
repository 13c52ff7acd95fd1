"""New bytes written over the old where they stand, for a file that no other can take the place of. Called by `saving`.

The old bytes and the new ones lie in the state folder until it is done. If the process is killed meanwhile, the next
that wants to change the file finds them there, and the old file is restored before anything else happens.
"""

from __future__ import annotations

import os
from contextlib import suppress

from giptui.store.errors import Unwritable, system_reason
from giptui.store.state import state_folder


class HalfWritten(OSError):  # noqa: N818 - what the file is
    """The file is neither the old nor the new one; the old one lies in ``kept``."""

    kept = ""


def overwrite(name: str, descriptor: int, target: str, old: bytes, new: bytes) -> None:
    """Write over the file, open for writing as ``descriptor``. OSError if that cannot be done, the old bytes being
    there again; Unwritable, before anything is done, if there is no place to keep them."""
    try:
        kept = _kept(target)
        for path, data in zip(kept, (old, new), strict=True):
            _write_whole(path, data)
    except OSError as error:
        raise Unwritable(
            "save-without-backup",
            name,
            f"这个文件只能就地改写，改写前要备份到 {error.filename or '状态文件夹'}，备份不成：{system_reason(error)}；"
            "文件没有改动，请排除故障，或用环境变量 XDG_STATE_HOME 指定一个可写的文件夹",
        ) from None
    try:
        _put(descriptor, old, new)
    except OSError as error:
        try:
            _put(descriptor, new, old)
        except OSError:
            torn = HalfWritten(error.errno, error.strerror)
            torn.kept = kept[0]
            raise torn from None
        _drop(kept)
        raise
    _drop(kept)


def restore(target: str) -> None:
    """Put back the old bytes if a process was killed while it wrote over the file. The file must be locked.

    What is neither old nor new nor begun, somebody has changed since: it stays.
    """
    with suppress(OSError):
        kept = _kept(target)
        if not all(map(os.path.exists, kept)):
            return
        old, new, now = (_read(path) for path in (*kept, target))
        if now not in (old, new):
            if not _is_begun(now, old, new):
                return
            descriptor = os.open(target, os.O_RDWR)
            try:
                _put(descriptor, now, old)
            finally:
                os.close(descriptor)
        _drop(kept)


def _put(descriptor: int, old: bytes, new: bytes) -> None:
    """What is behind the end of the old comes first: if there is no room for it, nothing is lost."""
    _write(descriptor, new[len(old) :], len(old))
    _write(descriptor, new[: len(old)], 0)
    os.ftruncate(descriptor, len(new))
    os.fsync(descriptor)


def _write(descriptor: int, data: bytes, at: int) -> None:
    while data:
        done = os.pwrite(descriptor, data, at)
        data, at = data[done:], at + done


def _is_begun(now: bytes, old: bytes, new: bytes) -> bool:
    """Whether these bytes stand there between two steps of :func:`_put`."""
    if now.startswith(old):
        return new[len(old) :].startswith(now[len(old) :])
    done = next((at for at, (one, other) in enumerate(zip(now, new, strict=False)) if one != other), len(new))
    return now[done:] == old[done:] + new[max(done, len(old)) :]


def _kept(target: str) -> tuple[str, str]:
    from hashlib import sha256

    digest = sha256(os.fsencode(target)).hexdigest()[:32]
    folder = state_folder("saving")
    return os.path.join(folder, f"{digest}.old"), os.path.join(folder, f"{digest}.new")  # noqa: PTH118


def _write_whole(path: str, data: bytes) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW, 0o600)
    try:
        _write(descriptor, data, 0)
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _read(path: str) -> bytes:
    with open(path, "rb") as file:  # noqa: PTH123
        return file.read()


def _drop(kept: tuple[str, str]) -> None:
    for path in kept:
        with suppress(OSError):
            os.unlink(path)  # noqa: PTH108
