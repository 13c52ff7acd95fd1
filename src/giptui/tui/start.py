"""The first screen where no file is named: the reports that are here, and what else there is to begin with."""

from __future__ import annotations

from collections.abc import Sequence

from giptui.tui.asking import Asking
from giptui.tui.choosing import Choosing
from giptui.tui.lookups import Choice
from giptui.tui.program import Program


class Start(Program["tuple[str, str]"], inherit_bindings=False):
    """A list of choices. It ends with what was chosen, and the file name for what is to be made: of such a choice the
    words are the name that is proposed, any other has none."""

    def __init__(self, title: str, choices: Sequence[Choice]) -> None:
        super().__init__()
        self._title, self._choices = title, choices

    def on_mount(self) -> None:
        self._offer(None)

    def _offer(self, _: object) -> None:
        self.push_screen(Choosing(self._title, self._choices), self._chosen)

    def _chosen(self, value: str | None) -> None:
        proposed = next((choice.words for choice in self._choices if choice.value == value), "")
        if value is None or not proposed:
            self.exit((value, "") if value else None)
            return

        def named(name: str | None) -> None:
            if name:
                self.exit((value, name))
            else:
                self._offer(None)

        self.push_screen(Asking("新报告的文件名", proposed, "没有后缀的补上 .toml；已有的文件不会覆盖"), named)


def choose(title: str, choices: Sequence[tuple[str, str, str]]) -> tuple[str, str] | int:
    """Let somebody choose from (shown, value, words); the exit code if they leave, or a signal ends it."""
    start = Start(title, [Choice(*each) for each in choices])
    return start.run_to_end() or start.return_code or 0
