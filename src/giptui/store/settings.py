"""The settings file ``giptui.toml``: the nearest one upward from a report. What it means, `giptui.check` knows."""

from __future__ import annotations

import os
from typing import Any, Final

from giptui.store.source import STANDARD_INPUT, Source, read
from giptui.store.syntax import document

SETTINGS_FILE: Final = "giptui.toml"


def settings_file(name: str) -> str | None:
    """The file that holds the settings for the report of that name; None if there is none."""
    folder = os.getcwd() if name == STANDARD_INPUT else os.path.dirname(os.path.abspath(name))  # noqa: PTH100, PTH109, PTH120
    here = os.path.join(os.getcwd(), "")  # noqa: PTH109, PTH118
    while True:
        file = os.path.join(folder, SETTINGS_FILE)  # noqa: PTH118
        if os.path.isfile(file):  # noqa: PTH113
            return file.removeprefix(here)
        above = os.path.dirname(folder)  # noqa: PTH120
        if above == folder:
            return None
        folder = above


def load_settings(name: str) -> tuple[Source, dict[str, Any]]:
    """The settings file and its content; Unreadable if it is no TOML."""
    if not os.path.getsize(name):  # noqa: PTH202
        return Source(name, b"", "", False, False), {}
    source = read(name)
    return source, document(source)
