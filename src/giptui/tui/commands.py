"""What ``:`` understands beyond the names of actions: words that take an argument, and those with an exclamation mark.

A table: a command is a word and what does it. Called by the palette with what was typed there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from giptui.tui.actions import ACTIONS

if TYPE_CHECKING:
    from giptui.tui.workbench import Workbench

Command = Callable[["Workbench", str], object]
"""Does what its word says, given the rest of the line; empty where there is none."""

COMMANDS: Final[Mapping[str, Command]] = {
    "q!": lambda screen, _: screen.app.exit(),
    "search": lambda screen, words: screen.searching.find(words),
}
_WORDS: Final = {word: action for action in ACTIONS for word in action.words}


def understood(line: str) -> bool:
    """Whether the line is a command by its word, whatever a list of actions would find for it."""
    word, _, rest = line.strip().partition(" ")
    return word in COMMANDS or (word in _WORDS and not rest.strip())


def run(screen: Workbench, line: str) -> None:
    """Do what a line typed after ``:`` says; say so if it says nothing that is known."""
    word, _, rest = line.strip().partition(" ")
    if command := COMMANDS.get(word):
        command(screen, rest.strip())
    elif word in _WORDS and not rest.strip():
        screen.perform(_WORDS[word])
    elif word.startswith("/") and len(line) > 1:
        screen.searching.find(line[1:])
    else:
        screen.messages.notice(f"没有“{line.strip()}”这个命令", "按 : 看全部操作")
