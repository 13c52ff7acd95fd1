"""Pages on which something is not there, or there twice, or glued: said and left open, never made up."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pytest

from giptui.form import FORMS
from giptui.readers.document import Refused
from giptui.readers.reading import Reading
from giptui.report import BLANK, UNREAD, Report
from readers.judging import judged, read
from readers.writing import made, texts, web
from readers.writing.page import Line, Page, Sheet, page

NEW = FORMS["2021"]
FULL = made.full(NEW)


def html(pages: Page) -> Reading:
    return read("page.html", web.html(pages).encode())


def without_rows(whole: Page, *labels: str) -> Page:
    """The page without the rows of these labels."""

    def sheet(part: Sheet) -> Sheet:
        gone = {cell.row for cell in part.cells if cell.text in labels}
        return part._replace(cells=tuple(cell for cell in part.cells if cell.row not in gone))

    return tuple(sheet(part) if isinstance(part, Sheet) else part for part in whole)


def apart(found: Reading, but: Iterable[str], report: Report = FULL) -> list[str]:
    """The cells that are wrong or unread, those of these rows left out."""
    rows = tuple(f"{line}." for line in but)
    outcome = judged(found, report)
    return [each for each in (*outcome.wrong, *outcome.unread) if not each.startswith(rows)]


def test_tables_that_are_pictures_are_unread_and_said() -> None:
    source = web.html(page(FULL), lambda sheet, _: f'<p><img src="{sheet.section}.png"></p>')
    found = read("page.html", source.encode())
    assert {found.values.get(address, UNREAD) for address in NEW.cells} == {UNREAD}
    assert set(found.missing) == set(NEW.tables)
    for section in NEW.sections:  # where there is no table, nothing stands behind it
        texts_of = [str(value) for address in section.texts if (value := found.values.get(address, ""))]
        assert "\n".join(texts_of) == "\n".join(str(FULL[address]) for address in section.texts if FULL[address])


def test_one_table_that_is_a_picture_leaves_the_others() -> None:
    def table(sheet: Sheet, inner: web.Inner) -> str:
        return '<img src="3.png">' if sheet.section == "applications" else web.spans(sheet, inner)

    found = read("page.html", web.html(page(FULL), table).encode())
    assert found.missing == ("applications",)
    assert apart(found, [f"applications.{row.id}" for row, _ in NEW.tables["applications"].rows()]) == []


def test_a_row_that_is_not_there_is_no_zero() -> None:
    found = html(without_rows(page(FULL), "规章", "2.重复申请"))
    gone = ("proactive_disclosure.government_rules", "applications.not_processed.repeat")
    assert apart(found, gone) == []
    assert {found.values.get(address, BLANK) for line in gone for address in NEW.lines[line].cells} <= {BLANK, UNREAD}


def test_one_row_of_other_processing_goes_to_none_of_the_three() -> None:
    rest = ("2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", "3.其他")
    whole = without_rows(page(FULL), *rest)
    label = "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"

    def cells(part: Sheet) -> Sheet:
        kept = (cell for cell in part.cells if cell.text != label)
        return part._replace(
            cells=tuple(c._replace(rows=1, columns=2) if c.text == "（六）其他处理" else c for c in kept)
        )

    found = html(tuple(cells(part) if isinstance(part, Sheet) else part for part in whole))
    three = [f"applications.other_processing.{name}" for name in ("correction_overdue", "fee_overdue", "misc")]
    assert found.form.id == "2021"
    assert apart(found, three) == []
    assert {found.values.get(address, BLANK) for line in three for address in NEW.lines[line].cells} <= {BLANK, UNREAD}


@pytest.mark.parametrize("glued", ["15130000154", "200 0 0 0 02", "1513 0 0 0 0 154"])
def test_numbers_that_are_glued_together_are_unread(glued: str) -> None:
    text = re.sub(r"(?m)^2\.重复申请 \|.*$", f"2.重复申请 | {glued} ||||||||", texts.row_a_line(page(FULL)))
    found = read("page.txt", text.encode())
    line = "applications.not_processed.repeat"
    assert apart(found, [line]) == []
    assert {found.values[address] for address in NEW.lines[line].cells} == {UNREAD}


def test_the_number_of_a_page_takes_the_place_of_no_blank() -> None:
    """A cell a line, blanks gone, a bare page number behind a row that is short of one cell but sums up."""
    rows = {"not_processed.repeat": ["", 31, 0, 4, 5, 6, 46], "disclosed": [7, 31, 8, 4, "", 6, 56]}
    columns = [column.id for column in NEW.tables["applications"].blocks[0].columns]
    report = FULL.with_values(
        {f"applications.{row}.{c}": n for row, own in rows.items() for c, n in zip(columns, own, strict=True)}
    )
    text = texts.one_a_line_without_blanks(page(report), "\n")
    for label, number in (("3.要求提供公开出版物", 5), ("（二）部分公开", 4)):
        text = text.replace(f"\n{label}", f"\n{number}\n{label}")
    outcome = judged(read("page.txt", text.encode()), report)
    assert outcome.wrong == []
    assert {address.rpartition(".")[0] for address in outcome.unread} <= {f"applications.{row}" for row in rows}


def test_a_low_head_that_a_page_of_paper_sets_behind_a_wide_one_moves_no_column() -> None:
    text = texts.one_a_line_without_blanks(page(FULL), "\n")
    swapped = re.sub(r"(?m)^(自然人)\n(法人或其他组织)$", r"\2\n\1", text)
    assert swapped != text
    assert apart(read("page.txt", swapped.encode()), ()) == []


def test_a_table_of_fees_in_section_six_is_not_the_forms() -> None:
    heads = "".join(f"<td>{head}</td>" for head in ("通知收取件数", "通知收取金额（元）", "实际收取金额（元）"))
    fees = f"<table><tr>{heads}</tr><tr><td>31</td><td>4100</td><td>77</td></tr></table>"
    source = web.html(page(FULL)).replace("</body>", f"{fees}</body>")
    assert apart(read("page.html", source.encode()), ()) == []


def test_a_page_that_prints_its_tables_twice_is_read_once() -> None:
    whole = page(FULL)
    twice = tuple(each for part in whole for each in ((part, part) if isinstance(part, Sheet) else (part,)))
    assert apart(html(twice), ()) == []


def test_where_two_prints_of_a_cell_differ_it_is_unread() -> None:
    other = page(FULL.with_values({"disputes.reconsideration.upheld": 31337}))
    whole = tuple(
        each
        for part, second in zip(page(FULL), other, strict=True)
        for each in ((part, second) if isinstance(part, Sheet) and part.section == "disputes" else (part,))
    )
    found = html(whole)
    assert judged(found, FULL).wrong == []
    assert "disputes.reconsideration.upheld" in judged(found, FULL).unread


def test_last_years_table_beside_this_years_is_not_mixed_in() -> None:
    """Two reports in a page: refused, or every cell of one of them."""
    both = web.html((*page(FULL), *page(made.full(NEW, seed=9))))
    try:
        found = read("page.html", both.encode())
    except Refused:
        return
    assert [*judged(found, FULL).wrong] == []


NO_REPORTS = {
    "news": "关于召开全镇春季防火工作会议的通知\n各村：\n定于3月5日召开会议，参会人员12人。\n",
    "list": "政府信息公开年报\n"
    + "".join(f"石桥镇{year}年政府信息公开工作年度报告 2024-01-22\n" for year in (2023, 2022)),
    "traditional": (
        "青山縣石橋鎮人民政府2024年政府信息公開工作年度報告\n一、總體情況\n主動公開信息12條。\n"
        "二、主動公開政府信息情況\n規章 0 0 0\n"
    ),
    "guide": "青山县石桥镇政府信息公开指南\n一、公开内容\n二、申请公开\n收到申请后20个工作日内答复。\n",
    "csv": "a,b,c\n1,2,3\n4,5,6\n",
    "json": '{"title": "政府信息公开", "count": 3}',
}


@pytest.mark.parametrize("name", NO_REPORTS)
def test_what_is_no_report_is_refused_with_a_name_and_a_sentence(name: str) -> None:
    with pytest.raises(Refused) as caught:
        read(name, NO_REPORTS[name].encode())
    assert re.fullmatch("[a-z0-9-]+", caught.value.refusal)
    assert re.search("[\u4e00-\u9fff]", caught.value.reason)


def test_a_paragraph_that_quotes_the_form_is_no_table() -> None:
    quotes = "“三、本年度办理结果”中，（一）予以公开 5 件，“四、结转下年度继续办理”2 件，总计 7 件。\n规章 3 件。"
    report = FULL.with_values({"overview.text": quotes, "other_matters.text": "一、本年新收政府信息公开申请数量 3"})
    for source in (web.html(page(report)), texts.one_a_line(page(report)), texts.row_a_line(page(report))):
        outcome = judged(read("page", source.encode()), report)
        assert outcome.wrong == outcome.unread == []
        assert [line for line in outcome.prose if line.startswith("overview.text")] == []


def test_a_whole_page_in_a_layout_table() -> None:
    body = web.html(page(FULL)).partition("<body>")[2].partition("</body>")[0]
    source = f"<body><table width=900><tr><td>导航</td><td>{body}</td></tr></table></body>"
    outcome = judged(read("page.html", source.encode()), FULL)
    assert outcome.wrong == outcome.unread == outcome.prose == []


def test_all_three_tables_in_one_with_the_headings_as_rows() -> None:
    """As spreadsheets are saved as pages."""
    rows = []
    for part in page(FULL):
        if isinstance(part, Line):
            rows.append(f'<tr><td colspan="15">{texts.words(part)}</td></tr>')
        else:
            rows.append(re.sub("</?t(able|body).*?>", "", web.spans(part, web.plain)))
    source = f"<html><body><table>{''.join(rows)}</table></body></html>"
    outcome = judged(read("page.html", source.encode()), FULL)
    assert outcome.wrong == outcome.unread == outcome.prose == []
