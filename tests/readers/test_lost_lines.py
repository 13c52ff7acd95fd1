"""What a page loses or gains of lines must not move a number to a cell that is not its own.

A line of a source is left out, or one of the paper's furniture comes in between; in reports of which no two numbers are
equal, every number that is still read stands where it belongs. What is gone is blank or unread.
"""

from __future__ import annotations

import os
from random import Random

import pytest

from giptui.form import LATEST, Form
from giptui.readers.document import Refused
from giptui.report import Report, Value
from readers.corpus import Fixture, corpus
from readers.judging import judged, read
from readers.writing.page import page
from readers.writing.texts import one_a_line_without_blanks

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


def summed(form: Form) -> Report:
    """A report whose totals are right, with small numbers no two of which in a row are equal."""
    values: dict[str, Value] = {"report.title": "青山县石桥镇2024年政府信息公开工作年度报告", "report.year": 2024}
    random = Random(11)
    for line in form.lines.values():
        parts: list[int] = random.sample(range(1, 40), max(len(line.cells) - 1, 1))
        numbers = [*parts, sum(parts)] if len(line.cells) > 3 else random.sample(range(200, 900), len(line.cells))
        values |= dict(zip(line.cells, numbers, strict=True))
    return Report(form, values)


@pytest.mark.parametrize("paper", [["5"], ["", "5"], ["", "5", ""]], ids=["alone", "apart", "between"])
def test_the_number_of_a_page_takes_the_place_of_no_lost_blank(paper: list[str]) -> None:
    """A row of six, its blank gone, with a number behind it is no row of seven; fourteen and one are no fifteen."""
    made = summed(LATEST)
    lines = one_a_line_without_blanks(page(made), "\n").split("\n")
    assert not judged(read("a.txt", "\n".join(lines).encode()), made).unread
    for line in ("applications.partially_disclosed", "applications.total_handled", "disputes.litigation_direct"):
        numbers = [str(made[address]) for address in LATEST.lines[line].cells]
        first = next(at for at in range(len(lines)) if lines[at : at + len(numbers)] == numbers)
        end = first + len(numbers) + (5 if line.startswith("disputes") else 0)
        for lost in range(first, first + len(numbers)):
            copy = "\n".join([*lines[:lost], *lines[lost + 1 : end], *paper, *lines[end:]])
            found = judged(read("a.txt", copy.encode()), made)
            assert [wrong for wrong in found.wrong if not wrong.endswith("read as ''")] == [], lines[lost]
