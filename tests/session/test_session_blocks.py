"""A pasted block means the cells it was copied from, whatever program and terminal it came through."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giptui.display.spans import openings
from giptui.form import FORMS, LATEST, Form, Table
from giptui.printers import plain
from giptui.report import Report
from giptui.session.blocks import Block, block, block_in_words
from giptui.session.pasted_rows import NoBlock
from session.session_documents import fresh

MATRIX, DISPUTES, DISCLOSURE = (LATEST.tables[name] for name in ("applications", "disputes", "proactive_disclosure"))
FIRST = next(MATRIX.cells()).address
NUMBERS = st.sampled_from(["", "/"]) | st.integers(0, 99) | st.integers(10**3, 10**6)
Numbers = list[list[object]]


def figures(table: Table, columns: int | None = None) -> st.SearchStrategy[Numbers]:
    """Numbers for every row; the first is none that is blank, so that there is something in the block."""
    rows = [NUMBERS.map(str) for _ in table.rows()]
    widths = [len(own[:columns]) for _, own in table.rows()]
    return st.tuples(*(st.lists(NUMBERS, min_size=n, max_size=n) for _, n in zip(rows, widths, strict=True))).map(
        lambda found: [[7, *found[0][1:]], *map(list, found[1:])]
    )


def meant(table: Table, numbers: Sequence[Sequence[object]]) -> dict[str, object]:
    """What the numbers are at their addresses; a total that is blank is left to follow."""
    cells = {
        f"{table.id}.{row.id}.{column.id}": number
        for (row, columns), own in zip(table.rows(), numbers, strict=True)
        for column, number in zip(columns, own, strict=False)
    }
    totals = {identity.right[0] for identity in LATEST.identities if identity.is_sum}
    return {address: number for address, number in cells.items() if number != "" or address not in totals}


def tabs(table: Table, numbers: Numbers) -> str:
    return "\n".join("\t".join(map(str, row)) for row in numbers)


def with_labels(table: Table, numbers: Numbers) -> str:
    """As a spreadsheet copies the official table: labels that span rows or columns stand in their first cell."""
    heads = [column.label for column in table.blocks[0].columns[: len(numbers[0])]]
    lines = [["项目", "", "", *heads]]
    rows = [row for row, _ in table.rows()]
    for row, groups, own in zip(rows, openings(row.groups for row in rows), numbers, strict=True):
        opened = dict(groups)
        label = [opened.get(depth, "") for depth in range(len(row.groups))] + [row.label]
        lines.append([*label, *[""] * (3 - len(label)), *map(str, own)])
    return "\n".join("\t".join(line) for line in lines)


def off_a_page(table: Table, numbers: Numbers) -> str:
    """As a browser copies it: a label that spans rows stands in its first row only, and nowhere else is a cell."""
    rows = [row for row, _ in table.rows()]
    lines = [
        ["（本列数据的勾稽关系为…）", "申请人情况"],
        ["自然人", "法人或其他组织", "总计"],
        ["商业企业", "科研机构"],
    ]
    for row, groups, own in zip(rows, openings(row.groups for row in rows), numbers, strict=True):
        lines.append([*(label for _, label in groups), row.label, *map(str, own)])
    return "\n".join("\t".join(line) for line in lines)


def in_paragraphs(table: Table, numbers: Numbers) -> str:
    """As a browser copies it whose cells are paragraphs."""
    return off_a_page(table, numbers).replace("\n", "\n\n\n").replace("\t", "\n\n\t\n")


def group_lines(table: Table, numbers: Numbers) -> str:
    """Groups on a line of their own, labels shortened and without ordinals."""
    rows = [row for row, _ in table.rows()]
    lines = []
    for row, groups, own in zip(rows, openings(row.groups for row in rows), numbers, strict=True):
        lines += [f"{label}{chr(9) * len(own)}" for _, label in groups]
        lines.append("\t".join([row.label.partition("（区分")[0].removeprefix("1."), *map(str, own)]))
    return "\n".join(lines)


def groups_blank(table: Table, numbers: Numbers) -> str:
    """Only the numbers, of a table with groups on lines of their own."""
    lines = []
    for groups, own in zip(openings(row.groups for row, _ in table.rows()), numbers, strict=True):
        lines += ["\t" * (len(own) - 1)] * len(groups) + ["\t".join(map(str, own))]
    return "\n".join(lines)


def in_bars(table: Table, numbers: Numbers) -> str:
    rows = [
        "| " + " | ".join([row.label, *map(str, own)]) + " |"
        for (row, _), own in zip(table.rows(), numbers, strict=True)
    ]
    return "\n".join(["| 项目 |" + " |" * len(numbers[0]), "|:--" + "|--:" * len(numbers[0]) + "|", *rows])


def dressed(text: str) -> str:
    """Full-width digits, blanks around cells, thousands separators, units."""
    cells = [[f"{int(cell):,}件" if cell.isdigit() else cell for cell in line.split("\t")] for line in text.split("\n")]
    wide = {ord(digit): ord(digit) + 0xFEE0 for digit in "0123456789"}
    return "\n".join(
        "\t".join(
            f"\u3000{cell.translate(wide)} " if cell[:1].isdigit() and cell[-1:] == "件" else cell for cell in row
        )
        for row in cells
    )


DRESSES: tuple[Callable[[str], str], ...] = (str, dressed)
SHAPES = (tabs, with_labels, off_a_page, in_paragraphs, group_lines, groups_blank, in_bars)
LINE_ENDS: dict[str, Callable[[str], str]] = {
    "LF": str,
    "CR of most terminals": lambda text: text.replace("\n", "\r"),
    "CRLF": lambda text: text.replace("\n", "\r\n") + "\r\n",
    "CRLF through tmux": lambda text: text.replace("\n", "\r\r") + "\r\r",
}


@pytest.mark.parametrize("shape", SHAPES)
@given(data=st.data())
def test_the_matrix_is_set_whatever_it_was_copied_from(
    shape: Callable[[Table, Numbers], str], data: st.DataObject
) -> None:
    numbers = data.draw(figures(MATRIX, data.draw(st.sampled_from([6, 7]))))
    if shape in (off_a_page, in_paragraphs):  # there is a number in each row
        numbers = [[1, *own[1:]] for own in numbers]
    text = data.draw(st.sampled_from(DRESSES))(shape(MATRIX, numbers))
    text = data.draw(st.sampled_from(list(LINE_ENDS.values())))(text)
    at = data.draw(st.sampled_from([cell.address for cell in MATRIX.cells()])) if shape is not tabs else FIRST
    found = block(LATEST, at, text)
    assert isinstance(found, Block), found
    assert (found.edits, found.kept) == (meant(MATRIX, numbers), ())


@given(figures(MATRIX), figures(DISPUTES), st.sampled_from(["", "\r", "\r\n"]))
def test_what_this_program_prints_can_be_pasted(matrix: Numbers, disputes: Numbers, end: str) -> None:
    """Aligned with spaces, blanks told by their place; the table's own section is found by its labels."""
    matrix[3] = [1, 2, 3, 4, 5, 6, 7]
    for table, numbers in ((MATRIX, matrix), (DISPUTES, [[n or 0 for n in own] for own in disputes])):
        wanted = meant(table, numbers)
        text = plain(fresh(wanted).report)
        title = LATEST.section(table.id).title
        text = text[text.index(title) + len(title) :].partition("\n五、" if table is DISPUTES else "\n四、政府")[0]
        found = block(LATEST, FIRST, text.replace("\n", end or "\n"))
        assert isinstance(found, Block), found
        assert found.edits == wanted


@given(figures(DISPUTES), st.sampled_from([4, 5]))
def test_section_four_is_set_from_its_rows_and_from_the_page_s_single_row(numbers: Numbers, columns: int) -> None:
    numbers = [own[:columns] for own in numbers]
    at = "disputes.reconsideration.upheld"
    page = "行政复议\t行政诉讼\n未经复议直接起诉\t复议后起诉\n" + "\t".join(str(n) for own in numbers for n in own)
    for text in (tabs(DISPUTES, numbers), with_labels(DISPUTES, numbers), page):
        found = block(LATEST, at, text)
        assert isinstance(found, Block), (text, found)
        assert found.edits == meant(DISPUTES, numbers)


PAGE_OF_TWO = """第二十条第（一）项
信息内容\t本年制发件数\t本年废止件数\t现行有效件数
规章\t0\t0\t2
行政规范性文件\t3\t1\t12
第二十条第（五）项
信息内容\t本年处理决定数量
行政许可\t1,204
第二十条第（六）项
信息内容\t本年处理决定数量
行政处罚\t31
行政强制\t0
第二十条第（八）项
信息内容\t本年收费金额（单位：万元）
行政事业性收费\t12.50"""


def test_section_two_is_set_from_its_page_and_from_its_numbers() -> None:
    numbers = "0\t0\t2\n3\t1\t12\n1204\n31\n0\n12.50"
    aligned = "规章 0 0 2\n行政规范性文件 3 1 12\n行政许可 1204\n行政处罚 31\n行政强制 0\n行政事业性收费 12.50"
    for text in (PAGE_OF_TWO, numbers, aligned, "\n".join(PAGE_OF_TWO.split("\t")).replace("项\n", "项\n\n")):
        found = block(LATEST, "proactive_disclosure.government_rules.issued", text)
        assert isinstance(found, Block), found
        assert [str(value) for value in found.edits.values()] == [
            "0",
            "0",
            "2",
            "3",
            "1",
            "12",
            "1204",
            "31",
            "0",
            "12.50",
        ]


def test_the_older_form_takes_its_own_rows() -> None:
    form = FORMS["2019"]
    numbers: Numbers = [[n, *range(5), n + 10] for n in range(23)]
    for shape in (tabs, with_labels, off_a_page, group_lines):
        found = block(form, FIRST, shape(form.tables["applications"], numbers))
        assert isinstance(found, Block)
        assert list(found.edits.values()) == [n for own in numbers for n in own]


def cells(rows: str, columns: str, form: Form = LATEST) -> list[str]:
    return [f"applications.{row}.{column}" for row in rows.split() for column in columns.split()]


@pytest.mark.parametrize(
    ("at", "text", "edits"),
    [
        (
            "carried_in.commercial_enterprise",
            "1\t2\n3\t4",
            dict(
                zip(
                    cells("carried_in disclosed", "commercial_enterprise research_institution"),
                    [1, 2, 3, 4],
                    strict=True,
                )
            ),
        ),
        ("disclosed.total", "5", {"applications.disclosed.total": 5}),
        (
            "carried_in.other_organization",
            "3\r\r\r\r4\r\r",
            {
                "applications.carried_in.other_organization": 3,
                "applications.disclosed.other_organization": "",
                "applications.partially_disclosed.other_organization": 4,
            },
        ),
        (
            "carried_out.total",
            "其他\t自然人\n1\t2",
            dict(zip(cells("carried_out", "other_organization natural_person"), [1, 2], strict=True)),
        ),
        (
            "new_received.other_organization",
            "四、结转下年度办理\t6\n本年新收申请\t7",
            {"applications.carried_out.other_organization": 6, "applications.new_received.other_organization": 7},
        ),
        (
            "new_received.natural_person",
            "约三件\t—\t4",
            dict(
                zip(
                    cells("new_received", "natural_person commercial_enterprise research_institution"),
                    ["约三件", "—", 4],
                    strict=True,
                )
            ),
        ),
    ],
)
def test_a_part_of_a_table_lands_where_it_says_or_where_one_is(at: str, text: str, edits: dict[str, object]) -> None:
    found = block(LATEST, f"applications.{at}", text)
    assert isinstance(found, Block), found
    assert found.edits == edits


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("2023年，我镇共收到申请 3 件。\n全部按时办结。", "文字"),
        ("一、总体情况\n二、主动公开", "文字"),
        ("\n".join("\t".join("1" * 25) for _ in range(7)), "转置"),
        ("\t一、本年新收\t二、上年结转\t（一）予以公开\n自然人\t1\t2\t3", "行和列是反的"),
        ("自然人\t1\t2\n商业企业\t3\t4\n科研机构\t5\t6", "行和列是反的"),
        ("\n".join("1" * 26), "只有 25 行"),
        ("甲乡政府\t1\t2\n丙乡政府\t3\t4", "认不出行名"),
        ("（一）予以公开\t1\n予以公开\t2", "两行都是"),
        ("予以公开 1 2 3\n属于国家秘密 1 2\n重复申请 4 5 6", "对不齐"),
        ("1\t" * 70, "有 70 列"),
        ("1 " * 9_999, "没有表格里的数"),
        ("1\n" * 9_999, "格太多"),
        ("予以公开 1 2 3 4 5 15\n重复申请 1 0 0 0 0 1", "看不出少的是哪一列"),
    ],
)  # fmt: skip
def test_what_is_no_block_of_this_table_is_refused_in_a_sentence(text: str, reason: str) -> None:
    found = block(LATEST, FIRST, text)
    assert isinstance(found, NoBlock), found
    assert reason in found.reason


@given(
    st.text(alphabet='0123/-? \t\r\n"|一其他总计自然人、（）。甲\u3000\xa0\x00', max_size=60) | st.text(max_size=40),
    st.sampled_from(list(LATEST.cells)),
)
def test_any_text_is_placed_in_the_form_or_refused(text: str, at: str) -> None:
    found = block(LATEST, at, text)
    if isinstance(found, Block):
        assert found.edits.keys() <= LATEST.cells.keys()
        assert found.edits, "something was set"
        assert {*found.kept} <= found.edits.keys()
    else:
        assert found.reason


def test_the_summary_says_what_was_set_kept_left_out_and_does_not_add_up() -> None:
    found = block(
        LATEST, FIRST, "项目\t自然人\t总计\t备注\n本年新收\t3\t5\t另附\n予以公开\t约二\t2\t\n合计数说明\t1\t1\t"
    )
    assert isinstance(found, Block)
    report = Report(LATEST, dict.fromkeys(LATEST.cells, 0) | dict(found.edits))
    said = block_in_words(report, found)
    assert said.startswith(
        "已粘贴 4 格；1 格不是数，照原样保留：（一）予以公开，自然人“约二”；略去表里没有的 2 行或列："
    )
    assert "合计数说明" in said
    assert "有 4 处合计对不上" in said
