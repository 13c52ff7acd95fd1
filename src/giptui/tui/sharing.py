"""Others at the same file: a second editor is told who has it, what others save is merged by address, and where two
have changed one address a person decides.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Collection
from typing import TYPE_CHECKING

from textual import events

from giptui.form import Form
from giptui.report import value_in_words
from giptui.session import OtherForm
from giptui.store import Unreadable
from giptui.store.company import Editor, Presence
from giptui.store.merging import Conflict

if TYPE_CHECKING:
    from giptui.tui.workbench import Workbench


class Sharing:
    """What the screen has to do with others who have its file open, or change it."""

    def __init__(self, screen: Workbench) -> None:
        self._screen, self._session, self._messages = screen, screen.session, screen.messages
        self._presence = Presence()
        self.taken_in = 0  # addresses that others changed, taken in when the file was last looked at
        self._waits = False  # for others to leave the file, or for a word to edit it all the same

    def enter(self) -> list[Editor]:
        """Be seen at the file by other editors; who is there already."""
        return self._presence.enter(self._session.name)

    def greet(self) -> bool:
        """At the start: open for reading if somebody else edits the file, and say so; False if nobody does."""
        others = [] if self._session.read_only else self.enter()
        if others:
            self._presence.leave()
            self._session.read_only = self._waits = True
            self._ask_to_take_over(others)
        return bool(others)

    def take_over(self) -> None:
        """Edit a file that was opened for reading only because somebody else has it open."""
        if not self._waits:
            self._messages.notice(
                "没有别人正开着这个文件" if not self._session.read_only else "这是用 --read-only 打开的"
            )
            return
        self._session.read_only = self._waits = False
        self.enter()
        self._screen.show_status()
        self._messages.notice("现在可以修改；两边存的都保留，改到同一格时会问")

    def _ask_to_take_over(self, others: Collection[Editor]) -> None:
        def answer(event: events.Key) -> bool:
            if event.key == "t":
                self.take_over()
            return event.key in ("t", "escape")

        who = "、".join(dict.fromkeys(map(_named, others)))
        self._messages.ask(f"{who}正开着这个文件，这里先只读打开", "t 照样修改   Esc 只看", answer)

    # --- the file as others have left it

    def look(self) -> None:
        """Take in what others have saved, when there is nothing else on the screen to be answered."""
        if not self._messages.are_asking and not self._screen.editing.is_typing and self._merge():
            self.ask()

    def reload(self) -> None:
        """The same when a person asks for it."""
        if self._merge() is False:
            self._messages.notice("文件没有别的改动")
        self.ask()

    def is_settled(self, then: Callable[[], object]) -> bool:
        """Before saving: whether what is saved takes nothing of others back unasked; ``then``, when it does not."""
        if self._merge() is None:
            return False
        self.ask(then)
        return not self._session.conflicts

    def _merge(self) -> bool | None:
        """Merge, and say what came of it; False if nothing did, None if it could not be done."""
        self.taken_in = 0
        try:
            changed = self._session.merge()
        except Unreadable as error:
            why = error.reason.partition("；")[0]  # behind it stands what to do with a file that is not open
            self._screen.leaving.offer_elsewhere(f"这里的修改都在，但文件已不是打开时的样子：{why}")
            return None
        except OtherForm:
            self._screen.leaving.offer_elsewhere("这里的修改都在，但文件已改成另一版表式，合并不了")
            return None
        if changed is None:
            return False
        self.taken_in = len(changed)
        self._screen.show_changes(changed)
        self.enter()
        self._messages.notice(f"文件被别的程序改过，已并入 {len(changed)} 处；这里的修改都在")
        return True

    def ask(self, then: Callable[[], object] = lambda: None) -> None:
        """Ask for the next address that two have changed; ``then``, when all are decided."""
        if not self._session.conflicts:
            return
        conflict = self._session.conflicts[0]

        def answer(event: events.Key) -> bool:
            values = {"1": conflict.ours, "2": conflict.theirs}
            if event.key == "v":
                self.ask(then)
                self._show(conflict)
            elif event.key in values:
                self._screen.show_changes(self._session.decide(conflict, values[event.key]))
                if self._session.conflicts:
                    self.ask(then)
                else:
                    then()
            return event.key in values or event.key in ("v", "escape")

        self._screen.go(conflict.address)
        self._messages.ask(*_question(self._session.report.form, conflict), answer)

    def _show(self, conflict: Conflict) -> None:
        from giptui.session.differences import side_by_side

        text = "\n".join(side_by_side(self._session.report.form, conflict))
        self._screen.lists.read("两边都改了", text)


def _question(form: Form, conflict: Conflict) -> tuple[str, str]:
    said = f"{form.label(conflict.address)} 两边都改了"
    if not form.kinds[conflict.address].is_numeric:
        return said, "1 用这里的   2 用文件里的   v 看两边   Esc 以后再定"
    ours, theirs, was = (value_in_words(value) for value in (conflict.ours, conflict.theirs, conflict.was))
    return f"{said}（原为 {was}）", f"1 这里的 {ours}   2 文件里的 {theirs}   Esc 以后再定"


def _named(editor: Editor) -> str:
    user = editor.user or "另一个编辑器"
    return f"{user} 从 {time.strftime('%m-%d %H:%M', time.localtime(editor.since))} 起" if editor.since else user
