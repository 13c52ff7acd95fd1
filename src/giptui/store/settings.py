"""The settings file ``giptui.toml``: the nearest one upward from a report. What it means, `giptui.check` knows.

It silences findings, so it is obeyed only where nobody else can have written it; and nothing of what stands in it is
ever quoted: its name may be a link to a file that is no settings at all.
"""

from __future__ import annotations

import os
import stat
from typing import Any, Final, NamedTuple

from giptui.store.errors import Unreadable
from giptui.store.source import STANDARD_INPUT, Source, read
from giptui.store.syntax import document

SETTINGS_FILE: Final = "giptui.toml"


class SettingsFile(NamedTuple):
    """The file by its name, and why it is not to be obeyed; empty if it is."""

    name: str
    objection: str = ""


def settings_file(name: str) -> SettingsFile | None:
    """The file that holds the settings for the report of that name; None if there is none."""
    folder = os.getcwd() if name == STANDARD_INPUT else os.path.dirname(os.path.abspath(name))  # noqa: PTH100, PTH109, PTH120
    here = os.path.join(os.getcwd(), "")  # noqa: PTH109, PTH118
    while True:
        file = os.path.join(folder, SETTINGS_FILE)  # noqa: PTH118
        if os.path.isfile(file):  # noqa: PTH113
            return SettingsFile(file.removeprefix(here), _objection(file))
        above = os.path.dirname(folder)  # noqa: PTH120
        if above == folder:
            return None
        folder = above


def load_settings(name: str) -> tuple[Source, dict[str, Any]]:
    """The settings file and its content; Unreadable if it is no TOML."""
    try:
        source = read(name)
        return source, document(source)
    except Unreadable as error:
        if error.refusal == "file-empty":
            return Source(name, b"", "", False, False), {}
        raise Unreadable(error.refusal, name, error.reason, error.line, error.column) from None


def _objection(file: str) -> str:
    """Why the file is not to be obeyed: somebody else may have put there what stands in it."""
    try:
        status = os.stat(file)  # noqa: PTH116
        is_link = os.path.islink(file)  # noqa: PTH114
    except OSError:
        return ""  # whoever reads it says so
    if is_link and os.path.basename(os.path.realpath(file)) != SETTINGS_FILE:  # noqa: PTH119
        return f"它是一个链接，指向的文件不叫 {SETTINGS_FILE}；请换成文件本身"
    if status.st_uid not in (0, os.geteuid()):
        return "它归别的用户所有；内容核对无误的，请复制一份换下它"
    if status.st_mode & stat.S_IWOTH or (status.st_mode & stat.S_IWGRP and not _is_own_group(status.st_gid)):
        return "别的用户也能改它；请先运行 chmod go-w"
    return ""


def _is_own_group(group: int) -> bool:
    """Whether nobody but this user is in the group, as where every user has one of the same name, or only root is."""
    import grp
    import pwd

    try:
        user, known = pwd.getpwuid(os.geteuid()), grp.getgrgid(group)
    except KeyError:
        return False
    alone = {*known.gr_mem} <= {user.pw_name}
    return group == 0 or (group == user.pw_gid and known.gr_name == user.pw_name and alone)
