"""What a killed editor left is offered at the next start: had back, looked at, or put away."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from textual import events

from giptui.session import Recoverable, aside, discard, left_behind, recoverable
from giptui.session.differences import differences

if TYPE_CHECKING:
    from giptui.tui.workbench import Workbench


class Recovering:
    """The offer, and what becomes of it."""

    def __init__(self, screen: Workbench) -> None:
        self._screen, self._session, self._messages = screen, screen.session, screen.messages

    def offer(self) -> bool:
        """Offer what is there; False if there is nothing."""
        found = self._found()
        if found:
            self._ask(found)
        return found is not None

    def recover(self) -> None:
        """The same when a person asks for it."""
        if not self.offer():
            self._messages.notice("没有可以恢复的修改")

    def warn(self) -> None:
        """Say that there is no journal, so that a crash would lose what is not saved; after what is said of the key."""
        if self._session.journal:
            why = self._session.journal.trouble
            self._screen.call_later(
                self._messages.notice, f"修改记录写不进去（{why}）：程序中断时没有保存的会丢失，请常按 w 保存"
            )

    def _found(self) -> Recoverable | None:
        journals = left_behind(self._session.name)
        if not journals:
            return None
        found = recoverable(self._session.report, journals)
        if not found.size:  # saved after all
            discard(journals)
            return None
        return found

    def _ask(self, found: Recoverable) -> None:
        def answer(event: events.Key) -> bool:
            does = {"r": self._restore, "v": self._show, "x": self._put_away}.get(event.key)
            if does:
                does(found)
            else:  # after what is said of the key
                self._screen.call_later(self._messages.notice, "上次没有保存的修改还留着", "键入 :recover 再来恢复")
            return bool(does) or event.key == "escape"

        when = time.strftime("%m-%d %H:%M", time.localtime(found.time))
        self._messages.ask(f"上次有 {found.size} 处修改没有保存（{when}）", "r 恢复   v 看差别   x 丢弃", answer)

    def _restore(self, found: Recoverable) -> None:
        """Set the journals aside, have the edits in this session and so in its journal; only then they may go."""
        if self._session.read_only:
            self._messages.refuse()
            return
        journals = aside(found.journals)
        self._screen.show_changes(self._session.restore(found))
        if not (self._session.journal and self._session.journal.trouble):
            discard(journals)
        self._messages.notice(f"已恢复 {len(found.changes)} 处修改，还没有保存", "按 w 保存，按 u 撤销")
        if found.conflicts:
            self._screen.sharing.ask()

    def _show(self, found: Recoverable) -> None:
        text = "\n".join(differences(self._session.report, found))
        self._ask(found)  # before a quick hand has closed the reading
        self._screen.lists.read("没有保存的修改", text)

    def _put_away(self, found: Recoverable) -> None:
        aside(found.journals)
        self._messages.notice("已丢弃", "反悔可用 giptui recover")
