"""The published reports that the command line names: files, and all that lies in folders but reports of ours."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from giptui.store import Unreadable
from giptui.store.find import entries_below

PLACES: Final = ".origin.json"
"""How a file is called that says where the cells of an imported report stand in its source."""

_OURS: Final = (".toml", PLACES)
_IN_USE: Final = "~$"
"""How the names begin of the files by which Word marks that somebody has a document open."""
_PARTS_OF_A_PAGE: Final = ("_files", ".files")
"""How browsers name the folder beside a page in which they save its pictures and scripts."""


_KNOWN: Final = (
    *(".html", ".htm", ".mht", ".mhtml", ".doc", ".docx", ".wps", ".pdf", ".ofd"),
    *(".xls", ".xlsx", ".et", ".ods", ".zip"),
)
_MOST: Final = 30  # that are offered: somebody may be at home, among thousands


class Published(NamedTuple):
    """The sources in order, each once, and the folders that are shut."""

    files: tuple[str, ...]
    unreadable: tuple[Unreadable, ...] = ()


def published(names: Sequence[str]) -> Published:
    """The files that were named, and those in the folders that were named, sorted by path, hidden ones left out."""
    files: dict[str, None] = {}
    shut: list[Unreadable] = []
    for name in names:
        found = sorted(_in_folder(name, shut)) if os.path.isdir(name) else [name]  # noqa: PTH112
        files.update(dict.fromkeys(found))
    return Published(tuple(files), tuple(shut))


def _in_folder(folder: str, shut: list[Unreadable]) -> Iterator[str]:
    for entry in entries_below(folder, shut):
        folders = os.path.dirname(entry.path.removeprefix(folder)).split(os.sep)  # noqa: PTH120, PTH206
        ours = entry.name.endswith(_OURS)
        aside = entry.name.startswith(_IN_USE) or any(name.endswith(_PARTS_OF_A_PAGE) for name in folders)
        if not ours and not aside and os.path.isfile(entry.path):  # noqa: PTH113
            yield entry.path


def published_here() -> list[str]:
    """The files of this folder that are called as published reports are, by name."""
    try:
        with os.scandir(".") as entries:
            found = (entry.name for entry in entries if entry.name.lower().endswith(_KNOWN) and entry.is_file())
            return sorted(name for name in found if not name.startswith((".", _IN_USE)))[:_MOST]
    except OSError:
        return []
