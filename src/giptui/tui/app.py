"""The editor as a program: one screen over one session, in the terminal's own colours."""

from __future__ import annotations

import asyncio
import signal
from functools import partial

from textual import constants, events
from textual.app import App
from textual.driver import Driver
from textual.screen import Screen

from giptui.session import Session
from giptui.tui.keys import repaint
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
        self._early: list[events.Key | events.Paste] | None = []

    def on_mount(self) -> None:
        """A polite end leaves the terminal as it was found."""
        for number in (signal.SIGTERM, signal.SIGHUP):
            asyncio.get_running_loop().add_signal_handler(number, partial(self.exit, return_code=128 + number))

        self.app_resume_signal.subscribe(self, lambda _: repaint(self))

    def get_driver_class(self) -> type[Driver]:
        """Our own in a terminal; elsewhere the one that the environment names."""
        if constants.DRIVER is not None:
            return super().get_driver_class()
        from giptui.tui.terminal import TerminalDriver

        return TerminalDriver

    async def on_event(self, event: events.Event) -> None:
        """Keys that come before there is a screen to take them wait for it."""
        if self._early is not None and isinstance(event, events.Key | events.Paste):
            self._early.append(event)
        else:
            await super().on_event(event)

    async def on_ready(self) -> None:
        """The screen is there: what was typed ahead comes first, then what is typed."""
        early, self._early = self._early or [], None
        for event in early:
            await super().on_event(event)

    def get_default_screen(self) -> Screen[None]:
        return Workbench(self.session)
