"""Saving and leaving: what is not on disk yet gets there, or is given up knowingly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events

from giptui.store import Unwritable
from giptui.tui import paint

if TYPE_CHECKING:
    from giptui.tui.workbench import Workbench


class Leaving:
    """What becomes of the edits of the screen's session."""

    def __init__(self, screen: Workbench) -> None:
        self._screen, self._session, self._messages = screen, screen.session, screen.messages

    def save(self) -> bool:
        """Save; False if that could not be done, which the message line then tells."""
        waived = self._session.dirty  # if nothing else is unsaved
        try:
            saved = self._session.save()
        except Unwritable as error:
            self._messages.notice(error.reason, "按 : 可另存副本", paint.ERROR)
            return False
        self._screen.show_status()
        self._messages.notice(f"已保存 {saved} 处修改" if saved else "已保存" if waived else "没有要保存的修改")
        return True

    def save_copy(self) -> None:
        """Save to a new file beside the report's own."""
        try:
            self._messages.notice(f"已另存为 {self._session.save_copy()}；原文件没有动")
        except Unwritable as error:
            self._messages.notice(error.reason, style=paint.ERROR)

    def save_and_leave(self) -> None:
        if not self._session.dirty or self.save():
            self._screen.app.exit()

    def leave(self) -> None:
        """Leave; ask first if there is something to lose."""
        unsaved = len(self._session.unsaved())
        if not self._session.dirty:
            self._screen.app.exit()
            return

        def answer(event: events.Key) -> bool:
            if event.key == "w":
                self.save_and_leave()
            elif event.key == "d":
                self._screen.app.exit()
            return event.key in ("w", "d", "escape")

        self._screen.stage.rest()
        self._messages.ask(f"有 {unsaved} 处修改没有保存", "w 保存并退出   d 不保存退出   Esc 返回", answer)
