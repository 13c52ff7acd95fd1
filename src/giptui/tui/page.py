"""The driver of an editor that is shown on a page, by `giptui serve`."""

from __future__ import annotations

from textual.drivers.web_driver import WebDriver
from textual.messages import ExitApp


class PageDriver(WebDriver):
    """Ends the editor when nobody holds the other end any more: Textual's own would leave it running for ever."""

    def run_input_thread(self) -> None:
        super().run_input_thread()
        self._app.post_message(ExitApp())
