"""What a page loses or gains of lines must not move a number to a cell that is not its own.

A line of a source is left out, or one of the paper's furniture comes in between; in reports of which no two numbers are
equal, every number that is still read stands where it belongs. What is gone is blank or unread.
"""

from __future__ import annotations

import os
from random import Random

import pytest

from giptui.readers.document import Refused
from readers.corpus import Fixture, corpus
from readers.judging import judged, read

SHAPES = {
    *("lines-2021-full", "lines-dense-2021-full", "pipes-end-2021-full", "pipes-open-2019-full", "rows-2021-full"),
    *(
        "markdown-2021-full",
        "tabs-2019-full",
        "drawn-2021-full",
        "drawn-layout-2021-full",
        "html-spans-plain-2021-full",
    ),
    *("lines-2019-gappy", "rows-2021-gappy", "report-tables-gappy"),
}
FIXTURES = [fixture for fixture in corpus() if fixture.name in SHAPES]
ROUNDS = int(os.environ.get("GIPTUI_HOSTILE", "5"))
FURNITURE = ("", "- 3 -", "第 4 页 共 9 页", "青山县石桥镇人民政府2024年政府信息公开工作年度报告", "\f")


def moved(fixture: Fixture, lines: list[str]) -> list[str]:
    """The cells that hold a number that is not theirs."""
    try:
        found = judged(read(fixture.name, "\n".join(lines).encode()), fixture.made)
    except Refused:
        return []
    return [line for line in found.wrong if not line.endswith("read as ''")]


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda fixture: fixture.name)
def test_a_line_that_is_gone_moves_no_number(fixture: Fixture) -> None:
    lines = fixture.build().decode().split("\n")
    for at in Random(fixture.name).sample(range(len(lines)), min(ROUNDS, len(lines))):
        assert moved(fixture, lines[:at] + lines[at + 1 :]) == [], (at, lines[at])


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda fixture: fixture.name)
def test_furniture_between_lines_moves_no_number(fixture: Fixture) -> None:
    lines = fixture.build().decode().split("\n")
    random = Random(fixture.name)
    for at in random.sample(range(len(lines)), min(ROUNDS, len(lines))):
        furniture = random.choice(FURNITURE)
        assert moved(fixture, [*lines[:at], furniture, *lines[at:]]) == [], (at, furniture, lines[at - 2 : at + 2])
