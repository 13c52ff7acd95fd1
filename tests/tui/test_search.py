"""Searching by words, and what ``:`` understands."""

from __future__ import annotations

import pytest

from tui.person import editing, fresh, seed


async def test_slash_and_words_search_labels_and_leave_the_cell() -> None:
    async with editing(seed()) as person:
        await person.type("/信访")
        await person.press("enter")
        assert person.at == "applications.not_processed.petition.natural_person"
        assert not person.session.dirty


async def test_slash_and_enter_are_not_applicable() -> None:
    async with editing(seed()) as person:
        here = person.at
        await person.press("/", "enter")
        assert person[here] == "/"


async def test_it_searches_values_and_prose_and_goes_round() -> None:
    async with editing(
        fresh({"overview.text": "前言\n共办结3512件", "applications.new_received.total": 3512})
    ) as person:
        await person.press("ctrl+f")
        await person.type("３５１２")
        await person.press("enter")
        seen = [person.at]
        for key in ("n", "n", "N"):
            await person.press(key)
            seen.append(person.at)
        assert set(seen) == {"overview.text", "applications.new_received.total"}
        assert seen[0] == seen[2] and seen[1] == seen[3]


async def test_what_is_nowhere_is_said() -> None:
    async with editing(seed()) as person:
        here = person.at
        await person.type("/没有这个")
        await person.press("enter")
        assert "没有找到“没有这个”" in person.text
        assert person.at == here


@pytest.mark.parametrize("typed", ["foo", "foo bar"])
async def test_an_unknown_command_is_said(typed: str) -> None:
    async with editing(seed()) as person:
        await person.press(":")
        await person.type(typed)
        await person.press("enter")
        assert f"没有“{typed}”这个命令" in person.text
        assert not person.has_left


async def test_q_with_a_mark_leaves_without_asking_and_where_nothing_matches_the_list_stays() -> None:
    async with editing(seed()) as person:
        await person.press("5", "enter")
        await person.type("gzzz")
        await person.press("enter")
        assert "没有匹配的" in person.text
        await person.press("escape", ":", "q", "!", "enter")
        assert person.has_left
