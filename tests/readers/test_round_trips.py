"""What giptui prints, and what the tests write in the formats of others, is read back whole.

Every cell with its digits; blank, 0, “/” and “?” stay four things; all prose; title, organ, year, what stands around.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

from giptui.form import FORMS
from giptui.printers import LAYOUTS, plain
from giptui.report import Report
from readers.corpus import drawable
from readers.judging import Judged, judged, outside, read, rows
from readers.writing import made, office, paper, texts, web
from readers.writing.page import Page, page
from readers.writing.strategies import reports

RIGHT = Judged([], [], [], [])

# Reading a document takes a second: a failing one is shown as it is found, not shrunk for an hour.
slow = settings(max_examples=3, phases=[Phase.explicit, Phase.generate], suppress_health_check=[HealthCheck.too_slow])
many = settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow])


def back(name: str, source: str | bytes, report: Report) -> Judged:
    return judged(read(name, source if isinstance(source, bytes) else source.encode()), report)


@pytest.mark.parametrize("layout", LAYOUTS)
@many
@given(reports())
@example(made.gappy(FORMS["2021"]))
@example(made.rich(FORMS["2019"]))
@example(made.made(FORMS["2021"], {}))
@example(made.made(FORMS["2019"], dict.fromkeys(FORMS["2019"].cells, "?")))
def test_what_report_prints_is_read_back_letter_by_letter(layout: str, report: Report) -> None:
    found = read(f"report.{layout}", plain(report, layout).encode())
    assert judged(found, report) == RIGHT
    assert {a: found.values.get(a, "") for a in report.form.texts} == {a: report[a] for a in report.form.texts}


TABLES = st.sampled_from([web.spans, web.without_rowspans, web.in_blocks, web.crooked, web.unclosed])
INNERS = st.sampled_from([web.plain, web.office, web.padded])


@many
@given(reports(), TABLES, INNERS)
def test_web_pages(report: Report, rows: web.Rows, inner: web.Inner) -> None:
    assert back("page.html", web.html(page(report), rows, inner, frame=web.SITE), report) == RIGHT


SHAPES: dict[str, Callable[[Page], str]] = {
    "lines": texts.one_a_line,
    "pipes": texts.cell_a_line_with_pipes,
    "rows": texts.row_a_line,
    "markdown": texts.markdown,
    "tabs": texts.tabs,
}


@pytest.mark.parametrize("shape", SHAPES)
@settings(many, max_examples=8)
@given(reports())
def test_texts(shape: str, report: Report) -> None:
    """In a row of which only the last cells are blank nobody can tell whether the blanks before them have vanished."""
    found = back("page.txt", SHAPES[shape](page(report)), report)
    assert outside(found.unread, rows(report.form, report) if shape == "rows" else ()) == []
    assert found._replace(unread=[]) == RIGHT


@slow
@given(reports())
def test_word_documents(report: Report) -> None:
    assert back("报告.docx", office.docx(page(report)), report) == RIGHT


@slow
@given(reports(), st.booleans())
def test_spreadsheets(report: Report, sheets: bool) -> None:
    assert back("报告.xlsx", office.xlsx(page(report), sheets), report) == RIGHT
    assert back("报告.ods", office.ods(page(report)), report) == RIGHT


@settings(slow, max_examples=2)
@given(reports(), st.sets(st.integers(3, 24), max_size=3))
def test_paper(report: Report, breaks: set[int]) -> None:
    report = drawable(report)
    assert back("报告.pdf", paper.pdf(page(report), breaks=tuple(sorted(breaks))), report) == RIGHT
