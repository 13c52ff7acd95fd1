"""Which files a command is about: those that are named, and the reports in the folders that are named."""

import os
import re
from collections.abc import Iterator, Sequence
from typing import Any, Final, NamedTuple

from giptui.form import FORMS
from giptui.store.errors import Unreadable, system_reason
from giptui.store.settings import SETTINGS_FILE
from giptui.store.source import read
from giptui.store.syntax import document

_LONGEST_NAME: Final = 400  # characters that are shown of a folder's name

_OPENING: Final = 2048  # bytes
_FORM_FIRST: Final = rb"(?:\xef\xbb\xbf)?(?:[ \t]*+(?:#[^\n]*+)?\r?\n)*[ \t]*+form[ \t]*+="


class Found(NamedTuple):
    """Files in the order in which they are to be done; how many TOML files were none of ours; folders shut to us.

    A file that is no TOML, or no text, is among ``files``: whoever loads it gets the reason.
    """

    files: tuple[str, ...]
    skipped: int
    unreadable: tuple[Unreadable, ...]


def find(names: Sequence[str]) -> Found:
    """The named files as they are, and every report below the named folders, sorted by path, hidden ones left out."""
    files: dict[str, None] = {}
    skipped = 0
    shut: list[Unreadable] = []
    for name in names:
        if not os.path.isdir(name):  # noqa: PTH112
            files[name] = None
            continue
        for path in sorted(toml_files(name, shut)):
            if _may_be_report(path):
                files[path] = None
            else:
                skipped += 1
    return Found(tuple(files), skipped, tuple(shut))


def toml_files(folder: str, shut: list[Unreadable]) -> Iterator[str]:
    """The TOML files in the folder and below, but for settings; links to files too."""
    for entry in entries_below(folder, shut):
        if entry.name.endswith(".toml") and entry.name != SETTINGS_FILE and os.path.isfile(entry.path):  # noqa: PTH113
            yield entry.path


def entries_below(folder: str, shut: list[Unreadable]) -> Iterator[os.DirEntry[str]]:
    """All that is no folder in the folder and below, hidden ones left out; ``shut`` gets the folders that are.

    Links to folders are not followed: they may lead in a circle.
    """
    folders = [folder]
    while folders:  # not by os.walk: before Python 3.12 it fails on folders a thousand deep
        parent = folders.pop()
        try:
            with os.scandir(parent) as entries:
                for entry in entries:
                    if entry.name.startswith("."):
                        continue
                    if entry.is_dir(follow_symlinks=False):
                        folders.append(entry.path)
                    else:
                        yield entry
        except OSError as error:
            reason = f"文件夹打不开：{system_reason(error)}；请取得权限，或不查这个文件夹"
            name = parent if len(parent) <= _LONGEST_NAME else f"{parent[:_LONGEST_NAME]}……"
            shut.append(Unreadable("folder-unreadable", name, reason))


def is_report(path: str) -> bool:
    """Whether the file at that path is surely a report: it has a top-level ``form``, or begins with it."""
    try:
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123
            return bool(re.match(_FORM_FIRST, file.read(_OPENING))) or "form" in document(read(path))
    except (OSError, ValueError, Unreadable):
        return False


def is_published(name: str) -> bool:
    """Whether the file can only be a report as it is published, and not one of ours, be it broken."""
    return not name.endswith(".toml") and os.path.isfile(name) and not is_report(name)  # noqa: PTH113


def leads_out(path: str, given: Sequence[str]) -> bool:
    """Whether a file that was found in one of the given folders, not given itself, lies outside of them all."""
    target = os.path.realpath(path)
    folders = [os.path.join(os.path.realpath(name), "") for name in given if os.path.isdir(name)]  # noqa: PTH112, PTH118
    return path not in given and not any(target.startswith(folder) for folder in folders)


def _may_be_report(path: str) -> bool:
    """Whether it has a top-level ``form``, or cannot be read at all. A report's first key is ``form``: seen cheaply.

    A report that has lost its ``form`` is one too: whoever loads it gets the reason; one passed over is missed.
    """
    try:
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123
            if re.match(_FORM_FIRST, file.read(_OPENING)):
                return True
        found = document(read(path))
        return "form" in found or _has_lost_its_form(found)
    except (OSError, Unreadable):
        return True


def _has_lost_its_form(found: dict[str, Any]) -> bool:
    """Whether it has the header and a section of a report. A [report] with an [overview] may be anybody's."""
    own = {section.id for form in FORMS.values() for section in form.sections} - {"overview"}
    return isinstance(found.get("report"), dict) and any(isinstance(found.get(name), dict) for name in own)
