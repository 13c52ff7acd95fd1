"""The few styles of the editor: the terminal's own sixteen colours, and never a colour alone."""

from __future__ import annotations

from typing import Final

from rich.style import Style

from giptui.check import Severity

PLAIN: Final = Style()
LIT: Final = Style(bold=True, color="cyan")
GROUP: Final = Style(dim=True)
CURSOR: Final = Style(reverse=True)
RANGE: Final = Style(reverse=True, dim=True)
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
