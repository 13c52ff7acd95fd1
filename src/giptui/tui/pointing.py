"""The mouse: a click goes to a cell or a part, the wheel moves. Off until it is asked for: taking the mouse takes the
terminal's own selection away.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from giptui.display.width import width
from giptui.tui import status

if TYPE_CHECKING:
    from giptui.tui.workbench import Workbench


class Pointing:
    """What the mouse does on the screen, and its switch."""

    def __init__(self, screen: Workbench) -> None:
        self._screen = screen

    def switch(self) -> None:
        """Take the mouse, or leave it to the terminal again."""
        from giptui.tui.driver import TerminalDriver

        driver, messages = self._screen.app._driver, self._screen.messages
        if not isinstance(driver, TerminalDriver):
            messages.notice("这里的鼠标不归终端管，不能开关")
            return
        driver.use_mouse(not driver.uses_mouse)
        if driver.uses_mouse:
            messages.notice("鼠标已开：单击到某格、某部分，拖动选一块，滚轮上下", "选文字按住 Shift；:mouse 关")
        else:
            messages.notice("鼠标已关")

    def go(self, address: str, drags: bool) -> None:
        """Go to the cell that was clicked, or draw the range out to it; what is being typed in another is committed."""
        if self._takes():
            if drags:
                self._screen.stage.grid.drag(address)
            else:
                self._screen.go(address)

    def turn(self, part: int | None) -> None:
        """Turn to the part that was clicked, if one was."""
        if part is not None and part < len(self._screen.navigation.parts) and self._takes():
            self._screen.turn_to(part)

    def wheel(self, by: int) -> None:
        """Three cells or lines up or down."""
        if self._takes():
            for _ in range(3):
                self._screen.stage.move("down" if by > 0 else "up")
            self._screen.show_messages()

    def tab_at(self, x: int, columns: int) -> int | None:
        """The part whose name stands at that column of the tabs."""
        navigation = self._screen.navigation
        names = status.names(self._screen.session, navigation.parts)
        shown = status.tabs(names, navigation.place[0], columns)
        first, end = len(names) - len(shown), 0
        for number, (text, _) in enumerate(shown, first):
            end += width(text)
            if x < end:
                return number
        return None

    def _takes(self) -> bool:
        """Whether the mouse means the report: not while a line is typed below it."""
        if self._screen.prompt.is_open:
            return False
        self._screen.messages.heed()
        self._screen.messages.take_answer()
        self._screen.editing.finish()
        return True
