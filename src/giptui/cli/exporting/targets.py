"""The names of the files that reports become in a folder: their own, in the subfolders in which they stand."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Final, NamedTuple

from giptui.cli.streams import fail
from giptui.store.errors import system_reason
from giptui.store.source import STANDARD_INPUT

_NAMELESS: Final = "报告"


class Target(NamedTuple):
    source: str
    path: str


def targets(files: Sequence[str], given: Sequence[str], folder: str, extension: str) -> tuple[Target, ...]:
    """A path for each file, in a folder that is there; ``given`` are the files and folders that were named. The command
    ends if two were to become one."""
    taken: dict[str, str] = {}
    for file in files:
        path = os.path.join(folder, f"{_stem(file, given)}{extension}")  # noqa: PTH118
        if path in taken:
            fail(
                "export-same-name",
                f"{path}: {taken[path]} 和 {file} 都要写成这个文件；请把其中一份改名，或分几次写到不同的文件夹",
            )
        taken[path] = file
    for path in taken:
        _make(os.path.dirname(path) or ".")  # noqa: PTH120
    return tuple(Target(file, path) for path, file in taken.items())


def _make(folder: str) -> None:
    try:
        os.makedirs(folder, exist_ok=True)  # noqa: PTH103
    except (OSError, ValueError) as error:
        fail("export-folder", f"{folder}: 不能当作放文件的文件夹：{system_reason(error)}；请换一个文件夹")


def _stem(file: str, given: Sequence[str]) -> str:
    """The name below the folder that was named, without ``.toml``."""
    if file == STANDARD_INPUT:
        return _NAMELESS
    folders = (name for name in given if name != file and file.startswith(os.path.join(name, "")))  # noqa: PTH118
    folder = max(folders, key=len, default=os.path.dirname(file))  # noqa: PTH120
    return os.path.relpath(file, folder or ".").removesuffix(".toml")
