"""Writing prose: read until Enter, written until Esc, undone in the history of the whole document."""

from __future__ import annotations

from pathlib import Path

import pytest

from giptui.form import LATEST
from giptui.session import Session
from giptui.store import blank
from tui.person import Person, editing, fresh, seed

OVERVIEW, DISCLOSURE, OTHER = "overview.text", "proactive_disclosure.text", "other_matters.text"


async def _open(person: Person, address: str = OVERVIEW) -> None:
    await person.go(address)


@pytest.mark.parametrize("begin", [(), ("enter",), ("e",)])
async def test_what_is_typed_on_a_text_is_written_from_the_first_character_until_escape(begin: tuple[str, ...]) -> None:
    async with editing(fresh()) as person:
        await _open(person)
        await person.press(*begin, *"（一）wq5件", "enter", *"第二段", "escape")
        assert person[OVERVIEW] == "（一）wq5件\n第二段"
        await person.press("j", "x", "delete" if begin else "=")
        assert person[OVERVIEW] == "（一）wq5件\n第二段"
        assert "第二段" in person.text


async def test_a_paste_on_a_text_is_written_at_once_without_its_control_characters() -> None:
    async with editing(fresh()) as person:
        await _open(person)
        await person.paste("全年\x1b[31m收到\r\n\u200b3 件\x00")
        assert person[OVERVIEW] == "全年收到\n3 件"


async def test_what_is_written_is_in_the_document_at_once() -> None:
    async with editing(fresh()) as person:
        await _open(person, DISCLOSURE)  # of which nothing is to be said as long as it is short
        await person.press("e", *"全年")
        assert person[DISCLOSURE] == "全年"
        assert "已改 1 处，未保存" in person.text
        assert "正在写" in person.text


@pytest.mark.parametrize("key", ["u", "ctrl+z"])
async def test_undo_takes_back_a_stretch_and_redo_gives_it_again(key: str) -> None:
    async with editing(fresh()) as person:
        await _open(person)
        await person.press("enter", *"一二三", "escape", "enter", *"四", "escape", key)
        assert person[OVERVIEW] == "一二三"
        assert "四" not in person.screen[1]
        await person.press(key)
        assert person[OVERVIEW] == ""
        assert not person.session.dirty
        await person.press("ctrl+y", "ctrl+y")
        assert person[OVERVIEW] == "一二三四"


async def test_undo_throws_nobody_out_of_writing_or_into_it() -> None:
    async with editing(fresh()) as person:
        await person.press("7", "enter")
        await _open(person)
        await person.press(*"一二", "ctrl+z")
        assert person[OVERVIEW] == ""
        assert "撤销：第一部分 写入“一二”" in person.text
        await person.press("ctrl+z")
        assert person.at == OVERVIEW
        assert "第三部分" in person.text and "Esc" in person.text
        await person.press("三", "escape", "u", "u")
        assert person.at == "applications.new_received.natural_person"
        assert "空白→7" in person.text
        assert not person.session.dirty
        await person.press("U", "U", "]")
        assert person[OVERVIEW] == "三", "the jumps landed outside writing"


@pytest.mark.parametrize("between", [("left", "right"), ("escape",), ("enter",), ("f7", "f7", "f7")])
async def test_a_stretch_of_typing_ends_at_a_move_a_newline_and_a_change_of_place(between: tuple[str, ...]) -> None:
    async with editing(fresh()) as person:
        await _open(person, DISCLOSURE)
        await person.press(*"一二", *between, *"三")
        await person.press("escape", "u")
        assert person[DISCLOSURE] == "一二"


async def test_undoing_everything_gives_the_paragraphs_back_as_they_stand_in_the_file() -> None:
    session = seed()
    before = session.report[OVERVIEW]
    async with editing(session) as person:
        await _open(person)
        await person.press("enter", *"新", "enter", "escape")
        assert person[OVERVIEW] == f"新\n{before}"
        await person.press("u", "u")
        assert person[OVERVIEW] == before
        assert not person.session.dirty


async def test_opening_and_leaving_a_text_changes_nothing() -> None:
    async with editing(seed()) as person:
        await _open(person)
        await person.press("enter", "down", "end", "escape", "f7", "}", "f7", "f7")
        assert not person.session.dirty


async def test_the_keys_of_the_desk_act_while_text_is_read() -> None:
    async with editing(seed()) as person:
        await _open(person, OTHER)
        await person.press("{")
        assert person.at == "problems_and_improvements.text"
        await person.press("]")
        assert person.at == OVERVIEW
        await person.press("]")
        assert person.at == "proactive_disclosure.government_rules.issued"


async def test_a_paste_is_text_with_its_paragraphs() -> None:
    async with editing(fresh()) as person:
        await _open(person, OTHER)
        await person.press("enter")
        await person.paste("第一段\n\n  第二段\n")
        await person.press("escape")
        assert person[OTHER] == "第一段\n第二段"
        await person.press("u")
        assert person[OTHER] == ""


@pytest.mark.parametrize("jump", [("escape", "]"), ("f8", "enter"), ("escape", "g", *"一、", "enter")])
async def test_a_jump_lands_outside_writing(jump: tuple[str, ...]) -> None:
    async with editing(fresh()) as person:
        await _open(person)
        await person.press(*"全年", *jump, "]", "]")
        assert not any("]" in str(person[address]) for address in LATEST.texts)


async def test_home_and_end_work_on_rows_and_on_the_text() -> None:
    async with editing(fresh(), 40, 12) as person:
        await _open(person)
        await person.paste("甲" * 25)
        await person.press("home", "1", "up", "end", "2", "ctrl+home", "3", "ctrl+end", "4")
        assert person[OVERVIEW] == "3" + "甲" * 19 + "2" + "1" + "甲" * 6 + "4"


async def test_what_is_selected_is_cut_and_pasted() -> None:
    async with editing(fresh()) as person:
        await _open(person)
        await person.press(*"一二三", "shift+left", "shift+left", "ctrl+x", "home", "ctrl+v")
        assert person[OVERVIEW] == "二三一"


async def test_indentation_is_kept_on_the_screen_and_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_text(blank(LATEST, {OVERVIEW: "　　第一段。"}), encoding="utf-8")
    async with editing(Session.open(str(path))) as person:
        await _open(person)
        assert person.screen[1] == " 　　第一段。"
        await person.press("end", "enter", "enter", *"第二段。", "escape")
        assert person.screen[3] == " 　　第二段。"
        await person.press("ctrl+home", "0", "ctrl+s")
    assert "\n0　　第一段。\n\n　　第二段。\n" in path.read_text(encoding="utf-8")
    async with editing(Session.open(str(path))) as person:
        await _open(person)
        assert person.screen[1:4] == [" 0　　第一段。", "", " 　　第二段。"]
