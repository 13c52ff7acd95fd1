"""Writing a whole file that the command line names; ``-`` is standard output. Used by every command that writes one."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NoReturn, TypeAlias, TypeVar

from giptui import store
from giptui.cli.exits import Exit
from giptui.cli.inputs import complain
from giptui.cli.streams import fail, put_bytes
from giptui.report import Report
from giptui.store import Source, Unreadable, Unwritable, is_report, save, save_pieces
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
    try:
        _must_be_no_folder(name)
    except Unwritable as error:
        fail(error.refusal, str(error))


def _must_be_no_folder(name: str) -> None:
    if os.path.isdir(name or "."):  # noqa: PTH112 - pathlib raises where a name is too long
        raise Unwritable("output-is-folder", name or ".", "这是文件夹；请写出文件名")


def refuse_output(name: str, inputs: Sequence[str]) -> None:
    """End the command where that is no name for an output: one of the inputs' own, a report's, a folder's."""
    if any(_same_file(name, each) for each in inputs):
        fail("output-is-input", f"{name}: 正是要读的那份报告，不会覆盖；请换一个文件名")
    try:
        _must_be_no_folder(name)
        _must_be_no_report(name)
    except Unwritable as error:
        fail(error.refusal, str(error))


def _must_be_no_report(name: str) -> None:
    if os.path.isfile(name) and is_report(name):  # noqa: PTH113 - pathlib raises where a name is too long
        raise Unwritable("output-is-report", name, "这里已有一份报告，不会覆盖；请换一个文件名")


def _same_file(one: str, other: str) -> bool:
    """Whether the two names are one file, through links too."""
    try:
        return Path(one).samefile(other)
    except (OSError, ValueError):
        return False


def refuse_incomplete(name: str) -> NoReturn:
    """End the command that was to make one file of several, of which some cannot be read."""
    fail("output-incomplete", f"{name}: 有文件读不出，没有写入；请先改正上面指出的文件，或不把它列入")


def write_over(name: str, data: bytes) -> None:
    """Write the file whether it was there or not, but never over a report; the command ends if that cannot be done."""
    try:
        put_over(name, data)
    except Unwritable as error:
        fail(error.refusal, str(error))


def put_over(name: str, data: bytes) -> None:
    """The same; Unwritable. A device or a pipe is written to, not replaced."""
    path = Path(name)
    _must_be_no_report(name)
    _must_be_no_folder(name)
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(data)
            return
        opened = path.read_bytes() if path.is_file() else None
    except (OSError, ValueError) as error:
        raise _not_written(name, error) from None
    save(name, data, opened)


def write_pieces(name: str, pieces: Iterable[bytes]) -> None:
    """Write the pieces as they come, ``-`` being standard output; a file gets its name when all of them are there."""
    if name == "-":
        for piece in pieces:
            put_bytes(piece)
        return
    path = Path(name)
    try:
        if path.exists() and not path.is_file():
            with path.open("wb") as device:
                device.writelines(pieces)
        else:
            save_pieces(name, pieces)
    except Unwritable as error:
        fail(error.refusal, str(error))
    except (OSError, ValueError) as error:
        failed = _not_written(name, error)
        fail(failed.refusal, str(failed))


def _not_written(name: str, error: OSError | ValueError) -> Unwritable:
    return Unwritable("output-failed", name, f"写不进去：{system_reason(error)}；请换一个地方输出")
