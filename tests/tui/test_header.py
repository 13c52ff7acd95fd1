"""The header is a form: typing starts at once, lists have the Chinese names, dates are what people type."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giptui.form import LATEST, Kind
from giptui.report import Value
from giptui.session import Session, date_typed
from giptui.store import blank, parse
from giptui.store.source import decode
from tui.person import editing, fresh


def _blank() -> Session:
    source = decode("new.toml", blank(LATEST, {}).encode())
    return Session(source, parse(source))


async def test_a_blank_report_opens_on_its_header_and_is_filled_in_from_the_first_letter() -> None:
    async with editing(_blank()) as person:
        assert "标题       （未填）" in person.text and "未填" in person.screen[-3]
        await person.press(*"region", "enter", *"甲镇", "enter", *"街", "enter", "enter", "enter", *"2024", "enter")
        await person.press(*"2025年1月9日", "enter")
        assert "理解为2025年1月9日（星期四）" in person.text
        wanted = {"title": "region", "organ": "甲镇", "level": "subdistrict", "scope": "own", "year": 2024}
        assert {name: person[f"report.{name}"] for name in wanted} == wanted
        assert "街道办事处" in person.text
        await person.press(*"zzz", "enter")
        assert "“zzz”读不成日期" in person.text
        await person.press("ctrl+z")
        assert person["report.published_on"] == ""


@pytest.mark.parametrize("letter", "qwueigxvhjklZGKU市5")
async def test_no_first_character_is_a_command(letter: str) -> None:
    async with editing(fresh()) as person:
        await person.go("report.source")
        await person.press(letter, *"乙", "left", "丙", "enter")
        assert person["report.source"] == f"{letter}丙乙"


async def test_a_level_is_narrowed_down_taken_back_and_left_blank() -> None:
    async with editing(fresh()) as person:
        await person.go("report.level")
        await person.paste("乡镇")
        await person.press("enter", "ctrl+z")
        assert "撤销：报头 机关层级" in person.text
        assert person["report.level"] == ""
        await person.press("space", *"县级部门", "enter", "up", "enter", *"不填", "enter")
        assert person["report.level"] == ""


@pytest.mark.parametrize(
    "typed",
    ["2024.1.23", "2024年1月23日", "2024-01-23", "20240123", "2024 1 23", "2024。1。23", "２０２４．１．２３",
     "二〇二四年一月二十三日", "今天", "2024年1月23号"],
)  # fmt: skip
def test_a_date_as_people_type_it(typed: str) -> None:
    assert date_typed(typed, Kind.DATE, lambda: date(2024, 1, 23)) == date(2024, 1, 23)


@pytest.mark.parametrize(
    "typed", ["1月23日", "2024年1月", "24.1.23", "2024-2-30", "二〇二四年十三月一日", "十十", "明年"]
)
def test_no_part_of_a_date_is_guessed(typed: str) -> None:
    assert date_typed(typed, Kind.DATE) == typed


@given(st.dates(), st.text("0123456789一二十年月日号.。-/ 今天", max_size=16))
def test_whatever_is_typed_for_a_date_is_one_or_stays_as_it_is(day: date, text: str) -> None:
    value: Value = date_typed(text, Kind.DATE, lambda: day)
    assert isinstance(value, date) or value == text.strip()
    spelled = f"{day.year:04}年{day.month}月{day.day}日"
    assert date_typed(spelled, Kind.DATE) == day
