"""What adds up, but hardly can be."""

from __future__ import annotations

import pytest
from check_reports import ZERO, changed, findings, row

from giptui.check import check
from giptui.form import FORMS
from giptui.report import Report, Value

ISSUED, REPEALED, IN_FORCE = (
    f"proactive_disclosure.normative_documents.{column}" for column in ("issued", "repealed", "in_force")
)


def stock(issued: Value, repealed: Value, in_force: Value) -> dict[str, Value]:
    return {ISSUED: issued, REPEALED: repealed, IN_FORCE: in_force}


def test_fewer_in_force_than_came_to_be_this_year() -> None:
    (finding,) = check(changed(stock(5, 1, 3)))
    assert (finding.rule, finding.severity.value) == ("stock-negative", "warning")
    assert finding.message == (
        "第二部分表格，行政规范性文件：现行有效 3 件，本年制发 5 件、废止 1 件，照此推算上年末是 -1 件，请核对"
    )
    assert finding.cells == (ISSUED, REPEALED, IN_FORCE)


@pytest.mark.parametrize(
    "numbers", [(5, 2, 3), (0, 7, 0), (3, 0, 3), (5, "", 0), (5, "/", 0), (5, "?", 0), (5, "0", 0)]
)
def test_a_stock_that_can_be(numbers: tuple[Value, Value, Value]) -> None:
    assert findings(changed(stock(*numbers)), "stock-negative") == []


def matrix(received: int, carried_in: int, handled: int, carried_out: int, misc: int = 0) -> dict[str, Value]:
    """A clean matrix of natural persons only."""
    numbers = {
        "new_received": received,
        "carried_in": carried_in,
        "disclosed": handled - misc,
        "other_processing.misc": misc,
        "total_handled": handled,
        "carried_out": carried_out,
    }
    lines = (row(name, number, 0, 0, 0, 0, 0, number) for name, number in numbers.items())
    return {address: number for line in lines for address, number in line.items()}


def test_more_carried_out_than_received() -> None:
    (finding,) = check(changed(matrix(2, 3, 1, 4)))
    assert (finding.rule, finding.severity.value) == ("stale-carry-out", "warning")
    assert finding.message.startswith("第三部分表格，总计列：四、结转下年度继续办理 4 件，多于一、本年新收 2 件；")


@pytest.mark.parametrize("numbers", [(4, 3, 3, 4), (0, 0, 0, 0), (3119, 34, 3050, 103)])
def test_what_can_be_carried_out(numbers: tuple[int, int, int, int]) -> None:
    assert check(changed(matrix(*numbers))) == ()


def test_a_sum_that_does_not_hold_is_said_instead() -> None:
    broken = {**matrix(2, 0, 2, 0), "applications.carried_out.total": 3}
    assert findings(changed(broken), "stale-carry-out") == []
    assert check(changed(broken))


def test_much_that_is_other() -> None:
    (finding,) = check(changed(matrix(30, 0, 30, 0, misc=10)))
    assert (finding.rule, finding.severity.value) == ("misc-share", "info")
    assert finding.message == (
        "第三部分表格，总计列：（六）其他处理，3.其他 10 件，占（七）总计 30 件的 33%，请核对能否归到具体的办理结果"
    )


@pytest.mark.parametrize(("handled", "misc"), [(9, 9), (34, 10), (40, 12), (0, 0)])
def test_little_that_is_other(handled: int, misc: int) -> None:
    assert check(changed(matrix(handled, 0, handled, 0, misc=misc))) == ()


CASE: dict[str, Value] = {"disputes.reconsideration.upheld": 1, "disputes.reconsideration.total": 1}


def dispute(report: Report, previous: Report | None) -> list[str]:
    found = check(report, previous=previous)
    return [finding.message for finding in found if finding.rule == "disputes-without-applications"]


def test_disputes_with_nothing_to_dispute() -> None:
    assert dispute(changed(CASE), ZERO) == [
        "第四部分表格：行政复议 1 件，但第三部分今年和上年都没有收到、办理过申请，请核对"
    ]


@pytest.mark.parametrize(
    ("report", "previous"),
    [
        (changed(CASE), None),
        (changed(CASE), changed(matrix(1, 0, 1, 0))),
        (changed({**CASE, **matrix(1, 0, 1, 0)}), ZERO),
        (changed(CASE), changed({"applications.disclosed.total": ""})),
        (changed({**CASE, "applications.disclosed.total": ""}), ZERO),
        (ZERO, ZERO),
    ],
)
def test_disputes_that_can_be(report: Report, previous: Report | None) -> None:
    assert dispute(report, previous) == []


def test_the_form_of_2019_has_other_rows() -> None:
    form = FORMS["2019"]
    report = Report(form, dict.fromkeys(form.cells, 12), tuple(section.id for section in form.sections))
    names = {finding.rule for finding in check(report, previous=report)}
    assert not names & {"stock-negative", "misc-share", "stale-carry-out", "disputes-without-applications"}
