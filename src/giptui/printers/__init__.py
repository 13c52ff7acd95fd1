"""A report as plain text, in its original section layout. Called by the commands and by the editor's preview."""

from __future__ import annotations

from giptui.printers.text import LAYOUTS, plain

__all__ = ["LAYOUTS", "plain"]
