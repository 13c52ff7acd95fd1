"""Applications given up for a fee that was not paid: a notice was sent, and section six has to speak of it."""

from __future__ import annotations

import pytest
from check_reports import changed, row

from giptui.check import Finding, check
from giptui.report import Report, Value

NUMBERS: dict[str, Value] = {
    **row("new_received", 7, 0, 0, 0, 0, 0, 7),
    **row("disclosed", 4, 0, 0, 0, 0, 0, 4),
    **row("other_processing.fee_overdue", 3, 0, 0, 0, 0, 0, 3),
    **row("total_handled", 7, 0, 0, 0, 0, 0, 7),
}
OVERDUE = "第三部分表格里有 3 件因逾期不缴费不再处理，第六部分却"


def report(text: str) -> Report:
    return changed({**NUMBERS, "other_matters.text": text})


def fees(text: str) -> list[Finding]:
    return [finding for finding in check(report(text)) if finding.rule.startswith("fee-")]


@pytest.mark.parametrize(
    ("text", "lacking"),
    [
        ("无其他需要报告的事项。", "没有写收取信息处理费的情况"),
        ("本年度没有收取政府信息公开信息处理费。", "没有写发出过收费通知"),
        ("我镇依申请公开零收费。", "没有写发出过收费通知"),
        ("全年发出信息处理费收费通知2件，实际收取0元。", "只写了 2 件收费通知"),
        ("本年度共出具1份缴费通知。收取信息处理费10元。", "只写了 1 件收费通知"),
    ],
)
def test_what_section_six_does_not_say_of_the_notices(text: str, lacking: str) -> None:
    (finding,) = fees(text)
    assert (finding.rule, finding.severity.value, finding.message) == ("fee-missing", "warning", OVERDUE + lacking)


@pytest.mark.parametrize(
    "text",
    [
        "全年发出信息处理费收费通知3件，均逾期未缴，实际收取0元。",
        "按规定向3名申请人送达了收费通知书，申请人逾期未缴费，未收取信息处理费。",
        "发出收费通知5件，总金额80元，实际收取信息处理费20元。",
    ],
)
def test_notices_that_are_spoken_of(text: str) -> None:
    assert fees(text) == []


def test_no_notice_and_rows_for_want_of_payment_cannot_both_be() -> None:
    (finding,) = fees("本年度没有发出收费通知，未收取信息处理费。")
    assert (finding.rule, finding.severity.value) == ("fee-contradiction", "warning")
    assert finding.message == ("第六部分文字写的是“没有发出收费通知”，但第三部分表格里有 3 件因逾期不缴费不再处理")


def test_the_reports_up_to_2020_need_nothing_more_in_section_six() -> None:
    old = {"report.year": 2020, "report.title": "", "other_matters.text": "我镇没有其他需要报告的事项。"}
    rules = {finding.rule for finding in check(changed(old))}
    assert not rules & {"section-empty", "fee-missing"}
    new = {finding.rule for finding in check(changed({"other_matters.text": old["other_matters.text"]}))}
    assert "section-empty" in new
