"""Keys as they arrive: faster than screens open and close, and in the width of the input method."""

from __future__ import annotations

from typing import Any

from textual import events
from textual.app import App
from textual.screen import Screen

from giptui.report.halfwidth import halfwidth
from giptui.tui.seen import LeanApp


def character(event: events.Key) -> str:
    """The character that the key types, a full-width one as its ASCII twin; empty if it types none."""
    return halfwidth(event.character) if event.is_printable and event.character else ""


def passed_on(screen: Screen[Any], event: events.Key) -> bool:
    """Whether the key is none of this screen's: it was sent before the screen on top opened, or the one before it
    closed. Then it has been given to the one on top.
    """
    if screen.app.screen is screen:
        return False
    event.stop()
    event.prevent_default()
    screen.app.screen.post_message(events.Key(event.key, event.character))
    return True


def repaint(app: App[Any]) -> None:
    """Write the whole screen anew: something else has written over it."""
    if driver := app._driver:
        driver.write("\x1b[0m\x1b[2J")
    if isinstance(app, LeanApp):
        app.seen.forget()
    for screen in app.screen_stack:
        screen.refresh()
