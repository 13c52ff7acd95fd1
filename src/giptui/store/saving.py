"""Saving: at every moment the old file or the new one stands on disk, whole, and no edit of another is lost.

A file is replaced (`replacing`); where the new one could not be all that the old one is, or the folder takes no other,
it is written over (`overwriting`). Both only while it is held (`locking`).
"""

from __future__ import annotations

import os
import signal
import stat
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Final, TypeVar

from giptui.report import Report
from giptui.store.errors import Unwritable, system_reason
from giptui.store.find import leads_out
from giptui.store.locking import locked
from giptui.store.overwriting import HalfWritten, overwrite, restore
from giptui.store.parse import load
from giptui.store.replacing import create, put, replaced
from giptui.store.source import Source

_UNTOUCHED: Final = "原文件完好，没有改动"

_Result = TypeVar("_Result")


def update(name: str, edit: Callable[[Source, Report], tuple[Source, _Result]], given: Sequence[str] = ()) -> _Result:
    """Read the file, have it edited and put the outcome in its place, with nobody else writing meanwhile; what the edit
    says besides.

    ``given`` are the files and folders that a person has named: a file that was found in one of the folders is not
    written through a link that leads out of them all. Unreadable, Unwritable: nothing is changed.
    """
    with _held(name):
        source, report = load(name)
        after, result = edit(source, report)
        if after.data != source.data:
            if given and leads_out(name, given):
                outside = "这是链接，通到所给的文件夹外面，没有改动；要改它，请直接给出它所指的文件名"
                raise Unwritable("save-link-leads-out", name, outside)
            _put(name, after.data, source.data)
    return result


def save(name: str, data: bytes, opened: bytes | None) -> None:
    """Put ``data`` in the place of the file as it was ``opened``; None: there must be no such file yet.

    A symbolic link stays one; owner, group, rights, attributes and hard links are kept. Unwritable, and nothing is
    changed, if the file is another than the one that was opened, or cannot be written.
    """
    with _held(name):
        _put(name, data, opened)


def save_pieces(name: str, pieces: Iterable[bytes]) -> None:
    """Put a file made of the pieces in the place of whatever stood there; they are written as they come, however long
    that takes. Unwritable, and nothing is changed, if it cannot be written; nor is it if the pieces break off."""
    with _held(name), _told(name, "没有写出文件"):
        target = os.path.realpath(name)
        if os.path.lexists(target):
            os.close(_opened(name, target))
        put(target, pieces)


@contextmanager
def _held(name: str) -> Iterator[None]:
    with locked(name):
        if os.path.isfile(name):  # noqa: PTH113
            restore(os.path.realpath(name))
        yield


def _put(name: str, data: bytes, opened: bytes | None) -> None:
    with _told(name, _UNTOUCHED if opened is not None else "没有写出文件"), _undisturbed():
        target = os.path.realpath(name)
        if opened is None:
            create(target, data)
        else:
            _change(name, target, data, opened)


@contextmanager
def _told(name: str, done: str) -> Iterator[None]:
    """What the system refuses, as Unwritable; ``done`` says what has become of the file."""
    try:
        yield
    except FileExistsError:
        raise Unwritable("save-file-exists", name, f"已经有这个文件，不会覆盖；请换一个文件名。{_UNTOUCHED}") from None
    except FileNotFoundError:
        raise Unwritable("save-folder-missing", name, "存不下来：所在的文件夹不存在；请先建好文件夹") from None
    except (OSError, ValueError) as error:
        if isinstance(error, HalfWritten):
            done = f"文件只写了一半，存前的原样在 {error.kept}"
        raise Unwritable(
            "save-failed", name, f"存不下来：{system_reason(error)}；{done}，请排除故障或换一个地方再存"
        ) from None


def _change(name: str, target: str, data: bytes, opened: bytes) -> None:
    descriptor = _opened(name, target)
    try:
        before = os.fstat(descriptor)
        if _read(descriptor, len(opened) + 1) != opened:
            raise Unwritable(
                "save-file-changed", name, f"文件在打开之后被别的程序改过；请重新打开，再做改动。{_UNTOUCHED}"
            )
        if data != opened and not replaced(target, data, before):
            overwrite(name, descriptor, target, opened, data)
    finally:
        os.close(descriptor)


def _opened(name: str, target: str) -> int:
    """The file, open for writing: whether one may, only the system knows."""
    try:
        mode = os.stat(target).st_mode  # noqa: PTH116
    except FileNotFoundError:
        raise Unwritable("save-file-gone", name, "文件在打开之后被移走或删除了；请另存，或先把它放回原处") from None
    if not stat.S_ISREG(mode):
        raise Unwritable("save-not-a-file", name, "这不是普通文件，不能存回；请另给一个文件名")
    if not mode & 0o222:
        raise Unwritable("save-file-read-only", name, f"文件设为只读；要改它，先用 chmod u+w 文件名。{_UNTOUCHED}")
    try:
        return os.open(target, os.O_RDWR | os.O_NONBLOCK)
    except PermissionError:
        raise Unwritable(
            "save-file-forbidden",
            name,
            f"没有写这个文件的权限；请向文件的主人取得权限，或复制一份再改。{_UNTOUCHED}",
        ) from None


def _read(descriptor: int, most: int) -> bytes:
    parts = []
    while most and (part := os.read(descriptor, most)):
        parts.append(part)
        most -= len(part)
    return b"".join(parts)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Ctrl+C and the like wait until the file is in place: it takes a moment, and nothing is left lying about."""
    waiting = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM, signal.SIGHUP})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, waiting)
