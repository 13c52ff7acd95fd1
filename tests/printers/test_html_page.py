"""The page and the fragment: every cell and paragraph stands in them, read back by others and by `giptui import`."""

from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser

import pytest
from hypothesis import HealthCheck, example, given, settings
from selectolax.lexbor import LexborHTMLParser

from giptui.form import FORMS, LATEST, Form
from giptui.printers import html
from giptui.printers.cells import cells
from giptui.printers.page import inline
from giptui.report import Report
from printers.sample_reports import baihe, crowded, long, old
from readers.judging import Judged, judged, read
from readers.writing import made
from readers.writing.strategies import reports

some = settings(max_examples=8, suppress_health_check=[HealthCheck.too_slow])
SAMPLES = [baihe(), crowded(), old(), made.rich(LATEST), made.gappy(FORMS["2019"])]
IDS = ["baihe", "crowded", "old", "rich", "gappy"]
WRITERS: list[Callable[[Report], bytes]] = [html.write, html.fragment]


def tree(data: bytes) -> LexborHTMLParser:
    return LexborHTMLParser(data.decode())


@pytest.mark.parametrize("report", SAMPLES, ids=IDS)
def test_every_value_stands_at_its_address_and_every_paragraph_in_its_order(report: Report) -> None:
    page = tree(html.write(report))
    found = {node.attributes["data-address"]: node.text() for node in page.css("td")}
    assert found == {address: inline(report[address]) for address in report.form.cells}
    prose = [node.text() for node in page.css("main > p:not([class]), main > p.indented")]
    texts = [text for address in report.form.texts for text in report.paragraphs(address)]
    assert [re.sub(r"\W", "", text) for text in prose] == [re.sub(r"\W", "", text) for text in texts]
    assert [node.text() for node in page.css("h2")] == [section.title for section in report.form.sections]


@pytest.mark.parametrize("writer", WRITERS)
@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_a_value_names_all_that_it_stands_under_and_beside(form: Form, writer: Callable[[Report], bytes]) -> None:
    """What a screen reader says before a value are the form's words for it."""
    page = tree(writer(made.full(form)))
    heads = {node.attributes["id"]: node.text() for node in page.css("th")}
    assert len(heads) == len(page.css("th"))
    for node, cell in zip(page.css("td"), form.cells.values(), strict=True):
        said = [heads[name] for name in str(node.attributes["headers"]).split()]
        block = next(block for block in form.tables[cell.table].blocks if cell.row in block.rows)
        expected = [block.caption, *cell.column.over, cell.column.label, *cell.row.path]
        assert sorted(said) == sorted(filter(None, expected))


@pytest.mark.parametrize("writer", WRITERS)
@pytest.mark.parametrize("report", SAMPLES, ids=IDS)
def test_the_tables_have_the_spans_of_the_form_and_every_tag_is_closed(
    report: Report, writer: Callable[[Report], bytes]
) -> None:
    data = writer(report)
    for table, official in zip(tree(data).css("table"), report.form.tables.values(), strict=True):
        spans = [
            (int(node.attributes.get("rowspan") or 1), int(node.attributes.get("colspan") or 1))
            for node in table.css("th, td")
        ]
        assert spans == [(cell.rows, cell.columns) for cell in cells(report, official)]
    balance = _Balance()
    balance.feed(data.decode())
    assert balance.open == []


class _Balance(HTMLParser):
    """Tags that are open."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ("meta", "br"):
            self.open.append(tag)
        assert len(dict(attrs)) == len(attrs)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


RIGHT = Judged([], [], [], [])


@some
@given(reports())
@example(made.rich(LATEST))
@example(made.gappy(FORMS["2019"]))
@example(baihe())
@example(long())
def test_import_reads_both_back(report: Report) -> None:
    assert judged(read("page.html", html.write(report)), report) == RIGHT
    assert judged(read("page.html", html.write(report, draft=True)), report) == RIGHT
    lines = dict.fromkeys([f"report.{name}" for name in ("written_at", "published_on", "source", "editor")], "")
    assert judged(read("page.html", html.fragment(report)), report.with_values(lines)) == RIGHT


SCRIPT = '<script>alert("1")</script>&amp;<!-- \' --></p>'


@pytest.mark.parametrize("writer", WRITERS)
def test_markup_in_a_report_is_text(writer: Callable[[Report], bytes]) -> None:
    fields = ("title", "organ", "source", "document_number", "addressee", "signature", "signed_on")
    report = crowded().with_values(
        {
            **{f"report.{field}": SCRIPT for field in fields},
            **dict.fromkeys(LATEST.texts, SCRIPT),
            **dict.fromkeys(LATEST.cells, SCRIPT),
        }
    )
    page = tree(writer(report))
    assert not page.css("script")
    assert all(node.text() == SCRIPT for node in page.css("td"))
    shown = page.css("p")
    assert sum(node.text().count(SCRIPT) for node in shown) >= len(LATEST.texts) + 3


@pytest.mark.parametrize("writer", WRITERS)
@pytest.mark.parametrize("report", SAMPLES, ids=IDS)
def test_nothing_is_fetched_and_nothing_acts(report: Report, writer: Callable[[Report], bytes]) -> None:
    data = writer(report)
    page = tree(data)
    assert not page.css("script, link, img, iframe, object, form, a, [src], [href], [onclick]")
    assert not re.search(rb"url\(|@import|https?:", data)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f]", data.decode())


def test_the_page_is_whole_and_the_fragment_a_part_of_one() -> None:
    page, part = html.write(baihe()).decode(), html.fragment(baihe()).decode()
    assert page.startswith('<!doctype html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">')
    assert (page.count("<main>"), page.count("<h1>")) == (1, 1)
    assert tree(page.encode()).css_first("title").text() == baihe().line("title")
    assert not re.search("<(?:!doctype|html|head|body|main|style|h1)|class=", part)
    assert all(node.attributes.get("style") for node in tree(part.encode()).css("div, p, h2, h3, th, td, table"))


def test_two_fragments_share_no_id() -> None:
    own, other = ({*re.findall(r' id="([^"]+)"', html.fragment(report).decode())} for report in (baihe(), crowded()))
    assert own and other and not own & other


@pytest.mark.parametrize("writer", [html.write, html.fragment])
def test_a_draft_says_so(writer: Callable[[Report, bool], bytes]) -> None:
    assert tree(writer(baihe(), True)).css("p")[0].text() == "草案"
    assert "草案" not in writer(baihe(), False).decode()


def test_number_and_addressee_have_their_places() -> None:
    report = baihe().with_values({"report.document_number": "白政发〔2024〕1号", "report.addressee": "县政府办"})
    lines = [node.text() for node in tree(html.write(report)).css("main > *")]
    assert lines[:2] == ["白政发〔2024〕1号", report.line("title")]
    assert lines[3] == "县政府办："


@pytest.mark.parametrize("writer", WRITERS)
def test_an_empty_report_has_its_headings_and_tables(writer: Callable[[Report], bytes]) -> None:
    page = tree(writer(Report(LATEST, {})))
    assert [node.text() for node in page.css("h2, h3")] == [section.title for section in LATEST.sections]
    values = [node.text() for node in page.css("td")]
    assert values == [""] * len(LATEST.cells)
