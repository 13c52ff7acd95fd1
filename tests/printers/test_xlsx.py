"""The workbook: read back by other libraries than the one that wrote it, by LibreOffice, and by import."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any
from xml.etree.ElementTree import fromstring
from zipfile import ZipFile

import openpyxl  # type: ignore[import-untyped, unused-ignore]
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sample_reports import baihe, crowded, old

from giptui.display.visible import visible
from giptui.form import FORMS, LATEST, Form
from giptui.printers.cells import cells
from giptui.printers.xlsx import write
from giptui.printers.xlsx.prose import pieces
from giptui.report import Report, State, Value, judge
from readers.judging import Judged, judged, read
from readers.writing.strategies import reports

SAMPLES = {"baihe": baihe(), "crowded": crowded(), "old": old()}
STATES = {State.HOLDS: "成立", State.BROKEN: "不成立", State.OPEN: "有空白", State.UNKNOWN: "无法核对"}
NEW = "applications.new_received"
MISC = "applications.other_processing.misc"

# A workbook takes a second to be read: a failing one is shown as it is found.
slow = settings(max_examples=6, phases=[Phase.explicit, Phase.generate], suppress_health_check=[HealthCheck.too_slow])


def opened(data: bytes, computed: bool = True) -> Any:
    return openpyxl.load_workbook(io.BytesIO(data), data_only=computed)


def named(book: Any) -> dict[str, Any]:
    """The cells that have names, by these."""
    return {name: book[sheet][at.replace("$", "")] for name, at, sheet in _names(book)}


def _names(book: Any) -> list[tuple[str, str, str]]:
    return [(name, at, sheet) for name, defined in book.defined_names.items() for sheet, at in defined.destinations]


def shown(cell: Any) -> str:
    """What the cell shows, by its number format."""
    if isinstance(cell.value, int | float):
        return f"{Decimal(repr(cell.value)):.{len(cell.number_format.partition('.')[2])}f}"
    return cell.value or ""


def expected(report: Report) -> dict[str, str]:
    """What every page shows at each address."""
    placed = (cell for table in report.form.tables.values() for cell in cells(report, table))
    return {cell.address.replace(".", "_"): cell.text for cell in placed if cell.address}


def states(book: Any) -> list[str]:
    return [row[5].value for row in book["勾稽关系"].iter_rows(min_row=3)]


def stand(report: Report) -> list[str]:
    return [STATES[judge(identity, report.__getitem__).state] for identity in report.form.identities]


@pytest.mark.parametrize("report", SAMPLES.values(), ids=SAMPLES)
def test_every_cell_is_found_by_its_name(report: Report) -> None:
    book = opened(write(report))
    assert {name: shown(cell) for name, cell in named(book).items()} == expected(report)
    assert states(book) == stand(report)


@slow
@given(reports())
def test_whatever_a_report_holds_is_in_the_named_cells(report: Report) -> None:
    book = opened(write(report))
    assert {name: shown(cell) for name, cell in named(book).items()} == expected(report)
    assert states(book) == stand(report)


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_names_are_such_as_a_workbook_allows(form: Form) -> None:
    names = {address.replace(".", "_").lower() for address in form.cells}
    assert len(names) == len(form.cells)
    assert all(re.fullmatch("[a-z][a-z_]{1,254}", name) for name in names)  # no digit: never a place such as A1


def test_a_total_that_agrees_adds_itself_up_and_one_that_contradicts_is_a_red_number_with_a_note() -> None:
    found = named(opened(write(baihe()), computed=False))
    assert found["applications_new_received_total"].value == "=SUM(D5:I5)"
    assert found["applications_total_handled_natural_person"].value == "=SUM(D7:D27)"
    assert found["disputes_reconsideration_total"].value == "=SUM(A5:D5)"
    wrong = found["applications_total_handled_total"]
    assert (wrong.value, wrong.font.color.rgb) == (1, "FFC00000")
    assert wrong.comment.text == "上面各行之和为 0，这里填的是 1"


def test_totals_that_are_no_numbers_stay_what_they_are() -> None:
    parts: dict[str, Value] = {f"{NEW}.natural_person": 3}
    for total in ("", "/", "?", "3件"):
        cell = named(opened(write(Report(LATEST, {**parts, f"{NEW}.total": total})), computed=False))
        assert (cell["applications_new_received_total"].value or "") == total


def test_parts_that_are_unread_leave_a_total_a_plain_number() -> None:
    values: dict[str, Value] = {f"{NEW}.natural_person": "?", f"{NEW}.total": 3}
    cell = named(opened(write(Report(LATEST, values)), computed=False))["applications_new_received_total"]
    assert (cell.value, cell.comment, cell.font.bold) == (3, None, False)


@pytest.mark.parametrize(
    "text", ["=1+1", "=cmd|' /C calc'!A0", "+1+1", "-1+1", "@SUM(A1)", "{=1}", "\t=1", "https://a.b"]
)
def test_no_text_is_ever_a_formula_or_a_link(text: str) -> None:
    addresses = ("report.title", "overview.text", "report.signature", f"{NEW}.total", f"{NEW}.natural_person")
    data = write(Report(LATEST, dict.fromkeys(addresses, text)))
    with ZipFile(io.BytesIO(data)) as archive:
        sheets = [archive.read(name).decode() for name in archive.namelist() if name.startswith("xl/worksheets/sheet")]
    formulas = {formula for sheet in sheets for formula in re.findall("<f>(.*?)</f>", sheet)}
    assert all(re.match('SUM|IF|C[0-9]+-D|&quot;共|"共', formula) for formula in formulas)
    assert not any("<hyperlink" in sheet for sheet in sheets)


@slow
@given(reports())
def test_import_reads_it_back_whole(report: Report) -> None:
    found = read("report.xlsx", write(report))
    assert judged(found, report) == Judged([], [], [], [])
    assert {a: found.values.get(a, "") for a in report.form.texts} == {a: report[a] for a in report.form.texts}


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    """The samples as LibreOffice saves them; and one of them corrected in a cell, without any value that was kept."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("no LibreOffice here")
    folder = tmp_path_factory.mktemp("books")
    for name, report in SAMPLES.items():
        (folder / f"{name}.xlsx").write_bytes(write(report))
    book = opened(write(baihe()), computed=False)
    named(book)["applications_other_processing_misc_other_organization"].value = 1
    book.save(folder / "mended.xlsx")
    profile = f"-env:UserInstallation=file://{folder}/profile"
    kind = "xlsx:Calc MS Excel 2007 XML"
    books = sorted(folder.glob("*.xlsx"))
    command = [office, profile, "--headless", "--convert-to", kind, "--outdir", folder / "saved", *books]
    subprocess.run(command, check=True, capture_output=True)
    return {each.stem: (folder / "saved" / each.name).read_bytes() for each in books}


def test_a_part_that_is_corrected_changes_its_totals_in_libreoffice(saved: Mapping[str, bytes]) -> None:
    report = baihe().with_values({f"{MISC}.other_organization": 1, f"{MISC}.total": 1})
    book = opened(saved["mended"])
    assert {name: shown(cell) for name, cell in named(book).items()} == expected(report)
    assert states(book) == stand(report)
    assert book["勾稽关系"]["A1"].value == "共 42 条，成立 40，不成立 2，有空白 0，无法核对 0"


@pytest.mark.parametrize("name", SAMPLES)
def test_what_libreoffice_saved_is_the_same_report(name: str, saved: Mapping[str, bytes]) -> None:
    report = SAMPLES[name]
    book = opened(saved[name])
    assert {name: shown(cell) for name, cell in named(book).items()} == expected(report)
    assert states(book) == stand(report)
    before, after = read("report.xlsx", write(report)), read("report.xlsx", saved[name])
    assert after.values == before.values


def test_prose_is_a_row_a_paragraph_and_a_long_one_goes_on_in_the_next_row() -> None:
    long = "公开政府信息。" * 430  # 3,010 characters
    report = Report(
        LATEST, {"report.title": "某镇2023年政府信息公开工作年度报告", "overview.text": f"一段。\n{long}\n三段。"}
    )
    data = write(report)
    sheet = opened(data)["正文"]
    texts = [row[0].value for row in sheet.iter_rows() if row[0].value]
    assert texts[1:3] == ["一、总体情况", "一段。"]
    assert "".join(texts[3:9]).replace("\u200b", "") == long
    assert [text[0] for text in texts[3:10]] == ["公", *["\u200b"] * 5, "三"]
    for row, text in enumerate(texts, 1):
        assert sheet.row_dimensions[row].height < 409
        assert sheet.row_dimensions[row].height > len(text) / 37 * 10.5 * 1.3  # 37 characters a line, of 10.5 points
    assert read("report.xlsx", data).values["overview.text"] == report["overview.text"]


@given(st.lists(st.text("字，。；", max_size=2_000), max_size=4).map("".join))
def test_pieces_are_the_whole_text_and_fit_a_row(text: str) -> None:
    first, *rest = pieces(text) if text else [""]
    assert all(piece.startswith("\u200b") for piece in rest)
    assert first + "".join(piece[1:] for piece in rest) == text
    assert all(len(piece) <= 601 for piece in (first, *rest))


def test_a_page_a_table_on_a4_and_a_mark_on_a_draft() -> None:
    book = opened(write(baihe(), draft=True))
    assert book.sheetnames == ["正文", "主动公开", "申请办理", "复议诉讼", "勾稽关系"]
    for sheet in book:
        assert (sheet.page_setup.paperSize, sheet.page_setup.fitToWidth or 1) == (9, 1)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert "草案" in sheet.oddHeader.right.text
    assert book["正文"]["A1"].value == "草案"
    assert "草案" not in str(opened(write(baihe()))["正文"].oddHeader.right.text)


def test_a_title_above_the_tables_is_a_title_whatever_it_begins_with() -> None:
    book = opened(write(Report(LATEST, {"report.title": "2023年 A&B 镇年报"})))
    header = book["申请办理"].oddHeader.center
    assert (header.text, header.size, header.font) == ("2023年 A&&B 镇年报", 10, "宋体,常规")


@pytest.mark.parametrize("text", ["\x1b[31m", "\ufffe", "\ud800", "<&>\"'", "&" * 600, "_x0041_"])
def test_every_part_is_xml_whatever_the_texts_hold(text: str) -> None:
    addresses = ("report.title", "report.signature", "report.organ", "overview.text", f"{NEW}.total")
    data = write(Report(LATEST, dict.fromkeys(addresses, text)), draft=True)
    with ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            fromstring(archive.read(name))
    assert named(opened(data))["applications_new_received_total"].value == visible(text)


anything = st.text() | st.integers() | st.decimals() | st.dates() | st.datetimes() | st.sampled_from(["/", "?", "+19"])


@slow
@given(st.dictionaries(st.sampled_from([*FORMS["2019"].kinds]), anything), st.booleans())
def test_whatever_is_written_anywhere_makes_a_workbook_that_opens(values: dict[str, Value], draft: bool) -> None:
    report = Report(FORMS["2019"], values)
    book = opened(write(report, draft))
    assert states(book) == stand(report)
    assert len(named(book)) == 198


def test_the_same_report_is_the_same_bytes_and_bears_its_own_date() -> None:
    data = write(baihe())
    assert data == write(baihe())
    with ZipFile(io.BytesIO(data)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"2024-01-23T00:00:00Z" in archive.read("docProps/core.xml")


def test_reports_without_any_date_are_dated_by_their_year() -> None:
    def created(values: Mapping[str, Value]) -> str:
        return str(opened(write(Report(LATEST, values))).properties.created)

    assert created({"report.year": 2023}) == "2024-01-01 00:00:00"
    assert created({}) == created({"report.signed_on": date(999, 1, 1)}) == "1980-01-01 00:00:00"
