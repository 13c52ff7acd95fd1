"""Writing a whole file that the command line names; ``-`` is standard output. Used by every command that writes one."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeAlias, TypeVar

from giptui import store
from giptui.cli.exits import Exit
from giptui.cli.inputs import complain
from giptui.cli.streams import fail
from giptui.report import Report
from giptui.store import Source, Unreadable, Unwritable
from giptui.store.errors import system_reason

_Said = TypeVar("_Said")
Edit: TypeAlias = Callable[[Source, Report], tuple[Source, _Said]]


def update(name: str, edit: Edit[_Said], given: Sequence[str] = ()) -> _Said:
    """Have the file edited while nobody else writes to it; what the edit says besides. Standard input goes, edited, to
    standard output. Unreadable, Unwritable; ``given`` as in `store.update`."""
    if name != "-":
        return store.update(name, edit, given)
    after, said = edit(*store.load(name))
    sys.stdout.buffer.write(after.data)
    return said


def update_or_fail(name: str, edit: Edit[_Said]) -> _Said:
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
        sys.stdout.buffer.write(data)
        return
    if os.path.isdir(name or "."):  # noqa: PTH112 - pathlib raises where a name is too long
        fail("output-is-folder", f"{name or '.'}: 这是文件夹；请写出文件名")
    try:
        store.save(name, data, opened)
    except Unwritable as error:
        fail(error.refusal, str(error))


def write_over(name: str, data: bytes) -> None:
    """Write the file whether it was there or not. A device or a pipe is written to, not replaced."""
    path = Path(name)
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            path.write_bytes(data)
            return
        opened = path.read_bytes() if path.is_file() else None
    except (OSError, ValueError) as error:
        fail("output-failed", f"{name}: 写不进去：{system_reason(error)}；请换一个地方输出")
    write(name, data, opened)
