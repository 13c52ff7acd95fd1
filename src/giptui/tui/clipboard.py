"""The clipboard: the editor's own, the terminal's by OSC 52, and that of the machine's program where there is one."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textual.app import App


def put(app: App[Any], text: str) -> None:
    """Put the text wherever it can be pasted from; a terminal or a program that does not take it says nothing."""
    app.copy_to_clipboard(text)
    if command := program(os.environ):
        with contextlib.suppress(OSError):
            process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
            assert process.stdin is not None
            with process.stdin as pipe:  # the program goes on by itself: it keeps the text until it is asked for
                pipe.write(text.encode())


def program(environment: Mapping[str, str]) -> list[str]:
    """The command that takes a text for the clipboard of this desktop; none where there is no desktop or no program."""
    found = {
        "pbcopy": sys.platform == "darwin",
        "wl-copy": "WAYLAND_DISPLAY" in environment,
        "xclip": "DISPLAY" in environment,
        "xsel": "DISPLAY" in environment,
    }
    options = {"xclip": ["-selection", "clipboard"], "xsel": ["--clipboard", "--input"]}
    path = environment.get("PATH")
    return next(
        ([name, *options.get(name, [])] for name, here in found.items() if here and shutil.which(name, path=path)), []
    )
