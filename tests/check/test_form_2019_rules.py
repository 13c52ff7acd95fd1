"""The rules over reports of 2019 and 2020: their own kinds of cells, and blanks that were usual then."""

from __future__ import annotations

from decimal import Decimal

import pytest

from giptui.check import Change, Finding, check
from giptui.form import FORMS
from giptui.report import Report, Value

FORM = FORMS["2019"]
LICENSE = "proactive_disclosure.administrative_license.change"
PROCUREMENT = "proactive_disclosure.central_procurement.amount"
SECTIONS = frozenset(section.id for section in FORM.sections)
ARITHMETIC = {"row-sum", "column-sum", "balance", "dispute-sum", "extraction-suspect"}


def found(changes: dict[str, Value], *rules: str) -> list[Finding]:
    values = {"report.year": 2020, **dict.fromkeys(FORM.cells, 0), **changes}
    return [finding for finding in check(Report(FORM, values, SECTIONS)) if finding.rule in rules]


@pytest.mark.parametrize("value", ["+19", "-3", "增10", "减少2", "增加10", "+0", 19, -3, 0, "/"])
def test_changes_as_they_are_printed(value: Value) -> None:
    assert not found({LICENSE: value}, "not-a-count", "cell-unread")


@pytest.mark.parametrize(
    ("value", "phrase", "fix"),
    [
        ("19", "写成了文字“19”，应直接写 19，不加引号和单位", 19),
        ("＋１９", "填的是“＋１９”，应写成“+19”", "+19"),
        ("增 10 项", "填的是“增 10 项”，应写成“增10”", "增10"),
        ("持平", "填的是“持平”，不是增减的数；增加写 19 或“+19”，减少写 -3，没有增减的写 0", None),
        (Decimal("1.5"), "填 1.5，增减数应为整数", None),
        (-(10**12), "填的数有 13 位，不可能是增减数", None),
    ],
)
def test_what_is_no_change(value: Value, phrase: str, fix: Value | None) -> None:
    (finding,) = found({LICENSE: value}, "not-a-count")
    assert finding.message == f"第二部分表格，行政许可，本年增/减：{phrase}"
    assert finding.fix == (() if fix is None else (Change(LICENSE, value, fix),))


@pytest.mark.parametrize("value", ["251000元", "1424.4万元", "1,424.40 万元", 8040, Decimal("96171.6"), 0, "/"])
def test_money_as_it_is_printed(value: Value) -> None:
    assert not found({PROCUREMENT: value}, "not-a-count", "amount-precision", "cell-unread")


@pytest.mark.parametrize(
    ("value", "phrase", "fix"),
    [
        ("8040", "写成了文字“8040”，应直接写 8040，不加引号和单位", 8040),
        ("２５元", "填的是“２５元”，应写成“25元”", "25元"),
        ("约5万元", "填的是“约5万元”，不是金额；写数字，可以带单位，如“1424.4万元”，没有发生的写 0", None),
        (-2, "填 -2，金额不能是负数", None),
    ],
)
def test_what_is_no_money(value: Value, phrase: str, fix: Value | None) -> None:
    (finding,) = found({PROCUREMENT: value}, "not-a-count")
    assert finding.message == f"第二部分表格，政府集中采购，采购总金额：{phrase}"
    assert finding.fix == (() if fix is None else (Change(PROCUREMENT, value, fix),))


def test_row_totals_left_blank_are_no_broken_sums() -> None:
    rows = [row.id for row, _ in FORM.tables["applications"].rows()][:11]
    values: dict[str, Value] = {f"applications.{row}.total": "" for row in rows}
    values |= {"applications.new_received.natural_person": 9, "applications.disclosed.natural_person": 9}
    values |= {"applications.total_handled.natural_person": 9, "applications.total_handled.total": 9}
    assert not found(values, *ARITHMETIC)
    (finding,) = found(values, "blank-cells")
    assert (finding.severity.value, len(finding.cells)) == ("info", 11)
    assert finding.message.startswith("第三部分表格：有 11 格空着（")


def test_the_one_row_of_other_processing_counts_in_its_column() -> None:
    values: dict[str, Value] = {
        f"applications.{row}.{column}": 4
        for row in ("new_received", "other_processing", "total_handled")
        for column in ("natural_person", "total")
    }
    assert not found(values, *ARITHMETIC)
    (finding,) = found({**values, "applications.other_processing.natural_person": 3}, *ARITHMETIC)
    assert finding.fix == (Change("applications.other_processing.natural_person", 3, 4),)


@pytest.mark.parametrize(("new", "total", "fires"), [(4, 0, 1), (4, 3, 1), (4, 4, 0), (0, 9, 0), (4, "", 0)])
def test_a_total_of_papers_holds_those_of_the_year(new: Value, total: Value, fires: int) -> None:
    row = "proactive_disclosure.normative_documents"
    stock = found({f"{row}.newly_disclosed": new, f"{row}.total_disclosed": total}, "stock-negative")
    assert len(stock) == fires
    assert all("总数量应包括本年新公开的" in finding.message for finding in stock)
