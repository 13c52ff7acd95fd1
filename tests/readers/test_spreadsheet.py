"""Spreadsheets: the sheets as they are seen, whatever program wrote them."""

from __future__ import annotations

import datetime
import io
from collections.abc import Callable
from typing import Any

import pytest
import xlsxwriter  # type: ignore[import-not-found, unused-ignore]

from giptui.readers.document import Grid, InSheet, Text
from readers.seen import document, refusal, seen


def sheet(fill: Callable[[Any, Any], object]) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        fill(book.add_worksheet("表一"), book)
    return out.getvalue()


def rows(*lines: tuple[object, ...]) -> bytes:
    return sheet(lambda page, _: [page.write_row(at, 0, line) for at, line in enumerate(lines)])


def test_cells_are_in_their_places_and_spans_stand_once() -> None:
    def fill(page: Any, _: Any) -> None:
        page.merge_range("B2:E2", "某局年报")
        page.merge_range("B3:C4", "规章")
        page.write_row("D3", [3, ""])
        page.write_row("D4", [0, 12])

    found = document(sheet(fill))
    assert found.kind == "电子表格"
    assert seen(found) == ["某局年报", [["规章 2×2", "3", ""], ["0", "12"]]]
    title, grid = found.blocks
    assert isinstance(title, Text) and title.place == InSheet("表一", "B2")
    assert isinstance(grid, Grid) and grid.cells[-1].place == InSheet("表一", "E4")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (3, "3"),
        (3.0, "3"),
        (18.871, "18.871"),
        (0.1 + 0.2, "0.3"),
        (59237.2449, "59237.2449"),
        (-2, "-2"),
        (0, "0"),
        ("0", "0"),
        ("/", "/"),
        (" 无 ", "无"),
        (123456789012, "123456789012"),
    ],
)
def test_a_value_is_what_its_cell_shows(value: object, text: str) -> None:
    assert seen(document(rows(("甲", value), ("乙", 1)))) == [[["甲", text], ["乙", "1"]]]


def test_dates_are_dates() -> None:
    def fill(page: Any, book: Any) -> None:
        page.write("A1", "日期")
        page.write_datetime("B1", datetime.datetime(2024, 1, 23), book.add_format({"num_format": "yyyy年m月d日"}))

    (grid,) = document(sheet(fill)).blocks
    assert isinstance(grid, Grid)
    assert grid.cells[1].text == "2024-01-23"


def test_what_a_program_took_for_something_else_is_no_number() -> None:
    def fill(page: Any, book: Any) -> None:
        day = book.add_format({"num_format": "m月d日"})
        page.write_row("A1", ("规章", True))
        page.write_datetime("C1", datetime.datetime(2024, 3, 5), day)
        page.write_datetime("D1", datetime.time(1, 2), day)

    assert seen(document(sheet(fill))) == [[["规章", "?", "?", "?"]]]


def test_a_formula_without_a_value_and_an_error_are_not_blank() -> None:
    from openpyxl import Workbook  # type: ignore[import-untyped, import-not-found, unused-ignore]

    book = Workbook()
    book.create_sheet("表二")
    for page, number in zip(book.worksheets, (3, 7), strict=True):
        page.append(["规章", number, "=B1+1", None])
    out = io.BytesIO()
    book.save(out)
    assert seen(document(out.getvalue())) == [[["规章", "3", "?"]], [["规章", "7", "?"]]]

    def fill(page: Any, _: Any) -> None:
        page.write_row("A1", ("规章", 3))
        for cell, value in (("C1", "#REF!"), ("D1", 9), ("E1", "无")):
            page.write_formula(cell, "=B1/0", value=value)

    assert seen(document(sheet(fill))) == [[["规章", "3", "?", "9", "无"]]]


def test_an_error_in_an_ods_is_not_blank() -> None:
    from odf.opendocument import OpenDocumentSpreadsheet  # type: ignore[import-not-found, unused-ignore]
    from odf.table import Table, TableCell, TableRow  # type: ignore[import-not-found, unused-ignore]
    from odf.text import P  # type: ignore[import-not-found, unused-ignore]

    book = OpenDocumentSpreadsheet()
    table, line = Table(name="表一"), TableRow()
    for kind, text in (("string", "规章"), ("error", "#DIV/0!"), (None, ""), ("float", "12")):
        made = TableCell(**({"valuetype": "float", "value": text} if kind == "float" else {}))
        if kind == "error":
            made.setAttrNS("urn:oasis:names:tc:opendocument:xmlns:table:1.0", "formula", "of:=1/0")
            made.setAttrNS("urn:oasis:names:tc:opendocument:xmlns:office:1.0", "value-type", "string")
            made.setAttrNS("urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0", "value-type", kind)
        elif kind == "string":
            made.setAttrNS("urn:oasis:names:tc:opendocument:xmlns:office:1.0", "value-type", "string")
        made.addElement(P(text=text))
        line.addElement(made)
    table.addElement(line)
    book.spreadsheet.addElement(table)
    out = io.BytesIO()
    book.write(out)
    assert seen(document(out.getvalue())) == [[["规章", "?", "", "12"]]]


@pytest.mark.parametrize("apart", [{"font_script": 1}, {"font_script": 2}, {"font_strikeout": True}])
def test_digits_set_apart_within_a_text_spoil_its_number(apart: dict[str, object]) -> None:
    def fill(page: Any, book: Any) -> None:
        page.write_row("A1", ("规章", "353"))
        page.write_rich_string("C1", "35", book.add_format(apart), "3", "件")
        page.write_rich_string("D1", "35", book.add_format({"bold": True}), "4")

    assert seen(document(sheet(fill))) == [[["规章", "353", "?", "354"]]]


def test_prose_between_tables_is_prose() -> None:
    heading = "三、收到和处理政府信息公开申请情况"
    long = "做了工作。" * 30
    found = document(
        rows(
            ("某局年报",),
            (),
            ("一、总体情况",),
            (long,),
            ("二、主动公开政府信息情况",),
            ("第二十条第（一）项",),
            ("信息内容", "本年制发件数"),
            ("规章", 4),
            ("行政规范性文件",),
            (heading,),
            ("一、本年新收政府信息公开申请数量", 5),
            ("四、结转下年度继续办理",),
        )
    )
    assert seen(found) == [
        "某局年报",
        "一、总体情况",
        long,
        "二、主动公开政府信息情况",
        [["第二十条第（一）项", ""], ["信息内容", "本年制发件数"], ["规章", "4"], ["行政规范性文件", ""]],
        heading,
        [["一、本年新收政府信息公开申请数量", "5"], ["四、结转下年度继续办理", ""]],
    ]


def test_a_blank_row_parts_tables_unless_a_cell_reaches_over_it() -> None:
    assert seen(document(rows(("甲", 1), (), ("乙", 2)))) == [[["甲", "1"]], [["乙", "2"]]]

    def fill(page: Any, _: Any) -> None:
        page.merge_range("A1:A3", "甲")
        page.write("B1", 1)
        page.write("B3", 2)

    assert seen(document(sheet(fill))) == [[["甲 3×1", "1"], [""], ["2"]]]


def test_hidden_sheets_are_not_read_and_said() -> None:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        book.add_worksheet("甲").write_row(0, 0, ("规章", 1))
        other = book.add_worksheet("乙")
        other.write_row(0, 0, ("规章", 2))
        other.hide()
    found = document(out.getvalue())
    assert seen(found) == [[["规章", "1"]]]
    assert found.notes == ("隐藏的工作表“乙”没有读",)


def test_endless_sheets_are_cut_and_said() -> None:
    def fill(page: Any, _: Any) -> None:
        page.write_row("A1", ("规章", 1))
        for row in range(2500):
            page.write(row + 1, 0, row)

    found = document(sheet(fill))
    assert [len(grid.cells) for grid in found.blocks if isinstance(grid, Grid)] == [4000]
    assert found.notes == ("工作表“表一”很大，只读了前 2000 行、前 200 列",)

    def far(page: Any, _: Any) -> None:
        page.write_row("A1", ("规章", 1))
        page.write("XFD1048576", 2)

    assert refusal(sheet(far)) in ("import-too-much", "import-broken")


def test_an_ods_as_odfpy_writes_it() -> None:
    from odf.opendocument import OpenDocumentSpreadsheet  # type: ignore[import-not-found, unused-ignore]
    from odf.table import CoveredTableCell, Table, TableCell, TableRow  # type: ignore[import-not-found, unused-ignore]
    from odf.text import P  # type: ignore[import-not-found, unused-ignore]

    book = OpenDocumentSpreadsheet()
    table = Table(name="表一")
    for line in (("规章", "3"), ("行政规范性文件", "0")):
        made = TableRow()
        for text in line:
            kind = {"valuetype": "float", "value": text} if text.isdigit() else {"valuetype": "string"}
            written = TableCell(**kind)
            written.addElement(P(text=text))
            made.addElement(written)
        table.addElement(made)
    spanned = TableRow()
    title = TableCell(valuetype="string", numbercolumnsspanned="2")
    title.addElement(P(text="某局年报"))
    spanned.addElement(title)
    spanned.addElement(CoveredTableCell())
    table.insertBefore(spanned, table.firstChild)
    book.spreadsheet.addElement(table)
    out = io.BytesIO()
    book.write(out)
    found = document(out.getvalue())
    assert found.kind == "电子表格"
    assert seen(found) == ["某局年报", [["规章", "3"], ["行政规范性文件", "0"]]]


def test_a_damaged_sheet_is_refused() -> None:
    whole = rows(("规章", 3))
    for tenth in range(4, 10):
        assert refusal(whole[: len(whole) * tenth // 10]) == "import-broken"


@pytest.mark.parametrize(
    ("value", "shape", "text"),
    [
        (18.871, "0.0000", "18.8710"),
        (18.871, "#,##0.0000", "18.8710"),
        (18.871, "0.0", "18.871"),
        (12, "0.00", "12.00"),
        (-3.5, "0.00_);(0.00)", "-3.50"),
        (18.871, "0.0000%", "18.871"),
        (18.871, "General", "18.871"),
        ("18.8", "0.0000", "18.8"),
    ],
)
def test_a_number_has_the_places_that_its_format_demands_and_is_never_rounded(
    value: object, shape: str, text: str
) -> None:
    def fill(page: Any, book: Any) -> None:
        page.write_row("A1", ("收费", 3))
        page.write("B2", value, book.add_format({"num_format": shape}))

    assert seen(document(sheet(fill))) == [[["收费", "3"], ["", text]]]


def test_a_sheet_is_read_where_another_says_that_its_table_is() -> None:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        book.add_worksheet("正文").write_column(
            "A1", ("二、主动公开政府信息情况", "前。", "（表格见工作表“表”）", "后。", "（表格见工作表“无”）")
        )
        table = book.add_worksheet("表")
        table.write("A1", "二、主动公开政府信息情况")
        table.write_row("A2", ("规章", 1))
        table.write_row("A3", ("行政规范性文件", 2))
        book.add_worksheet("勾稽关系").write_row("A1", ("规章", 7))
    found = document(out.getvalue())
    rows = [["规章", "1"], ["行政规范性文件", "2"]]
    assert seen(found) == ["二、主动公开政府信息情况", "前。", rows, "后。", "（表格见工作表“无”）"]
    assert found.notes == ("工作表“勾稽关系”是核对用的，没有读",)
