"""The few styles of the editor: the terminal's own sixteen colours, and never a colour alone."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Final

from rich.style import Style

from giptui.check import Severity
from giptui.session import Mark


def is_light(environment: Mapping[str, str]) -> bool:
    """Whether the terminal's background is light: as GIPTUI_THEME says, else as the terminal does (COLORFGBG)."""
    theme = environment.get("GIPTUI_THEME", "")
    ground = environment.get("COLORFGBG", "").rpartition(";")[2]
    return theme == "light" if theme in ("light", "dark") else ground in ("7", "15")


_LIGHT: Final = is_light(os.environ)
_ACCENT: Final = "blue" if _LIGHT else "cyan"
_CAUTION: Final = "magenta" if _LIGHT else "yellow"  # yellow on white cannot be read

PLAIN: Final = Style()
LIT: Final = Style(bold=True, color=_ACCENT)
TOTAL: Final = Style(color=_ACCENT)
GROUP: Final = Style(dim=True)
CURSOR: Final = Style(reverse=True)
RANGE: Final = Style(reverse=True, dim=True)
TYPED: Final = Style(underline=True)
BAR: Final = Style(reverse=True)
CURRENT_TAB: Final = Style(bold=True, reverse=True)

SEVERITY: Final = {
    Severity.ERROR: Style(color="red", bold=True),
    Severity.WARNING: Style(color=_CAUTION),
    Severity.INFO: Style(color=_ACCENT),
}
MARK: Final = {Severity.ERROR: "!", Severity.WARNING: "~", Severity.INFO: " "}
ERROR: Final = SEVERITY[Severity.ERROR]

SPAN: Final = {severity: style + Style(underline=True) for severity, style in SEVERITY.items()}
"""A stretch of a text that a finding is about."""

_PART: Final = {
    Severity.ERROR: Style(color="red"),
    Severity.WARNING: Style(color=_CAUTION),
    Severity.INFO: PLAIN,
}
_HAS_A_PART: Final = ":"
"""Marks a cell of a broken sum that is probably not the one that is wrong."""


def marked(mark: Mark | None) -> tuple[str, Style]:
    """The character behind a cell, and its style."""
    if mark is None:
        return " ", PLAIN
    if mark.is_likely:
        return MARK[mark.severity], SEVERITY[mark.severity]
    return (" " if mark.severity is Severity.INFO else _HAS_A_PART), _PART[mark.severity]
