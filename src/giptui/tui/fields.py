"""The header of the report as a form: what is typed is text at once, a field with a list opens it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual import events

from giptui.form import Kind
from giptui.report import BLANK
from giptui.tui.actions import ACTIONS, by_key
from giptui.tui.lookups import Choice
from giptui.tui.navigation import Where

if TYPE_CHECKING:
    from giptui.tui.workbench import Workbench

_COMMANDS: Final = by_key(ACTIONS)
_OPENING: Final = frozenset(("enter", "f2", "space"))
_NONE: Final = "-"


class Fields:
    """Letters, digits and Chinese characters are the field's; function keys and signs stay commands."""

    def __init__(self, screen: Workbench) -> None:
        self._screen, self._session = screen, screen.session
        self._stage, self._messages = screen.stage, screen.messages

    def takes(self, event: events.Key) -> bool:
        """Give the header a key; False if the header is not seen, or the key is no text there."""
        if self._screen.navigation.face.where is not Where.HEADER:
            return False
        typed = event.character if event.is_printable else None
        if typed and not typed.isalnum() and event.key in _COMMANDS:
            return False
        if self._is_choice and (typed or event.key in _OPENING):
            self._choose((typed or "").strip())
            return True
        if typed:
            self._screen.editing.begin(typed)
        return bool(typed)

    def paste(self, text: str) -> bool:
        """A paste on a field with a list narrows it down; False elsewhere."""
        if self._is_choice:
            self._choose(text.strip())
        return self._is_choice

    @property
    def _is_choice(self) -> bool:
        return self._session.report.form.kinds.get(self._stage.address) is Kind.CHOICE

    def _choose(self, typed: str) -> None:
        if self._session.read_only:
            self._messages.refuse()
            return
        address = self._stage.address
        field = self._session.report.form.fields[address]
        choices = [Choice(name, key, f"{key} {name}") for key, name in field.choices.items()]
        blank = Choice(f"不填：{field.note.removeprefix('缺省').removeprefix('时').removeprefix('为')}", _NONE)

        def chosen(value: str) -> None:
            self._screen.editing.put({address: BLANK if value == _NONE else value})
            self._stage.grid.move("down")

        self._screen.lists.choose(field.label, [*choices, blank], chosen, typed)
