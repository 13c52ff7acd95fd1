"""Saving and leaving: what is not on disk yet gets there, or is given up knowingly."""

from __future__ import annotations

import os
from contextlib import suppress
from itertools import count
from pathlib import Path
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
        """Save, with what others have made of the file in it; False if that could not be done, which is then told."""
        waived = self._session.dirty  # if nothing else is unsaved
        if not self._screen.sharing.is_settled(self.save):
            return False
        try:
            saved = self._session.save()
        except Unwritable as error:
            self.offer_elsewhere(error.reason)
            return False
        self._screen.sharing.enter()
        self._screen.show_status()
        others = self._screen.sharing.taken_in
        said = f"已保存 {saved} 处修改" if saved else "已保存" if waived else "没有要保存的修改"
        self._messages.notice(f"{said}；文件被别的程序改过，已并入 {others} 处" if others else said)
        return True

    def save_as(self, path: str = "") -> None:
        """Save to a new file, which is the one that is edited from then on; asks for its name if none is given."""
        if not path:
            self._ask_for_name()
            return
        old, name = self._session.name, self._name_meant(path)
        if self._is_own(path) or self._is_own(name):
            self.save()
            return
        try:
            self._session.save_as(name)
        except Unwritable as error:
            self.offer_elsewhere(error.reason)
            return
        self._screen.sharing.enter()
        self._screen.show_changes(self._session.report.form.kinds)
        self._messages.notice(f"已另存为 {name}，以后改的是它；{old} 没有动")

    def save_and_leave(self) -> None:
        if not self._session.dirty or self.save():
            self.give_up()

    def give_up(self) -> None:
        """Leave; what is not saved is not wanted."""
        self._session.give_up()
        self._screen.app.exit()

    def leave(self) -> None:
        """Leave; ask first if there is something to lose."""
        if not self._session.dirty:
            self.give_up()
            return
        unsaved = len(self._session.unsaved()) + len(self._session.conflicts)

        def answer(event: events.Key) -> bool:
            if event.key == "w":
                self.save_and_leave()
            elif event.key == "d":
                self.give_up()
            return event.key in ("w", "d", "escape")

        self._screen.stage.rest()
        self._messages.ask(
            f"有 {unsaved} 处修改没有保存" if unsaved else "有发现的确认没有保存",
            "w 保存并退出   d 不保存退出   Esc 返回",
            answer,
        )

    def offer_elsewhere(self, why: str) -> None:
        """Say why it cannot be saved; one key leads to another place for it."""

        def answer(event: events.Key) -> bool:
            if event.key == "s":
                self._ask_for_name()
            return event.key in ("s", "escape")

        self._messages.ask(why, "s 另存到别处   Esc 返回", answer, paint.ERROR)

    def _ask_for_name(self) -> None:
        stem = self._session.name.removesuffix(".toml")
        free = next(name for n in count(1) if not os.path.lexists(name := f"{stem}.副本{n}.toml"))
        remark = "写出文件名，可带文件夹；已有的文件不会覆盖"
        self._screen.lists.ask("另存为", self.save_as, free, remark)

    def _is_own(self, name: str) -> bool:
        """Whether it is the file that is being edited."""
        with suppress(OSError, ValueError):
            return Path(name).samefile(self._session.name)
        return False

    def _name_meant(self, path: str) -> str:
        """The file that a person means: ``~`` is the home, a folder holds it under the name that it has; without
        a suffix it is a report all the same."""
        with suppress(RuntimeError, OSError, ValueError):  # no such user, a name that is too long
            meant = Path(path).expanduser()
            if meant.is_dir():
                return str(meant / Path(self._session.name).name)
            return str(meant if meant.suffix or not meant.name else meant.with_suffix(".toml"))
        return path
