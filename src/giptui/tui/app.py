"""The editor as a program: one screen over one session, with a journal that is written in time."""

from __future__ import annotations

import asyncio

from textual import events
from textual.screen import Screen

from giptui.session import Session
from giptui.tui.actions import ACTIONS, Action
from giptui.tui.program import Program
from giptui.tui.workbench import Workbench

_LONGEST_WAIT = 1.0  # seconds until what is being typed is in the journal


class Editor(Program[None], inherit_bindings=False):
    """The Textual app."""

    def __init__(self, session: Session, actions: tuple[Action, ...] = ACTIONS) -> None:
        super().__init__()
        self.session, self.actions = session, actions
        self._flushing: asyncio.TimerHandle | None = None

    def on_mount(self) -> None:
        """What is being typed goes to the journal, soon and before anything else takes the terminal. Textual calls the
        program's own ``on_mount`` too.
        """
        if journal := self.session.journal:
            journal.on_waiting = self._flush_soon
            journal.on_trouble = self.workbench.recovering.warn
            self.app_suspend_signal.subscribe(self, lambda _: self._keep())

    def get_default_screen(self) -> Screen[None]:
        self.workbench = Workbench(self.session, self.actions)
        return self.workbench

    def on_app_focus(self, event: events.AppFocus) -> None:
        """The person comes back from elsewhere, where the file may have been changed."""
        if self.screen is self.workbench:
            self.workbench.sharing.look()

    def before_it_is_cut_off(self) -> None:
        self.session.close()

    def _flush_soon(self) -> None:
        """One call, soon; it writes nothing to the screen, and there is none while nobody types."""
        if self._flushing is None:
            self._flushing = asyncio.get_running_loop().call_later(_LONGEST_WAIT, self._keep)

    def _keep(self) -> None:
        self._flushing = None
        if self.session.journal:
            self.session.journal.flush()
