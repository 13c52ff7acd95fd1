"""The driver of an editor in a terminal: Textual's, with an input that nothing can end and a size that is bounded."""

from __future__ import annotations

import os
import select
import signal
from collections.abc import Iterable

from textual import events
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

from giptui.tui.intake import Intake

_MOST_COLUMNS, _MOST_ROWS = 1000, 500  # a larger screen would only take memory
_POLL = 0.1  # seconds until it is seen that the input is to end
_READ = 1 << 16
_MOUSE_MODES = "\x1b[?1002{0}\x1b[?1006{0}"  # buttons and drags, not every move; coordinates in digits


class TerminalDriver(LinuxDriver):
    """Reads by `Intake`. Sizes come from the system alone: a report of a size within the input may say anything.

    The mouse is the terminal's own until it is asked for: taking it takes the terminal's selection away.
    """

    def run_input_thread(self) -> None:
        intake = Intake()
        while not self.exit_event.is_set():
            waits = intake.waits
            if not select.select([self.fileno], [], [], _POLL if waits is None else waits)[0]:
                if waits is not None:
                    self._deliver(intake.rest())
                continue
            try:
                data = os.read(self.fileno, _READ)
            except InterruptedError:
                continue
            except OSError:
                data = b""
            if not data:  # the line is gone; Textual would go on asking it
                os.kill(os.getpid(), signal.SIGHUP)
                return
            self._deliver(intake.take(data))

    def _deliver(self, messages: Iterable[Message]) -> None:
        for message in messages:
            if self._mouse or not isinstance(message, events.MouseEvent):
                self.process_message(message)

    def use_mouse(self, on: bool) -> None:
        """Take the mouse, or leave it to the terminal."""
        self._disable_mouse_support()
        self._mouse = on
        self._enable_mouse_support()

    @property
    def uses_mouse(self) -> bool:
        return self._mouse

    def _enable_mouse_support(self) -> None:
        if self._mouse:
            self.write(_MOUSE_MODES.format("h"))

    def _disable_mouse_support(self) -> None:
        if self._mouse:
            self.write(_MOUSE_MODES.format("l"))

    def _query_in_band_window_resize(self) -> None:
        """Not asked: see the class."""

    def _get_terminal_size(self) -> tuple[int, int]:
        columns, rows = super()._get_terminal_size()
        return min(columns, _MOST_COLUMNS), min(rows, _MOST_ROWS)
