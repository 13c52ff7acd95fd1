"""Prose and last year's report as evidence, and what follows from a broken sum as part of its finding."""

from __future__ import annotations

from check_reports import changed, row

from giptui.check import Finding, Policy, Severity, check
from giptui.check.review import Review
from giptui.check.rule import rule
from giptui.check.rules import RULES
from giptui.report import Report, Value, Waiver

SUMS = ("row-sum", "column-sum", "balance", "dispute-sum")
ONE_TOO_MANY: dict[str, Value] = {
    **row("new_received", 4, 0, 0, 0, 0, 0, 4),
    **row("disclosed", 3, 0, 0, 0, 0, 0, 3),
    **row("total_handled", 3, 0, 0, 0, 0, 0, 3),
}


def arithmetic(values: dict[str, Value], text: str = "", previous: Report | None = None) -> Finding:
    report = changed({**values, "applications.text": text})
    (finding,) = [finding for finding in check(report, previous=previous) if finding.rule in SUMS]
    return finding


def test_nothing_received_speaks_for_zero() -> None:
    finding = arithmetic(row("total_handled", 0, 0, 0, 0, 0, 1, 1), "2023年，我镇未收到政府信息公开申请。")
    assert [change.after for change in finding.fix] == [0, 0]
    assert finding.message.endswith("总计列随之由 1 改为 0；第三部分文字写“我镇未收到政府信息公开申请”，可为旁证")
    assert len(finding.evidence) == 1


def test_nothing_received_chooses_among_several_answers() -> None:
    values = row("new_received", 1, 0, 0, 0, 0, 0, 1)
    assert len(arithmetic(values).alternatives) == 23
    finding = arithmetic(values, "2023年，我镇未收到政府信息公开申请。")
    assert [change.address for change in finding.fix] == list(row("new_received", *"1234567"))[::6]
    assert "，可为旁证（单凭算术还有另外 22 种改法）；改正后，“文字说没有，表格里有”一条也随之解决" in finding.message


def test_nothing_received_speaks_of_what_was_received_only_where_something_was_carried_in() -> None:
    values: dict[str, Value] = {**row("carried_in", 2, 0, 0, 0, 0, 0, 2), **row("disclosed", 3, 0, 0, 0, 0, 0, 3)}
    values |= row("total_handled", 3, 0, 0, 0, 0, 0, 3)
    finding = arithmetic(values, "2023年，我镇未收到政府信息公开申请。")
    assert [answer[0].address.split(".")[1] for answer in finding.alternatives] == [
        "carried_in",
        "disclosed",
        "new_received",
    ]


def test_a_number_that_agrees_with_one_answer_chooses_it() -> None:
    finding = arithmetic(ONE_TOO_MANY, "2023年，我镇收到政府信息公开申请3件。")
    assert [(change.before, change.after) for change in finding.fix] == [(4, 3), (4, 3)]
    assert "收到政府信息公开申请3件”，可为旁证" in finding.message


def test_a_number_that_agrees_with_many_answers_puts_them_first() -> None:
    finding = arithmetic(ONE_TOO_MANY, "2023年，我镇收到政府信息公开申请4件。")
    assert (finding.fix, len(finding.alternatives)) == ((), 23)
    assert finding.alternatives[-1][0].address == "applications.new_received.natural_person"
    assert finding.message.endswith("4件”，与之相符的改法列在前面")


def test_a_number_that_agrees_with_no_answer_is_a_matter_of_the_prose() -> None:
    finding = arithmetic(ONE_TOO_MANY, "2023年，我镇收到政府信息公开申请9件。")
    assert (finding.fix, len(finding.alternatives)) == ((), 23)
    assert "9件" not in finding.message


def test_evidence_against_the_only_answer_is_shown_too() -> None:
    wrong = {**ONE_TOO_MANY, "applications.new_received.natural_person": 3}
    finding = arithmetic(wrong, "2023年，我镇收到政府信息公开申请4件。")
    assert [change.after for change in finding.fix] == [3]
    assert finding.message.endswith("；但第三部分文字写“我镇收到政府信息公开申请4件”，与此不符，请核对")
    assert finding.evidence == ()


def test_a_number_of_another_year_is_no_evidence() -> None:
    assert arithmetic(ONE_TOO_MANY, "2022年，我镇收到政府信息公开申请3件。").fix == ()


def test_a_single_reason_chooses_the_row_that_was_left_out() -> None:
    values = {**row("new_received", 3, 2, 0, 0, 0, 0, 5), **row("total_handled", 3, 2, 0, 0, 0, 0, 5)}
    finding = arithmetic(values, "2023年，我镇收到政府信息公开申请5件，其中予以公开5件。")
    assert {change.address.rpartition(".")[0] for change in finding.fix} == {"applications.disclosed"}
    assert "（一）予以公开整行漏填，按各列差额应为自然人 3、商业企业 2、总计 5；" in finding.message


def test_last_years_carried_out_chooses_what_was_carried_in() -> None:
    last = changed({"report.year": 2022, **row("carried_out", 1, 0, 0, 0, 0, 0, 1)})
    wrong = {**ONE_TOO_MANY, **row("new_received", 3, 0, 0, 0, 0, 0, 3), **row("carried_in", 2, 0, 0, 0, 0, 0, 2)}
    wrong |= {**row("disclosed", 4, 0, 0, 0, 0, 0, 4), **row("total_handled", 4, 0, 0, 0, 0, 0, 4)}
    assert len(arithmetic(wrong).alternatives) > 1
    finding = arithmetic(wrong, previous=last)
    assert [(change.address, change.after) for change in finding.fix] == [
        ("applications.carried_in.natural_person", 1),
        ("applications.carried_in.total", 1),
    ]
    assert "；上年报告“四、结转下年度继续办理”自然人列为 1；" in finding.message


@rule("too-much", "多于三件", Severity.WARNING)
def too_much(review: Review) -> list[Finding]:
    """A rule of its own, to follow from others."""
    cells = tuple(row("disclosed", *"1234567"))[:2]
    return [
        Finding("too-much", Severity.WARNING, f"{cell} > 3", (cell,))
        for cell in cells
        if (number := review.report[cell]) and isinstance(number, int) and number > 3
    ]


RIGHT: dict[str, Value] = {
    **row("new_received", 3, 0, 0, 0, 0, 0, 3),
    **row("disclosed", 3, 0, 0, 0, 0, 0, 3),
    **row("total_handled", 3, 0, 0, 0, 0, 0, 3),
}


def test_what_the_fix_settles_is_told_with_it() -> None:
    wrong = changed({**RIGHT, "applications.disclosed.natural_person": 8})
    (finding,) = check(wrong, (*RULES, too_much))
    assert finding.message.endswith("；应为 3；改正后，“多于三件”一条也随之解决")


def test_what_the_fix_does_not_settle_stays_beside_it() -> None:
    five = {address: number and 5 for address, number in RIGHT.items()}
    found = check(changed({**five, "applications.disclosed.natural_person": 8}), (*RULES, too_much))
    assert [finding.rule for finding in found] == ["row-sum", "too-much"]
    assert "随之解决" not in found[0].message


def test_what_stands_elsewhere_stays_beside_it() -> None:
    wrong = {**RIGHT, "applications.disclosed.natural_person": 8, "disputes.reconsideration.total": ""}
    found = check(changed(wrong), (*RULES, too_much))
    assert [finding.rule for finding in found] == ["blank-cells", "row-sum"]


def test_a_rule_that_runs_alone_is_not_attached_to_what_was_not_asked_for() -> None:
    wrong = changed({**RIGHT, "applications.disclosed.natural_person": 8})
    assert [finding.rule for finding in check(wrong, (too_much,))] == ["too-much"]


def with_waivers(report: Report, *waivers: tuple[str, str]) -> Report:
    """The report with findings on single cells that a person has judged right."""
    as_right = tuple(Waiver(rule, {cell: report[cell]}, "已核") for rule, cell in waivers)
    return Report(report.form, report.values, report.sections, report.problems, as_right)


def test_a_waived_sum_hides_nothing_and_what_is_waived_is_not_hidden() -> None:
    wrong = changed({**RIGHT, "applications.disclosed.natural_person": 8})
    for rule_name in ("row-sum", "too-much"):
        found = check(with_waivers(wrong, (rule_name, "applications.disclosed.natural_person")), (*RULES, too_much))
        both = [finding for finding in found if finding.rule != "waiver-stale"]  # it does not know the rule made here
        assert [finding.rule for finding in both] == ["row-sum", "too-much"]
        assert "随之解决" not in both[0].message


def test_who_was_right_before_is_not_made_right_by_reading_him_otherwise() -> None:
    values = {
        **row("new_received", 11, 0, 0, 0, 0, 0, 11),
        **row("disclosed", 8, 0, 0, 0, 0, 0, 8),
        **row("total_handled", 8, 0, 0, 0, 0, 0, 8),
        **row("carried_out", 1, 0, 0, 0, 0, 0, 1),
    }
    finding = arithmetic(values, "全年受理政府信息公开申请11件，办结8件，结转下年度1件。")
    rows = [answer[0].address.split(".")[1] for answer in finding.alternatives]
    assert rows[:3] == ["new_received", "carried_out", "disclosed"], "（七）−（五）could be 8 as well"
    assert "与之相符" not in finding.message


def test_a_sum_that_the_office_ignores_hides_nothing() -> None:
    wrong = changed({**RIGHT, "applications.disclosed.natural_person": 8})
    found = check(wrong, (*RULES, too_much), policy=Policy(dict.fromkeys(SUMS)))
    assert [finding.rule for finding in found] == ["too-much"]
    (finding,) = check(wrong, (*RULES, too_much), policy=Policy({"too-much": None}))
    assert "随之解决" not in finding.message
