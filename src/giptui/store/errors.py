"""Why a file cannot be read or written: one Chinese sentence each, that names what to do."""

from __future__ import annotations

import errno
from typing import Final

from giptui.display.visible import one_line

_REASONS: Final = {
    errno.ENOENT: "没有这个文件",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EROFS: "所在的磁盘是只读的",
    errno.ENOSPC: "磁盘已满",
    errno.EDQUOT: "磁盘配额已用完",
    errno.EFBIG: "超过了允许的文件大小",
    errno.EIO: "磁盘读写出错",
    errno.EEXIST: "已有同名的文件",
    errno.EISDIR: "已有同名的文件夹",
    errno.ENOTDIR: "路径中有一段不是文件夹",
    errno.ELOOP: "符号链接绕成了圈",
    errno.ENAMETOOLONG: "文件名太长",
    errno.EADDRINUSE: "已被别的程序占用",
}


class Unreadable(Exception):  # noqa: N818 - what the file is
    """A file that cannot be read: no such file, not text, not TOML, no form that is known."""

    def __init__(
        self,
        refusal: str,
        file: str,
        reason: str,
        line: int | None = None,
        column: int | None = None,
        source_line: str = "",
    ) -> None:
        super().__init__(refusal, file, reason, line, column, source_line)
        self.refusal = refusal
        self.file = file
        self.reason = reason
        self.line = line
        self.column = column
        self.source_line = source_line

    def __str__(self) -> str:
        """``FILE:LINE:COLUMN: REASON`` on one line, without what is not known."""
        place = ":".join(str(part) for part in (self.file, self.line, self.column) if part is not None)
        return one_line(f"{place}: {self.reason}")


class Unwritable(Exception):  # noqa: N818 - what the file is
    """A file that cannot be written, or not without losing something. The file on disk is as it was."""

    def __init__(self, refusal: str, file: str, reason: str) -> None:
        super().__init__(refusal, file, reason)
        self.refusal = refusal
        self.file = file
        self.reason = reason

    def __str__(self) -> str:
        return one_line(f"{self.file}: {self.reason}")


def system_reason(error: OSError | ValueError) -> str:
    """What the operating system says, in Chinese where it is one of the usual things."""
    known = _REASONS.get(error.errno or 0) if isinstance(error, OSError) else None
    return known or f"系统报告“{getattr(error, 'strerror', None) or error}”"
