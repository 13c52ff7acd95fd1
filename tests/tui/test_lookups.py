"""Screens over the report: help, preview, palette. All of them closed again without a trace."""

from __future__ import annotations

import pytest

from giptui.tui.actions import ACTIONS
from tui.person import editing, seed

HERE = "applications.new_received.natural_person"


@pytest.mark.parametrize("key", ["?", "？", "f1"])
async def test_help_lists_every_action_and_closes(key: str) -> None:
    async with editing(seed(), 80, 24) as person:
        await person.press(key)
        seen = person.text
        for _ in range(3):
            await person.press("space")
            seen += person.text
        assert [action.title for action in ACTIONS if action.title not in seen] == []
        await person.press("q")
        assert (person.at, person.has_left) == (HERE, False)
        assert "总计" in person.text


async def test_the_preview_is_the_report_as_it_stands() -> None:
    async with editing(seed()) as person:
        await person.press(*"777", "enter", "f6")
        assert "房县白鹤镇人民政府2023年政府信息公开工作年度报告" in person.text
        seen = ""
        for _ in range(5):
            await person.press("pagedown")
            seen += person.text
        assert "777" in seen
        assert "三、收到和处理政府信息公开申请情况" in seen
        await person.press("q")
        assert "777" in person.text


async def test_every_action_stands_in_the_palette_and_does_its_work_from_there() -> None:
    async with editing(seed(), 100, 99) as person:
        await person.press(":")
        assert [action.title for action in ACTIONS if action.title not in person.text and action.id != "palette"] == []
        await person.press(*"下一部分", "enter")
        assert person.at == "disputes.reconsideration.upheld"
        await person.press("ctrl+p", *"zero", "escape")
        assert not person.session.dirty
        await person.press(":", *"问题一览", "enter")
        assert "规章：本年制发件数" in person.text


async def test_a_list_that_finds_nothing_does_nothing() -> None:
    async with editing(seed()) as person:
        await person.press(":", *"zzz", "enter")
        assert person.at == HERE
        assert not person.session.dirty
