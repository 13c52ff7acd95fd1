"""Keys on a text of the report: what is text there, what moves in it, what stays a command. The screen's hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual import events

from giptui.report import prose
from giptui.tui import clipboard
from giptui.tui.pad import cleaned

if TYPE_CHECKING:
    from giptui.tui.workbench import Workbench

_STOPS: Final = frozenset("，。；：！？")  # end a stretch of typing
_NO_COMMANDS: Final = frozenset("（）")  # a text may well begin with these twins of keys
_INDENT: Final = "\N{IDEOGRAPHIC SPACE}" * 2


class Writing:
    """A text is read until something is typed or pasted, and written until Esc or until another place is shown.

    While it is read, the keys of actions stay commands, and everything else that can be typed is text.
    """

    def __init__(self, screen: Workbench) -> None:
        self._screen, self._session = screen, screen.session
        self._stage, self._messages = screen.stage, screen.messages

    def takes(self, event: events.Key) -> bool:
        """Give the text a key; False if no text is seen, or the key is none of the text's."""
        if self._stage.in_grid:
            return False
        key, typed = event.key, event.character if event.is_printable else None
        if key in ("ctrl+c", "ctrl+x", "ctrl+v"):
            return self._clips(key)
        if self._stage.writes:
            return self._takes_while_written(key, typed)
        if typed:
            return self._takes_while_read(key, typed)
        return self._moves(key) or (key in ("backspace", "delete") and self._erases(key))

    def put(self, text: str, is_typed: bool = False) -> None:
        """Write a text where the cursor is; what was not typed is a step of its own."""
        if self._session.read_only:
            self._messages.refuse()
            return
        goes_on = is_typed and not text.startswith("\n")
        if not goes_on:
            self._session.settle()
        self._stage.prose.put(text)
        self._commit(goes_on)
        if text in _STOPS:
            self._session.settle()

    def put_paragraph(self, text: str) -> None:
        """Write a text as a paragraph of its own, behind the one the cursor is in."""
        if self._session.read_only:
            self._messages.refuse()
            return
        self._session.settle()
        self._stage.prose.put_paragraph(text)
        self._commit(goes_on=False)

    def replace(self, text: str, action: str) -> bool:
        """Put a whole text in the place of the one that is seen, as one step; whether that changed anything."""
        address = self._stage.address
        changed = self._session.commit({address: prose(cleaned(text))}, at=address, action=action)
        self._screen.show_changes(changed)
        return bool(changed)

    def external(self) -> None:
        """Edit the text in the person's own editor; what that needs is loaded only then."""
        from giptui.tui.external import edit

        self.rest()
        self._messages.notice(edit(self._screen))

    def rest(self) -> None:
        """End writing; what comes next is a step of its own."""
        if self._stage.writes:
            self._session.settle()
            self._stage.rest()

    def _takes_while_read(self, key: str, typed: str) -> bool:
        command = None if typed in _NO_COMMANDS else self._screen.bound.get(key)
        if command and self._screen.is_here(command):
            return False
        if self._moves(key):
            return True
        if command:
            self._messages.notice(f"{typed} 在文字处不是操作，也没有写进去", "按 Enter 开始写")
        else:
            self.put(typed, is_typed=True)
        return True

    def _takes_while_written(self, key: str, typed: str | None) -> bool:
        typed = {"enter": "\n" + self._stage.prose.indent, "tab": _INDENT}.get(key, typed)
        if key == "escape":
            self.rest()
            self._screen.show_messages()
        elif typed:
            self.put(typed, is_typed=True)
        else:
            return self._moves(key) or self._erases(key)
        return True

    def _moves(self, key: str) -> bool:
        moves = self._stage.prose.moves(key)
        if moves:
            self._session.settle()
            self._screen.show_messages()
        return moves

    def _erases(self, key: str) -> bool:
        if self._session.read_only:
            return False
        erases = self._stage.prose.erases(key)
        if erases:
            self._commit(goes_on=key in ("backspace", "delete"))
        return erases

    def _clips(self, key: str) -> bool:
        """Copy, cut or paste with the usual keys. Nothing is selected: Ctrl+C and Ctrl+X do nothing."""
        app, selected = self._screen.app, self._stage.prose.selected
        if key == "ctrl+v":
            self.put(app.clipboard)
        elif selected:
            clipboard.put(app, selected)
            if key == "ctrl+x":
                self._erases("delete")
                self._session.settle()
        return True

    def _commit(self, goes_on: bool) -> None:
        """What is seen is in the session at once."""
        changed = self._session.commit(
            {self._stage.address: self._stage.prose.value}, at=self._stage.address, typing=goes_on
        )
        if changed:
            self._screen.show_changes(changed)
        else:
            self._screen.show_messages()
