"""A program in the terminal's own colours that no input ends, and that leaves the terminal as it was found.

The editor is one, and the list that is shown where no file is named.
"""

from __future__ import annotations

import asyncio
import os
import signal
import threading
import time
from contextlib import suppress
from functools import partial
from typing import TypeVar

from textual import constants, events
from textual.driver import Driver
from textual.drivers._writer_thread import WriterThread

from giptui.tui.keys import repaint
from giptui.tui.seen import LeanApp
from giptui.tui.terminal import as_it_was

_ENDING = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT)
_SIGNALLED = 128  # and the number of the signal: the exit code
_LONGEST_END = 3.0  # seconds for a polite end

Result = TypeVar("Result")


class Program(LeanApp[Result], inherit_bindings=False):
    """A Textual app. No animation, no timers, no palette of Textual's own."""

    ENABLE_COMMAND_PALETTE = False
    CSS = "Screen { background: ansi_default; color: ansi_default; }"

    def __init__(self) -> None:
        super().__init__()
        self.theme = "ansi-dark"
        self.animation_level = "none"
        self._fault: Exception | None = None
        self._early: list[events.Key | events.Paste] | None = []

    def run_to_end(self) -> Result | None:
        """Run until the person leaves, or a signal ends it: then ``return_code`` tells. What broke it is raised when
        the terminal is as it was."""
        with as_it_was():
            result = self.run(mouse=False)
        if self._fault:
            raise self._fault
        return result

    def on_mount(self) -> None:
        """A signal leaves the terminal as it was found."""
        for number in _ENDING:
            with suppress(ValueError):  # not in the main thread
                signal.signal(number, partial(self._end_by, asyncio.get_running_loop()))
        threading.excepthook = self._thread_broke
        self.app_resume_signal.subscribe(self, lambda _: repaint(self))

    def before_it_is_cut_off(self) -> None:
        """What is to be done before a program ends that could not end politely; nothing here."""

    def get_driver_class(self) -> type[Driver]:
        """Our own in a terminal; elsewhere the one that the environment names."""
        if constants.DRIVER is not None:
            return super().get_driver_class()
        from giptui.tui.driver import TerminalDriver

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

    def _end_by(self, loop: asyncio.AbstractEventLoop, number: int, _: object) -> None:
        """End politely. Not by asyncio's own means: while the line is stuck, nothing but this is ever called."""
        with suppress(RuntimeError):  # it has ended already
            loop.call_soon_threadsafe(partial(self.exit, return_code=_SIGNALLED + number))
        threading.Thread(target=self._end_anyway, args=(_SIGNALLED + number,), daemon=True).start()

    def _end_anyway(self, code: int) -> None:
        """What is written to a line that takes nothing any more keeps nobody from ending."""
        time.sleep(_LONGEST_END)
        self.before_it_is_cut_off()
        os._exit(code)

    def _thread_broke(self, args: threading.ExceptHookArgs) -> None:
        """A thread of the driver ends by an exception: since the terminal is gone, or by a defect. Called in that
        thread; the one that wrote goes on to take what is written, or the program would wait for it for ever.
        """
        if isinstance(args.exc_value, OSError):
            os.kill(os.getpid(), signal.SIGHUP)
        elif isinstance(args.exc_value, Exception) and self._loop:
            self._loop.call_soon_threadsafe(self._handle_exception, args.exc_value)
        if isinstance(args.thread, WriterThread):
            while args.thread._queue.get() is not None:
                pass

    def _handle_exception(self, error: Exception) -> None:
        """Whatever breaks ends the program with the terminal restored; Textual would print pages of its traceback."""
        self._fault = self._fault or error
        if self.is_headless:  # a test is to fail with it
            super()._handle_exception(error)
        else:
            self._return_code = 1
            self._close_messages_no_wait()
