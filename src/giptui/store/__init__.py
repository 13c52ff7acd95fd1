"""TOML text ⇄ report: read, positions, edit in place, save safely. The only room that touches the reports' files.

What reads a file is imported at once; what writes one, or says where something stands, when it is first asked for:
checking a clean file needs neither.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from giptui.store.errors import Unreadable, Unwritable
from giptui.store.find import Found, find, is_report
from giptui.store.origin import Origin
from giptui.store.parse import load, parse
from giptui.store.previous import LastYear, LastYears
from giptui.store.settings import SETTINGS_FILE, SettingsFile, load_settings, settings_file
from giptui.store.source import Source, decode, read

if TYPE_CHECKING:
    from giptui.store.document import Edited, created, edited, originated, unwaived, waived
    from giptui.store.layout import blank
    from giptui.store.positions import Positions, locate
    from giptui.store.relayout import canonical
    from giptui.store.saving import save, save_pieces, update

__all__ = [
    "SETTINGS_FILE",
    "Edited",
    "Found",
    "LastYear",
    "LastYears",
    "Origin",
    "Positions",
    "SettingsFile",
    "Source",
    "Unreadable",
    "Unwritable",
    "blank",
    "canonical",
    "created",
    "decode",
    "edited",
    "find",
    "is_report",
    "load",
    "load_settings",
    "locate",
    "originated",
    "parse",
    "read",
    "save",
    "save_pieces",
    "settings_file",
    "unwaived",
    "update",
    "waived",
]


def __getattr__(name: str) -> Any:
    from importlib import import_module

    homes = {
        "blank": "layout",
        "canonical": "relayout",
        "Edited": "document",
        "created": "document",
        "edited": "document",
        "originated": "document",
        "unwaived": "document",
        "waived": "document",
        "Positions": "positions",
        "locate": "positions",
        "save": "saving",
        "save_pieces": "saving",
        "update": "saving",
    }
    if name not in homes:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{homes[name]}"), name)
