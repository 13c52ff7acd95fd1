"""The driver of an editor that is shown on a page, by `giptui serve`."""

from __future__ import annotations

from time import monotonic

from textual.drivers._byte_stream import ByteStream
from textual.drivers.web_driver import WebDriver, _ExitInput
from textual.messages import ExitApp

from giptui.tui.intake import Intake


class PageDriver(WebDriver):
    """Ends the editor when nobody holds the other end any more: Textual's own would leave it running for ever. Reads by
    `Intake`, as in a terminal; what is no packet ends the input, not the program in a traceback.
    """

    def run_input_thread(self) -> None:
        try:
            self._take_all(Intake(), ByteStream())
        except (_ExitInput, ValueError, KeyError, TypeError):
            pass
        finally:
            self._input_reader.close()
            self._app.post_message(ExitApp())

    def _take_all(self, intake: Intake, packets: ByteStream) -> None:
        heard = monotonic()
        for data in self._input_reader:
            if data:
                heard = monotonic()
                for kind, payload in packets.feed(data):
                    if kind == "D":
                        for message in intake.take(payload):
                            self.process_message(message)
                    else:
                        self._on_meta(kind, payload)
            elif intake.waits is not None and monotonic() - heard >= intake.waits:
                for message in intake.rest():
                    self.process_message(message)
