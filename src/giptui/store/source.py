"""A report file as it was read: its bytes, and its text once it is known to be text.

Everything that keeps a file from being text at all ends here, as :class:`Unreadable` with the remedy in its sentence.
"""

import os
import re
import stat
import sys
from collections.abc import Iterator
from functools import lru_cache
from typing import BinaryIO, Final, NamedTuple

from giptui.store.errors import Unreadable, system_reason

LARGEST_FILE: Final = 8 * 1024 * 1024
"""A report has some ten thousand bytes; whatever is larger than this is something else."""

STANDARD_INPUT: Final = "-"

_OPEN_STREAMS: Final = ("/dev/", "/proc/")
"""Where a shell shows a pipe that somebody is writing to: ``giptui check <(command)``."""

_PATIENCE: Final = 5000  # milliseconds for somebody to write to a named pipe

BOM: Final = b"\xef\xbb\xbf"


class Source(NamedTuple):
    """A file's bytes exactly as read, and their text: without the byte order mark, newlines ``\\n``."""

    name: str
    data: bytes
    text: str
    bom: bool
    crlf: bool  # most lines end in CRLF; those that an edit adds do too

    @property
    def body(self) -> bytes:
        """The bytes without the byte order mark."""
        return self.data[len(BOM) :] if self.bom else self.data

    def line(self, number: int | None) -> str:
        """The text of a line, counted from 1; empty if there is no such line."""
        lines = _lines(self.text)
        return lines[number - 1] if number is not None and 0 < number <= len(lines) else ""


@lru_cache(maxsize=1)
def _lines(text: str) -> list[str]:
    """Asked for line by line, of one file at a time."""
    return text.split("\n")


def read(name: str, called: str | None = None) -> Source:
    """The file of that name, ``-`` being standard input; Unreadable if it is no text of a sensible size. It goes by the
    name ``called`` where one is given."""
    return decode(called or name, read_bytes(name))


def decode(name: str, data: bytes) -> Source:
    """The bytes as text; Unreadable if they are none."""
    bom = data.startswith(BOM)
    body = data[len(BOM) :] if bom else data
    if not body.strip():
        raise Unreadable("file-empty", name, "文件是空的；先删去它，再用 giptui new 文件名 新建一份空白报告")
    if body.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Unreadable("file-utf16", name, f"文件是 UTF-16 编码，应为 UTF-8；{_converted('UTF-16')}")
    if (at := body.find(0)) >= 0:
        raise Unreadable(
            "file-binary",
            name,
            f"文件是二进制的（第 {at + 1} 字节为 NUL），不是报告文件；公开的 Word、PDF 等报告先用 giptui import 导入",
        )
    if re.match(rb"\s*<[!?a-zA-Z]", body):
        raise Unreadable("file-web-page", name, "这是网页，不是报告文件；公开的报告先用 giptui import 导入")
    try:
        text = body.decode()
    except UnicodeDecodeError as error:
        raise _not_utf8(name, body, error.start) from None
    if b"\r" not in body:
        return Source(name, data, text, bom, crlf=False)
    if (at := body.find(b"\r\r\n")) >= 0:
        reason = "行尾是 CR CR LF，多半是换行符转换了两次；请先转换：tr -d '\\r' < 旧文件 > 新文件"
        raise Unreadable("file-cr-cr-lf", name, reason, body.count(b"\n", 0, at) + 1)
    crlf = body.count(b"\r\n") * 2 > body.count(b"\n")
    return Source(name, data, text.replace("\r\n", "\n"), bom, crlf)


def with_text(source: Source, text: str) -> Source:
    """The file with another text: byte order mark and line ends as they were, new lines ending as most do.

    Unreadable or UnicodeEncodeError if that text can be no file.
    """
    bom = BOM if source.bom else b""
    if b"\r" not in source.data:
        return decode(source.name, bom + text.encode())
    return decode(source.name, bom + "".join(_line_ends(source, text.split("\n"))).encode())


def _line_ends(source: Source, lines: list[str]) -> Iterator[str]:
    """The lines, each that stood in the file with the end that it had there."""
    old = source.body.decode().split("\n")
    usual = "\r" if source.crlf else ""
    ends = [usual] * len(lines)
    for was, now in _same_lines([line.removesuffix("\r") for line in old], lines):
        ends[now] = "\r" if old[was].endswith("\r") else ""
    ends[-1] = ""
    for line, end in zip(lines[:-1], ends, strict=False):
        yield f"{line}{end}\n"
    yield lines[-1]


def _same_lines(old: list[str], new: list[str]) -> Iterator[tuple[int, int]]:
    """Which lines of two texts are the same, by their numbers from 0: as many as can be, in order."""
    from rapidfuzz.distance import LCSseq  # only where CR stands in a file; difflib takes the square of like lines

    for block in LCSseq.opcodes(old, new):
        if block.tag == "equal":
            yield from zip(range(block.src_start, block.src_end), range(block.dest_start, block.dest_end), strict=True)


def read_bytes(name: str, most: int = LARGEST_FILE) -> bytes:
    """What the file holds, ``-`` being standard input; Unreadable if that cannot be had or is more than ``most``."""
    try:
        if name == STANDARD_INPUT:
            if sys.stdin is None:
                raise Unreadable("stdin-closed", name, "标准输入没有打开；请给出文件名")
            data = sys.stdin.buffer.read(most + 1)
        else:
            status = os.stat(name)  # noqa: PTH116 - a name is a string throughout, and pathlib costs start-up time
            if stat.S_ISDIR(status.st_mode):
                raise Unreadable(
                    "file-is-folder", name, "这是文件夹，不是报告；请写出其中的文件名，整个文件夹可用 giptui check 检查"
                )
            if status.st_size > most:
                raise _too_large(name, most)
            waits = stat.S_ISFIFO(status.st_mode) and not name.startswith(_OPEN_STREAMS)
            with _opened_pipe(name) if waits else open(name, "rb") as file:  # noqa: PTH123
                data = file.read(status.st_size + 1)
                if len(data) > status.st_size:  # a device, or a file that grows
                    data += file.read(most + 1 - len(data))
    except FileNotFoundError:
        raise Unreadable("file-missing", name, "没有这个文件；新建一份空白报告用 giptui new 文件名") from None
    except PermissionError:
        raise Unreadable(
            "file-permission", name, "没有读这个文件的权限；请先用 chmod u+r 文件名 或向文件的主人取得权限"
        ) from None
    except (OSError, ValueError) as error:
        raise Unreadable("file-unreadable", name, f"文件读不出来：{system_reason(error)}；请核对文件名和磁盘") from None
    if len(data) > most:
        raise _too_large(name, most)
    return data


def _opened_pipe(name: str) -> BinaryIO:
    """The named pipe, once somebody writes to it; Unreadable if nobody does: to read it would take for ever."""
    import select  # only for pipes

    descriptor = os.open(name, os.O_RDONLY | os.O_NONBLOCK)
    poll = select.poll()
    poll.register(descriptor, select.POLLIN)
    if not poll.poll(_PATIENCE):
        os.close(descriptor)
        raise Unreadable(
            "file-is-pipe",
            name,
            f"这是管道，不是文件，等了几秒也没有程序往里写；请给出文件，或从标准输入读：- < {name}",
        )
    os.set_blocking(descriptor, True)
    return os.fdopen(descriptor, "rb")


def _too_large(name: str, most: int) -> Unreadable:
    return Unreadable("file-too-large", name, f"文件超过 {most >> 20} MB，不像一份年度报告，没有读入；请核对文件名")


def _not_utf8(name: str, body: bytes, at: int) -> Unreadable:
    line = body.count(b"\n", 0, at) + 1
    try:
        body.decode("gb18030")
    except UnicodeDecodeError:
        remedy = "请另存为 UTF-8 编码"
    else:
        remedy = f"看来是 GB18030（GBK）编码，{_converted('GB18030')}"
    return Unreadable("file-not-utf8", name, f"文件不是 UTF-8 编码（第 {at + 1} 字节起读不通）；{remedy}", line)


def _converted(encoding: str) -> str:
    return f"请先转换：iconv -f {encoding} -t UTF-8 旧文件 > 新文件"
