"""Last year's report beside this one: shown, gone through, taken over. The screen's hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from giptui.tui.workbench import Workbench


class LastYear:
    """What keys do with last year's report."""

    def __init__(self, screen: Workbench) -> None:
        self._screen, self._stage, self._messages = screen, screen.stage, screen.messages

    def toggle(self) -> None:
        """Show it, or do not any more; say where it would be looked for if there is none."""
        if self._screen.session.previous is None:
            self._messages.notice("没有找到上年的报告：把它放在同一文件夹，或打开时加 --previous 文件")
            return
        self._stage.toggle_last_year()
        self._screen.show_messages()

    def mark(self, by: int) -> None:
        """Mark the paragraph after or before."""
        if self._is_shown():
            self._stage.beside.mark(by)

    def take_over(self) -> None:
        """Write the marked paragraph as one of this year's, where the cursor is; the next one is marked."""
        if not self._is_shown():
            return
        paragraph = self._stage.beside.marked
        if not paragraph:
            self._messages.notice("上年这里没有写")
            return
        self._screen.writing.put_paragraph(paragraph)
        self._stage.beside.mark(1)
        self._messages.notice("已抄入一段；年份和数字请改成今年的", "Ctrl+Z 撤销")

    def _is_shown(self) -> bool:
        """Whether last year's text is seen; if not, show it first: nobody takes over what they have not read."""
        shown = self._stage.shows_last_year
        if not shown:
            self.toggle()
        return shown
