"""Whole rows and columns as one mistake: which message, with which fix; and of an imported table misread."""

from __future__ import annotations

from check_reports import changed, only, row

from giptui.check import Change, Finding, check
from giptui.report import Report, Value
from giptui.store import blank, decode, parse

RECEIVED = row("new_received", 3, 2, 0, 0, 0, 0, 5)
DISCLOSED = row("disclosed", 3, 2, 0, 0, 0, 0, 5)
HANDLED = row("total_handled", 3, 2, 0, 0, 0, 0, 5)
RIGHT: dict[str, Value] = {**RECEIVED, **DISCLOSED, **HANDLED}
SUMS = ("row-sum", "column-sum", "balance", "extraction-suspect")


def arithmetic(report: Report) -> Finding:
    (finding,) = [finding for finding in check(report) if finding.rule in SUMS]
    return finding


def changes(finding: Finding) -> dict[str, Value]:
    return {change.address: change.after for change in finding.fix}


def imported(values: dict[str, Value]) -> Report:
    report = changed(values)
    return Report(report.form, report.values, report.sections, report.problems, report.waivers, imported=True)


def test_the_total_row_left_out_is_one_finding_with_its_fix() -> None:
    finding = only(changed({**RECEIVED, **DISCLOSED}))
    assert changes(finding) == {address: value for address, value in HANDLED.items() if value}
    assert finding.message.endswith("；（七）总计整行漏填，按各列差额应为自然人 3、商业企业 2、总计 5")


def test_a_result_left_out_may_be_any_row_that_is_all_zero() -> None:
    finding = only(changed({**RECEIVED, **HANDLED}))
    assert finding.rule == "column-sum"
    assert len(finding.alternatives) == 21
    assert finding.message == (
        "第三部分表格，自然人列：（七）总计填 3，但上面各行之和为 0；商业企业列：（七）总计填 2，但上面各行之和为 0；"
        "总计列：（七）总计填 5，但上面各行之和为 0；多半漏填了一整行（应为自然人 3、商业企业 2、总计 5），"
        "以下任一行都有可能：（一）予以公开；（二）部分公开……等 21 行"
    )


def test_results_left_out_under_a_total_that_followed_are_told_beside_what_is_carried_out() -> None:
    finding = only(changed(RECEIVED))
    assert finding.rule == "balance"
    rows = [answer[0].address.removesuffix(".natural_person") for answer in finding.alternatives]
    assert len(rows) == 22
    assert {"applications.carried_out", "applications.disclosed"} < {*rows}


def test_the_total_column_left_out_is_one_finding_with_its_fix() -> None:
    totals = {address: 0 for address in RIGHT if address.endswith(".total")}
    finding = only(changed({**RIGHT, **totals}))
    assert set(changes(finding)) == set(totals)
    assert finding.message.endswith(
        "；总计列整列漏填，按各行差额应为一、本年新收政府信息公开申请数量 5、（一）予以公开 5、（七）总计 5"
    )


def test_a_row_that_slipped_by_a_column() -> None:
    finding = only(changed({**RIGHT, **row("disclosed", 0, 3, 2, 0, 0, 0, 5)}))
    assert [(change.before, change.after) for change in finding.fix] == [(0, 3), (3, 2), (2, 0)]
    assert finding.message.endswith(
        "；（一）予以公开整行的数错开了一列，应各左移一列：自然人 3、商业企业 2、科研机构 0"
    )


def test_a_row_that_slipped_with_its_total_which_fell_off() -> None:
    finding = only(changed({**RIGHT, **row("disclosed", 0, 3, 2, 0, 0, 0, 0)}))
    assert changes(finding)["applications.disclosed.total"] == 5


def test_a_column_that_slipped_by_a_row() -> None:
    wrong: dict[str, Value] = {
        "applications.disclosed.natural_person": 0,
        "applications.partially_disclosed.natural_person": 3,
    }
    finding = only(changed({**RIGHT, **wrong}))
    assert changes(finding) == dict(zip(wrong, (3, 0), strict=True))
    assert finding.message.endswith("；自然人列整列的数错开了一行，应各上移一行：（一）予以公开 3、（二）部分公开 0")


def test_a_row_of_zeros_and_blanks_is_filled_as_a_whole_and_no_blanks_are_told_beside_it() -> None:
    finding = only(changed({**RIGHT, **row("disclosed", 0, 0, "", "", "", "", "")}))
    assert changes(finding) == DISCLOSED
    assert "应为自然人 3、商业企业 2、总计 5，其余为 0" in finding.message


def test_a_row_with_a_number_is_not_left_out() -> None:
    finding = only(changed({**RECEIVED, **HANDLED, **row("disclosed", 0, 0, 0, 0, 0, 1, 0)}))
    assert all(change.address != "applications.disclosed.natural_person" for a in finding.alternatives for change in a)


def test_a_row_left_blank_is_named_with_what_the_sums_know_of_it() -> None:
    finding = only(changed({**RIGHT, **row("disclosed", *[""] * 7)}))
    assert finding.message == (
        "第三部分表格：有 7 格空着（（一）予以公开整行）；按各列差额，应为自然人 3、商业企业 2、总计 5，其余为 0"
    )
    assert changes(finding) == DISCLOSED


def test_two_rows_left_blank_cannot_be_told_apart() -> None:
    finding = only(changed({**RIGHT, **row("disclosed", *[""] * 7), **row("partially_disclosed", *[""] * 7)}))
    assert finding.fix == ()


def test_an_imported_row_that_slipped_was_misread() -> None:
    finding = only(imported({**RIGHT, **row("disclosed", 0, 3, 2, 0, 0, 0, 5)}))
    assert finding.rule == "extraction-suspect"
    assert [change.after for change in finding.fix] == [3, 2, 0]
    assert finding.message.startswith(
        "第三部分表格：有 3 处算不平，多半是导入时读错了行或列（（一）予以公开整行的数错开了一列，应各左移一列："
    )


def test_mass_failure_of_an_imported_table_is_one_finding_and_a_list_where_a_person_typed_it() -> None:
    wrong = {
        **RIGHT,
        "applications.disclosed.natural_person": 4,
        "applications.partially_disclosed.research_institution": 2,
        "applications.not_processed.repeat.commercial_enterprise": 3,
    }
    finding = only(imported(wrong))
    assert finding.rule == "extraction-suspect"
    assert (finding.fix, finding.alternatives) == ((), ())
    assert len(check(changed(wrong))) == 3
    assert len(check(imported(wrong).by_hand())) == 3


def test_one_or_two_mistakes_of_an_imported_table_are_told_as_such() -> None:
    finding = only(imported({**RIGHT, "applications.disclosed.total": 6}))
    assert finding.fix == (Change("applications.disclosed.total", 6, 5),)


def test_an_imported_file_says_so_itself() -> None:
    slipped = changed({**RIGHT, **row("disclosed", 0, 3, 2, 0, 0, 0, 5)})
    text = blank(slipped.form, slipped.values)
    assert arithmetic(parse(decode("a.toml", f"{text}\n[origin]\nfile = 'a.html'\n".encode()))).rule == SUMS[-1]
    assert arithmetic(parse(decode("a.toml", text.encode()))).rule == "column-sum"
