"""Saving: at every moment the old file or the new one stands on disk, whole."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from typing import Final

from giptui.store.errors import Unwritable, system_reason

_UNTOUCHED: Final = "原文件完好，没有改动"


def save(name: str, data: bytes, opened: bytes | None) -> None:
    """Put ``data`` in the place of the file as it was ``opened``; None: there must be no such file yet.

    A symbolic link stays one, mode and owner are kept. Unwritable, and nothing is changed, if the file is another than
    the one that was opened, or cannot be written.
    """
    target = os.path.realpath(name)
    try:
        before = _unchanged(name, target, opened)
        if data != opened:
            _replace(target, data, before)
    except FileNotFoundError:
        raise Unwritable("save-folder-missing", name, "存不下来：所在的文件夹不存在；请先建好文件夹") from None
    except (OSError, ValueError) as error:
        done = _UNTOUCHED if opened is not None else "没有写出文件"
        raise Unwritable(
            "save-failed", name, f"存不下来：{system_reason(error)}；{done}，请排除故障或换一个地方再存"
        ) from None


def _unchanged(name: str, target: str, opened: bytes | None) -> os.stat_result | None:
    """The status of the file, which must be as it was opened; None if there was none and is none."""
    try:
        before = os.stat(target)  # noqa: PTH116
    except FileNotFoundError:
        if opened is None:
            return None
        raise Unwritable("save-file-gone", name, "文件在打开之后被移走或删除了；请另存，或先把它放回原处") from None
    if opened is None:
        raise Unwritable("save-file-exists", name, f"已经有这个文件，不会覆盖；请换一个文件名。{_UNTOUCHED}")
    if not stat.S_ISREG(before.st_mode):
        raise Unwritable("save-not-a-file", name, "这不是普通文件，不能存回；请另给一个文件名")
    with open(target, "rb") as file:  # noqa: PTH123
        if file.read(len(opened) + 1) != opened:
            raise Unwritable(
                "save-file-changed", name, f"文件在打开之后被别的程序改过；请重新打开，再做改动。{_UNTOUCHED}"
            )
    if not before.st_mode & 0o222:
        raise Unwritable("save-file-read-only", name, f"文件设为只读；要改它，先用 chmod u+w 文件名。{_UNTOUCHED}")
    return before


def _replace(target: str, data: bytes, before: os.stat_result | None) -> None:
    """Write beside the target, force it to disk, and only then give it the target's name."""
    folder = os.path.dirname(target)  # noqa: PTH120
    beside = os.path.join(folder, f".giptui-{os.getpid()}-{os.urandom(4).hex()}.tmp")  # noqa: PTH118
    try:
        descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600 if before else 0o666)
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            if before:
                _keep_owner_and_mode(file.fileno(), before)
            file.flush()
            os.fsync(file.fileno())
        os.replace(beside, target)  # noqa: PTH105
    except BaseException:
        with suppress(OSError):
            os.unlink(beside)  # noqa: PTH108
        raise
    with suppress(OSError):  # the file is in place; some file systems cannot sync a folder
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _keep_owner_and_mode(descriptor: int, before: os.stat_result) -> None:
    with suppress(PermissionError):  # only root may give a file away; one's own new file is one's own
        os.fchown(descriptor, before.st_uid, before.st_gid)
    os.fchmod(descriptor, stat.S_IMODE(before.st_mode))
