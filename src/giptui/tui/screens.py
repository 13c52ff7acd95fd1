"""The two screens over the desk: a text to read, and a list to choose from while typing."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from giptui.report.visible import visible


class Reading(ModalScreen[None]):
    """A text, scrolled with the usual keys; q, Esc or Enter closes it."""

    DEFAULT_CSS = """
    Reading { background: ansi_default; }
    Reading VerticalScroll { scrollbar-size: 0 0; height: 1fr; }
    Reading #body { width: auto; height: auto; }
    Reading #foot { height: 1; text-style: reverse; width: 100%; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(key, "dismiss", show=False) for key in ("q", "escape", "enter", "f1", "f6", "K", "?", "？")),
        *(Binding(key, "scroll('down')", show=False) for key in ("j", "down")),
        *(Binding(key, "scroll('up')", show=False) for key in ("k", "up")),
        *(Binding(key, "scroll('page_down')", show=False) for key in ("space", "pagedown", "ctrl+f")),
        *(Binding(key, "scroll('page_up')", show=False) for key in ("b", "pageup", "ctrl+b")),
        *(Binding(key, "scroll('home')", show=False) for key in ("g", "home")),
        *(Binding(key, "scroll('end')", show=False) for key in ("G", "end")),
    ]

    def __init__(self, title: str, text: str, wrap: bool = True) -> None:
        super().__init__()
        self._title, self._text, self._wrap = title, text, wrap

    def compose(self) -> ComposeResult:
        with VerticalScroll():
            body = Static(Text(visible(self._text), no_wrap=not self._wrap), id="body", markup=False)
            if self._wrap:
                body.styles.width = "100%"
            yield body
        yield Static(Text(f" {self._title}    ↑↓ 空格 翻看   q 返回"), id="foot")

    def action_scroll(self, where: str) -> None:
        view = self.query_one(VerticalScroll)
        getattr(view, f"scroll_{where}")(animate=False)


@dataclass(frozen=True, slots=True)
class Choice:
    """A line of a list: what is shown, what it stands for, other words that find it."""

    shown: str
    value: str
    words: str = ""


class Choosing(ModalScreen["str | None"]):
    """A list narrowed down by typing; Enter takes the marked line, Esc none.

    Words are matched anywhere, in any order, whatever their width or case; an exact word of a choice comes first.
    """

    DEFAULT_CSS = """
    Choosing { background: ansi_default; }
    Choosing #title { height: 1; text-style: reverse; width: 100%; }
    Choosing Input, Choosing Input:focus { border: none; height: 1; padding: 0; background: ansi_default; }
    Choosing OptionList, Choosing OptionList:focus {
        border: none; padding: 0; height: 1fr; scrollbar-size: 0 0; background: ansi_default;
        &>.option-list--option-highlighted { text-style: reverse; background: ansi_default; color: ansi_default; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", show=False),
        *(
            Binding(key, f"mark('{where}')", show=False)
            for key, where in (
                ("down", "down"),
                ("up", "up"),
                ("pagedown", "page_down"),
                ("pageup", "page_up"),
                ("ctrl+n", "down"),
                ("tab", "down"),
                ("shift+tab", "up"),
            )
        ),
    ]

    def __init__(self, title: str, choices: Sequence[Choice], typed: str = "") -> None:
        super().__init__()
        self._title, self._choices, self._typed = title, choices, typed
        self._found: Sequence[Choice] = choices

    def compose(self) -> ComposeResult:
        yield Static(Text(f" {self._title}    键入筛选   ↑↓ 选择   Enter 确定   Esc 返回"), id="title")
        entry = Input(self._typed, select_on_focus=False, compact=True)
        entry.cursor_blink = False
        yield entry
        yield OptionList(markup=False, compact=True)

    def on_mount(self) -> None:
        self.query_one(OptionList).can_focus = False
        self.query_one(Input).focus()
        self._narrow(self._typed)

    def on_input_changed(self, event: Input.Changed) -> None:
        self._narrow(event.value)

    def on_input_submitted(self) -> None:
        marked = self.query_one(OptionList).highlighted
        self.dismiss(self._found[marked].value if marked is not None and self._found else None)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._found[event.option_index].value)

    def action_mark(self, where: str) -> None:
        getattr(self.query_one(OptionList), f"action_{_LIST_MOVES[where]}")()

    def _narrow(self, typed: str) -> None:
        words = _plain(typed).split()
        whole = " ".join(words)
        found = [c for c in self._choices if all(word in _plain(f"{c.shown} {c.words}") for word in words)]
        found.sort(key=lambda choice: whole not in _plain(choice.words).split())
        self._found = found if whole else self._choices
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options(Option(Text(visible(choice.shown), no_wrap=True)) for choice in self._found)
        options.highlighted = 0 if self._found else None


_LIST_MOVES = {"down": "cursor_down", "up": "cursor_up", "page_down": "page_down", "page_up": "page_up"}


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()
