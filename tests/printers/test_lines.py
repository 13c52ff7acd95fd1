"""What holds for the layout `lines`: one cell, one line, in the form's order, whatever stands in it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from giptui.form import LATEST, Block, Column, Row, Section, Shape, Table
from giptui.printers import plain
from giptui.report import Report, Value, show

ADDRESSES = tuple(LATEST.cells)
MARKED = Report(LATEST, {address: address for address in ADDRESSES})

value = st.integers(0, 10**12) | st.sampled_from(["", "", "/", "?", "３件"])


def chunks(report: Report) -> list[str]:
    """The page as it is made: a line, an empty line, a line …; a blank cell is an empty line of its own."""
    lines = plain(report, "lines").removesuffix("\n").split("\n")
    assert not any(lines[1::2])
    return lines[::2]


def test_cells_stand_in_the_forms_order() -> None:
    assert tuple(line for line in chunks(MARKED) if line in LATEST.cells) == ADDRESSES


@given(st.dictionaries(st.sampled_from(ADDRESSES), value))
def test_a_cell_is_a_line_in_its_place(values: dict[str, Value]) -> None:
    report = Report(LATEST, values)
    assert chunks(report) == [show(report[line]) if line in LATEST.cells else line for line in chunks(MARKED)]


@given(st.dictionaries(st.sampled_from(ADDRESSES), st.text(max_size=20)))
def test_no_text_makes_more_lines_of_a_cell(values: dict[str, Value]) -> None:
    assert len(chunks(Report(LATEST, values))) == len(chunks(MARKED))


def page(section: Section, cells: dict[str, Value]) -> str:
    return plain(Report(LATEST._replace(sections=(section,)), cells), "lines", (section.number,))


def test_heads_come_level_by_level_and_labels_that_span_come_once() -> None:
    columns = (
        Column("a", "甲", over=("天",)),
        Column("b", "乙\n乙", over=("天", "上")),
        Column("c", "丙", over=("天", "上")),
        Column("d", "丁", over=("地",)),
    )
    rows = (Row("x", "子", ("大", "小")), Row("y", "丑", ("大", "小")), Row("z", "寅", ("大", "中")), Row("w", "卯"))
    section = Section(
        "t", 2, "二、表", "", Table("t", Shape.MATRIX, (Block(columns, rows, caption="题", corner="角"),))
    )
    expected = "二、表 题 角 天 地 甲 上 丁 乙 乙 丙 大 小 子 . . . . 丑 . . . . 中 寅 . . . . 卯 . . . ."
    cells: dict[str, Value] = {f"t.{row.id}.{column.id}": "." for row in rows for column in columns}
    assert page(section, cells).split() == expected.split()


def test_a_wide_table_sets_its_rows_side_by_side() -> None:
    columns = (Column("a", "甲\n方"), Column("b", "乙\n方"))
    rows = (Row("x", "子", unbroken=("a",)), Row("y", "丑", ("大",)), Row("z", "寅", ("大",)))
    section = Section("t", 4, "四、表", "", Table("t", Shape.WIDE, (Block(columns, rows),)))
    expected = "四、表 子 大 甲方 乙 方 丑 寅 甲 方 乙 方 甲 方 乙 方 1 2 3 4 5 6"
    cells: dict[str, Value] = {
        f"t.{row.id}.{column.id}": 2 * i + j + 1 for i, row in enumerate(rows) for j, column in enumerate(columns)
    }
    assert page(section, cells).split() == expected.split()
