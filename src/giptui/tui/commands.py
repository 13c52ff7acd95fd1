"""What ``:`` understands beyond the names of actions: words with a mark, and words that take an argument.

Two tables: a word, and what does it as seen from the screen. Called by the palette with what was typed there.
"""

from __future__ import annotations

from collections.abc import Mapping
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from giptui.tui.actions import ACTIONS

if TYPE_CHECKING:
    from giptui.tui.workbench import Workbench

ALONE: Final[Mapping[str, str]] = {"q!": "leaving.give_up", "quit!": "leaving.give_up", "e!": "sharing.reload"}
WITH_ARGUMENT: Final[Mapping[str, str]] = {
    "w": "leaving.save_as",
    "write": "leaving.save_as",
    "saveas": "leaving.save_as",
    "find": "searching.find",
    "export": "ranges.export",
}
_WORDS: Final = {word: action for action in ACTIONS for word in action.words}


def understood(line: str) -> bool:
    """Whether the line is a command by its word, whatever a list of actions would find for it."""
    word, _, rest = line.strip().partition(" ")
    return word in WITH_ARGUMENT if rest.strip() else word in ALONE or word in _WORDS


def run(screen: Workbench, line: str) -> None:
    """Do what a line typed after ``:`` says; say so if it says nothing that is known."""
    word, _, rest = line.strip().partition(" ")
    if not understood(line):
        screen.messages.notice(f"没有“{line.strip()}”这个命令", "按 : 看全部操作")
    elif rest.strip():
        attrgetter(WITH_ARGUMENT[word])(screen)(rest.strip())
    elif word in _WORDS:
        screen.perform(_WORDS[word])
    else:
        attrgetter(ALONE[word])(screen)()
