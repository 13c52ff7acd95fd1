"""The editor in a real terminal: what it sends over the line, what stays when the line or the program dies."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from statistics import median, quantiles

import pytest

import terminal as terminals
from giptui.form import LATEST
from giptui.report import Value
from giptui.store import load
from terminal import Terminal
from tui.person import SEED

GIPTUI = [sys.executable, "-m", "giptui"]
THIS = {"PYTHONPATH": str(SEED.parents[1] / "src")}  # the program of this tree, whichever is installed
READY = "? 帮助"
COLUMNS = 7


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "baihe-2023.toml"
    path.write_bytes(SEED.read_bytes())
    return path


def editor(path: Path, columns: int = 80, rows: int = 24, env: Mapping[str, str] | None = None) -> Terminal:
    return Terminal([*GIPTUI, path.name], columns, rows, THIS | dict(env or {}), cwd=path.parent)


def value(path: Path, address: str) -> Value:
    _, report = load(str(path))
    return report[address]


def presses(terminal: Terminal, *keys: str) -> list[int]:
    """The bytes that each key costs."""
    return [len(terminal.press(key)) for key in keys]


@pytest.fixture
def matrix(path: Path) -> Iterator[Terminal]:
    """The editor at rest on the first cell of the matrix."""
    with editor(path) as terminal:
        terminal.wait_for(READY)
        terminal.settle(0.5)
        yield terminal


# --- bytes


def test_a_move_repaints_the_cells_it_changes(matrix: Terminal) -> None:
    moves = []
    for column in range(COLUMNS):
        moves += presses(matrix, *["Up" if column % 2 else "Down"] * 5, *["Right"] * (column < COLUMNS - 1))
    assert median(moves) <= 300, moves
    assert quantiles(moves, n=20)[-1] <= 420, moves


def test_a_move_that_scrolls_repaints_the_table_once(matrix: Terminal) -> None:
    scrolling = []
    for pressed in ("PageDown", "PageDown", "PageUp", "Up", "G", "ctrl+home"):
        labels = [line[:20] for line in matrix.screen[5:-3]]
        written = len(matrix.press(pressed))
        if labels != [line[:20] for line in matrix.screen[5:-3]]:
            scrolling.append(written)
    assert len(scrolling) >= 4
    assert max(scrolling) <= 2500, scrolling


def test_at_200_by_60_with_everything_on(path: Path) -> None:
    last = SEED.read_text(encoding="utf-8").replace("year = 2023", "year = 2022")
    path.with_name("baihe-2022.toml").write_text(last, encoding="utf-8")
    with editor(path, 200, 60) as terminal:
        terminal.wait_for("全部问题")
        terminal.settle(0.5)
        assert "上年" in terminal.text
        moves = presses(terminal, *["Down"] * 12, *["Right"] * 3, *["Up"] * 6)
        assert median(moves) <= 300, moves
        assert quantiles(moves, n=20)[-1] <= 420, moves
        seen = sum(presses(terminal, "1", "2", "3", "Enter")), terminal.screen
        assert seen[0] <= 2500
        terminal.press("ctrl+l")
        assert terminal.screen == seen[1], "what was left out stood there already"


def test_a_table_full_of_marks_scrolls_as_cheaply(path: Path) -> None:
    cells = [f"{address}={100 + number}" for number, address in enumerate(LATEST.cells) if "applications" in address]
    subprocess.run([*GIPTUI, "set", path, "--exact", *cells], env=os.environ | THIS, check=True, capture_output=True)
    with editor(path) as terminal:
        terminal.wait_for(READY)
        terminal.settle(0.5)
        assert max(presses(terminal, "PageDown", "PageDown", "PageUp", "G", "ctrl+home")) <= 2500


def test_a_digit_sends_little_more_than_itself(matrix: Terminal) -> None:
    digits = []
    for column in range(COLUMNS):
        digits += presses(matrix, "5")
        presses(matrix, "Escape", *["Right"] * (column < COLUMNS - 1))
    assert median(digits) <= 80, digits


def test_a_number_put_into_a_cell(matrix: Terminal) -> None:
    presses(matrix, *["Down"] * 3)
    edits = [sum(presses(matrix, "1", "2", "3", "Enter", "Down")) for _ in range(5)]
    assert median(edits) <= 1000, edits


@pytest.mark.parametrize("place", ["ctrl+home", "ctrl+end"])
def test_a_key_in_the_prose_sends_its_row(matrix: Terminal, place: str) -> None:
    presses(matrix, "{", "{")
    matrix.send(terminals.key(place))
    matrix.settle(0.5)
    written = presses(matrix, *"abcdefghijklmnopqrst"[1:])
    written += presses(matrix, *["Left"] * 3, *["backspace"] * 5)
    assert median(written) <= 300, written
    assert max(written) <= 600, written


def test_rows_that_the_terminal_moved_stand_where_a_whole_repaint_puts_them(matrix: Terminal) -> None:
    keys = ["{", "{", "Enter", "Enter", "x", "Down", "Down", "End", "y", "Enter", "ctrl+k", "Up", "backspace"]
    for name in (*keys, "PageDown", "z", "Enter", "Enter", "ctrl+z", "PageUp", "ctrl+home", "delete"):
        matrix.send(terminals.key(name))
        matrix.settle(0.5)
    seen = matrix.screen[:-3]
    presses(matrix, "F1", "q")
    assert matrix.screen[:-3] == seen
    assert sum(line != "" for line in seen) > 10


def test_left_alone_it_sends_nothing_and_stays_small(matrix: Terminal) -> None:
    assert matrix.idle(2) == b""
    presses(matrix, "G", "5", "Enter", "}", "{", "u")
    assert matrix.idle(0.5) == b""
    status = Path(f"/proc/{matrix.pid}/status").read_text()
    assert int(status.partition("VmHWM:")[2].split()[0]) / 1024 < 48


@pytest.mark.parametrize(
    ("script", "said", "first"),
    [
        ('printf "新的一段\\033[31m\\n" > "$1"', "已从 ed.sh 取回", " 新的一段"),
        ("exit 3", "退出码 3", " 白鹤镇政府"),
        ('printf "\\377\\n" > "$1"', "不是 UTF-8", " 白鹤镇政府"),
        ("true", "文字没有变", " 白鹤镇政府"),
    ],
)
def test_a_text_goes_to_the_external_editor_and_back(path: Path, script: str, said: str, first: str) -> None:
    program = path.with_name("ed.sh")
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(0o755)
    with editor(path, env={"EDITOR": str(program)}) as terminal:
        terminal.wait_for(READY)
        terminal.send(b"{{")
        terminal.wait_for("白鹤镇政府信息")
        terminal.send(terminals.key("f4"))
        terminal.wait_for(said)
        terminal.wait_for(first)
        terminal.send(b"u}")
        terminal.wait_for("规章")


# --- when it ends before its time


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGHUP])
def test_killed_with_edits_in_it_the_old_file_is_whole(path: Path, number: signal.Signals) -> None:
    with editor(path) as terminal:
        terminal.wait_for(READY)
        terminal.type("7")
        terminal.press("Enter")
        terminal.type("45")
        terminal.kill(number)
        assert terminal.exit_code() != 0
    assert path.read_bytes() == SEED.read_bytes()
    assert list(path.parent.iterdir()) == [path]


def test_a_line_that_drops_ends_the_editor_and_leaves_the_old_file(path: Path) -> None:
    with editor(path) as terminal:
        terminal.wait_for(READY)
        terminal.type("7")
        terminal.press("Enter")
        terminal.hang_up()
        terminal.exit_code()
    assert path.read_bytes() == SEED.read_bytes()
    assert list(path.parent.iterdir()) == [path]


def test_what_was_saved_before_the_kill_is_on_disk(path: Path) -> None:
    with editor(path) as terminal:
        terminal.wait_for(READY)
        presses(terminal, "7", "Enter", "w")
        terminal.wait_for("已保存 2 处修改")
        presses(terminal, "8", "Enter")
        terminal.kill(signal.SIGKILL)
        terminal.exit_code()
    assert value(path, "applications.new_received.natural_person") == 7
    assert value(path, "applications.carried_in.natural_person") == 0


def test_leaving_gives_the_terminal_back(path: Path) -> None:
    with editor(path) as terminal:
        terminal.wait_for(READY)
        terminal.settle(0.5)
        sent = terminal.press("q")
        while b"\x1b[?1049l" not in sent and (more := terminal.settle(2)):
            sent += more
        assert terminal.exit_code() == 0
    assert b"\x1b[?1049l" in sent, "the screen that was there before"
    assert b"\x1b[?25h" in sent, "the cursor"


# --- terminals of every kind


def test_a_polite_end_gives_the_terminal_back_too(path: Path) -> None:
    with editor(path) as terminal:
        terminal.wait_for(READY)
        terminal.press("5")
        terminal.kill(signal.SIGTERM)
        sent = b""
        while b"\x1b[?1049l" not in sent and (more := terminal.settle(2)):
            sent += more
        assert terminal.exit_code() == 128 + signal.SIGTERM
    assert b"\x1b[?1049l" in sent
    assert path.read_bytes() == SEED.read_bytes()


def test_the_marked_entry_of_a_list_is_inverse(path: Path) -> None:
    with editor(path) as terminal:
        terminal.wait_for(READY)
        terminal.press("F5")
        sent = terminal.press("Down").decode()
    assert re.search(r"\x1b\[7m报头  前言", sent)
    assert not re.search(r"\x1b\[7m报头  报头", sent)


def test_keys_that_come_together_are_done_in_order(path: Path) -> None:
    with editor(path) as terminal:
        terminal.wait_for("错误 2")
        terminal.send(b"]!!:w\r")
        terminal.wait_for("已保存 2 处修改")
    assert value(path, "applications.total_handled.total") == 0


def test_a_terminal_of_40_by_10(path: Path) -> None:
    with editor(path, 40, 10) as terminal:
        terminal.wait_for(READY)
        terminal.press("G")
        assert any("四、结转" in line and line.endswith("0:") for line in terminal.screen)
        presses(terminal, "9", "Enter", "w")
        terminal.wait_for("已保存 1 处修改")
    assert value(path, "applications.carried_out.total") == 9


@pytest.mark.parametrize("size", [(120, 40), (50, 12)])
def test_a_change_of_size_keeps_what_is_being_typed(path: Path, size: tuple[int, int]) -> None:
    with editor(path) as terminal:
        terminal.wait_for(READY)
        terminal.type("987")
        terminal.resize(*size)
        terminal.wait_for("987")
        presses(terminal, "6", "Enter", "w")
        terminal.wait_for("已保存 2 处修改")
    assert value(path, "applications.new_received.natural_person") == 9876


def test_a_change_of_size_while_writing_keeps_the_text_and_the_pen(path: Path) -> None:
    with editor(path) as terminal:
        terminal.wait_for(READY)
        presses(terminal, "}", "}", "Enter")
        terminal.type("ab")
        terminal.resize(120, 40)
        terminal.wait_for("ab上年度")
        terminal.type("c")
        terminal.wait_for("abc上年度")


def test_a_dumb_terminal_is_told_so(path: Path) -> None:
    with editor(path, env={"TERM": "dumb"}) as terminal:
        assert terminal.exit_code() == 2
        assert "TERM=dumb" in terminal.text


def test_without_a_terminal_there_is_a_sentence_and_no_hanging(path: Path) -> None:
    done = subprocess.run([*GIPTUI, "edit", path], capture_output=True, timeout=20, check=False, text=True)
    assert (done.returncode, done.stdout) == (2, "")
    assert "不是终端" in done.stderr


def _colours(sent: bytes) -> set[str]:
    """The parameters of all colours that were sent."""
    parameters = [p for each in re.findall(rb"\x1b\[([0-9;]*)m", sent) for p in each.decode().split(";")]
    return {p for p in parameters if re.fullmatch(r"[349][0-8]|10[0-7]", p)}


def _all_sent(path: Path, env: Mapping[str, str]) -> tuple[bytes, str]:
    """What is sent for a start, a look at the errors and a fix; and the screen then."""
    with editor(path, env=env) as terminal:
        sent = terminal.settle()
        while READY not in terminal.text:
            sent += terminal.settle()
        sent += b"".join(terminal.press(key) for key in ("]", "!", "}", "{"))
        return sent, terminal.text


def test_no_color_means_none_and_the_marks_are_still_there(path: Path) -> None:
    sent, screen = _all_sent(path, {"NO_COLOR": "1"})
    assert _colours(sent) == set()
    assert "1!" in screen


def test_sixteen_colours_are_enough(path: Path) -> None:
    sent, screen = _all_sent(path, {"TERM": "xterm"})
    assert _colours(sent)
    assert _colours(sent) <= {f"{ground}{colour}" for ground in (3, 4, 9, 10) for colour in range(8)}
    assert "1!" in screen


EVIL = r"\u001b]0;EVIL\u0007\u001b[31mEVIL\u009b2J"


def test_control_sequences_in_a_file_never_reach_the_terminal(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for place in ("房县白鹤镇人民政府2023年", "本年度未收到自然人"):
        text = text.replace(place, EVIL + place)
    path.write_text(
        text.replace("new_received                         = [     0", f'new_received = ["{EVIL}"'), "utf-8"
    )
    with editor(path) as terminal:
        terminal.wait_for(READY)
        sent = b"".join(terminal.press(key) for key in ("f7", "Enter", "x", "Escape", "f7", "e", "Escape", "K", "q"))
        sent += b"".join(terminal.press(key) for key in ("f8", "Escape", "f6", "space", "q"))
        sent += b"".join(terminal.press(key) for key in ("{", "{", "{", "Down", "e", "Escape", "Up"))
        assert "␛]0;EVIL" in terminal.text
    assert sent.count(b"EVIL") > 5
    sent = re.sub(rb"\x1b\]22;[a-z]*\x07", b"", sent)  # Textual's own: the shape of the pointer
    assert not re.search(rb"\x1b\]0;|\x1b\[31mEVIL|\xc2\x9b|\x07", sent)


def test_what_is_copied_is_on_the_terminal_s_clipboard_and_the_desktop_s(path: Path, tmp_path: Path) -> None:
    program = tmp_path / "xclip"
    program.write_text(f'#!/bin/sh\ncat > {tmp_path}/copied\necho "$@" > {tmp_path}/said\n')
    program.chmod(0o755)
    env = {"DISPLAY": ":7", "PATH": f"{tmp_path}:/usr/bin:/bin"}
    with editor(path, env=env) as terminal:
        terminal.wait_for(READY)
        terminal.settle(0.5)
        for key in ("shift+down", "shift+right"):
            terminal.press(key)
        assert b"\x1b]52;c;MAkwCjAJMA==\x07" in terminal.press("y")
        terminal.idle(0.3)
        assert (tmp_path / "copied").read_text() == "0\t0\n0\t0"
        for key in ("{", "{", "shift+right", "shift+right", "ctrl+c"):
            terminal.press(key)
        terminal.idle(0.3)
    text = str(load(str(path))[1]["overview.text"])
    assert text and (tmp_path / "copied").read_text() == text[:2]
    assert (tmp_path / "said").read_text() == "-selection clipboard\n"
