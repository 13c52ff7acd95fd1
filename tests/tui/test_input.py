"""Whatever arrives at the editor: keys, pastes, bytes that are no text, sizes, signals. Nothing of it ends it."""

from __future__ import annotations

import re
import signal
from itertools import chain, pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.events import Key, Paste
from textual.message import Message

from fuzz.monkey import HOSTILE, monkey
from giptui.store import load
from giptui.tui.intake import Intake
from terminal import Terminal
from tui.test_wire import READY, editor, path  # noqa: F401 - a fixture


def said(*reads: bytes) -> list[str]:
    """Keys by name and pastes in brackets, of what was read and of what had come of the rest."""
    intake = Intake()
    messages = list(chain.from_iterable(map(intake.take, reads)))
    return _named([*messages, *intake.rest()])


def _named(messages: list[Message]) -> list[str]:
    return [
        m.key if isinstance(m, Key) else f"[{m.text}]" if isinstance(m, Paste) else type(m).__name__ for m in messages
    ]


@pytest.mark.parametrize(
    ("read", "keys"),
    [
        (b"\x1b", ["escape"]),
        (b"\x1bj", ["escape", "j"]),  # tmux
        (b"\x1b[106;3u", ["escape", "j"]),  # kitty
        (b"\x1b]", ["escape", "right_square_bracket"]),
        (b"\x1b[", ["escape", "left_square_bracket"]),
        (b"\x1b[A\x1bOB\x1b[[A\x1b[1~", ["up", "down", "f1", "home"]),  # xterm, vt100, linux, PuTTY
        (b"\x1bOq\x1bOM", ["1", "enter"]),  # PuTTY's number pad
        (b"7\rw", ["7", "enter", "w"]),
        (b"1\t2\t3\r", ["1", "tab", "2", "tab", "3", "enter"]),
        (b"0\t1\t0\t2\t3", ["[0\t1\t0\t2\t3]"]),  # a row with its total, which Tab would step over
        (b"1\t2\r\n3\t4\r\n", ["[1\t2\r\n3\t4\r\n]"]),
        ("一、新收\t1,024\r二、结转\t/\r".encode(), ["[一、新收\t1,024\r二、结转\t/\r]"]),
        (b"j" * 100, ["j"] * 100),  # held down on a line that stalled
        (b"\x1b[200~1\x1b[A\x002\x1b[201~k", ["[1\x1b[A2]", "k"]),
        (b"\x1b[200~12", ["[12]"]),  # its end got lost
        (b"\xff5\xc0k", ["5"]),  # one of them, or half a character of another encoding
        ("政府".encode("gbk") + b"5", ["5"]),
    ],
)  # fmt: skip
def test_what_a_terminal_sends_means(read: bytes, keys: list[str]) -> None:
    assert said(read) == keys


def test_a_paste_without_brackets_is_one_however_it_is_cut() -> None:
    text = "第三部分\t12\r" * 2000
    data = text.encode()
    assert said(*(data[at : at + 4095] for at in range(0, len(data), 4095))) == [f"[{text}]"]


@pytest.mark.parametrize("hostile", HOSTILE)
def test_what_is_no_key_is_dropped_and_the_next_key_is_heard(hostile: bytes) -> None:
    intake = Intake()
    list(chain(intake.take(hostile), intake.rest()))
    list(chain(intake.take(b"\x1b[201~"), intake.rest()))
    assert _named([*intake.take(b"5"), *intake.rest()]) == ["5"]


@given(st.binary(max_size=60))
def test_no_bytes_end_the_intake_or_make_more_keys_than_were_sent(data: bytes) -> None:
    assert len(said(data)) <= 2 * len(data)


@given(st.text(max_size=15), st.lists(st.integers(0, 60), max_size=4))
def test_text_means_the_same_however_it_is_cut(text: str, cuts: list[int]) -> None:
    data = text.replace("\x1b", "").encode()
    cut = said(*(data[one:other] for one, other in pairwise([0, *sorted(cuts), len(data)])))
    assert cut == said(data) or said(data)[0].startswith("[")  # a paste arrives as a whole


def test_a_monkey_cannot_end_it() -> None:
    game = monkey(seed=1, keys=2000)
    assert not game.wrong, (game.wrong, game.last)


def test_five_thousand_characters_and_forty_thousand_digits_are_taken_together(path: Path) -> None:  # noqa: F811
    with editor(path) as terminal:
        terminal.wait_for(READY)
        terminal.settle(0.5)
        before = _used(terminal)
        terminal.send(b"5" * 40_000)
        terminal.wait_for("55555")
        terminal.send(b"\r")
        terminal.wait_for("”不是" if "”不是" in terminal.text else "55")
        terminal.settle()
        terminal.press("u")
        for each in (b"{", b"{", b"\r", "甲乙丙丁戊己庚辛壬癸".encode() * 500):
            terminal.send(each)
            terminal.settle()
        assert "壬癸" in terminal.text
        assert _used(terminal) - before < 3


def _used(terminal: Terminal) -> float:
    """Seconds of processor time of the program."""
    fields = Path(f"/proc/{terminal.pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / 100


def test_repaint_resize_and_suspension_bring_the_screen_back_whole(path: Path) -> None:  # noqa: F811
    with editor(path) as terminal:
        terminal.wait_for(READY)
        terminal.settle(0.5)
        terminal.press("End")
        terminal.press("Left")
        whole = terminal.text
        terminal.resize(40, 10)
        terminal.resize(80, 24)
        assert terminal.text == whole
        terminal._stream.feed("\x1b[2J")  # another program writes over it
        terminal.press("ctrl+l")
        assert terminal.text == whole
        terminal.kill(signal.SIGTSTP)
        terminal.idle(0.4)
        terminal.kill(signal.SIGCONT)
        terminal.settle()
        assert terminal.text == whole
        terminal.send(b"\x03")
        terminal.press("5")
        assert "5" in terminal.text  # Ctrl+C ends nothing


@pytest.mark.parametrize("columns", [1, 2])
def test_every_screen_opens_however_narrow(path: Path, columns: int) -> None:  # noqa: F811
    with editor(path, columns, 24) as terminal:
        terminal.idle(1)
        for each in (b"?", b"K", b"\x1b[17~", b"\x1b[19~", b":", b"g1"):
            terminal.send(each + b"\x1b[B\x1b[6~")
            terminal.settle(0.5)
            terminal.send(b"\x1b")
            terminal.idle(0.15)
        terminal.send(b"7\rw")
        terminal.settle(1)
        terminal.send(b"q")
        assert terminal.exit_code() == 0
    assert load(str(path))[1]["applications.new_received.natural_person"] == 7


def test_keys_that_come_before_the_first_frame_wait_for_it(path: Path) -> None:  # noqa: F811
    with editor(path) as terminal:
        terminal.wait_until_raw()
        terminal.send(b"7\r]?jq\x1b[18~\x1b[18~w")
        terminal.wait_for("已保存")
    assert load(str(path))[1]["applications.new_received.natural_person"] == 7


@pytest.mark.parametrize(
    ("env", "colour"), [({"NO_COLOR": "1"}, r"3[0-8]|4[0-8]|9[0-7]"), ({"TERM": "linux"}, r"[34]8;[25]")]
)
def test_no_colour_and_sixteen_colours(path: Path, env: dict[str, str], colour: str) -> None:  # noqa: F811
    path.write_text(path.read_text(encoding="utf-8").replace("[      0,", "[      3,", 1), encoding="utf-8")
    with editor(path, env=env) as terminal:
        terminal.wait_for("!")
        written = terminal.press("ctrl+l") + terminal.press("?")
    assert not re.search(rf"\x1b\[(?:[0-9;]*;)?(?:{colour})(?:;[0-9;]*)?m".encode(), written)
