"""Last year's report beside this one: value and change of a cell, its prose, a paragraph taken over."""

from __future__ import annotations

from pathlib import Path

import pytest

from giptui.form import LATEST
from giptui.report import Value
from giptui.session import Session
from giptui.store import blank
from tui.person import HEADER, editing, fresh, zeros

OVERVIEW = "overview.text"
LICENSES = "proactive_disclosure.administrative_license.decisions"


@pytest.fixture
def session(tmp_path: Path) -> Session:
    """This year's report with last year's in its folder."""

    def write(year: int, values: dict[str, Value]) -> Path:
        path = tmp_path / f"jia-{year}.toml"
        title = HEADER["report.title"].replace("2024", str(year))
        header = {**HEADER, "report.title": title, "report.year": year}
        path.write_text(blank(LATEST, {**header, **values}), encoding="utf-8")
        return path

    write(2023, {**zeros(), LICENSES: 8, OVERVIEW: "去年第一段。\n去年第二段。"})
    return Session.open(str(write(2024, {**zeros(), LICENSES: 12, OVERVIEW: "今年。"})))


async def test_value_and_change_stand_in_the_message_lines(session: Session) -> None:
    async with editing(session) as person:
        await person.go("applications.carried_in.natural_person")
        assert "2023年 0，今年相同" in person.text
        await person.go(LICENSES)
        assert "2023年 8，今年 +4（+50%）" in person.text
        await person.press("6", "enter")
        await person.go(LICENSES)
        assert "2023年 8，今年 -2（-25%）" in person.text


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (120, 30), (40, 12)])
async def test_last_years_text_stands_beside_and_a_paragraph_is_taken_over(
    session: Session, columns: int, rows: int
) -> None:
    async with editing(session, columns, rows) as person:
        await person.go(OVERVIEW)
        assert ("去年第一段。" in person.text) == (columns >= 120)
        if columns < 120:
            await person.press("o")
        assert "去年第一段。" in person.text
        await person.press("ctrl+down", "f9")
        assert person[OVERVIEW] == "今年。\n去年第二段。"
        await person.press("escape", "ctrl+up", "f9", "ctrl+z")
        assert person[OVERVIEW] == "今年。\n去年第二段。"
        await person.press("escape", "u", "o")
        assert person[OVERVIEW] == "今年。"
        assert "去年第一段。" not in person.text


async def test_without_last_years_report_it_is_said_where_to_put_it() -> None:
    async with editing(fresh()) as person:
        await person.press("o")
        assert "没有找到上年的报告" in person.text
        await person.go(OVERVIEW)
        await person.press("f9")
        assert "没有找到上年的报告" in person.text
        assert person[OVERVIEW] == ""
