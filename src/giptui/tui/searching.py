"""Searching on the screen: words typed after ``/`` or Ctrl+F, the next and the previous match."""

from __future__ import annotations

from typing import TYPE_CHECKING

from giptui.tui import search

if TYPE_CHECKING:
    from giptui.tui.workbench import Workbench


class Searching:
    """The words last searched for, and going from match to match."""

    def __init__(self, screen: Workbench) -> None:
        self._screen = screen
        self._words = ""

    def ask(self, begun: str = "") -> None:
        """Type what to search for."""
        self._screen.prompt.open("查找：", self.find, begun)

    def find(self, words: str) -> None:
        """Go to the next place that holds the words."""
        if words:
            self._words = words
            self.again(1)
        else:
            self.ask()

    def again(self, by: int) -> None:
        """Go to the next match, or the one before, around the end."""
        if not self._words:
            self.ask()
            return
        if by > 0 and self._is_on_in_text():
            return
        session = self._screen.session
        found = search.matches(session, self._words)
        address = search.following(session, found, self._screen.address, by)
        if not address:
            self._screen.messages.notice(f"没有找到“{self._words}”")
            return
        self._screen.go(address)
        if not self._screen.stage.in_grid:
            self._in_text(onwards=False)
        place = f"“{self._words}”第 {found.index(address) + 1} 处，共 {len(found)} 处"
        self._screen.messages.notice(f"{place}：{session.report.form.label(address)}", "n 下一处  N 上一处")

    def _is_on_in_text(self) -> bool:
        """Whether the text that is seen holds the words once more, where the cursor is then."""
        found = not self._screen.stage.in_grid and self._in_text(onwards=True)
        if found:
            self._screen.messages.notice(f"“{self._words}”：本段文字里下一处", "n 下一处  N 上一处")
        return found

    def _in_text(self, onwards: bool) -> bool:
        return self._screen.stage.prose.find(search.plain(self._words).split()[0], search.plain, onwards)
