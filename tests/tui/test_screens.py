"""Whole screens as plain text, to be read by people. ``GIPTUI_GOLDEN=write pytest tests/tui/test_screens.py`` rewrites
them; read the difference before it is committed.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from wcwidth import wcswidth

from giptui.session import Session
from tui.person import editing, fresh, seed, zeros

GOLDEN = Path(__file__).parent / "golden"
SMALL, LARGE, TINY = (80, 24), (120, 40), (40, 10)


class Screen(NamedTuple):
    """How to get to a screen."""

    document: Callable[[], Session]
    size: tuple[int, int]
    keys: tuple[str, ...] = ()


def _filled() -> Session:
    return fresh(zeros() | {"report.level": "township"})


SCREENS = {
    "matrix": Screen(seed, SMALL),
    "finding": Screen(seed, SMALL, ("]",)),
    "fix-shown": Screen(seed, SMALL, ("]", "!")),
    "fix-applied": Screen(seed, SMALL, ("]", "!", "!")),
    "disclosure": Screen(seed, SMALL, ("{",)),
    "disputes-several-fixes": Screen(_filled, SMALL, ("}", "end", "2", "tab", "k", "!")),
    "header": Screen(seed, SMALL, ("{", "{", "{")),
    "prose": Screen(seed, SMALL, ("}", "}", "enter")),
    "prose-and-finding": Screen(seed, SMALL, ("{", "{", "enter")),
    "typing": Screen(_filled, SMALL, ("j", "l", *"1234567")),
    "number-too-wide": Screen(_filled, SMALL, ("j", "l", *"1234567", "enter")),
    "being-filled": Screen(fresh, SMALL, ("5", "tab", "2", "tab", "j", "j", "h", "h", "3", "enter", "k")),
    "leaving": Screen(_filled, SMALL, ("5", "enter", "q")),
    "help": Screen(seed, SMALL, ("?",)),
    "go-to": Screen(seed, SMALL, ("g", "重", "复")),
    "matrix-and-finding": Screen(seed, LARGE, ("]",)),
    "preview": Screen(seed, LARGE, ("f6", "pagedown")),
    "small-finding": Screen(seed, TINY, ("]",)),
}


def golden(name: str, text: str) -> str:
    """The text kept under this name; with GIPTUI_GOLDEN=write it is kept from now on."""
    path = GOLDEN / f"{name}.txt"
    if os.environ.get("GIPTUI_GOLDEN") == "write":
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", SCREENS)
async def test_the_screen_is_as_it_was_read_and_approved(name: str) -> None:
    document, size, keys = SCREENS[name]
    async with editing(document(), *size) as person:
        await person.press(*keys)
        screen = person.screen
    assert len(screen) == size[1]
    assert max(map(wcswidth, screen)) <= size[0]
    text = "\n".join(screen) + "\n"
    assert text == golden(f"{name}.{size[0]}x{size[1]}", text)


def test_no_golden_screen_is_left_over() -> None:
    assert {path.stem for path in GOLDEN.iterdir()} == {
        f"{name}.{screen.size[0]}x{screen.size[1]}" for name, screen in SCREENS.items()
    }
