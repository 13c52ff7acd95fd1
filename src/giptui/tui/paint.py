"""The few styles of the editor: the terminal's own sixteen colours, and never a colour alone."""

from __future__ import annotations

from typing import Final

from rich.style import Style

from giptui.check import Severity
from giptui.session import Mark

PLAIN: Final = Style()
LIT: Final = Style(bold=True, color="cyan")
GROUP: Final = Style(dim=True)
CURSOR: Final = Style(reverse=True)
TYPED: Final = Style(underline=True)
BAR: Final = Style(reverse=True)
CURRENT_TAB: Final = Style(bold=True, reverse=True)

SEVERITY: Final = {
    Severity.ERROR: Style(color="red", bold=True),
    Severity.WARNING: Style(color="yellow"),
    Severity.INFO: Style(color="cyan"),
}
MARK: Final = {Severity.ERROR: "!", Severity.WARNING: "~", Severity.INFO: " "}
ERROR: Final = SEVERITY[Severity.ERROR]

SPAN: Final = {severity: style + Style(underline=True) for severity, style in SEVERITY.items()}
"""A stretch of a text that a finding is about."""

_PART: Final = {
    Severity.ERROR: Style(color="red"),
    Severity.WARNING: Style(color="yellow"),
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
