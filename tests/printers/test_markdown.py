"""A report as Markdown: what GitHub and pandoc make of it is the report, and `giptui import` reads it back."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, example, given, settings
from markdown_it import MarkdownIt
from markdown_it.token import Token

from giptui.form import FORMS, LATEST
from giptui.printers import markdown
from giptui.printers.cells import cells
from giptui.report import Report
from printers.sample_reports import baihe, crowded, long, old
from readers.judging import Judged, judged, read
from readers.writing import made
from readers.writing.strategies import reports

RIGHT = Judged([], [], [], [])
some = settings(max_examples=8, suppress_health_check=[HealthCheck.too_slow])
MARKUP = [
    "*a* _b_ `c` **d** ~~e~~ [f](g) ![h](i) <b>j</b> &amp; k|l \\ \\| \\* $m$ ^n^ http://o.cn",
    "# 一",
    "- 一",
    "+ 一",
    "1. 一",
    "12) 一",
    "1.",
    "> 一",
    "===",
    "---",
    "```",
    ": 一",
    "<script>",
    "[一]: 二",
    "=1+1",
]


def tokens(data: bytes) -> list[Token]:
    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(data.decode())


def shown(found: list[Token], *kinds: str) -> list[str]:
    """The texts of the elements of these kinds."""
    opening = {f"{kind}_open" for kind in kinds}
    inside = (each for before, each in pairwise(found) if before.type in opening)
    return ["".join(part.content for part in each.children or ()) for each in inside]


@pytest.mark.parametrize(
    "report", [baihe(), old(), crowded(), made.rich(LATEST), made.gappy(FORMS["2019"])], ids=lambda each: each.organ
)
def test_others_see_headings_paragraphs_and_cells(report: Report) -> None:
    found = tokens(markdown.write(report))
    assert shown(found, "heading")[1:] == [section.title for section in report.form.sections]
    prose = [text for address in report.form.texts for text in report.paragraphs(address)]
    paragraphs = [text.strip("　") for text in shown(found, "paragraph")]
    assert [text for text in prose if text.replace("\t", "␉").strip("　") not in paragraphs] == []
    placed = [cell.text.replace("\n", "") for table in report.form.tables.values() for cell in cells(report, table)]
    assert [text for text in shown(found, "th", "td") if text] == [text for text in placed if text]


@some
@given(reports())
@example(made.rich(LATEST))
@example(made.gappy(FORMS["2019"]))
@example(baihe())
@example(long())
@example(made.made(LATEST, {}))
def test_import_reads_it_back(report: Report) -> None:
    assert judged(read("a.md", markdown.write(report)), report) == RIGHT
    assert judged(read("a.md", markdown.write(report, draft=True)), report) == RIGHT


def test_markup_in_a_report_is_text() -> None:
    """For those who show it, and for import."""
    values = dict.fromkeys(("report.source", "report.signature"), MARKUP[0])
    report = baihe().with_values({**values, "overview.text": "\n".join(MARKUP), "applications.text": MARKUP[0]})
    data = markdown.write(report)
    found = shown(tokens(data), "paragraph")
    assert "| 一 | 二 |" in shown(
        tokens(markdown.write(report.with_values({"preface.text": "| 一 | 二 |"}))), "paragraph"
    )
    assert [text for text in MARKUP if text not in found] == []
    back = read("a.md", data)
    assert [back.values[address] for address in ("overview.text", "applications.text")] == [
        report["overview.text"],
        report["applications.text"],
    ]
    piped = baihe().with_values({"applications.new_received.total": "3|4\\|*5*"})
    assert "3|4\\|*5*" in shown(tokens(markdown.write(piped)), "td")


def test_spaces_that_indent_a_paragraph_are_part_of_it() -> None:
    report = baihe().with_values({"overview.text": "　　一。\n　　二。"})
    assert read("a.md", markdown.write(report)).values["overview.text"] == "　　一。\n　　二。"


def test_a_draft_says_so_first() -> None:
    assert markdown.write(baihe(), draft=True).decode().startswith("**草案**\n\n# ")
