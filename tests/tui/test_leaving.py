"""Saving and leaving: nothing is lost without being asked for. And what a read-only document refuses."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from giptui.session import Session
from tui.person import SEED, editing

PERSON = "applications.new_received.natural_person"


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = Path("报告.toml")
    path.write_bytes(SEED.read_bytes())
    return path


def _saved(path: Path) -> bool:
    return path.read_bytes() != SEED.read_bytes()


@pytest.mark.parametrize("key", ["q", "ctrl+q"])
async def test_with_nothing_to_lose_leaving_asks_nothing(path: Path, key: str) -> None:
    async with editing(Session.open(str(path))) as person:
        await person.press("5", "enter", "u", key)
        assert person.has_left


async def test_with_something_to_lose_leaving_asks(path: Path) -> None:
    async with editing(Session.open(str(path))) as person:
        await person.press("5", "enter", "q")
        assert "有 2 处修改没有保存" in person.text
        assert "w 保存并退出   d 不保存退出   Esc 返回" in person.text
        await person.press("escape")
        assert not person.has_left
        await person.press("q", "j")
        assert not person.has_left
        assert person.at == "applications.disclosed.natural_person"
        assert (person.session.dirty, _saved(path)) == (True, False)


async def test_w_saves_and_leaves(path: Path) -> None:
    async with editing(Session.open(str(path))) as person:
        await person.press("5", "enter", "q", "w")
        assert person.has_left
    assert Session.open(str(path)).report[PERSON] == 5


async def test_d_leaves_the_file_as_it_was(path: Path) -> None:
    async with editing(Session.open(str(path))) as person:
        await person.press("5", "enter", "q", "d")
        assert person.has_left
    assert not _saved(path)


async def test_an_entry_not_yet_ended_is_something_to_lose(path: Path) -> None:
    async with editing(Session.open(str(path))) as person:
        await person.press("5", "ctrl+q")
        assert not person.has_left
        await person.press("escape", "7", "ctrl+s")
        assert "已保存" in person.text
    assert Session.open(str(path)).report[PERSON] == 7


@pytest.mark.parametrize("keys", [["w"], ["ctrl+s"], [":", "w", "enter"]])
async def test_saving_and_going_on(path: Path, keys: list[str]) -> None:
    async with editing(Session.open(str(path))) as person:
        await person.press(*keys)
        assert "没有要保存的修改" in person.text
        await person.press("5", "enter", *keys)
        assert "已保存 2 处修改" in person.text
        assert "未保存" not in person.text
        assert _saved(path)
        await person.press("u")
        assert "已改 2 处，未保存" in person.text


async def test_the_palette_understands_what_vim_people_type(path: Path) -> None:
    async with editing(Session.open(str(path))) as person:
        await person.press("5", "enter", ":", "q", "enter")
        assert "有 2 处修改没有保存" in person.text
        await person.press("escape", "：", "w", "q", "enter")
        assert person.has_left
    assert _saved(path)


@pytest.mark.parametrize("call", ["fsync", "replace"])
async def test_a_full_disk_leaves_the_file_whole_and_the_edit_in_the_editor(path: Path, call: str) -> None:
    async with editing(Session.open(str(path))) as person:
        await person.press("5", "enter")
        with pytest.MonkeyPatch.context() as patch:

            def refuse(*_: object) -> None:
                raise OSError(errno.ENOSPC, "No space left on device")

            patch.setattr(os, call, refuse)
            await person.press("w")
            assert "磁盘已满" in person.text
            await person.press(":", "w", "q", "enter")
            assert not person.has_left
        assert (person[PERSON], person.session.dirty, _saved(path)) == (5, True, False)
        await person.press("w")
        assert _saved(path)


async def test_a_file_changed_by_another_program_is_kept_and_the_edit_too(path: Path) -> None:
    async with editing(Session.open(str(path))) as person:
        await person.press("5", "enter")
        path.write_bytes(b"theirs")
        await person.press("w")
        assert "文件已不是打开时的样子" in person.text
        assert person[PERSON] == 5
    assert path.read_bytes() == b"theirs"


async def test_read_only_refuses_every_action_that_changes_and_says_so(path: Path) -> None:
    async with editing(Session.open(str(path), read_only=True)) as person:
        assert "只读" in person.screen[-1]
        for keys in (["5", "escape"], ["x"], ["e", "escape"], ["]", "!", "!"], ["w"], ["/"]):
            await person.press("g", "g", *keys[:-1])
            await person.press(keys[-1])
            assert not person.session.dirty
        await person.press("5")
        assert "只读打开，不能修改" in person.text
        await person.press("f7", "enter", *"abc")
        assert "只读打开，不能修改" in person.text
        assert not person.session.dirty
        await person.press("q")
        assert person.has_left
    assert not _saved(path)


async def test_a_long_path_does_not_push_out_what_must_be_seen(tmp_path: Path) -> None:
    path = tmp_path / ("很长的文件夹名" * 6) / "报告.toml"
    path.parent.mkdir()
    path.write_bytes(SEED.read_bytes())
    async with editing(Session.open(str(path))) as person:
        await person.press("5", "enter")
        assert "未保存" in person.screen[-1]
        assert "错误 2" in person.screen[-1]
    async with editing(Session.open(str(path), read_only=True)) as person:
        assert "只读" in person.screen[-1]


async def test_the_end_of_a_long_file_name_is_in_view_while_it_is_typed(path: Path) -> None:
    async with editing(Session.open(str(path))) as person:
        await person.press(":")
        await person.type("saveas")
        await person.press("enter")
        await person.type("某某县某某镇" * 8 + "末")
        assert "末" in person.screen[1]
        await person.press("ctrl+c")
        assert "另存为" not in person.text and list(Path().iterdir()) == [path]
