"""The editor: a thin front of the session. Called by the command line only."""

from __future__ import annotations

import gc


def edit(name: str, read_only: bool = False, previous: str | None = None) -> int:
    """Edit a report until the person leaves; returns the exit code. Unreadable if the file cannot be opened."""
    from giptui.session import Session

    session = Session.open(name, read_only, previous)
    from giptui.tui.app import Editor

    editor = Editor(session)
    # Full collections over Textual's many objects would take a fifth of the time to the first frame.
    gc.disable()
    editor.run(mouse=False)
    return editor.return_code or 0  # 143 after SIGTERM
