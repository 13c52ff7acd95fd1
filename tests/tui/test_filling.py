"""Filling in: typing over a cell, editing one, how an entry ends, blanks, zeros, sums, totals that keep themselves."""

from __future__ import annotations

from decimal import Decimal

import pytest

from giptui.form import LATEST
from giptui.report import Value
from tui.person import Person, editing, fresh, seed, zeros

NEW, DISCLOSED, HANDLED = "applications.new_received", "applications.disclosed", "applications.total_handled"
COLUMNS = [column.id for column in LATEST.tables["applications"].blocks[0].columns]
HERE = "applications.carried_in.research_institution"
FEES = "proactive_disclosure.administrative_fees.amount"


async def test_typing_replaces_and_each_ending_leads_its_way() -> None:
    endings = {
        ("enter", "down", "j"): "disclosed.research_institution",
        ("up", "k"): "new_received.research_institution",
        ("tab", "right", "l"): "carried_in.public_welfare_organization",
        ("shift+tab", "left", "h"): "carried_in.commercial_enterprise",
    }
    async with editing(fresh(zeros())) as person:
        number = 40
        for keys, landing in endings.items():
            for key in keys:
                number += 1
                await person.go(HERE)
                await person.press(*str(number), key)
                assert (key, person[HERE], person.at) == (key, number, f"applications.{landing}")


async def test_what_is_typed_becomes_what_is_meant() -> None:
    meanings: dict[str, Value] = {
        "=3+2": 5,
        "＝３＋４": 7,
        "１２": 12,
        "-3": -3,
        "/": "/",
        "1,234": 1234,
        "3件": 3,
        "／": "/",
        "3 或 4": "3 或 4",
    }
    async with editing(seed()) as person:
        for typed, value in meanings.items():
            await person.press(*typed, "enter", "up")
            assert person[f"{NEW}.natural_person"] == value, typed


async def test_what_no_cell_may_hold_is_kept_and_said() -> None:
    async with editing(seed()) as person:
        await person.press("3", "x", "enter")
        assert "“3x”不是这一格该填的，已照原样保留" in person.text
        await person.press("k")
        assert "3x!" in person.text
        await person.press("u")
        assert person[f"{NEW}.natural_person"] == 0


async def test_an_entry_is_seen_while_it_is_typed_and_escape_reverts() -> None:
    async with editing(seed()) as person:
        await person.press("9", "8", "7")
        assert "987" in person.text
        assert not person.session.dirty
        await person.press("escape")
        assert "987" not in person.text
        assert (person[f"{NEW}.natural_person"], person.at) == (0, f"{NEW}.natural_person")


@pytest.mark.parametrize("key", ["f2", "e", "i"])
async def test_editing_goes_on_from_what_stands_there(key: str) -> None:
    async with editing(fresh(zeros() | {HERE: 125})) as person:
        await person.go(HERE)
        await person.press(key, "left", "backspace", "9", "home", "delete", "enter")
        assert person[HERE] == 95
        await person.press("up", key, "ctrl+u", "8", "escape")
        assert person[HERE] == 95


@pytest.mark.parametrize("key", ["x", "delete"])
async def test_a_cell_is_made_blank(key: str) -> None:
    async with editing(fresh(zeros())) as person:
        await person.go(HERE)
        await person.press(key)
        assert person[HERE] == ""
        assert person.at == HERE
        assert "空白 1 " in person.text


async def test_a_paste_goes_into_the_entry() -> None:
    async with editing(seed()) as person:
        await person.press("1")
        await person.paste(" ２３\r\r")
        await person.press("enter")
        assert person[f"{NEW}.natural_person"] == 123


async def test_every_blank_of_the_table_becomes_0_and_only_there() -> None:
    async with editing(fresh({HERE: 3})) as person:
        await person.press("Z")
        assert "已把 174 个空白格填为 0" in person.text
        assert person[HERE] == 3
        assert person["disputes.reconsideration.total"] == ""
        await person.press("u")
        assert person[f"{NEW}.natural_person"] == ""
        await person.press("U", "Z")
        assert "本表没有空白格" in person.text


async def test_what_the_cell_should_be_is_shown_first_and_set_by_enter() -> None:
    session = fresh(zeros())
    session.commit({f"{NEW}.natural_person": 2, f"{NEW}.other_organization": 3}, exact=True)
    async with editing(session) as person:
        await person.go(f"{NEW}.total")
        await person.press("=")
        assert "应填 5（本行各列相加）" in person.text
        assert person[f"{NEW}.total"] == 0
        await person.press("escape", "=", "enter")
        assert person[f"{NEW}.total"] == 5
        assert person.at == f"{NEW}.total"
        await person.go("applications.disclosed.natural_person")
        await person.press("＝")
        assert "没有可推算的依据" in person.text
        await person.press("enter")
        assert person["applications.disclosed.natural_person"] == 0


async def test_totals_follow_on_the_screen_and_move_back_in_one_step() -> None:
    async with editing(fresh(zeros())) as person:
        await person.go(f"{DISCLOSED}.natural_person")
        await person.press("6", "enter")
        moved = [f"{DISCLOSED}.natural_person", f"{DISCLOSED}.total", f"{HANDLED}.natural_person", f"{HANDLED}.total"]
        assert [person[cell] for cell in moved] == [6] * 4
        row = next(line for line in person.screen if "（一）予以公开" in line)
        assert [cell.rstrip("!") for cell in row.split()[1:]] == ["6", "0", "0", "0", "0", "0", "6"]
        assert "已改 4 处，未保存" in person.text
        await person.press("u")
        assert not person.session.dirty
        assert "已改" not in person.text
        assert person.at == f"{DISCLOSED}.natural_person"
        await person.press("U")
        assert [person[cell] for cell in moved] == [6] * 4


@pytest.mark.parametrize(("undo", "redo"), [("u", "U"), ("ctrl+z", "ctrl+y"), ("u", "ctrl+r")])
async def test_undo_and_redo_have_no_end_but_the_beginning(undo: str, redo: str) -> None:
    async with editing(fresh(zeros())) as person:
        await person.press("1", "l", "2", "l", "3", "l")
        await person.press(undo, undo, undo)
        assert not person.session.dirty
        assert person.at == f"{NEW}.natural_person"
        await person.press(undo)
        assert "没有可撤销的了" in person.text
        await person.press(redo, redo, redo)
        assert person[f"{NEW}.total"] == 6
        await person.press(redo)
        assert "没有可重做的了" in person.text


async def test_undo_goes_to_where_the_edit_was_in_whatever_section() -> None:
    async with editing(fresh(zeros())) as person:
        await person.press("4", "enter", "}", "}", "u")
        assert person.at == f"{NEW}.natural_person"
        assert "一、本年新收政府信息公开申请数量" in person.text


async def test_a_number_that_outgrows_its_column_stands_there_whole_and_the_table_stays_straight() -> None:
    async with editing(fresh(zeros())) as person:
        await person.type("123456789")
        await person.press("enter")
        row = next(line for line in person.screen if "一、本年新收" in line)
        assert [cell.rstrip("!") for cell in row.split()[-7:]] == ["123456789", *["0"] * 5, "123456789"]
        heads = next(line for line in person.screen if "自然人" in line)
        assert heads.split() == ["自然人", "企业", "机构", "组织", "机构", "其他", "总计"]
        await person.press("u")
        assert not any("123456789" in line for line in person.screen[:-3])


async def test_a_fresh_report_is_filled_in_row_by_row() -> None:
    async with editing(fresh()) as person:
        assert "空白 200" in person.text
        for digit in "301":
            await person.press(digit, "tab")
        assert [person[f"{NEW}.{column}"] for column in COLUMNS] == [3, 0, 1, "", "", "", 4]
        await person.go(f"{DISCLOSED}.natural_person")
        await person.press("2", "enter", "k")
        assert "自然人：还有 1 件未填办理结果" in person.text
        assert "错误 1" in person.text, "an empty first section and nothing else"
        await person.press("x")
        assert person[f"{DISCLOSED}.total"] == ""
        assert "自然人：还有 3 件未填办理结果" in person.text
        await person.press("Z")
        assert "错误 1 " not in person.text
        assert ":" in next(line for line in person.screen if "一、本年新收" in line), "has a part in it"
        assert "!" in next(line for line in person.screen if "（一）予以公开" in line), "was edited last"


async def _put(person: Person, field: str, text: str) -> Value:
    await person.go(f"report.{field}")
    await person.press("e", "ctrl+u", *text, "enter")
    return person[f"report.{field}"]


async def test_the_report_s_own_lines_are_a_table_too() -> None:
    from datetime import date, datetime

    async with editing(seed()) as person:
        assert await _put(person, "editor", "张三 李四") == "张三 李四"
        assert await _put(person, "published_on", "2024年1月24日") == date(2024, 1, 24)
        assert await _put(person, "written_at", "2024-1-24 9:05") == datetime(2024, 1, 24, 9, 5)
        assert await _put(person, "level", "街道办事处") == "subdistrict"
        assert "街道办事处" in person.text
        await person.go("report.year")
        await person.press(*"2022", "enter")
        assert person["report.year"] == 2022
        assert "2022" in person.text


async def test_an_amount_keeps_the_digits_as_typed() -> None:
    async with editing(fresh({FEES: Decimal("12.5")})) as person:
        await person.go(FEES)
        await person.press(*"12.50", "enter")
        assert str(person[FEES]) == "12.50"
        assert "12.50" in person.text


async def test_a_block_for_another_table_goes_there_and_drops_nothing_that_is_being_typed() -> None:
    async with editing(fresh()) as person:
        await person.press("9")
        await person.paste("行政复议\t0\t1\t0\t2\t3\r复议后起诉\t1\t0\t0\t0\t1\r")
        assert (person[f"{NEW}.natural_person"], person["disputes.reconsideration.total"]) == (9, 3)
        await person.press("}", "u")
        assert person.at.startswith("disputes.")
        assert "撤销：第四部分 粘贴一块" in person.text
        await person.paste("文字\r没有数")
        assert "没有粘贴：" in person.text and "按 F7" in person.text


async def test_a_block_is_pasted_as_one_step_with_a_summary_and_a_text_is_refused() -> None:
    rows = [[n, 0, 0, 0, 0, 1] for n in range(25)]
    text = "\r".join("\t".join(map(str, row)) for row in rows)
    async with editing(fresh()) as person:
        await person.press("7")
        await person.paste(text)
        assert [person[f"{NEW}.{column}"] for column in COLUMNS] == [0, 0, 0, 0, 0, 1, 1]
        assert person["applications.carried_out.total"] == 25
        assert "已粘贴 150 格；有 " in person.text
        await person.press("u")
        assert not person.session.dirty
        await person.paste("全年共收到申请 3 件。\r均已办结。")
        assert "没有粘贴：" in person.text
        assert not person.session.dirty
