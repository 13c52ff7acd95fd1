"""Nothing is lost: killed in every way, cut off, crowded, shut out; on a real terminal and without one."""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path

import pytest

from giptui.cli.app import run
from giptui.session import Session
from giptui.store import load
from terminal import Terminal
from tui.person import SEED, editing

NEW = "applications.new_received"
PERSON = f"{NEW}.natural_person"


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.chdir(tmp_path)
    path = Path("报告.toml")
    path.write_bytes(SEED.read_bytes())
    return path


def _editor(path: Path, program: str = "-m giptui") -> Terminal:
    environment = {"PYTHONPATH": str(Path(__file__).parents[2] / "src"), "XDG_STATE_HOME": os.environ["XDG_STATE_HOME"]}
    return Terminal([sys.executable, *program.split(" ", 1), path], env=environment)


def _last_words(terminal: Terminal) -> str:
    sent = b""
    while b"\x1b[?1049l" not in sent and (more := terminal.settle(3)):
        sent += more
    return (sent + terminal.settle(0.3)).decode(errors="replace")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGKILL, signal.SIGHUP])
def test_killed_the_next_start_has_it_all(path: Path, number: signal.Signals) -> None:
    with _editor(path) as terminal:
        terminal.wait_for("错误 2")
        terminal.send(b"7\r12")
        terminal.wait_for("已改 2 处")
        terminal.idle(1.3)
        terminal.kill(number)
        if number in (signal.SIGTERM, signal.SIGINT):
            words = _last_words(terminal).rpartition("\x1b[?1004l")[2]
            assert f"被信号 {number.name} 结束" in words and "可以恢复" in words and len(words.split("\n")) == 2
        assert terminal.exit_code() == (-number if number == signal.SIGKILL else 128 + number)
    assert path.read_bytes() == SEED.read_bytes()
    with _editor(path) as terminal:
        terminal.wait_for("上次有 4 处修改没有保存")
        terminal.send(b"rw")
        terminal.wait_for("已保存 4 处修改")
    assert load(str(path))[1][PERSON] == 7
    assert load(str(path))[1]["applications.carried_in.natural_person"] == 12


def test_a_dropped_line_and_prose(path: Path) -> None:
    with _editor(path) as terminal:
        terminal.wait_for("错误 2")
        terminal.send(b"{{\r")
        terminal.wait_for("正在写")
        terminal.send("新写的".encode())
        terminal.wait_for("新写的")
        terminal.idle(1.3)
        terminal.hang_up()
        terminal.exit_code()
    with _editor(path) as terminal:
        terminal.wait_for("上次有 1 处修改没有保存")
        terminal.send(b"v")
        terminal.wait_for("+ ")
        assert "新写的" in terminal.text
    assert run(["recover", str(path), "--apply"]) == 0
    assert "新写的" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("drops", [True, False])
def test_a_line_that_takes_nothing_any_more(path: Path, drops: bool) -> None:
    """Nobody reads what the editor writes: then the connection is gone, or it is told to end."""
    with _editor(path) as terminal:
        terminal.wait_for("错误 2")
        terminal.send(b"7\r")
        terminal.wait_for("已改 2 处")
        for _ in range(60):
            terminal.send(b"}{")
            time.sleep(0.02)
        if drops:
            terminal.hang_up()
        else:
            terminal.kill(signal.SIGTERM)
        assert terminal.ends() == 128 + (signal.SIGHUP if drops else signal.SIGTERM)
    with _editor(path) as terminal:
        terminal.wait_for("上次有 2 处修改没有保存")


def _with_a_defect(module: str, method: str) -> str:
    """The program, in which a method of a class of that module breaks."""
    owner = method.partition(".")[0]
    return (
        f"-c import sys; from {module} import {owner}; from giptui.__main__ import run;"
        f"{method} = lambda *_: 1 / 0; run()"
    )


def test_whatever_breaks_the_terminal_is_restored_and_one_sentence_stands(path: Path) -> None:
    with _editor(path, _with_a_defect("giptui.tui.workbench", "Workbench.turn_face")) as terminal:
        terminal.wait_for("错误 2")
        terminal.send(b"7\r\x1b[18~")
        words = _last_words(terminal)
        assert terminal.exit_code() == 70
    assert "\x1b[?1049l" in words and "\x1b[?2004l" in words and "\x1b[?25h" in words
    said = words.rpartition("\x1b[?1004l")[2].strip()
    assert "ZeroDivisionError" in said and "2 处修改已经记下" in said and "\n" not in said
    assert Session.open(str(path)).report[PERSON] == 0
    with _editor(path) as terminal:
        terminal.wait_for("上次有 2 处修改没有保存")


def test_a_journal_that_breaks_the_replay_does_so_once(path: Path) -> None:
    session = Session.open(str(path))
    session.commit({PERSON: 5})
    session.close()
    with _editor(path, _with_a_defect("giptui.session", "Session.restore")) as terminal:
        terminal.wait_for("r 恢复")
        terminal.send(b"r")
        assert terminal.exit_code() == 70
    with _editor(path) as terminal:
        terminal.wait_for("错误 2")
        terminal.settle(1)
        assert "r 恢复" not in terminal.text
    assert run(["recover", str(path), "--apply"]) == 0
    assert load(str(path))[1][PERSON] == 5


async def test_a_colleagues_cells_and_ours_both_survive(path: Path) -> None:
    async with editing(Session.open(str(path))) as person:
        await person.press("5", "enter")
        assert run(["set", str(path), f"{NEW}.commercial_enterprise=3"]) == 0
        await person.press("w")
        assert "已保存 2 处修改；文件被别的程序改过，已并入 " in person.text
        assert run(["set", str(path), f"{PERSON}=4"]) == 0
        await person.press("k", "6", "enter", "w")
        assert "两边都改了（原为 5）" in person.text
        assert "1 这里的 6   2 文件里的 4" in person.text
        assert "1 处待定" in person.screen[-1]
        await person.press("1")
        assert "已保存" in person.text
    report = load(str(path))[1]
    assert [report[f"{NEW}.{each}"] for each in ("natural_person", "commercial_enterprise", "total")] == [6, 3, 9]


async def test_reload_and_a_file_that_is_gone(path: Path) -> None:
    async with editing(Session.open(str(path))) as person:
        await person.press(":", "e", "enter")
        assert "文件没有别的改动" in person.text
        assert run(["set", str(path), f"{PERSON}=4"]) == 0
        await person.press(":", "e", "enter")
        assert person[PERSON] == 4 and not person.session.dirty
        await person.press("g", "g", "5", "enter")
        path.rename("别处.toml")
        await person.press("w")
        assert "没有这个文件" in person.text and "s 另存到别处" in person.text
        await person.press("s", "ctrl+u", *"新.toml", "enter")
        assert "已另存为 新.toml" in person.text and "新.toml" in person.screen[-1]
        assert not person.session.dirty
    assert load("新.toml")[1][PERSON] == 5
    assert load("别处.toml")[1][PERSON] == 4


async def test_saved_elsewhere_it_is_a_report_by_name(path: Path) -> None:
    async with editing(Session.open(str(path))) as person:
        await person.press("5", "enter", *":w 副本", "enter")
        assert "已另存为 副本.toml" in person.text
        await person.press("6", "enter", *":w 副本.toml", "enter")
        assert "已保存 " in person.text


async def test_an_offer_passed_over_is_still_named(path: Path) -> None:
    session = Session.open(str(path))
    session.commit({PERSON: 5})
    session.close()
    async with editing(Session.open(str(path))) as person:
        assert "r 恢复" in person.text
        await person.press("j")
        assert ":recover" in person.text
        await person.press(*":recover", "enter", "r")
        assert person[PERSON] == 5


async def test_the_folder_is_gone_and_nothing_else(tmp_path: Path, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "在这里"
    folder.mkdir()
    monkeypatch.chdir(folder)
    Path("a.toml").write_bytes(SEED.read_bytes())
    async with editing(Session.open("a.toml")) as person:
        await person.press("5", "enter")
        Path("a.toml").unlink()
        folder.rmdir()
        for keys in ("w", ":recover\n", "}", "{", "kx6\n", ":e\n"):
            await person.press(*("enter" if key == "\n" else key for key in keys), "escape")
        await person.press("w")
        assert "s 另存到别处" in person.text
        await person.press("s", "ctrl+u", *str(tmp_path / path), "enter")
        assert "已经有这个文件，不会覆盖" in person.text
        await person.press("s", "ctrl+u", *str(tmp_path), "enter")
        assert "已另存为" in person.text
    assert load(str(tmp_path / "a.toml"))[1][PERSON] == 6


def test_a_second_editor_is_told_who_has_it_and_reads(path: Path) -> None:
    with _editor(path) as first, _editor(path) as second:
        for terminal in (first, second):
            terminal.wait_for("错误 2")
        both = (first, second)
        told = next(each for each in both if "正开着这个文件" in each.text)
        told.send(b"5")
        told.wait_for("只读打开，不能修改")
        told.send(b":takeover\r")
        told.wait_for("现在可以修改")
        told.send(b"5\rw")
        told.wait_for("已保存 2 处修改")
    assert load(str(path))[1][PERSON] == 5


async def test_where_no_journal_can_be_had_it_is_said_once(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Path(os.environ["XDG_STATE_HOME"]).write_text("no folder")
    async with editing(Session.open(str(path))) as person:
        await person.press("5", "enter")
        assert "修改记录写不进去" in person.text
        await person.press("6", "enter")
        assert "修改记录写不进去" not in person.text
        assert person[PERSON] == 5


async def test_what_is_offered_is_looked_at_and_put_away_but_not_gone(path: Path) -> None:
    session = Session.open(str(path))
    session.commit({PERSON: 5})
    assert session.close() == 2
    async with editing(Session.open(str(path))) as person:
        await person.press("v")
        assert "自然人  0 → 5" in person.text
        await person.press("q")
        assert "r 恢复   v 看差别   x 丢弃" in person.text
        await person.press("x")
        assert "已丢弃" in person.text
        assert not person.session.dirty
        await person.press(":", *"recover", "enter")
        assert "没有可以恢复的修改" in person.text
    assert run(["recover", str(path), "--apply"]) == 0
    assert load(str(path))[1][PERSON] == 5


def test_a_report_that_is_gone_is_had_back(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    session = Session.open(str(path))
    session.commit({PERSON: 5})
    session.close()
    path.unlink()
    assert run(["recover", "--diff"]) == 0
    assert "+new_received" in capsys.readouterr().out
    assert run(["recover", str(path), "--apply"]) == 0
    assert load(str(path))[1][PERSON] == 5
    assert run(["recover"]) == 0
    assert "没有可以恢复的修改" in capsys.readouterr().err


def test_recover_leaves_to_a_person_what_both_changed(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    session = Session.open(str(path))
    session.commit({PERSON: 5})
    session.close()
    assert run(["set", str(path), f"{PERSON}=4"]) == 0
    assert run(["recover", str(path), "--apply"]) == 1
    assert "没有保存的  5" in capsys.readouterr().err
    assert load(str(path))[1][PERSON] == 4
    assert run(["recover", str(path), "--discard"]) == 0
    assert not [*Path(os.environ["XDG_STATE_HOME"], "giptui/journal").iterdir()]
