"""Several cells at once: chosen, copied, cut, pasted, filled, cleared, worked out; and Tab, Tab, Enter."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.person import editing, fresh, zeros

NEW, IN, DISCLOSED = "applications.new_received", "applications.carried_in", "applications.disclosed"
HANDLED, OUT = "applications.total_handled", "applications.carried_out"
FIRST, SECOND, THIRD = "natural_person", "commercial_enterprise", "research_institution"
BLOCK = {f"{NEW}.{FIRST}": 1, f"{NEW}.{SECOND}": 2, f"{IN}.{FIRST}": 3, f"{IN}.{SECOND}": 4}


@pytest.mark.parametrize("chosen", [("v", "l", "j"), ("shift+right", "shift+down"), ("l", "v", "down", "left")])
async def test_a_range_is_copied_cut_and_pasted_elsewhere_in_one_step_each(chosen: tuple[str, ...]) -> None:
    session = fresh(zeros())
    session.commit(BLOCK)
    async with editing(session) as person:
        await person.press(*chosen)
        assert "选中 2 行 2 列，合计 10" in person.text
        await person.press("y")
        assert "已复制 2 行 2 列" in person.text
        await person.go(f"{DISCLOSED}.{SECOND}")
        await person.press("p")
        assert [person[f"{DISCLOSED}.{c}"] for c in (SECOND, THIRD)] == [1, 2]
        assert (person[f"{DISCLOSED}.total"], person[f"{HANDLED}.{SECOND}"]) == (3, 4)
        await person.press("u")
        assert person[f"{HANDLED}.total"] == 0
        await person.go(f"{NEW}.{FIRST}")
        await person.press(*chosen, "d")
        assert [person[address] for address in BLOCK] == [""] * 4
        await person.press("u")
        assert [person[address] for address in BLOCK] == [1, 2, 3, 4]


async def test_a_move_ends_what_shift_began_and_escape_what_v_began() -> None:
    async with editing(fresh(zeros())) as person:
        await person.press("shift+right", "right")
        assert "选中" not in person.text
        await person.press("v", "j", "escape")
        assert "选中" not in person.text
        await person.press("V")
        assert "选中 1 行 7 列" in person.text
        await person.press("V")
        assert "选中" not in person.text


async def test_rows_are_cleared_and_filled() -> None:
    session = fresh(zeros())
    session.commit({f"{NEW}.{FIRST}": 5, f"{NEW}.{THIRD}": 6})
    async with editing(session) as person:
        await person.press("V", "j", "f")
        assert [person[f"{IN}.{c}"] for c in (FIRST, SECOND, THIRD, "total")] == [5, 0, 6, 11]
        await person.press("F")
        assert "没有可向右填的" in person.text
        await person.press("l", "F")
        assert person[f"{IN}.{SECOND}"] == 5
        await person.press("V", "x")
        assert person[f"{IN}.total"] == ""
        await person.press("f")
        assert person[f"{IN}.{SECOND}"] == 0


async def test_what_a_whole_row_should_be_is_shown_and_set_at_once() -> None:
    session = fresh(zeros())
    session.commit({f"{NEW}.{FIRST}": 5, f"{NEW}.{THIRD}": 6, f"{DISCLOSED}.{FIRST}": 2})
    async with editing(session) as person:
        await person.go(f"{OUT}.{SECOND}")
        for keys in (("=", "="), ("V", "=")):
            await person.press(*keys)
            assert "应填：自然人 0→3、科研机构 0→6、总计 0→9" in person.text
            await person.press("enter")
            assert [person[f"{OUT}.{c}"] for c in (FIRST, SECOND, THIRD, "total")] == [3, 0, 6, 9]
            await person.press("u")
            assert person[f"{OUT}.total"] == 0


async def test_one_value_pasted_over_a_range_fills_it() -> None:
    async with editing(fresh()) as person:
        await person.press("v", "j", "l")
        await person.paste("３件\r")
        assert [person[address] for address in BLOCK] == [3] * 4


async def test_enter_after_a_run_of_tabs_goes_back_to_the_column_where_it_began() -> None:
    async with editing(fresh()) as person:
        await person.press("l", "1", "tab", "2", "tab", "3", "enter")
        assert person.at == f"{IN}.{SECOND}"
        await person.press("4", "tab", "left", "5", "enter")
        assert person.at == f"{DISCLOSED}.{SECOND}", "another move ends the run"


async def test_a_table_that_is_blank_tells_how_it_is_filled() -> None:
    async with editing(fresh()) as person:
        await person.go(f"{IN}.{FIRST}")
        assert "只填不为零的数，总计自动算，最后按 Z 补 0；可整块粘贴" in person.text
        await person.press("1", "enter")
        assert "只填不为零的数" not in person.text
    session = fresh()
    session.commit({f"{IN}.{FIRST}": 0})  # from last year's report
    async with editing(session) as person:
        await person.go(f"{NEW}.{FIRST}")
        assert "只填不为零的数" in person.text


async def test_a_range_or_the_table_is_written_to_a_new_file(tmp_path: Path) -> None:
    session = fresh(zeros())
    session.commit(BLOCK)
    async with editing(session) as person:
        await person.press("v", "j", "l", ":")
        await person.type(f"export {tmp_path}/块.tsv")
        await person.press("enter")
        assert "已写入" in person.text
        assert (tmp_path / "块.tsv").read_text(encoding="utf-8") == "1\t2\n3\t4\n"
        await person.press(":")
        await person.type("export")
        await person.press("enter", "ctrl+u")
        await person.paste(str(tmp_path / "块.tsv"))
        await person.press("enter")
        assert "已写入" not in person.text
        assert (tmp_path / "块.tsv").read_text(encoding="utf-8") == "1\t2\n3\t4\n"


async def test_the_mouse_points_and_drags_a_range_and_what_is_typed_is_kept() -> None:
    async with editing(fresh(zeros())) as person:
        await person.press("7")
        await person.point((5, 45), (6, 58))
        assert person[f"{NEW}.{FIRST}"] == 7
        assert "选中 2 行 3 列" in person.text
        await person.point((8, 38))
        assert "选中" not in person.text
        assert person.at == f"{DISCLOSED}.{FIRST}"


async def test_tab_passes_over_totals_that_keep_themselves_and_stops_at_one_that_is_wrong() -> None:
    async with editing(fresh(zeros() | {f"{DISCLOSED}.total": 5})) as person:
        await person.go(f"{IN}.other_organization")
        await person.press("1", "tab")
        assert person.at == f"{DISCLOSED}.{FIRST}"
        await person.press("end", "left", "tab")
        assert person.at == f"{DISCLOSED}.total"
        await person.go("applications.other_processing.misc.other_organization")
        await person.press("tab")
        assert person.at == f"{HANDLED}.total", "the one of （七） that is not what its parts add up to"
