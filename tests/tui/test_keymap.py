"""The user's own keys."""

from __future__ import annotations

from pathlib import Path

import pytest

from giptui.store import Unreadable
from giptui.tui.actions import ACTIONS
from giptui.tui.keymap import remapped
from tui.test_wire import READY, editor, path  # noqa: F401 - a fixture


def test_a_key_of_ones_own_acts_and_the_old_one_no_longer_does(path: Path) -> None:  # noqa: F811
    config = path.parent / "config"
    (config / "giptui").mkdir(parents=True)
    (config / "giptui" / "keys.toml").write_text('save = ["f12", "ctrl+t"]\nfill-zero = "W"\n', encoding="utf-8")
    with editor(path, env={"XDG_CONFIG_HOME": str(config)}) as terminal:
        terminal.wait_for(READY)
        terminal.send(b"7\r")
        terminal.wait_for("未保存")
        terminal.send(b"w\x13")
        terminal.settle(0.5)
        assert "已保存" not in terminal.text
        terminal.press("F12")
        assert "已保存" in terminal.text


@pytest.mark.parametrize("action", [action for action in ACTIONS if action.keys], ids=lambda action: action.id)
def test_every_action_can_be_had_by_the_keys_it_has(action) -> None:  # type: ignore[no-untyped-def]
    assert remapped("keys.toml", {action.id: list(action.keys)}) == ACTIONS


@pytest.mark.parametrize(
    "table", [{"save": 5}, {"save": "5"}, {"save": ["q"]}, {"save": ""}, {"save": {}}, {"x": "q"}, {"save": "ctrl+1"}]
)
def test_what_cannot_be_meant_is_refused(table: dict[str, object]) -> None:
    with pytest.raises(Unreadable):
        remapped("keys.toml", table)
