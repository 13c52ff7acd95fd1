"""The screen of the editor. It owns the messages, the navigation and the stage, and does what the keys ask for.

Thin: what there is to do is declared in `actions`, and done here or by the hands that the keys are given to; what to
show is worked out in `status` and `lookups`; every change is a request to the session. The app makes one.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable
from operator import attrgetter
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.geometry import Size
from textual.screen import Screen

from giptui.session import Session
from giptui.tui import lookups, paint, status
from giptui.tui.actions import ACTIONS, BY_ID, Action, by_key
from giptui.tui.bar import Bar
from giptui.tui.editing import Editing
from giptui.tui.fields import Fields
from giptui.tui.findings import Findings
from giptui.tui.grid import Grid
from giptui.tui.keys import passed_on, repaint
from giptui.tui.last_year import LastYear
from giptui.tui.leaving import Leaving
from giptui.tui.lists import Lists
from giptui.tui.message_lines import Messages
from giptui.tui.navigation import Navigation, Where, find
from giptui.tui.pane import PANE_WIDTH, Pane
from giptui.tui.panel import PANEL_WIDTH, Panel
from giptui.tui.pointing import Pointing
from giptui.tui.prompt import Prompt
from giptui.tui.ranges import Ranges
from giptui.tui.recovering import Recovering
from giptui.tui.searching import Searching
from giptui.tui.sharing import Sharing
from giptui.tui.stage import Stage
from giptui.tui.writing import Writing

WIDE = 110
"""From so many columns on the parts stand in a pane beside the stage instead of a line above it."""
VERY_WIDE = 150
"""From so many columns on the findings stand in full on the right."""


class Workbench(Screen[None]):
    """Tabs or pane, the stage, two message lines, the status line."""

    DEFAULT_CSS = """
    Workbench { background: ansi_default; color: ansi_default; overflow: hidden hidden; }
    Workbench #middle { height: 1fr; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [action.binding for action in ACTIONS if action.keys]

    def __init__(self, session: Session, actions: tuple[Action, ...] = ACTIONS) -> None:
        super().__init__()
        self.session, self.actions = session, actions
        self.bound = by_key(actions)
        self.navigation = Navigation(
            session.report.form, "report" if lookups.is_blank(session.report) else "applications"
        )
        self.messages = Messages()
        self.stage = Stage(session, self.navigation)
        self.ranges = Ranges(self)
        self.editing, self.lists, self.leaving = Editing(self), Lists(self), Leaving(self)
        self.findings = Findings(self)
        self.pointing = Pointing(self)
        self.prompt = Prompt(self)
        self.searching = Searching(self)
        self.sharing, self.recovering = Sharing(self), Recovering(self)
        self.writing, self.fields, self.last_year = Writing(self), Fields(self), LastYear(self)
        self._tabs, self._status, self._pane, self._panel = Bar("tabs"), Bar("status", paint.BAR), Pane(), Panel()
        self._room = Size(0, 0)

    def compose(self) -> ComposeResult:
        """Everything is in place before the first frame: a frame that is painted twice costs a slow line seconds."""
        self.session.postpone_check()
        self._fit(self.app.size)
        self.stage.show()
        self.show_bars()
        yield self._tabs
        with Horizontal(id="middle"):
            yield self._pane
            yield self.stage
            yield self._panel
        yield from self.messages.bars
        yield self._status

    def on_mount(self) -> None:
        self.call_after_refresh(self._show_findings)

    def _show_findings(self) -> None:
        """After the first frame: what could wait for it."""
        gc.freeze()
        gc.enable()
        self.findings.check()
        if self.messages.are_free and not self.sharing.greet():
            self.recovering.offer()

    def on_resize(self, event: events.Resize) -> None:
        if event.size != self._room:
            self._fit(event.size)
            self.stage.show()
            self.show_bars()

    def _fit(self, size: Size) -> None:
        self._room = size
        wide = size.width >= WIDE
        self._pane.display, self._tabs.display = wide, not wide
        self._panel.display = size.width >= VERY_WIDE
        self.stage.fit(size.width - (PANE_WIDTH if wide else 0) - (PANEL_WIDTH if self._panel.display else 0))
        self.messages.fit(size.width)

    # --- what is shown

    @property
    def address(self) -> str:
        """Where the person is: a cell, a field or a text."""
        return self.stage.address

    def go(self, address: str) -> None:
        """Show the address, wherever it stands, and put the cursor there; in a row, on the column it is in."""
        found = find(self.navigation.parts, address)
        if found is None:
            return
        self.writing.rest()
        if found != self.navigation.place:
            self.turn_to(*found)
        if self.stage.in_grid:
            self.stage.grid.go(address)
        self.show_messages()

    def turn_to(self, part: int, face: int = 0) -> None:
        """Turn to a part of the report, and to a face of it; a question that stood there is over."""
        self.messages.take_answer()
        self.writing.rest()
        self.stage.turn_to(part, face)
        self.show_bars()

    def show_changes(self, changed: Iterable[str]) -> None:
        """Show what the session changed: cells, marks, counts."""
        self.stage.update(frozenset(changed))
        self.show_bars()

    def show_bars(self) -> None:
        """Tabs, messages and status as the session stands now."""
        names, current = status.names(self.session, self.navigation.parts), self.navigation.place[0]
        if self._pane.display:
            self._pane.show(names, current, status.percentages(self.session, self.navigation.parts))
        self._tabs.show(status.tabs(names, current, self._room.width))
        self.show_status()
        self.show_messages()

    def show_status(self) -> None:
        """File, what is unsaved, where we are; counts of findings and blanks."""
        self._status.show(*status.status(self.session, self.navigation.face.title, self._room.width))

    def show_messages(self) -> None:
        """What there is to say of the place where the person is, unless something else is being said."""
        if self._panel.display:
            self._panel.show(*status.panel(self.session, self.findings.here))
        if not self.messages.are_free:
            return
        if self.stage.in_grid and self.stage.grid.range:
            self.messages.tell(status.about_range(self.session, self.stage.grid.range))
        elif self.navigation.face.where is Where.HEADER:
            self.messages.tell(status.about_field(self.session, self.address))
        elif self.stage.in_grid:
            said = status.about(self.session, self.address, self.stage.grid.is_clipped)
            self.messages.tell(status.with_last_year(said, self.session, self.address, self._room.width))
        else:
            self.messages.tell(status.about_text(self.session, self.findings.here, self.stage.writes))

    # --- keys

    async def on_key(self, event: events.Key) -> None:
        """What is being typed comes first, then answers, then what begins an entry, then actions.

        Why actions are done here and at once, not by Textual's bindings, although these are declared:

        - Bindings run after the event has bubbled to the app: of two keys that arrive together the second would be
          looked at before the first is done, and a digit after an answer or a move would go to the wrong place.
        - What is being typed is no widget with the focus, since a change of focus repaints the whole screen. Its keys
          arrive here and must not become actions.
        - What is written in prose is the text's, as is what moves or selects in it: `writing` gives it to the text.
        - An action that is refused says why; a binding is silent.

        The screen's bindings are the same declaration as Textual sees it, each with its name for a keymap.
        """
        if passed_on(self, event):
            return
        self.messages.heed()
        if self.prompt.is_open:
            used = self.prompt.key(event)
        elif self.editing.is_typing:
            used = self.editing.type_on(event)
        elif answer := self.messages.take_answer():
            self.show_messages()
            used = answer(event) or self.editing.starts(event)
        else:
            used = (
                self.ranges.ends(event)
                or self.fields.takes(event)
                or self.editing.starts(event)
                or self.writing.takes(event)
            )
        action = self.bound.get(event.key)
        if not used and action:
            self.perform(action)
        event.stop()  # a key that means nothing means nothing by Textual's bindings either
        event.prevent_default()

    def perform(self, action: Action) -> None:
        """Do an action where it is to be had; say so where a report opened for reading refuses it."""
        if self.is_here(action):
            if action.changes and self.session.read_only:
                self.messages.refuse()
            else:
                attrgetter(action.does)(self)(*action.arguments)

    def action_perform(self, name: str) -> None:
        self.perform(BY_ID[name])

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether the action can be done here, for Textual: it asks before it runs one, or shows it."""
        if action != "perform":
            return super().check_action(action, parameters)
        declared = BY_ID[str(parameters[0])]
        return self.is_here(declared) and not (declared.changes and self.session.read_only)

    def is_here(self, action: Action) -> bool:
        return self.navigation.face.where in action.where

    def on_paste(self, event: events.Paste) -> None:
        if self.app.screen is not self:  # as with keys: the screen on top has opened meanwhile
            self.app.screen.post_message(events.Paste(event.text))
        elif self.prompt.is_open:
            self.prompt.paste(event.text)
        elif not self.stage.in_grid:
            self.writing.put(event.text)
        elif self.editing.is_typing or not self.fields.paste(event.text):
            self.editing.paste(event.text)

    def repaint(self) -> None:
        """Write the whole screen anew."""
        repaint(self.app)

    # --- moving about

    def enter(self) -> None:
        """In a grid the next cell below; in prose, begin to write."""
        if self.stage.in_grid:
            self.stage.grid.move("enter")
        else:
            self.editing.edit()

    def turn_section(self, by: int) -> None:
        """Turn to the part after or before."""
        part = self.navigation.after(by)
        if part is None:
            self.messages.notice("已经是最后一部分" if by > 0 else "已经是第一部分")
        else:
            self.turn_to(part)

    def turn_face(self) -> None:
        """Turn to the next face of the part."""
        if len(self.navigation.part.faces) > 1:
            self.turn_to(self.navigation.place[0], self.navigation.next_face())
        else:
            self.messages.notice("这一部分只有文字")

    def go_to_blank(self, by: int) -> None:
        """Go to the next or previous blank cell in the form's order, around the end."""
        if address := lookups.blank_from(self.session, self.address, by):
            self.go(address)
        else:
            self.messages.notice("没有空白格")

    # --- the mouse

    def on_grid_pointed(self, event: Grid.Pointed) -> None:
        event.stop()
        self.pointing.go(event.address, event.drags)

    def on_click(self, event: events.Click) -> None:
        if event.widget is self._tabs:
            self.pointing.turn(self.pointing.tab_at(event.x, self._room.width))
        elif event.widget is self._pane:
            self.pointing.turn(event.y)

    def on_mouse_scroll_down(self) -> None:
        self.pointing.wheel(1)

    def on_mouse_scroll_up(self) -> None:
        self.pointing.wheel(-1)

    def on_grid_moved(self, event: Grid.Moved) -> None:
        event.stop()
        self.show_messages()
