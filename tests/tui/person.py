"""A person at the editor without a terminal: presses keys, reads the screen. The document is the session's."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

from textual.events import Key, MouseDown, MouseMove, Paste
from textual.keys import _character_to_key
from textual.pilot import Pilot

from giptui.form import LATEST
from giptui.report import Value
from giptui.session import Session
from giptui.store import blank, parse
from giptui.store.source import decode
from giptui.tui.app import Editor
from giptui.tui.workbench import Workbench

SEED = Path(__file__).parents[2] / "data" / "baihe-2023.toml"

HEADER = {"report.title": "甲镇2024年政府信息公开工作年度报告", "report.organ": "甲镇人民政府", "report.year": 2024}


def seed() -> Session:
    """The published report."""
    source = decode("baihe-2023.toml", SEED.read_bytes())
    return Session(source, parse(source))


def fresh(values: Mapping[str, Value] | None = None) -> Session:
    """A new report: every cell blank but for these."""
    source = decode("jia-2024.toml", blank(LATEST, {**HEADER, **(values or {})}).encode())
    return Session(source, parse(source))


def zeros() -> dict[str, Value]:
    """Every cell of the form, 0."""
    return dict.fromkeys(LATEST.cells, 0)


_CHARACTERS = {"enter": "\r", "tab": "\t", "escape": "\x1b", "space": " "}


class Person:
    """Somebody at the editor."""

    def __init__(self, pilot: Pilot[None], session: Session) -> None:
        self._pilot = pilot
        self.session = session

    async def press(self, *keys: str) -> None:
        """Press keys, by Textual's names. As a terminal sends them: Pilot drops the character of full-width ones."""
        for key in keys:
            character = key if len(key) == 1 else _CHARACTERS.get(key)
            name = key if key.isalnum() else _character_to_key(key) if len(key) == 1 else key
            self._pilot.app.post_message(Key(name, character))
            for _ in range(2):  # what the key does, and what that leads to
                await self._pilot.pause(0)
        await self._pilot.pause()

    async def type(self, text: str) -> None:
        """Press the keys of a text."""
        await self.press(*text)

    async def paste(self, text: str) -> None:
        """Paste, as a terminal does."""
        self._pilot.app.post_message(Paste(text))
        await self._pilot.pause()

    async def point(self, *places: tuple[int, int]) -> None:
        """Press the mouse's button at a line and column of the screen, and drag it on to others."""
        for number, (y, x) in enumerate(places):
            kind = MouseMove if number else MouseDown
            widget, _ = self._workbench.get_widget_at(x, y)
            self._pilot.app.screen._forward_event(kind(widget, x, y, 0, 0, 1, False, False, False, x, y))
            await self._pilot.pause()

    async def go(self, address: str) -> None:
        """Be at an address, without pressing keys for it."""
        self._workbench.go(address)
        await self._pilot.pause()

    async def resize(self, columns: int, rows: int) -> None:
        await self._pilot.resize_terminal(columns, rows)
        await self._pilot.pause()

    def __getitem__(self, address: str) -> Value:
        return self.session.report[address]

    @property
    def at(self) -> str:
        """The address of the cell, the field or the text where the person is."""
        return self._workbench.address

    @property
    def screen(self) -> list[str]:
        """The lines as they are seen, without style."""
        app = self._pilot.app
        return [strip.text.rstrip() for strip in app.screen._compositor.render_strips()]

    @property
    def text(self) -> str:
        return "\n".join(self.screen)

    @property
    def marked(self) -> str:
        """The underlined parts of the screen, one after another."""
        strips = self._pilot.app.screen._compositor.render_strips()
        return "".join(s.text for strip in strips for s in strip if s.style and s.style.underline)

    @property
    def has_left(self) -> bool:
        return self._pilot.app._exit

    @property
    def _workbench(self) -> Workbench:
        return next(screen for screen in self._pilot.app.screen_stack if isinstance(screen, Workbench))


@asynccontextmanager
async def editing(session: Session, columns: int = 80, rows: int = 24) -> AsyncIterator[Person]:
    """The editor on a document, until the block ends."""
    app = Editor(session)
    async with app.run_test(size=(columns, rows)) as pilot:
        await pilot.pause()
        yield Person(pilot, session)
