"""Web pages: what a browser shows of them, in its place."""

from __future__ import annotations

import pytest

from giptui.readers.document import Grid, InParagraph, InTable, Text
from giptui.readers.formats import html
from readers.seen import document, refusal, seen


def shown(markup: str) -> list[object]:
    return seen(html.read(f"<html><body>{markup}".encode()))


def test_a_page_has_its_title_its_paragraphs_and_its_tables_in_order() -> None:
    page = "<title>某局\n 年报</title><p>一</p><table><tr><td>甲<td>1</table>二<br>三<table><tr><td>乙<td>2</table>"
    found = html.read(page.encode())
    assert (found.kind, found.title) == ("网页", "某局年报")
    assert seen(found) == ["一", [["甲", "1"]], "二", "三", [["乙", "2"]]]
    assert [block.place for block in found.blocks if isinstance(block, Text)] == [InParagraph(n) for n in (1, 2, 3)]
    places = [cell.place for block in found.blocks if isinstance(block, Grid) for cell in block.cells]
    assert places == [InTable(1, 1, 1), InTable(1, 1, 2), InTable(2, 1, 1), InTable(2, 1, 2)]


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>  政府\n    信息  </p>", "政府信息"),
        ("<p>about\n us  all</p>", "about us all"),
        ("<p>&nbsp;&nbsp;　　首行</p>", "\u00a0\u00a0　　首行"),
        ("<div>直接写在 <b>里</b><i>面</i></div>", "直接写在 里面"),
        ("<a href=x>链</a><span>接</span>", "链接"),
        ("<p>零\u200b宽\ufeff</p>", "零宽"),
        ("<p>\x1b[31m红\x07</p>", "[31m红"),
        ("<p>&lt;td&gt; &amp; &#19968;</p>", "<td> & 一"),
        ('<input value="12"><input type=hidden value=3>', "12"),
        ("<textarea>写</textarea>", "写"),
        ("<ol><li>其一</ol>", "1. 其一"),
        ("<ol><li>（一）其一</ol>", "（一）其一"),
        ("<ol start=3><li>其三</ol>", "3. 其三"),
        ("<ul><li>其一</ul>", "其一"),
        ("<pre>甲  乙</pre>", "甲  乙"),
    ],
)
def test_a_line_is_as_a_browser_shows_it(markup: str, text: str) -> None:
    assert shown(markup) == [text]


@pytest.mark.parametrize(
    "markup",
    [
        "<script>x</script>",
        "<style>x</style>",
        "<noscript>x</noscript>",
        "<p hidden>x</p>",
        '<div style="color:red;DISPLAY: none">x<p>y</p></div>',
        "<!-- x -->",
        "<select><option>x</select>",
        "<template><p>x</template>",
        "<p></p>",
        "<del>x</del>",
    ],
)
def test_what_is_not_shown_is_not_read(markup: str) -> None:
    assert shown(f"{markup}<p>甲") == ["甲"]
    assert shown(f"<table><tr><td>{markup}1<td>2</table>") == [[["1", "2"]]]


def test_a_cell_holds_its_lines_and_is_blank_if_nothing_is_seen_in_it() -> None:
    cells = "<td> 商业<br>企业 <td><p>一</p><p>&nbsp;</p><p>二</p><td>&nbsp;<td>　<td><td><div>3</div>"
    assert shown(f"<table><tr>{cells}</table>") == [[["商业\n企业", "一\n二", "", "", "", "3"]]]


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        ("353<sup>1</sup>", "353"),
        ("353 <sup> [12] </sup>", "353"),
        ("<b>353</b><sup><a href=#n>注2</a></sup>件", "353件"),
        ("353<span style='VERTICAL-ALIGN: super'>①</span>", "353"),
        ("<sup>353</sup>", "353"),
        ("24<sup>.31</sup>", "?"),
        ("353<sub>1</sub>9", "?"),
        ("<sup>1</sup>353", "?"),
        ("353<sup>1</sup> 9<sup>2</sup>", "?"),
        ("35<s>3</s>4", "?"),
        ("<span style='text-decoration:line-through'>353</span>", "?"),
        ("<strike>353</strike><br>354", "?"),
        ("35<u>3</u>", "353"),
    ],
)
def test_what_stands_apart_from_a_number_is_no_digit_of_it(inner: str, text: str) -> None:
    assert shown(f"<table><tr><td>规章<td>{inner}<td>7</table>") == [[["规章", text, "7"]]]


def test_marks_of_notes_are_said_and_stay_in_prose() -> None:
    marked = "<table><tr><td>规章<td>2<sup>1</sup><td>3<sup>*</sup></table>"
    page = f"<p>占地3m<sup>2</sup><table><tr><td>甲<td>1</table>{marked}"
    found = html.read(page.encode())
    assert seen(found)[0] == "占地3m2"
    assert found.notes == ("第 2 个表格里有 2 格的数带着上标的注号（1、*），注号没有读入",)


def test_spans_put_cells_in_their_columns() -> None:
    rows = "<tr><td rowspan=2>甲<td colspan=2>乙<tr><td>1<td>2<tr><td>3<td>4<td>5"
    (grid,) = html.read(f"<table>{rows}</table>".encode()).blocks
    assert isinstance(grid, Grid)
    assert [(cell.text, cell.row, cell.column, cell.rows, cell.columns) for cell in grid.cells] == [
        ("甲", 0, 0, 2, 1),
        ("乙", 0, 1, 1, 2),
        ("1", 1, 1, 1, 1),
        ("2", 1, 2, 1, 1),
        ("3", 2, 0, 1, 1),
        ("4", 2, 1, 1, 1),
        ("5", 2, 2, 1, 1),
    ]


def test_spans_end_where_the_table_does() -> None:
    assert shown("<table><tr><td rowspan=0>甲<td>1<tr><td>2</table>") == [[["甲 2×1", "1"], ["2"]]]
    assert shown("<table><tr><td rowspan=99>甲<td>1<tr><td>2</table>") == [[["甲 2×1", "1"], ["2"]]]
    assert shown("<table><tr><td colspan=x>甲<td colspan=-3>1</table>") == [[["甲", "1"]]]


def test_a_table_with_a_table_inside_is_layout() -> None:
    inner = "<table><tr><td>甲<td>1</table>"
    assert shown(f"<table><tr><td>菜单<td>题{inner}尾</table>") == ["菜单", "题", [["甲", "1"]], "尾"]
    assert shown(f"<table><tr><td>{inner}<tr><td>{inner}</table>") == [[["甲", "1"]], [["甲", "1"]]]


def test_a_table_of_one_column_is_layout_even_in_a_cell() -> None:
    assert shown("<table><tr><td>甲<tr><td>乙</table>") == ["甲", "乙"]
    assert shown("<table><tr><td>甲<td><table><tr><td>1</table></table>") == [[["甲", "1"]]]


def test_prose_in_a_table_is_prose() -> None:
    long = "工作。" * 100
    rows = "<tr><td colspan=2>二、主动公开政府信息情况<tr><td colspan=2>第二十条第（一）项<tr><td>规章<td>1"
    rows += f"<tr><td>报告<td>{long}"
    assert shown(f"<table>{rows}<tr><td>甲<td>2</table>") == [
        "二、主动公开政府信息情况",
        [["第二十条第（一）项 1×2"], ["规章", "1"]],
        "报告",
        long,
        [["甲", "2"]],
    ]


def test_a_row_that_was_cut_out_of_a_table_leaves_one_that_goes_on() -> None:
    rows = "<tr><td>规章<td>1<tr><td colspan=2>三、收到和处理政府信息公开申请情况<tr><td>甲<td>2"
    grids = [block for block in html.read(f"<table>{rows}</table>".encode()).blocks if isinstance(block, Grid)]
    assert [grid.continues for grid in grids] == [False, True]
    assert [(cell.row, cell.place) for cell in grids[1].cells] == [(0, InTable(1, 3, 1)), (0, InTable(1, 3, 2))]


def test_a_picture_is_no_blank() -> None:
    assert shown("<p>甲</p><img src=a.png><p>乙") == ["甲", None, "乙"]
    assert shown("<img width=16 src=icon.png>甲") == ["甲"]
    assert shown("<table><tr><td>规章<td><img src=3.png><td>0</table>") == [[["规章", "?", "0"]]]


@pytest.mark.parametrize(
    ("markup", "rows"),
    [
        ("<table><tr><td>甲<td>1<tr><td>乙<td>2", [["甲", "1"], ["乙", "2"]]),
        ("<table><td>甲</td><td>1</td></tr><td>乙<td>2</table>", [["甲", "1"], ["乙", "2"]]),
        ("<table><tr><td>甲</td><div></div><td>1</td></tr></tbody></table>", [["甲", "1"]]),
        ("<table><tr height=0><td><td></tr><tr><td>甲<td>1</table>", [["甲", "1"]]),
    ],
)
def test_a_broken_table_is_a_table(markup: str, rows: list[list[str]]) -> None:
    assert shown(markup) == [rows]


def test_cells_whose_table_is_lost_do_not_run_together() -> None:
    assert [text for text in shown("<div><td>规章</td><td>15</td><td></td><td>130</td></div>") if text] == [
        "规章",
        "15",
        "130",
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("declared", ["utf-8", "gb2312", "big5"])
def test_the_encoding_is_what_the_bytes_are(encoding: str, declared: str) -> None:
    page = f"<html><head><meta charset={declared}></head><body><table><tr><td>规章<td>3</table>"
    assert seen(document(page.encode(encoding))) == [[["规章", "3"]]]


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 100_000,
        "<div>" * 50_000 + "</div>" * 50_000,
        "<table>" + "<tr><td>1<td>2" * 60_000,
        "<p>x</p>" * 110_000,
    ],
    ids=["deep", "deep and closed", "cells", "lines"],
)
def test_a_page_beyond_any_report_is_refused(page: str) -> None:
    assert refusal(f"<html>{page}".encode()) == "import-too-large"


def test_nesting_and_spans_are_no_trap() -> None:
    deep = document(("<html>" + "<table><tr><td>" * 1000 + "甲").encode())
    assert seen(deep) == ["甲"]
    wide = document(("<table>" + "<tr><td colspan=100000 rowspan=100000>甲<td>乙" * 500).encode())
    assert max((cell.column or 0) for block in wide.blocks if isinstance(block, Grid) for cell in block.cells) <= 1500
    many = document(("<html>" + "<table><tr><td>甲<td>1</table>" * 1000).encode())
    assert len(many.blocks) == 1000
