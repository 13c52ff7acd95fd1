"""The Word document, read back by other programs than the one that wrote it: by python-docx, and as a published report
is imported."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from hashlib import sha256
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

import docx
import pytest
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.table import Table
from docx.text.paragraph import Paragraph
from hypothesis import given
from hypothesis import strategies as st

from giptui.form import FORMS, LATEST, Shape
from giptui.printers.cells import Role, cells
from giptui.printers.document import FormTable, Heading, Metadata, Signature, parts
from giptui.printers.docx import write
from giptui.printers.docx.geometry import PADDING, columns
from giptui.printers.docx.tables import identifier
from giptui.readers.reading import reading
from giptui.readers.refusals import Refused
from giptui.readers.sources import documents
from giptui.report import Report, Value
from printers.sample_reports import DATA, baihe, crowded, old

ORGAN = "云溪土家族苗族自治州白河县人力资源和社会保障综合执法局"
LONG = "为提高政务公开工作的质量，全年公开 12345 条，占 96.8%；“三安全一稳定”——……。" * 70


def hard() -> Report:
    """The seed with a long name, long texts and a number of eight digits in every cell."""
    values: dict[str, Value] = {
        **baihe().values,
        **{address: 12_345_678 + index for index, address in enumerate(LATEST.cells)},
        "report.organ": ORGAN,
        "report.title": f"{ORGAN}2023年政府信息公开工作年度报告",
        "report.signature": ORGAN,
        "report.document_number": "白人社发〔2024〕1号",
        "report.addressee": "白河县人民政府办公室",
        "proactive_disclosure.administrative_fees.amount": Decimal("59237.244900"),
        "overview.text": f"（一）主动公开情况\n{LONG}\n　　（二）依申请公开情况。全年收到 1234 件 < 1300 件 & 更多。",
        "other_matters.text": "（一）收取信息处理费情况\n无。",
    }
    return Report(LATEST, values)


REPORTS = {"seed": baihe(), "crowded": crowded(), "2019": old(), "hard": hard()}
REPORT = pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS)


def opened(report: Report, draft: bool = False) -> Document:
    return docx.Document(BytesIO(write(report, draft)))


def imported(report: Report) -> Report:
    [(_, document)] = documents("x.docx", write(report))
    assert not isinstance(document, Refused)
    return reading(document).report()


@REPORT
def test_every_cell_stands_in_its_place(report: Report) -> None:
    tables = opened(report).tables
    assert len(tables) == 3
    for table, form_table in zip(tables, report.form.tables.values(), strict=True):
        placed = cells(report, form_table)
        grid = [[*row.cells] for row in table.rows]
        assert [grid[cell.row][cell.column].text for cell in placed] == [cell.text for cell in placed]
        for cell in placed:  # one cell, as far as it spans
            assert grid[cell.row + cell.rows - 1][cell.column + cell.columns - 1]._tc is grid[cell.row][cell.column]._tc


@REPORT
def test_every_heading_paragraph_and_table_in_the_order_of_the_report(report: Report) -> None:
    found = [
        block.text.replace("\n", "") if isinstance(block, Paragraph) else "table"
        for block in opened(report).iter_inner_content()
    ]
    assert found == list(expected(report))


def expected(report: Report) -> Iterator[str]:
    for part in parts(report):
        match part:
            case Metadata(entries):
                yield "\u3000".join(f"{entry.label}：{entry.text}" for entry in entries)
            case Heading(section):
                yield section.title
            case FormTable():
                yield "table"
            case Signature():
                yield from part.lines
            case _:
                yield part.text


@pytest.mark.parametrize("name", ["seed", "2019", "hard"])
def test_imported_again_it_is_the_same_report(name: str) -> None:
    report = REPORTS[name]
    again = imported(report)
    unprinted = ("report.level", "report.scope")  # what no page says
    inferred = () if report.organ else ("report.organ", "report.year")
    assert again.form is report.form
    assert {address: value for address, value in again.values.items() if value != "" and address not in inferred} == {
        address: value for address, value in report.values.items() if value != "" and address not in unprinted
    }


number = st.integers(0, 10**12 - 1) | st.sampled_from(["", "/", "?"])


@given(st.dictionaries(st.sampled_from([*LATEST.cells]), number, max_size=30))
def test_numbers_have_room(values: dict[str, Value]) -> None:
    """In the matrix whatever they are; in every table in columns that are no wider than the official form."""
    for table in LATEST.tables.values():
        placed = cells(Report(LATEST, values), table)
        layout = columns(placed, table.shape)
        assert 8844 <= sum(layout.widths) <= 9740
        needed = [len(cell.text) * layout.size * 5 + 2 * PADDING for cell in placed if cell.role is Role.VALUE]
        room = [layout.reach(cell) for cell in placed if cell.role is Role.VALUE]
        assert table.shape is Shape.WIDE or all(map(int.__le__, needed, room))


@given(st.text(st.characters() | st.sampled_from("\x00\x1b\ufffe\uffff\ud800]]><&\"' \u3000\t（一）。"), max_size=40))
def test_no_text_breaks_the_document(text: str) -> None:
    values: dict[str, Value] = {"report.title": text, "report.organ": text, "overview.text": text}
    cell = "disputes.reconsideration.upheld"
    document = opened(Report(LATEST, {**values, cell: text}))
    assert len(document.tables) == 3
    assert [block.text for block in document.paragraphs].count("一、总体情况") >= 1


def test_headings_are_real_and_the_second_level_is_found_in_the_text() -> None:
    styles = {block.text[:12]: block.style.name for block in opened(hard()).paragraphs if block.style}
    assert [text for text, style in styles.items() if style == "Heading 1"] == [
        section.title[:12] for section in LATEST.sections
    ]
    assert [text for text, style in styles.items() if style == "Heading 2"] == [
        "（一）主动公开情况",
        "（一）收取信息处理费情况",
    ]
    [running] = [block for block in opened(hard()).paragraphs if "（二）" in block.text]
    assert [run.text[:13] for run in running.runs] == ["　　（二）依申请公开情况。", "全年收到 1234 件 <"]
    levels = {
        style.name: style.element.pPr.find(qn("w:outlineLvl")).get(qn("w:val"))
        for style in opened(baihe()).styles
        if style.name in ("Heading 1", "Heading 2")
    }
    assert levels == {"Heading 1": "0", "Heading 2": "1"}


def test_a_paragraph_is_indented_once_and_not_torn_apart_by_an_address() -> None:
    text = "正文。\n　　自带缩进。\n联系邮箱 zwgk_baihe@example.gov.cn。"
    plain, spaced, ragged = (
        block.paragraph_format
        for block in opened(Report(LATEST, {"preface.text": text})).paragraphs
        if block.text.strip("\u3000") in text.replace("\u3000", "").split("\n")
    )
    assert (plain.first_line_indent, plain.alignment) == (None, None)
    assert (spaced.first_line_indent, spaced.alignment) == (0, None)
    assert (ragged.first_line_indent, ragged.alignment) == (None, WD_ALIGN_PARAGRAPH.LEFT)


@REPORT
def test_a_table_stays_on_one_page_and_says_what_it_is(report: Report) -> None:
    for table, section in zip(opened(report).tables, report.form.tables, strict=True):
        *kept, last = table.rows
        assert all(kept_with_next(table, row._tr) for row in kept)
        assert not kept_with_next(table, last._tr)
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)
        heads = [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows]
        assert heads == sorted(heads, reverse=True)
        assert heads.count(True) == (2 if section == "proactive_disclosure" else 3)
        assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")) == report.form.section(section).title


def kept_with_next(table: Table, row: object) -> bool:
    """Whether every paragraph of the row is kept with what follows, by itself or by its style."""
    return all(
        Paragraph(element, table).paragraph_format.keep_with_next
        if Paragraph(element, table).paragraph_format.keep_with_next is not None
        else inherited(Paragraph(element, table))
        for element in row.iter(qn("w:p"))  # type: ignore[attr-defined]
    )


def inherited(paragraph: Paragraph) -> bool:
    style = paragraph.style
    while style is not None and style.paragraph_format.keep_with_next is None:
        style = style.base_style
    return style is not None and bool(style.paragraph_format.keep_with_next)


def test_a_value_has_the_same_identifier_in_every_document() -> None:
    for form in FORMS.values():
        identifiers = [identifier(address) for address in form.cells]
        assert len({*identifiers}) == len(identifiers)
    [table, *_] = opened(baihe()).tables
    key = "{http://schemas.microsoft.com/office/word/2010/wordml}paraId"
    assert table.cell(2, 1).paragraphs[0]._p.get(key) == identifier("proactive_disclosure.government_rules.issued")


def test_the_page_is_that_of_the_standard() -> None:
    document = opened(baihe())
    [section] = document.sections
    assert [
        round(length.mm)
        for length in (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
        if length is not None
    ] == [37, 35, 28, 26]
    body = document.styles["Normal"]
    assert body.paragraph_format.line_spacing is not None
    assert body.paragraph_format.line_spacing.pt == 28.9  # type: ignore[union-attr]
    assert document.settings.odd_and_even_pages_header_footer
    for footer, side in ((section.footer, "right"), (section.even_page_footer, "left")):
        [paragraph] = footer.paragraphs
        assert "".join(text.text or "" for text in paragraph._p.iter(qn("w:t"))) == "— 1 —"
        assert paragraph._p.find(qn("w:fldSimple")).get(qn("w:instr")).strip() == "PAGE"
        assert paragraph._p.pPr.find(qn("w:jc")).get(qn("w:val")) == side
    assert document.core_properties.title == baihe().line("title")
    assert document.core_properties.author == baihe().organ
    assert f"{document.core_properties.created:%Y-%m-%d %H:%M}" == "2024-01-23 16:12"
    assert document.core_properties.language == "zh-CN"


def test_a_draft_says_so_on_every_page_and_is_the_same_document_else() -> None:
    [section] = opened(baihe(), draft=True).sections
    heads = (section.header, section.even_page_header)
    assert [[paragraph.text for paragraph in head.paragraphs] for head in heads] == [["草案"], ["草案"]]
    [plain] = opened(baihe()).sections
    assert plain.header.is_linked_to_previous
    texts = [[block.text for block in opened(baihe(), draft).paragraphs] for draft in (False, True)]
    assert texts[0] == texts[1]


def test_long_titles_break_before_the_year() -> None:
    assert opened(hard()).paragraphs[1].text.split("\n") == [ORGAN, "2023年政府信息公开工作年度报告"]
    assert opened(baihe()).paragraphs[0].text.split("\n") == ["房县白鹤镇人民政府", "2023年政府信息公开工作年度报告"]


@pytest.mark.parametrize(
    ("organ", "margins"),
    [("白鹤镇政府", [4.75, 4]), ("房县白鹤镇人民政府", [2.75, 4]), ("某" * 20, [2, 8.75]), (ORGAN, [0, 12.25])],
)
def test_the_name_stands_over_the_middle_of_the_date(organ: str, margins: list[float]) -> None:
    """In characters from the margin; a date such as 2024年1月23日 is as wide as six and a half."""
    signed: dict[str, Value] = {"report.signature": organ, "report.signed_on": date(2024, 1, 23)}
    *_, name, day = opened(Report(LATEST, signed)).paragraphs
    assert [(name.text, day.text)] == [(organ, "2024年1月23日")]
    assert [round((line.paragraph_format.right_indent or 0) / Pt(16), 2) for line in (name, day)] == margins


def test_the_same_bytes_from_another_process_and_by_no_library() -> None:
    program = (
        "import sys, hashlib; from giptui.store import load; from giptui.printers.docx import write;"
        "print(hashlib.sha256(write(load(sys.argv[1])[1])).hexdigest(), *sorted({'docx', 'lxml'} & {*sys.modules}))"
    )
    elsewhere = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Shanghai", "LC_ALL": "C"}
    told = subprocess.run(
        [sys.executable, "-c", program, str(DATA)], env=elsewhere, capture_output=True, text=True, check=True
    )
    assert told.stdout.split() == [sha256(write(baihe())).hexdigest()]
    with ZipFile(BytesIO(write(baihe(), draft=True))) as archive:
        entries = archive.infolist()
        assert [entry.filename for entry in entries] == sorted(entry.filename for entry in entries)
        assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
        assert {entry.compress_type for entry in entries} == {ZIP_STORED}  # zlib is not the same everywhere
