"""The user's own keys: ``keys.toml`` in the user's config folder, ``NAME = "KEY"`` or ``NAME = ["KEY", "KEY"]``.

NAME is an action's id, as the end of the help lists them; a key is a character or ``f5``, ``ctrl+s``,
``shift+tab``. What cannot be meant is refused at the start, with the file and what to write instead.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from typing import Any, Final

from giptui.display.nearest import hint
from giptui.display.visible import visible
from giptui.store import Unreadable
from giptui.tui.actions import ACTIONS, Action

_NAMED: Final = "up|down|left|right|home|end|pageup|pagedown|enter|tab|delete|insert|backspace|space|f[0-9]{1,2}"
_KEY: Final = re.compile(rf"(?:(?:ctrl|shift)\+)*(?:{_NAMED})|ctrl\+[a-z]|[^\s\w,+-]|[A-Za-z]")


def keys_file() -> str:
    """Where the user's keys stand, whether they do or not."""
    from platformdirs import user_config_dir

    return os.path.join(user_config_dir("giptui", appauthor=False), "keys.toml")  # noqa: PTH118


def own_actions() -> tuple[Action, ...]:
    """The actions with the user's keys; Unreadable if the file is no TOML, or its keys cannot be had."""
    file = keys_file()
    if not os.path.isfile(file):  # noqa: PTH113
        return ACTIONS
    from giptui.store.settings import load_settings

    with suppress(OSError):
        file = file.removeprefix(os.path.join(os.getcwd(), ""))  # noqa: PTH109, PTH118
    return remapped(file, load_settings(file)[1])


def remapped(file: str, table: Mapping[str, Any]) -> tuple[Action, ...]:
    """The actions with the keys of the table, each in the place of the action's own. Unreadable if the table names no
    action, if what it gives is no key, or if two actions to be had in one place would have the same.
    """
    names = [action.id for action in ACTIONS]
    for name, keys in table.items():
        if name not in names:
            raise Unreadable(
                "keys-unknown-action",
                file,
                f"没有叫“{visible(name)}”的操作{hint(name, names)}；各操作的名称见编辑器里 F1 帮助的末尾",
            )
        for key in _listed(keys):
            if not isinstance(key, str) or not _KEY.fullmatch(key):
                raise Unreadable(
                    "keys-not-a-key", file, f"{name}：“{visible(str(key))}”不是可用的按键；写单个字符，或如 f5、ctrl+s"
                )
    actions = tuple(
        replace(action, keys=tuple(map(str, _listed(table[action.id])))) if action.id in table else action
        for action in ACTIONS
    )
    for number, one in enumerate(actions):
        for other in actions[number + 1 :]:
            if one.where & other.where and (shared := {*one.keys} & {*other.keys}):
                both = f"“{one.title}”({one.id})和“{other.title}”({other.id})"
                raise Unreadable("keys-clash", file, f"按键“{min(shared)}”同时给了{both}；请改一个")
    return actions


def _listed(keys: object) -> list[object]:
    return keys if isinstance(keys, list) else [keys]
