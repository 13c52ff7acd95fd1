"""Getting about: keys that move, sections, faces, and going to a place by its name."""

from __future__ import annotations

import pytest

from tui.person import editing, fresh, seed, zeros

FIRST, LAST = "applications.new_received.natural_person", "applications.carried_out.total"


async def test_the_keys_that_move() -> None:
    walk = {
        ("down", "j"): "disclosed.natural_person",
        ("right", "l", "l"): "disclosed.public_welfare_organization",
        ("up", "k"): "new_received.public_welfare_organization",
        ("left", "h"): "new_received.commercial_enterprise",
        ("up",): "new_received.commercial_enterprise",
        ("end", "right"): "new_received.total",
        ("home", "left"): "new_received.natural_person",
        ("G",): "carried_out.total",
        ("down", "g", "g"): "new_received.natural_person",
        ("ctrl+end",): "carried_out.total",
        ("ctrl+home",): "new_received.natural_person",
        ("tab", "shift+tab", "shift+tab"): "new_received.natural_person",
        ("end", "tab"): "carried_in.natural_person",
        ("shift+tab",): "new_received.total",
        ("enter",): "carried_in.total",
    }
    async with editing(seed()) as person:
        for keys, cell in walk.items():
            await person.press(*keys)
            assert person.at == f"applications.{cell}", keys


async def test_a_page_down_and_up_again_sees_every_row_and_ends_where_it_began() -> None:
    async with editing(seed()) as person:
        await person.press("l")
        seen = person.text
        for _ in range(4):
            await person.press("pagedown")
            seen += person.text
        assert person.at == "applications.carried_out.commercial_enterprise"
        assert all(label in seen for label in ("（一）予以公开", "2.重复申请", "3.其他", "（七）总计"))
        await person.press(*["pageup"] * 4)
        assert person.at == "applications.new_received.commercial_enterprise"


@pytest.mark.parametrize("size", [(80, 24), (40, 10), (120, 40), (44, 6)])
async def test_the_row_and_the_column_of_the_cursor_are_in_view(size: tuple[int, int]) -> None:
    numbers = {
        "proactive_disclosure.government_rules.in_force": 222,
        "disputes.litigation_direct.total": 444,
        "applications.not_processed.petition.other_organization": 555,
        FIRST: 333,
        LAST: 777,
    }
    session = seed()
    session.commit(numbers, exact=True)
    async with editing(session, *size) as person:
        for cell, number in numbers.items():
            await person.go(cell)
            assert str(number) in person.text, cell
        await person.press("g", "g")
        assert "333" in person.text


async def test_rows_that_are_shorter_do_not_lose_the_column() -> None:
    async with editing(seed()) as person:
        await person.go("proactive_disclosure.normative_documents.in_force")
        await person.press("down", "down")
        assert person.at == "proactive_disclosure.administrative_penalty.decisions"
        await person.press("up", "up")
        assert person.at == "proactive_disclosure.normative_documents.in_force"


async def test_sections_before_and_after_and_their_ends() -> None:
    async with editing(seed()) as person:
        await person.press("}")
        assert person.at == "disputes.reconsideration.upheld"
        await person.press("ctrl+pagedown", "｝")
        assert person.at == "other_matters.text"
        await person.press("}")
        assert "已经是最后一部分" in person.text
        await person.press("{", "｛", "ctrl+pageup", "{", "{", "{")
        assert person.at == "report.title"
        await person.press("{")
        assert "已经是第一部分" in person.text


async def test_a_section_is_come_back_to_where_it_was_left() -> None:
    async with editing(seed()) as person:
        await person.press("j", "l", "}", "j", "{")
        assert person.at == "applications.carried_in.commercial_enterprise"
        await person.press("}")
        assert person.at == "disputes.litigation_direct.upheld"


async def test_table_and_prose_of_a_section() -> None:
    async with editing(seed()) as person:
        await person.press("j", "f7")
        assert person.at == "applications.text"
        assert "本年度未收到自然人" in person.text
        await person.press("f7")
        assert person.at == "applications.text_after"
        await person.press("f7")
        assert person.at == "applications.carried_in.natural_person"
        await person.press("{", "{", "f7")
        assert person.at == "overview.text"
        assert "这一部分只有文字" in person.text


async def test_the_list_of_sections() -> None:
    async with editing(seed()) as person:
        await person.press("f5")
        assert "四、政府信息公开行政复议、行政诉讼情况" in person.text
        await person.type("四表格")
        assert person.at == FIRST
        await person.press("escape")
        assert person.at == FIRST
        await person.press("f5", "四", " ", "表", "格", "enter")
        assert person.at == "disputes.reconsideration.upheld"


async def test_going_to_a_place_by_its_name() -> None:
    places = {
        "过程性": "applications.not_disclosed.process_information.commercial_enterprise",
        "重复申请 自然人": "applications.not_processed.repeat.natural_person",
        "administrative_fees": "proactive_disclosure.administrative_fees.amount",
        "落款日期": "report.signed_on",
        "总体情况": "overview.text",
        "复议后": "disputes.litigation_after_reconsideration.upheld",
    }
    async with editing(seed()) as person:
        await person.press("l")
        for words, place in places.items():
            await person.press("f3", "enter", *words, "enter")
            assert person.at == place


async def test_the_go_to_line_can_be_left_and_lists_everything() -> None:
    async with editing(seed()) as person:
        await person.press("g")
        assert "转到" in person.text
        await person.press("escape")
        assert (person.at, "转到" in person.text) == (FIRST, False)
        await person.press("f3", "enter")
        assert "机关名称" in person.text
        await person.type("没有这样的栏目")
        await person.press("enter")
        assert person.at == FIRST


async def test_a_key_leads_from_blank_to_blank_over_all_tables_and_around_the_end() -> None:
    cells = zeros() | dict.fromkeys(("applications.disclosed.total", "disputes.litigation_direct.other"), "")
    async with editing(fresh(cells)) as person:
        seen = []
        for key in (")", "）", ")", "("):
            await person.press(key)
            seen.append(person.at)
        first, second = "applications.disclosed.total", "disputes.litigation_direct.other"
        assert seen == [first, second, first, second]
    async with editing(fresh(zeros())) as person:
        await person.press("(")
        assert "没有空白格" in person.text
