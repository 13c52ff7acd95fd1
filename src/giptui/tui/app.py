"""The editor as a program: one screen over one session, in the terminal's own colours."""

from __future__ import annotations

import asyncio
import signal
from functools import partial

from textual.app import App
from textual.screen import Screen

from giptui.session import Session
from giptui.tui.workbench import Workbench


class Editor(App[None], inherit_bindings=False):
    """The Textual app. No animation, no timers, no palette of Textual's own."""

    ENABLE_COMMAND_PALETTE = False
    CSS = "Screen { background: ansi_default; color: ansi_default; }"

    def __init__(self, session: Session) -> None:
        super().__init__(ansi_color=True)
        self.session = session
        self.theme = "ansi-dark"
        self.animation_level = "none"

    def on_mount(self) -> None:
        """A polite end leaves the terminal as it was found."""
        for number in (signal.SIGTERM, signal.SIGHUP):
            asyncio.get_running_loop().add_signal_handler(number, partial(self.exit, return_code=128 + number))

    def get_default_screen(self) -> Screen[None]:
        return Workbench(self.session)
