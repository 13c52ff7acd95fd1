"""What stands in single cells: each rule with what fires it, its exact words, and what only looks like it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from check_reports import changed, only, read, row, without

from giptui.check import Change, check
from giptui.form import LATEST
from giptui.report import Report, Value

CELL = "disputes.reconsideration.upheld"
FEES = "proactive_disclosure.administrative_fees.amount"


def by_rule(report: Report) -> dict[str, str]:
    return {finding.rule: finding.message for finding in check(report)}


@pytest.mark.parametrize(
    ("value", "phrase", "fix"),
    [
        ("3", "写成了文字“3”，应直接写 3，不加引号和单位", 3),
        ("１２", "写成了文字“１２”，应直接写 12，不加引号和单位", 12),
        ("3件", "写成了文字“3件”，应直接写 3，不加引号和单位", 3),
        ("1,234", "写成了文字“1,234”，应直接写 1234，不加引号和单位", 1234),
        ("／", "填的是“／”，不是数；没有发生的写 0，不适用的写“/”", None),
        ("若干", "填的是“若干”，不是数；没有发生的写 0，不适用的写“/”", None),
        ("-1", "填的是“-1”，不是数；没有发生的写 0，不适用的写“/”", None),
        (-1, "填 -1，件数不能是负数", None),
        (Decimal("1.5"), "填 1.5，件数应为不小于 0 的整数", None),
        (Decimal("3.0"), "填 3.0，件数应为不小于 0 的整数", None),
        (Decimal("NaN"), "填 NaN，件数应为不小于 0 的整数", None),
        (10**30, "填的数有 31 位，不可能是件数", None),
        ("长" * 40, f"填的是“{'长' * 19}…”，不是数；没有发生的写 0，不适用的写“/”", None),
    ],
)
def test_what_is_no_count(value: Value, phrase: str, fix: int | None) -> None:
    finding = only(changed({CELL: value}))
    assert (finding.rule, finding.cells) == ("not-a-count", (CELL,))
    assert finding.message == f"第四部分表格，行政复议，结果维持：{phrase}"
    assert finding.fix == (() if fix is None else (Change(CELL, value, fix),))


@pytest.mark.parametrize(
    ("value", "phrase", "fix"),
    [
        ("12.50", "写成了文字“12.50”，应直接写 12.50，不加引号和单位", Decimal("12.50")),
        ("1424.4万元", "写成了文字“1424.4万元”，应直接写 1424.4，不加引号和单位", Decimal("1424.4")),
        ("251000元", "填的是“251000元”，不是数；没有发生的写 0，不适用的写“/”", None),
        (Decimal("-0.5"), "填 -0.5，金额应为不小于 0 的数", None),
        (-2, "填 -2，金额不能是负数", None),
    ],
)
def test_what_is_no_amount(value: Value, phrase: str, fix: Decimal | None) -> None:
    finding = only(changed({FEES: value}))
    assert finding.rule == "not-a-count"
    assert finding.message == f"第二部分表格，行政事业性收费，本年收费金额（单位：万元）：{phrase}"
    assert finding.fix == (() if fix is None else (Change(FEES, value, fix),))


@pytest.mark.parametrize("value", [0, 7, Decimal("59237.2450"), Decimal("0.10"), Decimal("12.345678")])
def test_amounts_are_left_alone(value: Value) -> None:
    assert check(changed({FEES: value})) == ()


def test_an_amount_finer_than_a_fen() -> None:
    finding = only(changed({FEES: Decimal("12.3456789")}))
    assert (finding.rule, finding.severity.value) == ("amount-precision", "warning")
    assert finding.message == (
        "第二部分表格，行政事业性收费，本年收费金额（单位：万元）：填 12.3456789，有 7 位小数；以万元为单位，至多 6 位"
    )


def test_a_cell_that_holds_a_date_is_named_by_the_file() -> None:
    report = read("[disputes]\nreconsideration = [2024-01-01, 0, 0, 0, 0]")
    messages = by_rule(report)
    assert messages["wrong-type"] == "第四部分表格，行政复议，结果维持：填的是 2024-01-01，应为一个数，没有发生的写 0"
    assert "cell-unread" not in messages
    assert by_rule(changed({CELL: date(2024, 1, 1)}))["not-a-count"].endswith("填 2024-01-01，件数应为不小于 0 的整数")


def test_unread_cells_are_one_finding_a_table() -> None:
    finding = only(changed({CELL: "?", "disputes.litigation_direct.total": "?"}))
    assert (finding.rule, finding.severity.value) == ("cell-unread", "error")
    assert finding.cells == (CELL, "disputes.litigation_direct.total")
    assert finding.message == (
        "第四部分表格：有 2 格没有读出来，请对照原件填写：行政复议，结果维持；行政诉讼，未经复议直接起诉，总计"
    )


def test_blank_cells_are_one_warning_a_table_with_number_and_names() -> None:
    finding = only(changed({"applications.disclosed.total": "", **row("carried_out", *[""] * 7)}))
    assert (finding.rule, finding.severity.value, len(finding.cells)) == ("blank-cells", "warning", 8)
    assert finding.message == (
        "第三部分表格：有 8 格空着（（一）予以公开，总计列；四、结转下年度继续办理整行）；没有发生的填 0"
    )


def test_many_blank_cells_are_counted_and_the_first_named() -> None:
    rows = ("disclosed", "partially_disclosed", "not_disclosed.state_secret", "not_processed.repeat")
    finding = only(changed({f"applications.{name}.total": "" for name in rows}))
    assert finding.message == (
        "第三部分表格：有 4 格空着（（一）予以公开，总计列；（二）部分公开，总计列；"
        "（三）不予公开，1.属于国家秘密，总计列……等 4 处）；没有发生的填 0"
    )


SIXTEEN: dict[str, Value] = {
    **row("new_received", 12, 3, 0, 0, 1, 0, 16),
    **row("disclosed", 6, 1, 0, 0, 1, 0, 8),
    **row("partially_disclosed", 5, 2, 0, 0, 0, 0, 7),
    **row("total_handled", 11, 3, 0, 0, 1, 0, 15),
    **row("carried_out", 1, 0, 0, 0, 0, 0, 1),
}
DISCLOSED, PARTLY, CARRIED_OUT = (
    f"applications.{name}.natural_person" for name in ("disclosed", "partially_disclosed", "carried_out")
)


@pytest.mark.parametrize(
    ("blank", "phrase", "number"),
    [
        (DISCLOSED, "第三部分表格：有 1 格空着（（一）予以公开，自然人列）；按本行、本列差额应为 6", 6),
        (
            CARRIED_OUT,
            "第三部分表格：有 1 格空着（四、结转下年度继续办理，自然人列）；按本行差额、本列勾稽关系应为 1",
            1,
        ),
        (
            "applications.total_handled.total",
            "第三部分表格：有 1 格空着（（七）总计，总计列）；按本行各列之和、本列各行之和、本列勾稽关系应为 15",
            15,
        ),
        ("disputes.reconsideration.pending", "第四部分表格：有 1 格空着（行政复议，尚未审结）；按本行差额应为 1", 1),
        ("disputes.reconsideration.total", "第四部分表格：有 1 格空着（行政复议，总计）；按本行各列之和应为 2", 2),
    ],
)
def test_a_blank_cell_gets_the_number_that_the_sums_leave_for_it(blank: str, phrase: str, number: int) -> None:
    names = ("upheld", "pending", "total")
    disputes = {f"disputes.reconsideration.{name}": n for name, n in zip(names, (1, 1, 2), strict=True)}
    finding = only(changed({**SIXTEEN, **disputes, blank: ""}))
    assert (finding.rule, finding.severity.value, finding.message) == ("blank-cells", "warning", phrase)
    assert finding.fix == (Change(blank, "", number),)


def test_several_blanks_are_told_their_numbers_and_the_rest_may_be_0() -> None:
    blanks = (DISCLOSED, "applications.carried_in.total", "applications.new_received.commercial_enterprise")
    finding = only(changed({**SIXTEEN, **dict.fromkeys(blanks, "")}))
    assert finding.message == (
        "第三部分表格：有 3 格空着（一、本年新收政府信息公开申请数量，商业企业列；"
        "二、上年结转政府信息公开申请数量，总计列；（一）予以公开，自然人列）；"
        "一、本年新收政府信息公开申请数量，商业企业列按本行差额、本列勾稽关系应为 3；"
        "（一）予以公开，自然人列按本行、本列差额应为 6；其余没有发生的填 0"
    )
    assert [change.after for change in finding.fix] == [3, 6]


def test_sums_that_contradict_one_another_propose_nothing() -> None:
    report = changed({**SIXTEEN, DISCLOSED: "", "applications.disclosed.total": 7})
    (finding,) = (finding for finding in check(report) if finding.rule == "blank-cells")
    assert finding.message.endswith("；按本行差额应为 5，按本列差额应为 6，互相矛盾，请核对")
    assert finding.fix == finding.alternatives == ()


@pytest.mark.parametrize(
    "values",
    [
        {DISCLOSED: "", PARTLY: "", "applications.disclosed.total": ""},
        {DISCLOSED: "", PARTLY: "?", "applications.disclosed.total": "?"},
        {DISCLOSED: "", PARTLY: "/", "applications.disclosed.total": "/"},
    ],
    ids=["blank", "unread", "inapplicable"],
)
def test_what_the_sums_do_not_know_is_not_guessed(values: dict[str, Value]) -> None:
    report = changed({**SIXTEEN, **values})
    (finding,) = (finding for finding in check(report) if finding.rule == "blank-cells")
    assert DISCLOSED not in {change.address for change in finding.fix}
    assert "没有发生的填 0" in finding.message


def test_one_sum_is_not_believed_where_another_calls_its_cells_wrong() -> None:
    wrong = {DISCLOSED: "", PARTLY: "", "applications.disclosed.total": 9, "applications.partially_disclosed.total": 7}
    report = changed({**SIXTEEN, **wrong})
    assert "column-sum" in by_rule(report)
    (finding,) = (finding for finding in check(report) if finding.rule == "blank-cells")
    assert finding.fix == ()


def test_unread_and_inapplicable_cells_are_not_filled() -> None:
    for value in ("?", "/"):
        assert all(finding.fix == () for finding in check(changed({**SIXTEEN, DISCLOSED: value})))


def test_a_table_that_nobody_filled() -> None:
    finding = only(changed({cell.address: "" for cell in LATEST.tables["disputes"].cells()}))
    assert finding.message == "第四部分表格：整张表没有填写；没有发生的填 0"


def test_inapplicable_is_right_for_rules_of_a_body_without_the_power_only() -> None:
    rules = {f"proactive_disclosure.government_rules.{column}": "/" for column in ("issued", "repealed", "in_force")}
    assert check(changed(rules)) == ()
    finding = only(changed({**rules, "proactive_disclosure.administrative_license.decisions": "/"}))
    assert finding.message == "第二部分表格：有 1 格填“/”（行政许可，本年处理决定数量）；没有发生的填 0"


def test_blanks_under_rules_are_blanks() -> None:
    finding = only(changed({"proactive_disclosure.government_rules.issued": ""}))
    assert finding.message == "第二部分表格：有 1 格空着（规章，本年制发件数）；没有发生的填 0"


def test_a_section_that_is_missing_is_not_blank_too() -> None:
    assert set(by_rule(without("disputes"))) == {"section-missing"}


@pytest.mark.parametrize(("level", "told"), [("township", False), ("prefecture_government", True)])
def test_a_table_without_the_row_of_rules_is_usual_for_a_body_that_makes_none(level: str, told: bool) -> None:
    report = changed({"report.level": level, "report.organ": ""})
    values = {address: value for address, value in report.values.items() if "government_rules" not in address}
    assert ("blank-cells" in by_rule(Report(LATEST, values, report.sections))) is told
