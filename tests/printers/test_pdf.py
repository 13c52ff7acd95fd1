"""The report as PDF, by what other readers find in it: every cell and paragraph, the look, the tags, the same bytes."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pdfplumber
import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st
from pdfminer.pdftypes import resolve1
from pdfplumber.pdf import PDF

from giptui.form import FORMS
from giptui.printers import pdf
from giptui.printers.cells import Role, cells
from giptui.printers.errors import NoFont
from giptui.report import Report, Value
from printers.sample_reports import baihe, old
from readers.corpus import drawable
from readers.judging import Judged, judged, read
from readers.writing import made
from readers.writing.strategies import reports

FONTS = Path(__file__).parents[1] / "readers" / "fonts"
LEFT, RIGHT, TOP, BOTTOM = 79.37, 521.58, 104.88, 742.68  # of the text on a page, in points
FEW = settings(max_examples=3, phases=[Phase.explicit, Phase.generate], suppress_health_check=[HealthCheck.too_slow])


@pytest.fixture(autouse=True, scope="module")
def _fonts() -> Iterator[None]:
    """The font of the tests and no other, so that the pages are the same wherever they run."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GIPTUI_FONTS", str(FONTS))
        yield


def opened(data: bytes) -> PDF:
    return pdfplumber.open(BytesIO(data))


def plain(text: str) -> str:
    return "".join(text.split())


def strained(form: str) -> Report:
    """What strains a page: an organ of 25 characters, numbers of eight digits, paragraphs of 3,000 characters."""
    organ = "中华人民共和国青山县石桥镇人民政府政务公开工作办公室"[-25:]
    values: dict[str, Value] = dict.fromkeys(FORMS[form].cells, 12345678)
    values |= dict.fromkeys(FORMS[form].texts, "（一）主动公开情况\n本年主动公开政府信息。")
    values |= {
        "report.title": f"{organ}2024年政府信息公开工作年度报告",
        "report.organ": organ,
        "report.year": 2024,
        "report.document_number": "青政发〔2025〕1号",
        "report.addressee": "青山县人民政府",
        "report.signature": organ,
        "report.signed_on": date(2025, 1, 20),
        "overview.text": "政府信息公开工作年度报告" * 250,
        "other_matters.text": "政府信息公开工作年度报告" * 250,
    }
    return Report(FORMS[form], values)


@FEW
@given(reports())
@example(made.gappy(FORMS["2021"]))
@example(made.rich(FORMS["2019"]))
def test_what_is_imported_again_is_the_same_report(report: Report) -> None:
    report = drawable(report)
    assert judged(read("报告.pdf", pdf.write(report)), report) == Judged([], [], [], [])


@pytest.mark.parametrize("report", [baihe(), drawable(old()), strained("2021"), strained("2019")])
def test_every_cell_and_paragraph_is_on_its_page(report: Report) -> None:
    """Each table whole on one page, in the shape of the form, and all its text within its cells."""
    tables = []
    with opened(pdf.write(report)) as document:
        text = plain("".join(page.extract_text() for page in document.pages))
        for page in document.pages:
            tables += page.extract_tables()
            for found in page.find_tables():
                for char in page.crop(found.bbox).chars:
                    x, y = (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2
                    assert any(x0 < x < x1 and y0 < y < y1 for x0, y0, x1, y1 in found.cells), char["text"]
    for table, made_of in zip(tables, report.form.tables.values(), strict=True):
        for cell in cells(report, made_of):
            assert plain(table[cell.row][cell.column] or "") == plain(cell.text)
    for address in report.form.texts:
        for paragraph in report.paragraphs(address):
            assert plain(paragraph)[:40] in text  # the rest of a long one is broken by page numbers


@pytest.mark.parametrize("form", FORMS)
def test_a_page_is_the_one_of_an_office(form: str) -> None:
    """22 lines of 28 characters, within the margins; no heading last on a page; 草案 and page numbers outside."""
    report = strained(form)
    headings = {plain(section.title) for section in report.form.sections} | {"（一）主动公开情况"}
    with opened(pdf.write(report, draft=True)) as document:
        assert {(round(page.width), round(page.height)) for page in document.pages} == {(595, 842)}
        most = 0
        for page in document.pages:
            lines = page.extract_text_lines()
            assert (lines[0]["text"], lines[-1]["text"]) == ("草案", f"— {page.page_number} —")
            left_edge = lines[-1]["x0"] < page.width / 2
            assert left_edge == (page.page_number % 2 == 0)
            body = lines[1:-1]
            for line in body:
                assert line["x0"] >= LEFT - 8  # half of a bracket
                assert line["x1"] <= RIGHT + 1
                assert TOP - 1 <= line["top"] < line["bottom"] <= BOTTOM + 3  # what hangs below the letters
            assert plain(body[-1]["text"]) not in headings
            if not page.find_tables():
                assert len(body) <= 22
                most = max(most, *(len(line["chars"]) for line in body))
        assert most == 28


@pytest.mark.parametrize("lines", [5, 12, 13, 14, 18])  # where those before and after have room, and where not
def test_neither_a_signature_nor_a_heading_is_left_alone(lines: int) -> None:
    values = {
        **made.header(FORMS["2021"]),
        "preface.text": "政府信息公开工作年度报告" * (28 * lines // 12),
        "other_matters.text": "政府信息公开工作年度报告" * (28 * lines // 12),
    }
    headings = {section.title for section in FORMS["2021"].sections}
    with opened(pdf.write(Report(FORMS["2021"], values))) as document:
        last = {page.extract_text_lines()[-2]["text"] for page in document.pages}
        assert not last & headings
        *_, text, organ, day, _number = document.pages[-1].extract_text_lines()
        assert (organ["text"], day["text"]) == (made.ORGAN, "2025年1月8日")
        assert text["text"].endswith("报告")
        assert organ["x1"] <= RIGHT
        assert organ["x0"] > document.pages[-1].width / 2 - 60


def test_what_no_page_can_hold_goes_on_over_the_next() -> None:
    values = {
        "applications.new_received.total": "政" * 3000,
        "report.signature": "府" * 3000,
        "report.title": "信" * 3000,
    }
    with opened(pdf.write(Report(FORMS["2021"], values))) as document:
        chars = [char["text"] for page in document.pages for char in page.chars if char["bottom"] <= BOTTOM]
    assert [chars.count(each) >= 3000 for each in "政府信"] == [True] * 3


def test_it_is_tagged_for_those_who_listen_to_it() -> None:
    with opened(pdf.write(baihe())) as document:
        catalog = document.doc.catalog
        assert resolve1(catalog["MarkInfo"])["Marked"]
        assert resolve1(catalog["Lang"]) in (b"zh-CN", b"zh")
        meta = resolve1(catalog["Metadata"]).get_data().decode()
        assert "<pdfuaid:part>1</pdfuaid:part>" in meta
        assert baihe().line("title") in meta
        assert "Date" not in meta and not any("Date" in key for key in document.metadata)
        assert [title.decode("utf-16") for _, title, *_ in outlines(catalog)] == [
            section.title for section in baihe().form.sections
        ]
        kinds = list(structure(resolve1(catalog["StructTreeRoot"])))
    assert kinds.count("Table") == 3
    heads = [cell for table in baihe().form.tables.values() for cell in cells(baihe(), table)]
    assert kinds.count("TH") == sum(cell.role in (Role.CAPTION, Role.HEAD) for cell in heads)
    assert kinds.count("H1") == 6


def outlines(catalog: dict[str, Any]) -> Iterator[tuple[int, bytes]]:
    entry = resolve1(resolve1(catalog["Outlines"])["First"])
    while entry:
        yield 1, resolve1(entry["Title"])
        entry = resolve1(entry.get("Next"))


def structure(element: object) -> Iterator[str]:
    element = resolve1(element)
    if isinstance(element, dict):
        if "S" in element:
            yield element["S"].name
        children = resolve1(element.get("K", []))
        for child in children if isinstance(children, list) else [children]:
            yield from structure(child)


@settings(max_examples=10)
@given(st.text("#$*_`[]{}\\@<>=+-/'\"~.;:()&%^|!?0aé政", min_size=1, max_size=30))
@example('#set page(width: 1pt)#panic("x")')
@example("$x^2$ *粗* _斜_ `码` <标签> @引用 // 注释 /* 注释 */ \\u{41} -- --- ...")
@example("= 标题\t\x1b[31m")
def test_no_text_is_taken_for_markup(text: str) -> None:
    values: dict[str, Value] = {"overview.text": f"政{text}府", "report.title": f"政{text}", "report.signature": text}
    values |= {"applications.new_received.total": text}
    report = drawable(Report(FORMS["2021"], values))
    with opened(pdf.write(report)) as document:
        shown = plain("".join(char["text"] for page in document.pages for char in page.chars))
    assert plain(report.line("title")) in shown
    assert plain(str(report["overview.text"])) in shown


def test_bytes_are_the_same_without_network_programs_or_home(tmp_path: Path) -> None:
    """In two processes that differ in all that a process can differ in; neither can reach anything but the fonts."""
    program = (
        "import socket, sys\n"
        "def no(*_): raise OSError('no network')\n"
        "socket.socket.__init__ = socket.create_connection = no\n"
        "from giptui.printers import pdf\n"
        "from giptui.store import load\n"
        "sys.stdout.buffer.write(pdf.write(load(sys.argv[1])[1]))\n"
    )
    made_by = []
    for seed, zone, folder in (("1", "UTC", "a"), ("2", "Asia/Shanghai", "b")):
        (tmp_path / folder).mkdir()
        made_by.append(
            subprocess.run(
                [sys.executable, "-c", program, str(Path(__file__).parents[2] / "data" / "baihe-2023.toml")],
                env={
                    "PATH": "",
                    "HOME": str(tmp_path / folder),
                    "TZ": zone,
                    "PYTHONHASHSEED": seed,
                    "GIPTUI_FONTS": str(FONTS),
                    "PYTHONPATH": os.pathsep.join(sys.path),
                },
                cwd=tmp_path / folder,
                capture_output=True,
                check=True,
            ).stdout
        )
    assert made_by[0] == made_by[1] == pdf.write(baihe())
    assert made_by[0].startswith(b"%PDF-")


def test_fonts_that_stand_in_are_named_and_characters_that_none_has() -> None:
    fonts, *rest = pdf.remarks(made.full(FORMS["2021"]))
    assert "仿宋_GB2312 用 Giptui Fixture" in fonts
    assert rest == []
    report = Report(FORMS["2021"], {"overview.text": "龘，靐。"})
    _, lost = pdf.remarks(report)
    assert "：靐龘" in lost or "：龘靐" in lost
    assert pdf.write(report).startswith(b"%PDF-")


def test_without_a_font_for_chinese_there_is_no_page(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("GIPTUI_FONTS", str(tmp_path))
    with pytest.raises(NoFont):
        pdf.write(baihe())
