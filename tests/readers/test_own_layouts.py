"""What giptui prints comes back: every cell of random reports, both forms and layouts, and the prose."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giptui.display.visible import visible
from giptui.form import FORMS, Kind, Shape
from giptui.printers import plain
from giptui.printers.page import inline
from giptui.readers.document import Block, Grid, InLine, Text
from giptui.readers.formats.text import read
from giptui.readers.labels import heading
from giptui.readers.lines import tabled
from giptui.readers.lines.names import is_beginning, is_name
from giptui.readers.lines.pieces import is_value, unglued
from giptui.report import Report, Value

HEADS = {cell.column.label for form in FORMS.values() for cell in form.cells.values()}
Row = tuple[str, tuple[str, ...]]

number = st.integers(0, 9) | st.integers(0, 10**9) | st.just("")
odd = st.sampled_from(["", "", "/", "?", "３件", "无", "增10", "约3", "见附件", "十一 个", "+19", -3, "1,234", "12①"])
cells: dict[Kind, st.SearchStrategy[Value]] = {
    Kind.COUNT: number | odd,
    Kind.CHANGE: number | odd,
    Kind.AMOUNT: number | odd | st.decimals(0, 10**6, places=6),
    Kind.MONEY: number | odd | st.sampled_from(["251000元", "1424.4万元", Decimal("8040.50")]),
}
words = st.sampled_from(
    [
        "一是",
        "2024 年",
        "3",
        "、",
        "|",
        "  ",
        "（一）",
        "0 0 0",
        ",",
        "----",
        "/",
        "\t",
        "件",
        "。",
        "无",
        "abc",
    ]
)
prose = st.lists(st.lists(words, min_size=2, max_size=9).map("".join), max_size=3)


def is_plain(line: str) -> bool:
    """Whether a line of prose is no heading, no figures, no bars, and does not begin with a label of a table."""
    text = line.strip()
    if not text.strip("|"):
        return False
    words = re.findall(r"[^\W\d]+", text)
    first = (text, *words[:1], *(unglued(text) or ())[:1])
    is_label = any(map(is_name, first)) or is_beginning(text)
    return bool(text) and not (is_label or is_value(text) or all(map(is_value, text.split())) or heading(text))


@st.composite
def reports(draw: st.DrawFn) -> Report:
    form = draw(st.sampled_from(list(FORMS.values())))
    kept = draw(st.sets(st.sampled_from(list(form.cells)), max_size=40))
    fill = draw(st.sampled_from([0, "", 7]))
    values: dict[str, Value] = dict.fromkeys(form.cells, fill)
    values |= {address: draw(cells[form.kinds[address]]) for address in sorted(kept)}
    for address in form.texts:
        values[address] = "\n".join(filter(is_plain, draw(prose)))
    return Report(form, values)


def expected(report: Report, is_wide: bool) -> Iterator[Row]:
    for table in report.form.tables.values():
        whole = [(row.label, report.form.lines[f"{table.id}.{row.id}"].cells) for row, _ in table.rows()]
        if table.shape is Shape.WIDE and is_wide:
            whole = [("", tuple(address for _, addresses in whole for address in addresses))]
        yield from ((label, tuple(inline(report[address]) for address in addresses)) for label, addresses in whole)


def rows(blocks: Sequence[Block]) -> Iterator[Row]:
    """The rows of the grids that have values, each of them in its place; heads have the labels of columns."""
    for block in blocks:
        for line in block.lines().values() if isinstance(block, Grid) else ():
            labels = [cell for cell in line if is_name(cell.text)]
            values = [cell for cell in line if cell not in labels]
            if not values or any(cell.text in HEADS for cell in line):
                continue
            places = [-1 if cell.column is None else cell.column for cell in values]
            assert places == list(range(places[0], places[0] + len(places)))
            yield (labels[-1].text if labels else "", tuple(cell.text for cell in values))


@pytest.mark.parametrize("layout", ["lines", "tables"])
@given(report=reports())
def test_what_is_printed_comes_back(layout: str, report: Report) -> None:
    text = plain(report, layout)
    blocks = tabled(read(text.encode()).blocks)
    assert list(rows(blocks)) == list(expected(report, is_wide=layout == "lines"))
    left = [block.text.strip() for block in blocks if isinstance(block, Text)]
    for address in report.form.texts:
        for paragraph in report.paragraphs(address):
            assert visible(paragraph).strip() in left
    lines = text.split("\n")
    for block in blocks:
        for cell in block.cells if isinstance(block, Grid) else ():
            assert isinstance(cell.place, InLine)
            assert not is_value(cell.text) or cell.text in lines[cell.place.line - 1]
