"""Writing a whole file that the command line names; ``-`` is standard output. Used by every command that writes one."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeAlias, TypeVar

from giptui import store
from giptui.cli.exits import Exit
from giptui.cli.inputs import complain
from giptui.cli.streams import fail, put_bytes
from giptui.report import Report
from giptui.store import Source, Unreadable, Unwritable, is_report, save
from giptui.store.errors import system_reason

_Result = TypeVar("_Result")
Edit: TypeAlias = Callable[[Source, Report], tuple[Source, _Result]]


def named(file: str) -> str:
    """The name of a report to be made, with ``.toml`` where it has no suffix; a folder's as it is, to be refused."""
    whole = file == "-" or os.path.splitext(file)[1] or os.path.isdir(file)  # noqa: PTH122,PTH112 - pathlib costs time
    return file if whole else f"{file}.toml"


def update(name: str, edit: Edit[_Result], given: Sequence[str] = ()) -> _Result:
    """Have the file edited while nobody else writes to it; what the edit says besides. Standard input goes, edited, to
    standard output. Unreadable, Unwritable; ``given`` as in `store.update`."""
    if name != "-":
        return store.update(name, edit, given)
    after, result = edit(*store.load(name))
    put_bytes(after.data)
    return result


def update_or_fail(name: str, edit: Edit[_Result]) -> _Result:
    """The same; the command ends with the reason if it cannot be done."""
    try:
        return update(name, edit)
    except Unreadable as error:
        complain(error)
        raise SystemExit(Exit.USAGE) from None
    except Unwritable as error:
        fail(error.refusal, str(error))


def write(name: str, data: bytes, opened: bytes | None) -> None:
    """Write the file, or end the command with the reason. ``opened``: what it held when it was read, None if new."""
    if name == "-":
        put_bytes(data)
        return
    refuse_folder(name)
    try:
        save(name, data, opened)
    except Unwritable as error:
        fail(error.refusal, str(error))


def refuse_folder(name: str) -> None:
    """End the command where a file was to be named and a folder is."""
    if os.path.isdir(name or "."):  # noqa: PTH112 - pathlib raises where a name is too long
        fail("output-is-folder", f"{name or '.'}: 这是文件夹；请写出文件名")


def write_over(name: str, data: bytes) -> None:
    """Write the file whether it was there or not, but never over a report. A device or a pipe is written to, not
    replaced."""
    path = Path(name)
    if os.path.isfile(name) and is_report(name):  # noqa: PTH113 - pathlib raises where a name is too long
        fail("output-is-report", f"{name}: 这里已有一份报告，不会覆盖；请换一个文件名")
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            path.write_bytes(data)
            return
        opened = path.read_bytes() if path.is_file() else None
    except (OSError, ValueError) as error:
        fail("output-failed", f"{name}: 写不进去：{system_reason(error)}；请换一个地方输出")
    write(name, data, opened)
