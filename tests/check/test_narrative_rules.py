"""Prose against tables: what is a finding, in which words, and all that must be none."""

from __future__ import annotations

import pytest
from check_reports import SECTIONS, ZERO, changed, findings

from giptui.check import Finding, Severity, check
from giptui.form import LATEST
from giptui.report import Report, Value

NARRATIVE = ("text-", "fee-")


def narrative(report: Report, previous: Report | None = None) -> list[Finding]:
    return [finding for finding in check(report, previous=previous) if finding.rule.startswith(NARRATIVE)]


def findings_on(text: str, cells: dict[str, Value], address: str = "applications.text") -> list[tuple[str, Severity]]:
    return [(finding.rule, finding.severity) for finding in narrative(changed({address: text, **cells}))]


def totals(**rows: int) -> dict[str, Value]:
    """Totals of rows of the matrix, all of natural persons: ``new_received=3``; ``__`` stands for the dot."""
    cells: dict[str, Value] = {}
    for name, number in rows.items():
        line = f"applications.{name.replace('__', '.')}"
        cells |= {f"{line}.natural_person": number, f"{line}.total": number}
    return cells


def test_the_number_the_cells_and_the_sentence_are_told() -> None:
    cells = totals(new_received=3119, carried_in=34)
    report = changed(
        {"overview.text": "全市共受理政府信息公开申请3110件。", "report.level": "county_government", **cells}
    )
    (finding,) = findings(report, "text-received")
    assert finding.message == (
        "第一部分文字写的是“全市共受理政府信息公开申请3110件”，"
        "但第三部分表格，一、本年新收政府信息公开申请数量，总计列填 3119，一＋二为 3153"
    )
    assert finding.cells == ("applications.new_received.total", "overview.text")
    assert finding.fix == ()


def test_the_same_in_two_texts_is_one_finding() -> None:
    text = {"overview.text": "收到政府信息公开申请5件。", "applications.text": "收到政府信息公开申请5件。"}
    assert len(findings(changed({**text, **totals(new_received=4)}), "text-received")) == 1


def test_a_number_from_the_wrong_column() -> None:
    cells = totals(new_received=260) | {"applications.new_received.natural_person": 258}
    (finding,) = findings(changed({"applications.text": "收到政府信息公开申请258件", **cells}), "text-received")
    assert finding.message.endswith("；258 是本行自然人列的数")


def test_none_in_the_same_section_is_an_error_elsewhere_a_warning() -> None:
    cells = totals(new_received=1, disclosed=1, total_handled=1)
    text = "本年度未收到政府信息公开申请。"
    assert findings_on(text, cells) == [("text-none", Severity.ERROR)]
    assert findings_on(text, cells, "overview.text") == [("text-none", Severity.WARNING)]
    assert findings_on("目前未收到政府信息公开申请。", cells) == [("text-none", Severity.WARNING)]


def test_some_where_the_table_has_none() -> None:
    assert findings_on("收到政府信息公开申请2件。", {}) == [("text-some", Severity.WARNING)]
    assert findings_on("收到群众留言2件。", {}) == []


def test_blank_cells_contradict_nothing() -> None:
    cells: dict[str, Value] = {"applications.new_received.total": "", "applications.carried_in.total": ""}
    assert findings_on("收到政府信息公开申请2件。", cells) == []
    assert findings_on("未收到政府信息公开申请。", cells) == []


RECONCILING = [
    (
        "新收申请95件，上年结转8件，办结98件，结转下年5件，其中予以公开42件，部分公开1件，不予公开49件，无法提供6件。",
        {
            "new_received": 95,
            "carried_in": 8,
            "total_handled": 98,
            "carried_out": 5,
            "disclosed": 42,
            "partially_disclosed": 1,
            "not_disclosed__inquiry_matter": 49,
            "unable_to_provide__not_held": 6,
        },
    ),
    (
        "收到申请21件，上年结转2件，答复18件，结转5件。",
        {"new_received": 21, "carried_in": 2, "total_handled": 18, "disclosed": 18, "carried_out": 5},
    ),
    (
        "受理申请133件（含上年结转11件），已办结126件，结转下年度继续办理7件。",
        {"new_received": 122, "carried_in": 11, "total_handled": 126, "disclosed": 126, "carried_out": 7},
    ),
    (
        "办理申请119件（予以公开60件、部分公开13件、不予公开6件、无法提供26件、不予处理3件、其他处理11件）。",
        {
            "new_received": 119,
            "total_handled": 119,
            "disclosed": 60,
            "partially_disclosed": 13,
            "not_disclosed__enforcement_file": 6,
            "unable_to_provide__not_held": 26,
            "not_processed__petition": 3,
            "other_processing__misc": 11,
        },
    ),
    (
        "共答复130件，其中予以公开59件，部分公开32件，不予公开26件，无法提供1件，不予处理12件。",
        {
            "new_received": 130,
            "total_handled": 130,
            "disclosed": 59,
            "partially_disclosed": 32,
            "not_disclosed__process_information": 26,
            "unable_to_provide__still_unclear": 1,
            "not_processed__repeat": 12,
        },
    ),
    (
        "新收政府信息公开申请7件，上年结转1件，予以公开3件，部分公开4件，无法提供1件，均已答复。",
        {
            "new_received": 7,
            "carried_in": 1,
            "total_handled": 8,
            "disclosed": 3,
            "partially_disclosed": 4,
            "unable_to_provide__not_held": 1,
        },
    ),
]


@pytest.mark.parametrize(("text", "rows"), RECONCILING, ids=[text[:20] for text, _ in RECONCILING])
def test_reports_that_reconcile(text: str, rows: dict[str, int]) -> None:
    report = changed({"applications.text": text, **totals(**rows)})
    arithmetic = [each for each in check(report) if each.rule in ("row-sum", "column-sum", "balance")]
    assert narrative(report) == []
    assert arithmetic == []


@pytest.mark.parametrize(
    "text",
    [
        "本年度未收到自然人及法人或其他组织提交的政府公开申请。",
        "2023年，我镇未收到依申请公开政府信息的申请，无行政复议、行政诉讼。",
        "全年收到政府信息公开申请0件，办结0件，结转0件。",
        "未发生因政府信息公开引起的行政复议、行政诉讼，未收取信息处理费。",
        "受理12345热线200件，办结200件；办理人大建议3件、政协提案2件。",
        "收到群众信息留言35条，答复35条。2022年收到政府信息公开申请2件。",
        "审理行政复议案件30件，其中维持20件。",
        "主动公开规范性文件8件，建立规章制度12项，转发文件30件。",
        "行政许可事项清单公开120项，受理不动产登记申请300件。",
        "收到意见建议近40条，较上年减少5件。",
    ],
)
def test_a_report_of_zeros_says_nothing_wrong(text: str) -> None:
    for address in ("overview.text", "applications.text", "proactive_disclosure.text", "disputes.text"):
        assert narrative(changed({address: text})) == [], address


def test_a_list_that_does_not_add_up() -> None:
    text = "收到申请10件（征地6件、教育3件）。"
    (finding,) = findings(changed({"overview.text": text, **totals(new_received=10)}), "text-list-sum")
    assert finding.message == "第一部分文字写的是“收到申请10件”，但所列各项 6＋3 相加为 9"


def test_parts_above_their_whole() -> None:
    rows = totals(new_received=8, total_handled=8, disclosed=5, partially_disclosed=4)
    text = "答复申请8件，其中予以公开5件、部分公开4件。"
    assert ("text-list-sum", Severity.WARNING) in findings_on(text, rows)
    assert ("text-list-sum", Severity.WARNING) not in findings_on("答复申请8件，其中予以公开5件、部分公开2件。", rows)


def test_growth_is_held_against_last_years_report() -> None:
    now = changed({"applications.text": "收到政府信息公开申请112件，同比增长20%。", **totals(new_received=112)})
    before = changed({"report.year": 2022, **totals(new_received=100)})
    growth = [finding for finding in check(now, previous=before) if finding.rule == "text-growth"]
    assert [finding.message for finding in growth] == [
        "第三部分文字写的是“收到政府信息公开申请112件，同比增长20%”，但按两年的表格算是 12%"
    ]
    assert findings(now, "text-growth") == []


def test_fees_need_only_be_spoken_of_where_there_were_applications() -> None:
    text = "办理建议提案2件，按要求处理政务公开工作，推进重点领域信息公开和基层政务公开。"
    assert findings_on(text, {}, "other_matters.text") == []
    assert findings_on(text, totals(new_received=1), "other_matters.text") == [("fee-missing", Severity.INFO)]
    overdue = totals(new_received=1, other_processing__fee_overdue=1)
    assert findings_on(text, overdue, "other_matters.text") == [("fee-missing", Severity.WARNING)]
    assert findings_on("无", totals(new_received=1), "other_matters.text") == []


def test_a_fee_that_no_tariff_gives() -> None:
    assert findings_on("收取信息处理费3945元。", {}, "other_matters.text") == [("fee-tariff", Severity.INFO)]
    assert findings_on("收取信息处理费0.394万元。", {}, "other_matters.text") == []
    assert findings_on("收取信息处理费约3945元。", {}, "other_matters.text") == []


def test_the_zero_report_is_clean() -> None:
    assert narrative(ZERO) == []
    assert narrative(Report(LATEST, {}, SECTIONS)) == []
