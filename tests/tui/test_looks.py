"""What the screen says at a glance: how far each part is filled in, and, where there is room, every finding in full."""

from __future__ import annotations

import pytest

from giptui.form import LATEST
from giptui.tui.paint import is_light
from tui.person import editing, fresh, seed, zeros


async def test_a_part_is_marked_until_it_is_filled_in() -> None:
    async with editing(fresh({"overview.text": "概况。"})) as person:
        assert "三申请办理-" in person.screen[0]
        assert "五问题改进-" in person.screen[0], "a text that must be there"
        await person.press("Z")
        assert "三申请办理-" not in person.screen[0]
        assert "四复议诉讼-" in person.screen[0]
        await person.press("u")
        assert "三申请办理-" in person.screen[0]


async def test_beside_a_wide_grid_the_parts_tell_how_much_of_them_is_filled_in() -> None:
    row = dict.fromkeys(LATEST.lines["applications.carried_in"].cells, "")
    async with editing(fresh(zeros() | row), 120, 30) as person:
        assert any(line.startswith((" 三申请办理- 96%", " 三申请办理  96%")) for line in person.screen)
        await person.press("Z")
        assert "96%" not in person.text


async def test_on_a_very_wide_screen_the_findings_stand_in_full_and_the_near_ones_are_lit() -> None:
    async with editing(seed(), 200, 50) as person:
        panel = "".join(line[-44:].strip() for line in person.screen[:-3])
        assert "全部问题 3 条" in panel
        for finding in person.session.found.findings:
            assert finding.message[:40] in panel.replace("!", "").replace(" ", "") or finding.message[:12] in panel
        await person.resize(80, 24)
        assert "全部问题" not in person.text


@pytest.mark.parametrize(
    ("environment", "light"),
    [
        ({}, False),
        ({"COLORFGBG": "15;0"}, False),
        ({"COLORFGBG": "0;15"}, True),
        ({"COLORFGBG": "0;default;15", "GIPTUI_THEME": "dark"}, False),
        ({"GIPTUI_THEME": "light"}, True),
    ],
)
def test_the_colours_follow_the_terminal_s_background(environment: dict[str, str], light: bool) -> None:
    assert is_light(environment) is light
