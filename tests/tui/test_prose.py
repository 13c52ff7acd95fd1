"""Writing prose: read until Enter, written until Esc, undone in the history of the whole document."""

from __future__ import annotations

import pytest

from tui.person import Person, editing, fresh, seed

OVERVIEW, DISCLOSURE, OTHER = "overview.text", "proactive_disclosure.text", "other_matters.text"


async def _open(person: Person, address: str = OVERVIEW) -> None:
    await person.go(address)


async def test_text_is_read_until_enter_and_written_until_escape() -> None:
    async with editing(fresh()) as person:
        await _open(person)
        await person.press("a", "5", "delete")
        assert person[OVERVIEW] == ""
        await person.press("enter", *"wq全年5件", "enter", *"第二段", "escape")
        assert person[OVERVIEW] == "wq全年5件\n第二段"
        await person.press("a", "5")
        assert person[OVERVIEW] == "wq全年5件\n第二段"
        assert "第二段" in person.text


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


async def test_undo_while_writing_uses_the_one_history() -> None:
    async with editing(fresh()) as person:
        await person.press("7", "enter")
        await _open(person)
        await person.press("enter", *"一二", "ctrl+z")
        assert person[OVERVIEW] == ""
        await person.press("ctrl+z")
        assert not person.session.dirty
        assert person.at == "applications.new_received.natural_person"


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
