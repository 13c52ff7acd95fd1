"""The six sections."""

from __future__ import annotations

import pytest
from check_reports import SECTIONS, ZERO, changed, findings, only, read

from giptui.check import check
from giptui.form import LATEST
from giptui.report import Report


def test_each_missing_section_is_named() -> None:
    gone = ("disputes.", "other_matters.")
    values = {address: value for address, value in ZERO.values.items() if not address.startswith(gone)}
    report = Report(LATEST, values, SECTIONS - {"disputes", "other_matters"})
    assert [(finding.rule, finding.severity.value, finding.message) for finding in check(report)] == [
        (
            "section-missing",
            "error",
            "缺少第四部分“四、政府信息公开行政复议、行政诉讼情况”，六个部分都要有；请补上标题和表格",
        ),
        ("section-missing", "error", "缺少第六部分“六、其他需要报告的事项”，六个部分都要有；请补上标题"),
    ]


def test_a_file_with_nothing_but_its_form_lacks_all_six() -> None:
    assert [finding.rule for finding in check(read(""))].count("section-missing") == 6


def test_a_section_without_a_word_is_there() -> None:
    assert len(findings(read("[overview]\n[other_matters]"), "section-missing")) == 4


@pytest.mark.parametrize(
    ("address", "text", "severity", "message"),
    [
        ("overview.text", "", "error", "第一部分“一、总体情况”：没有内容，请写明实际情况"),
        ("overview.text", "无", "error", "第一部分“一、总体情况”：只写了“无”，请写明实际情况"),
        (
            "problems_and_improvements.text",
            "",
            "warning",
            "第五部分“五、存在的主要问题及改进情况”：没有内容，请写明实际情况",
        ),
        (
            "problems_and_improvements.text",
            "无。",
            "warning",
            "第五部分“五、存在的主要问题及改进情况”：只写了“无。”，请写明实际情况",
        ),
        ("other_matters.text", "无", "info", "第六部分“六、其他需要报告的事项”：只写了“无”，请写明实际情况"),
        (
            "other_matters.text",
            "我镇无其他需要报告的事项。",
            "info",
            "第六部分“六、其他需要报告的事项”：只写了“我镇无其他需要报告的事项。”，请写明实际情况",
        ),
    ],
)
def test_sections_without_content(address: str, text: str, severity: str, message: str) -> None:
    finding = only(changed({address: text}))
    assert (finding.rule, finding.severity.value, finding.message) == ("section-empty", severity, message)
    assert finding.cells == (address,)


@pytest.mark.parametrize(
    "text",
    [
        "无\n本年度未收取信息处理费。",
        "本年度无收取信息处理费的情况。",
        "没有其他需要报告的事项，信息处理费 0 元。",
    ],
)
def test_a_few_words_are_content(text: str) -> None:
    assert check(changed({"other_matters.text": text})) == ()


def test_the_sections_with_tables_need_no_prose() -> None:
    assert all(ZERO[f"{name}.text"] == "" for name in ("proactive_disclosure", "applications", "disputes"))
    assert check(ZERO) == ()
