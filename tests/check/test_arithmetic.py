"""The arithmetic rules: which message, of which cells, with which fix."""

from __future__ import annotations

from check_reports import ZERO, changed, findings, only, row

from giptui.check import RULES, Change, check
from giptui.report import Value

DISCLOSED = row("disclosed", 3, 0, 0, 0, 0, 0, 3)
RECEIVED = row("new_received", 3, 0, 0, 0, 0, 0, 3)
HANDLED = row("total_handled", 3, 0, 0, 0, 0, 0, 3)
RIGHT: dict[str, Value] = {**RECEIVED, **DISCLOSED, **HANDLED}


def test_a_total_that_nothing_supports_its_own_total_following() -> None:
    """The report that the project grew from."""
    finding = only(changed(row("total_handled", 0, 0, 0, 0, 0, 1, 1)))
    other, total = "applications.total_handled.other_organization", "applications.total_handled.total"
    assert finding.rule == "column-sum"
    assert finding.severity.value == "error"
    assert finding.cells == (other, total)
    assert finding.fix == (Change(other, 1, 0), Change(total, 1, 0))
    assert finding.alternatives == ()
    assert [verdict.identity.name for verdict in finding.verdicts] == [
        "column-sum:applications.other_organization",
        "column-sum:applications.total",
        "balance:applications.other_organization",
        "balance:applications.total",
    ]
    assert finding.message == (
        "第三部分表格，（七）总计，其他列：填 1，但上面各行之和为 0，一＋二也为 0；应为 0，总计列随之由 1 改为 0"
    )


def test_a_report_with_applications_that_adds_up_is_silent() -> None:
    assert check(changed(RIGHT)) == ()


def test_a_detail_that_row_and_column_contradict() -> None:
    finding = only(changed({**RIGHT, "applications.disclosed.natural_person": 8}))
    assert finding.rule == "row-sum"
    assert finding.fix == (Change("applications.disclosed.natural_person", 8, 3),)
    assert finding.message == (
        "第三部分表格，（一）予以公开，自然人列：填 8，但本行总计填 3、前面各列之和为 8，"
        "本列（七）总计填 3、上面各行之和为 8；应为 3"
    )


def test_a_row_total() -> None:
    finding = only(changed({**RIGHT, "applications.disclosed.total": 5}))
    assert finding.fix == (Change("applications.disclosed.total", 5, 3),)
    assert finding.message == (
        "第三部分表格，（一）予以公开，总计列：填 5，但前面各列之和为 3，本列（七）总计填 3、上面各行之和为 5；应为 3"
    )


def test_what_is_carried_out_takes_part_in_the_balance() -> None:
    finding = only(changed({**RIGHT, "applications.carried_out.natural_person": 2}))
    assert finding.rule == "row-sum"
    assert finding.fix == (Change("applications.carried_out.natural_person", 2, 0),)
    assert finding.message == (
        "第三部分表格，四、结转下年度继续办理，自然人列：填 2，但本行总计填 0、前面各列之和为 2，"
        "一＋二为 3、（七）＋四为 5；应为 0"
    )


def test_several_answers_are_all_given_and_some_named() -> None:
    total = row("new_received", 4, 0, 0, 0, 0, 0, 4)
    finding = only(changed({**RIGHT, **total}))
    assert finding.rule == "balance"
    assert finding.fix == ()
    assert len(finding.alternatives) == 23  # 一, 四 and each of the 21 results, every total following
    assert finding.alternatives[0] == (
        Change("applications.new_received.natural_person", 4, 3),
        Change("applications.new_received.total", 4, 3),
    )
    assert finding.message == (
        "第三部分表格，自然人列：一＋二为 4，但（七）＋四为 3；总计列：一＋二为 4，但（七）＋四为 3；"
        "以下任一处改正都能平：一、本年新收政府信息公开申请数量，自然人列由 4 改为 3（合计随之）；"
        "四、结转下年度继续办理，自然人列由 0 改为 1（合计随之）……等 23 处"
    )


def test_section_four_knows_no_better_than_its_one_sum() -> None:
    finding = only(changed({"disputes.reconsideration.total": 3, "disputes.reconsideration.upheld": 2}))
    assert finding.rule == "dispute-sum"
    assert finding.message == (
        "第四部分表格，行政复议：总计填 3，但前面各列之和为 2；以下任一处改正都能平："
        "结果维持由 2 改为 3；结果纠正由 0 改为 1；其他结果由 0 改为 1……等 5 处"
    )
    assert finding.cells == tuple(
        f"disputes.reconsideration.{name}" for name in ("upheld", "corrected", "other", "pending", "total")
    )


def test_a_group_of_section_four_is_named_in_full() -> None:
    finding = only(changed({"disputes.litigation_after_reconsideration.total": 1}))
    assert finding.message.startswith("第四部分表格，行政诉讼，复议后起诉：总计填 1，但前面各列之和为 0；")


def test_mistakes_without_a_sum_in_common_are_findings_of_their_own() -> None:
    wrong = {
        "applications.disclosed.total": 5,
        "disputes.reconsideration.total": 1,
        "disputes.litigation_direct.total": 1,
    }
    assert [finding.rule for finding in check(changed({**RIGHT, **wrong}))] == ["row-sum", "dispute-sum", "dispute-sum"]


def test_two_mistakes_of_different_size_are_two_findings_with_a_fix_each() -> None:
    wrong = {"applications.disclosed.natural_person": 4, "applications.partially_disclosed.research_institution": 2}
    fixes = [finding.fix for finding in check(changed({**RIGHT, **wrong}))]
    assert fixes == [
        (Change("applications.disclosed.natural_person", 4, 3),),
        (Change("applications.partially_disclosed.research_institution", 2, 0),),
    ]


def test_two_mistakes_of_one_size_could_be_two_others() -> None:
    """Each of two rows and two columns is one too many: the corners of a square, one way or the other."""
    right = {**row("new_received", 3, 3, 0, 0, 0, 0, 6), **row("total_handled", 3, 3, 0, 0, 0, 0, 6)}
    wrong = {**row("disclosed", 3, 2, 0, 0, 0, 0, 4), **row("partially_disclosed", 1, 2, 0, 0, 0, 0, 2)}
    finding = only(changed({**right, **wrong}))
    assert finding.message == (
        "第三部分表格，（一）予以公开：总计填 4，但前面各列之和为 5……等 4 处；"
        "要改两处，以下任一种改法都能平："
        "（一）予以公开，自然人列由 3 改为 2，同时（二）部分公开，商业企业列由 2 改为 1；"
        "（一）予以公开，商业企业列由 2 改为 1，同时（二）部分公开，自然人列由 1 改为 0"
    )
    assert len(finding.alternatives) == 2


def test_two_mistakes_in_one_column_are_one_finding_with_one_fix() -> None:
    wrong = {"applications.disclosed.natural_person": 4, "applications.partially_disclosed.natural_person": 2}
    finding = only(changed({**RIGHT, **wrong}))
    assert [(change.before, change.after) for change in finding.fix] == [(4, 3), (2, 0)]
    assert finding.message == (
        "第三部分表格，（一）予以公开：总计填 3，但前面各列之和为 4；（二）部分公开：总计填 0，但前面各列之和为 2；"
        "自然人列：（七）总计填 3，但上面各行之和为 6；改正这两处就平："
        "（一）予以公开，自然人列由 4 改为 3，同时（二）部分公开，自然人列由 2 改为 0"
    )


def test_numbers_in_the_wrong_row() -> None:
    """Two rows are broken and no column: no single mistake, and no two independent ones."""
    wrong = {"applications.disclosed.natural_person": 0, "applications.partially_disclosed.natural_person": 3}
    finding = only(changed({**RIGHT, **wrong}))
    assert [verdict.identity.rule for verdict in finding.verdicts] == ["row-sum", "row-sum"]
    truth = (
        Change("applications.disclosed.natural_person", 0, 3),
        Change("applications.partially_disclosed.natural_person", 3, 0),
    )
    assert truth in finding.alternatives


def test_three_single_mistakes_side_by_side() -> None:
    wrong = {
        "applications.disclosed.natural_person": 4,
        "applications.partially_disclosed.research_institution": 2,
        "applications.not_processed.repeat.commercial_enterprise": 3,
    }
    found = check(changed({**RIGHT, **wrong}))
    assert sorted(finding.fix[0].address for finding in found) == sorted(wrong)


def test_a_table_beyond_small_causes_says_so_and_lists_what_does_not_add_up() -> None:
    wrong = {
        f"applications.{name}.{column}": 1
        for name in ("disclosed", "partially_disclosed", "not_processed.repeat")
        for column in ("commercial_enterprise", "research_institution")
    }
    finding = only(changed({**RIGHT, **wrong}))
    assert finding.fix == finding.alternatives == ()
    assert finding.message == (
        "第三部分表格：有 5 处算不平，找不到一两处就能解释的原因，请逐项核对："
        "（一）予以公开：总计填 3，但前面各列之和为 5；"
        "（二）部分公开：总计填 0，但前面各列之和为 2；"
        "（五）不予处理，2.重复申请：总计填 0，但前面各列之和为 2；"
        "商业企业列：（七）总计填 0，但上面各行之和为 3……等 5 处"
    )
    assert len(finding.verdicts) == 5


def test_blanks_are_no_arithmetic_finding() -> None:
    assert {finding.rule for finding in check(changed({**RIGHT, "applications.disclosed.total": ""}))} == {
        "blank-cells"
    }
    assert {f.rule for f in check(changed({**RIGHT, "applications.disclosed.natural_person": ""}))} == {"blank-cells"}


def test_a_blank_under_a_total_added_up_without_it_is_the_first_answer() -> None:
    values = {**row("new_received", 4, 0, 0, 0, 0, 0, 4), **row("carried_out", "", 0, 0, 0, 0, 0, 0)}
    (finding,) = findings(changed({**RIGHT, **values}), "balance")
    assert finding.alternatives[0] == (
        Change("applications.carried_out.natural_person", "", 1),
        Change("applications.carried_out.total", 0, 1),
    )
    assert finding.message == (
        "第三部分表格，总计列：一＋二为 4，但（七）＋四为 3；以下任一处改正都能平："
        "四、结转下年度继续办理，自然人列空着改填 1（合计随之）；"
        "一、本年新收政府信息公开申请数量，自然人列由 4 改为 3（合计随之）；"
        "（一）予以公开，自然人列由 3 改为 4（合计随之）……等 23 处"
    )


def test_a_blank_that_alone_can_be_wrong_is_told_as_such() -> None:
    values = {**RIGHT, **row("total_handled", "", 0, 0, 0, 0, 0, 0)}
    finding = only(changed(values))
    assert finding.message == (
        "第三部分表格，（七）总计，自然人列：空着，但总计列：（七）总计填 0，但上面各行之和为 3；总计列：一＋二为 3，"
        "但（七）＋四为 0；应为 3，总计列随之由 0 改为 3；改正后，“空着的格”一条也随之解决"
    )


def test_blanks_under_totals_added_up_without_them_are_filled_together() -> None:
    right = {
        **row("new_received", 3, 2, 0, 0, 0, 0, 5),
        **row("disclosed", 3, 1, 0, 0, 0, 0, 4),
        **row("total_handled", 3, 1, 0, 0, 0, 0, 4),
        **row("carried_out", 0, 1, 0, 0, 0, 0, 1),
    }
    wrong = {**row("new_received", "", 2, 0, 0, 0, 0, 2), **row("carried_out", 0, "", 0, 0, 0, 0, 0)}
    finding = only(changed({**right, **wrong}))
    assert [(change.before, change.after) for change in finding.fix] == [("", 3), ("", 1), (2, 5), (0, 1)]
    assert (
        "；填上空格就平：一、本年新收政府信息公开申请数量，自然人列空着改填 3，"
        "同时四、结转下年度继续办理，商业企业列空着改填 1（合计随之）"
    ) in finding.message


def test_blanks_that_make_up_for_one_another_in_a_sum_that_holds_are_filled_together() -> None:
    wrong = {
        **row("new_received", "", 2, 0, 0, 0, 0, 2),
        **row("disclosed", 3, "", 0, 0, 0, 0, 3),
        **row("partially_disclosed", 0, 0, 0, 0, 0, 0, 0),
        **row("total_handled", 3, 0, 0, 0, 0, 0, 3),
        **row("carried_in", 0, 1, 0, 0, 0, 0, 1),
    }
    finding = only(changed(wrong))
    assert [verdict.identity.name for verdict in finding.verdicts] == ["balance:applications.commercial_enterprise"]
    assert [change.after for change in finding.fix if change.before == ""] == [3, 3]


def test_known_parts_above_a_total_are_an_error_in_spite_of_blanks() -> None:
    values = {
        "disputes.reconsideration.upheld": 5,
        "disputes.reconsideration.other": "",
        "disputes.reconsideration.total": 3,
    }
    (finding,) = findings(changed(values), "dispute-sum")
    assert ("disputes.reconsideration.other",) not in [tuple(c.address for c in a) for a in finding.alternatives]
    assert [change.after for answer in finding.alternatives for change in answer] == [3, 5]


def test_what_cannot_be_read_is_neither_checked_nor_changed() -> None:
    assert findings(changed({**RIGHT, "disputes.reconsideration.total": "?"}), "dispute-sum") == []
    values = {
        **RIGHT,
        "applications.disclosed.natural_person": 8,
        "applications.partially_disclosed.natural_person": "?",
    }
    (finding,) = findings(changed(values), "row-sum")
    assert "applications.partially_disclosed.natural_person" not in finding.cells


def test_a_rule_alone_gives_only_its_findings() -> None:
    report = changed({**row("total_handled", 0, 0, 0, 0, 0, 1, 1), "disputes.reconsideration.total": 1})
    chosen = [rule for rule in RULES if rule.name == "dispute-sum"]
    assert [finding.rule for finding in check(report, chosen)] == ["dispute-sum"]
    assert check(report, ()) == ()


def test_a_checked_report_is_what_it_was() -> None:
    before = dict(ZERO.values)
    check(ZERO)
    assert ZERO.values == before
