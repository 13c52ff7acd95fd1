"""Pictures of several reports: the numbers are those of the tables, and nothing in a name acts."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giptui.display.visible import CONTROL
from giptui.display.width import width
from giptui.form import FORMS, LATEST, Form
from giptui.printers.charts import Bar, Chart, bar
from giptui.printers.charts.bars import names
from giptui.printers.charts.svg import svg
from giptui.printers.charts.text import text
from giptui.report import Report, Value
from printers.sample_reports import old

SVG = "{http://www.w3.org/2000/svg}"
SIX = ("予以公开", "部分公开", "不予公开", "无法提供", "不予处理", "其他处理")


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_the_outcomes_are_the_form_s_and_together_its_total(form: Form) -> None:
    assert names(form) == SIX
    values: dict[str, Value] = dict.fromkeys(form.cells, 0)
    rows = [line for address, line in form.lines.items() if line.row.path[0].startswith("三、")]
    values |= {line.cells[-1]: 1 for line in rows if line.row.id != "total_handled"}
    drawn = bar("x", Report(form, {**values, "applications.new_received.total": 19}))
    assert (drawn.received, drawn.handled) == (19, len(rows) - 1)
    assert drawn.outcomes == (1, 1, 8, 3, 5, 3 if form.id == "2021" else 1)


def test_a_blank_total_is_the_sum_of_its_parts_and_what_is_no_number_is_not_known() -> None:
    assert bar("x", old()) == Bar("x", 6, (2, 0, 0, 0, 0, 4))
    kept: list[Value] = ["?", "若干", Decimal("1.5"), -3]
    for value in kept:
        odd = old().with_values({"applications.new_received.total": value, "applications.disclosed.total": value})
        assert bar("x", odd).received is bar("x", odd).outcomes[0] is bar("x", odd).handled is None
    nothing = bar("x", Report(LATEST, {}))
    assert (nothing.received, nothing.handled) == (None, None)


COUNTS = st.none() | st.integers(0, 10**6) | st.integers(0, 3)
BARS = st.builds(Bar, st.text(max_size=60), COUNTS, st.tuples(*[COUNTS] * 6), st.booleans())
CHARTS = st.builds(Chart, st.text(max_size=90), st.just(SIX), st.lists(BARS, min_size=2, max_size=6).map(tuple))


@given(CHARTS)
def test_a_picture_of_characters_keeps_to_the_screen_and_sets_its_columns_straight(chart: Chart) -> None:
    lines = text(chart).split("\n")
    start = next(at for at, line in enumerate(lines[:-1]) if not line and "新收" in lines[at + 1]) + 1
    rows = lines[start : start + 2 * len(chart.bars)]
    assert not re.search(CONTROL, text(chart).replace("\n", ""))
    assert all(width(line) <= 80 and line == line.rstrip() for line in lines)
    words = ["新收", "办结"] * len(chart.bars)
    assert len({width(row.partition(word)[0]) for row, word in zip(rows, words, strict=True)}) == 1


def test_bars_are_as_long_as_their_numbers() -> None:
    chart = Chart("甲", SIX, (Bar("2022", 3, (1, 1, 0, 0, 0, 1)), Bar("2023", 20, (9, 5, 3, 2, 1, 0))))
    assert text(chart).splitlines()[2:6] == [
        "2022  新收   3  ***",
        "      办结   3  #=.",
        "2023  新收  20  ********************",
        "      办结  20  #########=====xxxoo-",
    ]
    assert "一个字符" not in text(chart)
    wide = chart._replace(bars=(Bar("2022", 1000, (500, 0, 0, 0, 500, 0)), chart.bars[1]))
    stars, parts = (line.split()[-1] for line in text(wide).splitlines()[2:4])
    assert len(stars) == len(parts) and abs(parts.count("#") - parts.count("-")) <= 1
    assert "一个字符约" in text(wide)


@given(CHARTS)
def test_a_picture_is_xml_whose_parts_lie_in_it_and_add_up(chart: Chart) -> None:
    root = ET.fromstring(svg(chart).decode())
    wide, high = float(root.attrib["width"]), float(root.attrib["height"])
    for box in root.iter(f"{SVG}rect"):
        x, y, across, down = (float(box.get(key, 0)) for key in ("x", "y", "width", "height"))
        assert x + across <= wide and y + down <= high
    said = [each.text or "" for each in root.iter(f"{SVG}title")][1:]
    counts = [int(words.rpartition(" ")[2]) for words in said]
    drawn = [c for bar in chart.bars for c in (bar.received, *(bar.outcomes if bar.handled is not None else ())) if c]
    assert counts == drawn
    assert svg(chart) == svg(chart)


def test_what_is_in_a_name_does_not_act() -> None:
    name = "<script>&\"'\x1b[2J\u202e局"
    chart = Chart(name, SIX, (Bar(name, 1, (1, 0, 0, 0, 0, 0)), Bar("乙", None, (None,) * 6)))
    root = ET.fromstring(svg(chart).decode())
    assert not [*root.iter(f"{SVG}script")]
    assert "\x1b" not in text(chart) and "\u202e" not in text(chart)
    assert all(each.isprintable() for each in root.itertext() if each.strip())
    assert "不详" in str(root.findtext(f"{SVG}desc"))
