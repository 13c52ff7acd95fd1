"""The declaration of the actions: what keys, palette, help and Textual read of it is the same, and is there."""

from __future__ import annotations

from collections import Counter
from operator import attrgetter
from pathlib import Path

import pytest
from textual.binding import Binding

from giptui.session import Session
from giptui.tui.actions import ACTIONS, BY_ID, Action, by_key, twin
from giptui.tui.app import Editor
from giptui.tui.navigation import Where
from giptui.tui.workbench import Workbench
from tui.person import SEED, editing, seed


@pytest.mark.parametrize("action", ACTIONS, ids=attrgetter("id"))
def test_an_action_is_done_by_something_and_can_be_reached(action: Action) -> None:
    assert callable(attrgetter(action.does)(Workbench(seed())))
    assert action.keys or action.words


def test_no_name_no_key_and_no_word_means_two_things() -> None:
    assert len(BY_ID) == len(ACTIONS)
    keys = [key for action in ACTIONS for key in (*action.keys, *filter(None, map(twin, action.keys)))]
    words = [word for action in ACTIONS for word in action.words]
    twice = {each for each, times in Counter(keys + words).items() if times > 1}
    assert twice <= {"w", "q", "x", "e"}, "which are a key and, behind a colon, a word of vim"


def test_bindings_carry_the_names_that_a_keymap_uses() -> None:
    bound = {binding.key: binding for binding in Binding.make_bindings(Workbench.BINDINGS)}
    for key, action in by_key(ACTIONS).items():
        assert (bound[key].id, bound[key].description) == (action.id, action.title)


@pytest.mark.parametrize(
    ("address", "where"),
    [
        ("applications.new_received.natural_person", Where.TABLE),
        ("report.title", Where.HEADER),
        ("overview.text", Where.PROSE),
    ],
)
@pytest.mark.parametrize("read_only", [False, True])
async def test_what_can_be_done_here_is_what_the_declaration_says(
    address: str, where: Where, read_only: bool, tmp_path: Path
) -> None:
    path = tmp_path / "report.toml"
    path.write_bytes(SEED.read_bytes())
    app = Editor(Session.open(str(path), read_only=read_only))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, Workbench)
        screen.go(address)
        await pilot.pause()
        enabled = {active.binding.id for active in screen.active_bindings.values() if active.enabled} & BY_ID.keys()
        wanted = {a.id for a in ACTIONS if a.keys and where in a.where and not (a.changes and read_only)}
    assert enabled == wanted


async def test_an_action_that_is_not_to_be_had_here_does_nothing() -> None:
    async with editing(seed()) as person:
        await person.go("overview.text")
        for keys in (["x"], ["Z"], ["="], ["j"], [":", *"zero", "enter"]):
            await person.press(*keys)
            assert (person.at, person.session.dirty) == ("overview.text", False)
        await person.go("report.title")
        await person.press("Z")
        assert not person.session.dirty


@pytest.mark.parametrize("keys", [["Z"], ["x"], ["e"], ["w"], [":", *"zero", "enter"]])
async def test_what_reading_refuses_is_said_wherever_it_is_asked_for(keys: list[str], tmp_path: Path) -> None:
    path = tmp_path / "report.toml"
    path.write_bytes(SEED.read_bytes())
    async with editing(Session.open(str(path), read_only=True)) as person:
        await person.press(*keys)
        assert "只读打开，不能修改" in person.text
        await person.press("]", "!", "!")
        assert "已改正" not in person.text
        assert "只读打开，不能修改" in person.text
