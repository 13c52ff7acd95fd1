"""The skeleton of both layouts: order, metadata, sections, signature, and text that could harm a terminal."""

from __future__ import annotations

import unicodedata
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_reports import baihe, crowded
from wcwidth import wcswidth

from giptui.form import LATEST
from giptui.printers import LAYOUTS, plain
from giptui.report import Report, Value

METADATA: dict[str, Value] = {
    "report.title": "题",
    "report.editor": "丙",
    "report.source": "乙",
    "report.published_on": date(2024, 2, 3),
    "report.written_at": datetime(2024, 1, 3, 6, 2, 1),
}
both = pytest.mark.parametrize("layout", LAYOUTS)


def before_sections(report: Report, layout: str) -> str:
    return plain(report, layout).partition("\n\n一、总体情况")[0]


def test_metadata_on_one_line() -> None:
    line = "撰写时间：2024年01月03日 06:02:01 发布日期：2024年02月03日 来源：乙 编辑：丙"
    assert before_sections(Report(LATEST, METADATA), "tables") == f"题\n\n{line}"


def test_metadata_line_by_line_with_the_title_again() -> None:
    lines = "撰写时间\n2024年01月03日 06:02:01\n发布日期\n2024年02月03日\n来源\n乙\n编辑\n丙"
    assert before_sections(Report(LATEST, METADATA), "lines") == f"题\n\n{lines}\n\n题"


@both
def test_what_is_not_there_is_not_printed(layout: str) -> None:
    assert before_sections(Report(LATEST, {"report.title": "题"}), layout) == "题"
    assert plain(Report(LATEST, {}), layout).startswith("一、总体情况\n")
    assert plain(Report(LATEST, {}), layout).rstrip("\n -0").endswith("六、其他需要报告的事项")


@both
def test_a_date_that_is_none_prints_as_it_is(layout: str) -> None:
    values: dict[str, Value] = {"report.written_at": "2024年元月", "report.signed_on": "某日"}
    text = plain(Report(LATEST, values), layout)
    assert "2024年元月" in text
    assert text.endswith("  某日\n")


@both
def test_signature_and_date_end_in_the_eightieth_cell(layout: str) -> None:
    values: dict[str, Value] = {"report.signature": "某镇人民政府", "report.signed_on": date(2024, 1, 23)}
    *_, signature, day = plain(Report(LATEST, values), layout).removesuffix("\n").split("\n")
    assert (signature.strip(), day.strip()) == ("某镇人民政府", "2024年1月23日")
    assert wcswidth(signature) == wcswidth(day) == 80


@both
def test_prose_stands_before_and_after_the_table_a_paragraph_a_line(layout: str) -> None:
    long = "长" * 200
    values: dict[str, Value] = {"disputes.text": f"{long}\n其次", "disputes.text_after": "表后"}
    text = plain(Report(LATEST, values), layout, (4,))
    assert text.startswith(f"四、政府信息公开行政复议、行政诉讼情况\n\n{long}\n\n其次\n\n")
    assert text.endswith("\n\n表后\n")


@both
@pytest.mark.parametrize("report", [baihe(), crowded()], ids=["baihe", "crowded"])
def test_sections_are_the_pages_own_in_the_pages_order(report: Report, layout: str) -> None:
    whole = plain(report, layout)
    each = [plain(report, layout, (number,)) for number in range(1, 7)]
    assert "\n".join(each) in whole
    assert plain(report, layout, (5, 2)) == f"{each[1]}\n{each[4]}"


@given(st.sampled_from(LAYOUTS), st.text(), st.sampled_from([*LATEST.kinds]))
def test_no_control_character_reaches_the_terminal(layout: str, text: str, address: str) -> None:
    page = plain(Report(LATEST, {address: text}), layout)
    assert not any(unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp") for character in page.replace("\n", ""))


def test_an_escape_sequence_shows_as_text() -> None:
    assert plain(Report(LATEST, {"report.title": "题\x1b[2J"})).startswith("题␛[2J\n")


def test_an_unknown_layout_is_named() -> None:
    with pytest.raises(ValueError, match="'pdf'"):
        plain(baihe(), "pdf")
