"""Names of the form's parts as reports print them."""

from __future__ import annotations

import pytest

from giptui.form import FORMS, LATEST, Form
from giptui.form.aliases import aliases
from giptui.readers.labels import Heading, caption, heading, labels_of

OVERVIEW, DISCLOSURE, APPLICATIONS, DISPUTES, PROBLEMS, OTHERS = (section.id for section in LATEST.sections)


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_every_name_of_a_row_means_that_row_and_no_other(form: Form) -> None:
    """The form's own, and the declared ones; with an ordinal or without."""
    for table in form.tables.values():
        labels = labels_of(table)
        for row, columns in table.rows():
            for name in (row.label, *aliases("row", f"{table.id}.{row.id}")):
                assert labels.row(name, whole=True) == row.id, name
                assert labels.row(f"９、{name}", whole=True) == row.id, name
            for column in columns:
                for name in (column.label, *aliases("column", f"{table.id}.{column.id}")):
                    assert labels.column(f"{name}（附注）") == column.label, name


def test_a_name_that_fits_several_fits_none() -> None:
    labels = labels_of(LATEST.tables["applications"])
    for text in ("政府信息公开申请", "行政机关不再处理", "申请人", "（三）不予公开", ""):
        assert not labels.row(text)
    assert not labels_of(FORMS["2019"].tables["proactive_disclosure"]).column("本年新")


def test_a_damaged_name_is_the_nearest_one_only_if_it_is_the_only_near_one() -> None:
    labels = labels_of(LATEST.tables["applications"])
    assert labels.row("5.要求行政机关确人或重新出具己获取信息") == "not_processed.confirmation"
    assert labels.row("2.没有成信息需另行制作") == "unable_to_provide.requires_creation"
    assert not labels.row("2.没有成信息需另行制作", whole=True)
    assert not labels.row("属于行政")


@pytest.mark.parametrize(
    ("line", "section", "is_exact"),
    [
        ("一、 总体概述", OVERVIEW, True),
        ("、总体情况", OVERVIEW, True),
        ("总体情况", OVERVIEW, True),
        ("（二）主动公开政府信息的情况", DISCLOSURE, True),
        ("二、2023年主动公开政府信息情况", DISCLOSURE, False),
        ("三、收到和处理政府信息公开申请情况(宋体加粗小四号字)", APPLICATIONS, True),
        ("四、因政府信息公开工作被申请行政复议、提起行政诉讼情况", DISPUTES, True),
        ("四、政府信息公开行政法复议、行政诉讼情况", DISPUTES, True),
        ("五、存在的主要问题及改正情况。", PROBLEMS, True),
        ("六、需要说明的其他事项与附表", OTHERS, True),
        ("六、其它需要报告的事项", OTHERS, True),
    ],
)
def test_headings_as_they_are_printed(line: str, section: str, is_exact: bool) -> None:
    found = heading(line)
    assert found
    assert (found.section, found.is_exact) == (section, is_exact)


@pytest.mark.parametrize(
    "line",
    [
        "一、本年新收政府信息公开申请数量",
        "二、上年结转政府信息公开申请数量",
        "三、本年度办理结果",
        "四、结转下年度继续办理",
        "（一）主动公开情况",
        "（二）依申请公开情况",
        "三、强化监督保障。",
        "2023年，我局认真贯彻落实条例，主动公开政府信息情况良好。",
    ],
)
def test_what_only_looks_like_a_heading(line: str) -> None:
    assert heading(line) is None


def test_the_mark_of_a_heading_is_told() -> None:
    assert heading("四、行政复议与行政诉讼情况") == Heading(DISPUTES, "四、", is_exact=True)


def test_captions() -> None:
    for text, numeral in (
        ("第二十条第 （一） 项", "一"),
        ("第二十条 第(八)项：", "八"),
        ("第二十条第9项", "九"),
        ("第二十条规定", ""),
        ("行政许可", ""),
    ):
        assert caption(text) == numeral
