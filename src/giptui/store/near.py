"""The reports that lie near: in a folder and in the folders in it, no deeper. For the first screen of the editor."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Final

from giptui.store.find import is_report
from giptui.store.settings import SETTINGS_FILE

_MOST: Final = 200  # files that are looked at: somebody may be at home, among thousands


def reports_near(folder: str = ".") -> list[str]:
    """Those of the folder itself first, each folder by name."""
    looked_at = [path for _, path in zip(range(_MOST), _toml_files(folder), strict=False)]
    return [path for path in looked_at if is_report(path)]


def _toml_files(folder: str) -> Iterator[str]:
    own = _entries(folder)
    yield from _files(own)
    for entry in own:
        if entry.is_dir(follow_symlinks=False):
            yield from _files(_entries(entry.path))


def _files(entries: list[os.DirEntry[str]]) -> Iterator[str]:
    for entry in entries:
        if entry.name.endswith(".toml") and entry.name != SETTINGS_FILE and entry.is_file():
            yield entry.path.removeprefix(f".{os.sep}")


def _entries(folder: str) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return sorted((each for each in entries if not each.name.startswith(".")), key=lambda each: each.name)
    except OSError:
        return []
