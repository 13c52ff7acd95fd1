"""A monkey at the editor in a terminal: keys, sequences, bytes that are no text, bursts, resizes. Nothing may end it.

``monkey`` plays one game; `test_monkey.py` plays some in the suite, ``make fuzz`` many.
"""

from __future__ import annotations

import random
import shutil
import sys
import tempfile
import time
from pathlib import Path
from typing import Final, NamedTuple

from terminal import Terminal, key

ROOT: Final = Path(__file__).parents[2]
SEED: Final = ROOT / "data" / "baihe-2023.toml"

_NAMED: Final = tuple(
    key(name)
    for name in [
        "Up",
        "Down",
        "Left",
        "Right",
        "Home",
        "End",
        "PageUp",
        "PageDown",
        "Enter",
        "Tab",
        "Shift+Tab",
        "Escape",
        "Delete",
        "Insert",
        "Backspace",
        "Space",
        "F1",
        "F2",
        "F3",
        "F5",
        "F6",
        "F7",
        "F8",
        "F9",
        "F10",
        "F11",
        "F12",
        "ctrl+home",
        "ctrl+end",
        "ctrl+pageup",
        "ctrl+pagedown",
        "shift+up",
        "shift+down",
        "shift+left",
        "shift+right",
    ]
)
_LETTERS: Final = tuple(each.encode() for each in "abcdefghijklmnoprstuvxyzABCDEFGHIJKLMNOPRSTUVXYZ0123456789")
_MARKS: Final = tuple(
    each.encode() for each in "{}[]!?=/*()<>:;,.+-~'\"\\#%^&|`@$ ！？【】＝：／１２፩٣①政府　—“\u0301\u200d"
)
_CONTROLS: Final = tuple(bytes([code]) for code in range(32) if code not in (17, 26))  # Ctrl+Q leaves
HOSTILE: Final = (
    b"\x1b[9999999999999A",
    b"\x1b[1114112u",
    b"\x1b[55296u",
    b"\x1b[97;;55296u",
    b"\x1b[48;0;0;0;0t",
    b"\x1b[48;9;9;0;0t",
    b"\x1b[48;99999;99999;1;1t",
    b"\x1b[<0;5;5M",
    b"\x1b[<64;5;5M",
    b"\x1b[<999999;-1;5M",
    b"\x1b[M   ",
    b"\x1b[200~",
    b"\x1b[201~",
    b"\x1b[I",
    b"\x1b[O",
    b"\x1b[?2026;2$y",
    b"\x1b[?2048;1$y",
    b"\x1b[5;5R",
    b"\x1b]0;x\x07",
    b"\x1bPx\x1b\\",
    b"\x1b[",
    b"\x1bO",
    b"\x1b]",
    b"\x1b\x1b\x1b[A",
    b"\x1bj",
    b"\x1b" + b"[" * 50,
    b"\x1b[" + b"1;" * 200 + b"u",
    b"\xff",
    b"\xc0\x80",
    b"\xed\xa0\x80",
    b"\xf4\x90\x80\x80",
    "政府信息".encode("gbk"),
    "\U0010ffff".encode(),
    b"\x00",
    b"\x1b[200~1\t2\n3\t4\x1b[201~",
    b"\x1b[200~\x1b[31m\x07\x00x\x1b[201~",
    b"1\t2\r3\t4\r",
    b"5" * 3000,
    "甲乙".encode() * 900,
)
_SIZES: Final = ((80, 24), (1, 1), (1, 24), (2, 3), (7, 2), (40, 10), (300, 5), (120, 40), (0, 0), (80, 1), (80, 24))


_OPEN: Final = b"\x1b[200~"


class Game(NamedTuple):
    """What a monkey did, and what was wrong with how it went; empty if nothing."""

    keys: int
    wrong: str
    last: tuple[bytes | tuple[int, int], ...]


def monkey(seed: int, keys: int) -> Game:
    """Play a game of so many keys, then leave as a person would; the terminal must be as it was found."""
    chance = random.Random(seed)
    folder = Path(tempfile.mkdtemp(prefix="giptui-monkey-"))
    shutil.copy(SEED, folder / "a.toml")
    done: list[bytes | tuple[int, int]] = []
    env = {"PYTHONPATH": str(ROOT / "src")}
    count = 0
    with Terminal([sys.executable, "-m", "giptui", "a.toml"], env=env, cwd=folder) as terminal:
        try:
            terminal.wait_until_raw()
            if seed % 2:
                terminal.send(b":mouse\r")
            while count < keys:
                move = _move(chance)
                if _OPEN in done[-9:-5]:  # else everything after it would be one paste
                    move = b"\x1b[201~"
                done.append(move)
                if isinstance(move, bytes):
                    terminal.send(move)
                    count += 1
                else:
                    terminal.resize_unseen(*move)
                if chance.random() < 0.05:
                    time.sleep(0.02)
                terminal.drain()
            terminal.resize(80, 24)
            _leave(terminal)
            wrong = ""
            if (code := terminal.exit_code(30 + keys / 20)) != 0:
                wrong = f"exit code {code}"
            elif terminal.is_raw:
                wrong = "the terminal is left as the editor had it"
        except (AssertionError, OSError) as error:
            wrong = f"{type(error).__name__}: {error}"
        if "Traceback" in terminal.text or "自身出错" in terminal.text:
            wrong = wrong or "a traceback"
        screen = terminal.text
    shutil.rmtree(folder, ignore_errors=True)
    return Game(count, wrong and f"{wrong}\n{screen}", tuple(done[-30:]))


def _move(chance: random.Random) -> bytes | tuple[int, int]:
    kind = chance.random()
    if kind < 0.01:
        return chance.choice(_SIZES)
    if kind < 0.06:
        return chance.choice(HOSTILE)
    if kind < 0.12:  # a burst
        return b"".join(chance.choice(_NAMED + _LETTERS + _MARKS) for _ in range(chance.randint(2, 12)))
    return chance.choice(chance.choice((_NAMED, _LETTERS, _MARKS, _CONTROLS)))


def _leave(terminal: Terminal) -> None:
    """Out of whatever is open, and out of the editor, without saving."""
    terminal.idle(2.2)  # a paste that never ended
    for _ in range(20):
        for each in (b"\x1b", b"\x1b", b"\x1b", b"\x11", b"d"):
            if terminal.has_ended:
                return
            terminal.send(each)
            terminal.idle(0.15)
