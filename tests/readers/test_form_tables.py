"""Tables as the world prints them: every number is where the page has it, or “?” with the reason."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giptui.form import FORMS, LATEST, Form
from giptui.readers.document import Cell, Grid, InLine, Text
from giptui.readers.tables import matched
from giptui.readers.tables.parting import parted
from giptui.readers.tables.versions import form_of
from giptui.report import BLANK, UNREAD
from readers.grids import Printed, Rows, cells_of, grid, joined, listed, numbers, official, rows, spread

MATRIX, DISPUTES = LATEST.tables["applications"], LATEST.tables["disputes"]
HEADS = [column.id for column in MATRIX.blocks[0].columns]
RESULTS: list[Printed] = [column.label for column in DISPUTES.blocks[0].columns]
VALUES = numbers(LATEST)
UNDER = [VALUES[address] for address in VALUES if address.startswith("disputes.")]
SHAPES: Mapping[str, Callable[[list[Grid]], list[Grid]]] = {
    "as a browser lays it out": lambda tables: tables,
    "as a sheet has it": lambda tables: [*map(spread, tables)],
    "as a text has it": lambda tables: [*map(listed, tables)],
    "in a single sheet": lambda tables: [joined([*map(spread, tables)])],
    "over a page break": lambda tables: [part for table in tables for part in torn(table)],
}
forms = st.sampled_from([*FORMS.values()])
shapes = st.sampled_from([*SHAPES.values()])


def torn(table: Grid) -> tuple[Grid, Grid]:
    """The last rows are on the next page."""
    row = max(cell.row for cell in table.cells)
    return Grid(tuple(c for c in table.cells if c.row < row)), Grid(tuple(c for c in table.cells if c.row == row), True)


def found(*tables: Grid) -> dict[str, object]:
    return {each.address: each.value for each in matched(tables).found}


def of_disputes(*tables: Rows) -> list[object]:
    """The numbers of section four, in the form's order."""
    return [value for address, value in found(*map(grid, tables)).items() if address.startswith("disputes.")]


def of_matrix(printed: Rows, row: str) -> tuple[list[object], set[str]]:
    """What is read of one row of section three, and why not."""
    own = [each for each in matched([grid(printed)]).found if each.address.startswith(f"applications.{row}.")]
    return [each.value for each in own], {each.reason for each in own}


def matrix(order: list[str] = HEADS) -> list[list[Printed]]:
    """Section three with heads in one line, in any order, and labels in one column."""
    labels = {column.id: column.label for column in MATRIX.blocks[0].columns}
    body = [
        [row.label, *(str(VALUES[f"applications.{row.id}.{column}"]) for column in order)] for row, _ in MATRIX.rows()
    ]
    return [["项目", *(labels[column] for column in order)], *body]


@given(forms, shapes, st.data())
def test_every_cell_of_both_forms_in_every_shape(
    form: Form, shape: Callable[[list[Grid]], list[Grid]], data: st.DataObject
) -> None:
    """Blank, 0, “/” and numbers; the form is told by its labels."""
    some = st.sampled_from(["", "0", "/"]) | st.integers(1, 10**8).map(str)
    values = {address: data.draw(some) for address in form.cells}
    read = matched(parted(shape(official(form, values)), form))
    assert read.form is form
    assert {each.address: str(each.value) for each in read.found} == values
    assert not read.missing
    assert set(read.at.values()) == set(form.tables) or len(read.at) == 1


@given(forms, st.sampled_from([*SHAPES]), st.data())
def test_a_cell_that_is_lost_makes_no_other_number_wrong(form: Form, name: str, data: st.DataObject) -> None:
    """Whatever cell is missing, and whichever are blank: what is read is what stood there."""
    values = {address: data.draw(st.sampled_from(["", str(n)])) for address, n in numbers(form).items()}
    tables = official(form, values)
    table = data.draw(st.sampled_from(tables))
    lost = data.draw(st.sampled_from([cell for cell in table.cells if cell.text.isascii()]))
    kept = [cell for cell in table.cells if cell is not lost]
    closed = [  # the cells behind it close up, as they do in a row that is short of one
        cell._replace(column=cell.column - lost.columns)
        if cell.row == lost.row and cell.column is not None and lost.column is not None and cell.column > lost.column
        else cell
        for cell in kept
    ]
    read = found(*SHAPES[name]([Grid(tuple(closed)) if each is table else each for each in tables]))
    assert {a: v for a, v in read.items() if v != UNREAD and str(v) != values[a]} == {}


@pytest.mark.parametrize(
    "printed",
    [
        [["", *RESULTS], ["行政复议", *UNDER[:5]], ["未经复议直接起诉", *UNDER[5:10]], ["复议后起诉", *UNDER[10:]]],
        [
            [("项目", 1, 2), *RESULTS],
            [("行政复议", 1, 2), *UNDER[:5]],
            [("行政诉讼", 2, 1), "未经复议直接起诉", *UNDER[5:10]],
            ["复议后起诉", *UNDER[10:]],
        ],
        [  # heads that span no rows, a blank line of cells in place of it
            [("行政复议", 1, 5), ("行政诉讼", 1, 10)],
            [*RESULTS, ("未经复议直接起诉", 1, 5), ("复议后起诉", 1, 5)],
            [*[""] * 5, *RESULTS * 2],
            UNDER,
        ],
        [  # a blank line under the heads
            [("行政复议", 1, 5), ("未经复议直接起诉", 1, 5), ("复议后起诉", 1, 5)],
            RESULTS * 3,
            [""] * 15,
            UNDER,
        ],
        [  # the other way round
            [("行政诉讼", 1, 10), ("行政复议", 1, 5)],
            [("未经复议直接起诉", 1, 5), ("复议后起诉", 1, 5), *((str(head), 2, 1) for head in RESULTS)],
            RESULTS * 2,
            [*UNDER[5:], *UNDER[:5]],
        ],
        [  # heads damaged
            [("行政复议", 1, 5), ("行政诉讼", 1, 10)],
            ["维持", "纠正", "其他", "尚未", "总计", "未经复议直接起诉"],
            ["结果", "结果", "结果", "审结", "", *RESULTS],
            ["件数", *UNDER],
        ],
    ],
    ids=["rows", "rows-grouped", "filled", "spaced", "turned", "damaged"],
)
def test_section_four_in_its_shapes(printed: Rows) -> None:
    assert of_disputes(printed) == UNDER


def test_section_four_printed_as_two_tables_and_one_of_them_alone() -> None:
    first: Rows = [[("行政复议", 1, 5)], RESULTS, UNDER[:5]]
    second: Rows = [
        [("行政诉讼", 1, 10)], [("未经复议直接起诉", 1, 5), ("复议后起诉", 1, 5)], RESULTS * 2, UNDER[5:]
    ]  # fmt: skip
    assert of_disputes(first, second) == UNDER
    assert of_disputes(first) == [*UNDER[:5], *[UNREAD] * 10]


def test_section_two_with_captions_beside_it_other_names_and_another_unit() -> None:
    read = matched(
        [
            grid(
                [
                    [("第二十条 第(一)项", 3, 1), "信息内容", "本年制发数", "本年废纸件数", "先行有效件数"],
                    ["规·章", 11, 12, 13],
                    ["规范性文件", 21, 22, 23],
                    ["第二十条第（五）项", "信息内容", ("处理决定数量(2023年办件量)", 1, 3)],
                    ["", "行政许可", (31, 1, 3)],
                    ["第二十条第（六）项", "信息内容", "本年度处理决定数量", "", ""],
                    ["", "行政处罚", 41, "", ""],
                    ["", "行政强制", "", "", ""],
                    ["第二十条第（八）项", "信息内容", ("本年收费金额（单位：元）", 1, 3)],
                    ["", "行政事业性收费", "5512.50", "", ""],
                ]
            )
        ]
    )
    own = [str(each.value) for each in read.found if each.address.startswith("proactive_disclosure.")]
    assert own == ["11", "12", "13", "21", "22", "23", "31", "41", BLANK, "5512.50"]
    assert read.notes == ("“行政事业性收费”的金额印的单位是元，格式要的是万元：数照原样",)


def test_heads_in_another_order_are_obeyed_over_a_page_break_too() -> None:
    turned = ["total", *HEADS[:-1]]
    own = {address: value for address, value in VALUES.items() if address.startswith("applications.")}
    printed = matrix(turned)
    for tables in ([grid(printed)], [grid(printed[:12]), grid(printed[12:], continues=True)]):
        read = found(*tables)
        assert {address: read[address] for address in own} == own


def test_what_a_row_must_be_to_be_read() -> None:
    """As many cells as there are columns; blank is blank, a row without cells is unread; glued digits spoil the row."""
    row = "not_disclosed.state_secret"
    for cells, value, reason in (
        (["1", "2", "3"], UNREAD, "格数比列数少，看不出数在哪一列"),
        ([*"12345678"], UNREAD, "格数比列数多，看不出数在哪一列"),
        (["200 0 0 0 02", *[""] * 6], UNREAD, "几格的数连在一起"),
        (["0000000", *[""] * 6], UNREAD, "几格的数连在一起"),
        ([], UNREAD, "这一行没有数格"),
        ([""] * 7, BLANK, ""),
        ([*"1111111", "", ""], 1, ""),
        (["—"] * 7, "—", ""),
        (["１，１１１件"] * 7, 1111, ""),
    ):
        printed = [[*line[:1], *cells] if str(line[0]).startswith("1.属于") else line for line in matrix()]
        assert of_matrix(printed, row) == ([value] * 7, {reason}), cells


def test_the_form_is_not_told_by_what_both_have() -> None:
    """（六）其他处理 is a row in the form of 2019 and stands over rows in that of 2021, where some make it one too."""
    assert form_of([grid([["（六）其他处理", "", ""]])]) is None
    heads = Text("信息内容 本年制发件数 本年废止件数 现行有效件数", InLine(1))
    assert form_of([heads, grid([["（六）其他处理", "1", "2"]])]) is LATEST


def test_an_odd_cell_where_cells_stand_apart_is_alone_unread() -> None:
    """Unless cells beside it are blank, whose numbers it may have."""
    row, apart = "not_disclosed.state_secret", {"", "格里不止一个数"}
    for odd in ("115\n81", "1 234", "00", "3 0"):
        cells: list[Printed] = ["1", odd, *"34567"]
        printed = [[*line[:1], *cells] if str(line[0]).startswith("1.属于") else line for line in matrix()]
        assert of_matrix(printed, row) == ([1, UNREAD, 3, 4, 5, 6, 7], apart)
        blank = [[*line[:3], "", *line[4:]] if line[1:3] == ["1", odd] else line for line in printed]
        assert of_matrix(blank, row) == ([UNREAD] * 7, {"几格的数连在一起"})
        lines = Grid(tuple(cell._replace(place=InLine(cell.row + 1)) for cell in grid(printed).cells))
        assert {value for at, value in found(lines).items() if row in at} == {UNREAD}


def test_a_unit_on_a_line_of_its_own_is_one_and_texts_are_counted() -> None:
    row = "not_disclosed.state_secret"
    cells: list[Printed] = ["86\n件", "无", "3\n", "—", "约3件", "0", ""]
    printed = [[*line[:1], *cells] if str(line[0]).startswith("1.属于") else line for line in matrix()]
    assert of_matrix(printed, row) == ([86, "无", 3, "—", "约3件", 0, BLANK], {""})
    notes = [note for note in matched([grid(printed)]).notes if note.startswith("3 格不是数，照原样保留：")]
    assert [note.count("“无”") for note in notes] == [1]


def test_a_row_printed_twice() -> None:
    printed = matrix()
    assert of_matrix([*printed, printed[-1]], "carried_out") == (
        [VALUES[f"applications.carried_out.{column}"] for column in HEADS],
        {""},
    )
    again = [printed[-1][0], *(str(int(str(n)) + 1) for n in printed[-1][1:])]
    assert of_matrix([*printed, again], "carried_out") == ([UNREAD] * 7, {"印了两次，数不同"})


def test_labels_shortened_damaged_and_without_their_ordinals() -> None:
    others = {
        "2.其他法律行政法规禁止公开": "2、其它法律行政法规禁止公开",
        "3.危及“三安全一稳定”": '危及"三安全一稳定"',
        "5.属于三类内部事务信息": "５．属于三类内容事务信息",
        "7.属于行政执法案卷": "7.属于行政执法案件",
        "4.无正当理由大量反复申请": "4.无正当理由大量反申请",
        "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请": "1.逾期不补正",
        "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请": "2.逾期不缴费",
        "3.其他": "其他",
        "（七）总计": "总　计",
        "一、本年新收政府信息公开申请数量": "一、本年度新收政府信息公开申请",
    }
    printed = [[others.get(str(line[0]), line[0]), *line[1:]] for line in matrix()]
    read = found(grid(printed))
    assert {a: v for a, v in VALUES.items() if a.startswith("applications.") and read[a] != v} == {}


def test_rows_and_columns_exchanged_are_not_read() -> None:
    printed = matrix()
    read = matched([grid([*map(list, zip(*printed, strict=True))])])
    own = [each for each in read.found if each.address.startswith("applications.")]
    assert {(each.value, each.reason) for each in own} == {(UNREAD, "表的行和列是反的")}
    assert read.at == {0: "applications"}


def test_a_row_of_the_other_form_is_said_and_the_rows_in_its_place_are_unread() -> None:
    """（六）其他处理 as one row in a report of 2021: its numbers are no numbers of any of the three."""
    kept = [line for line in matrix() if not str(line[0]).startswith(("1.申请人", "2.申请人", "3.其他"))]
    kept.insert(-2, ["（六）其他处理", *[7] * 7])
    read = matched([official(LATEST, VALUES)[0], grid(kept)])
    assert read.form is LATEST
    own = {each.reason for each in read.found if each.address.startswith("applications.other_processing")}
    assert own == {"表里没有这一行"}
    assert read.notes == ("表里的“（六）其他处理”一行（7、7、7、7、7、7、7）是 2021 年格式没有的，没有读入",)


def test_a_table_that_cannot_be_read_is_not_of_the_other_form() -> None:
    """A group of 2021 that is a row of 2019 tells nothing where no values stand beside it."""
    first, group = matrix()[:4], "（六）其他处理"
    for glued in ("1.申请人无正当 36 189 676 920 理由", "1.申请人无正当理由逾期不补正开申请"):
        assert matched([grid([*first, [group, glued]])]).form is LATEST
    assert matched([grid([*first, [group, *range(31, 38)]])]).form is FORMS["2019"]


def test_blanks_that_are_lost_and_doubts_of_the_source() -> None:
    """A column that nobody knows makes the row unread, a doubt only its cell."""
    place = InLine(3)
    lost = [Cell("9", place, 26, None) for _ in range(7)]
    doubted = grid(matrix())
    cells = [c._replace(doubt="两次识别不同") if (c.row, c.column) == (3, 2) else c for c in doubted.cells]
    cells = [*(c for c in cells if c.row < 26 or c.column == 0), *lost]
    read = {each.address: each for each in matched([Grid(tuple(cells))]).found}
    assert read["applications.disclosed.commercial_enterprise"][1::2] == (UNREAD, "两次识别不同")
    assert read["applications.disclosed.natural_person"].value == VALUES["applications.disclosed.natural_person"]
    assert {read[a][1::2] for a in LATEST.lines["applications.total_handled"].cells} != {UNREAD}
    carried = {read[a].reason for a in LATEST.lines["applications.carried_out"].cells}
    assert carried <= {"空白格没有留下，看不出数在哪一列", "表里没有这一行", ""}


def test_other_tables_are_none_of_the_form() -> None:
    """A lone 总计 or 行政许可 may stand anywhere; a table that is not there is said to be missing."""
    read = matched(
        [
            grid([["索引号", "1135/2024-00012"], ["发布机构", "某县人民政府"]]),
            grid([["通知收取件数", "通知收取金额（元）", "实际收取金额（元）"], [3, 120, 80]]),
            grid([["行政许可", 12], ["总计", 12]]),
        ]
    )
    assert (read.at, read.missing) == ({}, ("proactive_disclosure", "applications", "disputes"))
    assert {each.value for each in read.found} == {UNREAD}


def test_prose_in_a_sheet_stands_between_its_tables() -> None:
    values = numbers(LATEST)
    tables = [rows(table, values) for table in LATEST.tables.values()]
    said = "本年度收到的申请均已在法定期限内答复，没有结转下年度的。"
    sheet = [
        [("一、总体情况", 1, 10)],
        [(said, 1, 10)],
        [("二、主动公开政府信息情况", 1, 10)],
        *tables[0],
        [("三、收到和处理政府信息公开申请情况", 1, 10)],
        *tables[1],
        [(said, 1, 10)],
        *tables[2],
    ]
    parts = parted([grid(sheet)], LATEST)
    assert [part.text if isinstance(part, Text) else "表" for part in parts] == [
        "一、总体情况", said, "二、主动公开政府信息情况", "表", "三、收到和处理政府信息公开申请情况", "表", said, "表",
    ]  # fmt: skip
    assert found(*parts) == values  # type: ignore[arg-type]


def test_the_cells_say_where_they_stand() -> None:
    read = {each.address: each for each in matched(official(LATEST, VALUES)).found}
    each = read["applications.new_received.commercial_enterprise"]
    assert each.place
    assert each.place.words() == "第 1 个表格第 4 行第 5 列"
    assert cells_of(MATRIX, "new_received", VALUES)[1] == str(each.value)


def test_a_row_that_an_office_left_out_is_blank_and_said() -> None:
    disclosure, *others = official(LATEST, VALUES)
    row = next(cell.row for cell in disclosure.cells if cell.text == "规章")
    read = matched([Grid(tuple(cell for cell in disclosure.cells if cell.row != row)), *others])
    own = [each for each in read.found if each.address.startswith("proactive_disclosure.government_rules.")]
    assert {(each.value, each.reason) for each in own} == {(BLANK, "")}
    assert read.notes == ("表里没有“规章”一行，按空白处理",)
