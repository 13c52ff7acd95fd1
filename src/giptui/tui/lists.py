"""What is opened over the report: readings, questions, lists that lead somewhere. What they show stands in `lookups`.

The screens are imported when first opened: the start need not wait for them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual import events

from giptui.tui import commands, lookups
from giptui.tui.actions import BY_ID
from giptui.tui.lookups import Choice

if TYPE_CHECKING:
    from giptui.tui.workbench import Workbench


class Lists:
    """Opens readings, questions and lists over the screen."""

    def __init__(self, screen: Workbench) -> None:
        self._screen, self._session = screen, screen.session
        self._stage, self._messages = screen.stage, screen.messages

    def help(self) -> None:
        self.read("帮助", lookups.help_text(self._screen.actions))

    def preview(self) -> None:
        from giptui.printers import plain

        self.read("预览", plain(self._session.report))

    def sections(self) -> None:
        self.choose("各部分", lookups.sections(self._screen.navigation.parts), self._screen.go)

    def go(self) -> None:
        """g waits: g g is the first cell, anything else opens the list with it."""

        def answer(event: events.Key) -> bool:
            typed = event.character or "" if event.is_printable else ""
            if event.key == "g" and self._stage.in_grid:
                self._stage.grid.move("first")
            elif typed or event.key == "enter":
                places = lookups.places(self._session.report.form, self._screen.navigation.parts)
                self.choose("转到", places, self._screen.go, typed)
            return bool(typed) or event.key in ("enter", "escape")

        first = "g 到本表第一格，" if self._stage.in_grid else ""
        self._messages.ask("转到：键入栏目名、地址或部分的序号", f"{first}Enter 列出全部，Esc 返回", answer)

    def palette(self) -> None:
        """Every action by its title and its words."""

        def perform(name: str) -> None:  # when this list is closed
            if action := BY_ID.get(name):
                self._screen.call_later(self._screen.perform, action)
            else:
                self._screen.call_later(commands.run, self._screen, name)

        self.choose("所有操作", lookups.palette(self._screen.actions), perform, takes=commands.understood)

    def choose(
        self,
        title: str,
        choices: Sequence[Choice],
        then: Callable[[str], object],
        typed: str = "",
        takes: Callable[[str], bool] | None = None,
    ) -> None:
        """Open a list; ``then`` gets the value of what is chosen, and is not called if nothing is. Where it ``takes``
        a line as it was typed, or there is nothing to choose, it gets that line.
        """
        from giptui.tui.choosing import Choosing

        def chosen(value: str | None) -> None:
            if value:
                then(value)

        self._screen.app.push_screen(Choosing(title, choices, typed, takes), chosen)

    def ask(self, title: str, then: Callable[[str], object], text: str = "", remark: str = "") -> None:
        """Ask for a line of text, with a remark below it; ``then`` gets it, and is not called if it is not given."""
        from giptui.tui.asking import Asking

        def given(line: str | None) -> None:
            if line:
                then(line)

        self._screen.app.push_screen(Asking(title, text, remark), given)

    def read(self, title: str, text: str) -> None:
        """Open a text to read."""
        from giptui.tui.reading import Reading

        self._screen.app.push_screen(Reading(title, text))
