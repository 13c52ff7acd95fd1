"""The editor: a thin front of the session. Called by the command line only."""

from __future__ import annotations

import gc
from typing import NamedTuple


class Ended(NamedTuple):
    """How the editor has ended: the exit code, and how many edits are in the journal because nobody gave them up."""

    code: int
    kept: int


def edit(name: str, read_only: bool = False, previous: str | None = None) -> Ended:
    """Edit a report until the person leaves. Unreadable if the file cannot be opened; what broke the editor is raised,
    with a note of what was kept, when the terminal is as it was.
    """
    from giptui.session import Session

    session = Session.open(name, read_only, previous)
    from giptui.tui.app import Editor
    from giptui.tui.keymap import own_actions

    editor = Editor(session, own_actions())
    # Full collections over Textual's many objects would take a fifth of the time to the first frame.
    gc.disable()
    try:
        editor.run_to_end()
    except Exception as error:
        kept = session.close()
        error.add_note(f"没有保存的 {kept} 处修改已经记下，下次打开这个文件时可以恢复" if kept else "没有丢失修改")
        raise
    return Ended(editor.return_code or 0, session.close())
