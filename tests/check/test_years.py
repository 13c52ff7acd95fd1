"""This year against last year: what a reviewer sees with both reports on the desk, and what he passes over."""

from __future__ import annotations

from decimal import Decimal

import pytest
from check_reports import HEADER, SECTIONS, ZERO, row

from giptui.check import Finding, Review, Severity, check
from giptui.check.year_on_year import expected_from_last_year
from giptui.form import FORMS
from giptui.report import Report, Value

LAST = ZERO.with_values({"report.year": 2022})
ACROSS = ("carry-over", "stock-roll", "copied-table", "copied-text", "zeroed", "jump", "unit-suspect")
PENALTIES = "proactive_disclosure.administrative_penalty.decisions"
FEES = "proactive_disclosure.administrative_fees.amount"
DOCUMENTS = "proactive_disclosure.normative_documents"


def found(now: dict[str, Value], before: dict[str, Value], *rules: str) -> list[Finding]:
    """What the rules across years (these of them) find with these numbers in two reports of zeros."""
    findings = check(ZERO.with_values(now), previous=LAST.with_values(before))
    return [finding for finding in findings if finding.rule in (rules or ACROSS)]


def only(now: dict[str, Value], before: dict[str, Value]) -> Finding:
    (finding,) = found(now, before)
    return finding


def one_person(name: str, number: Value) -> dict[str, Value]:
    return row(name, number, 0, 0, 0, 0, 0, number)


def received(number: int) -> dict[str, Value]:
    """That many applications, received from persons and all granted."""
    return {
        **one_person("new_received", number),
        **one_person("disclosed", number),
        **one_person("total_handled", number),
    }


def carried_in(number: int) -> dict[str, Value]:
    return {
        **one_person("carried_in", number),
        **one_person("disclosed", number),
        **one_person("total_handled", number),
    }


def test_without_last_year_nothing_is_found() -> None:
    report = ZERO.with_values({**carried_in(7), PENALTIES: 500, f"{DOCUMENTS}.in_force": 30})
    assert not [finding for finding in check(report) if finding.rule in ACROSS]


def test_two_clean_years_have_no_finding() -> None:
    now = {**one_person("carried_in", 3), **one_person("disclosed", 3), **one_person("total_handled", 3)}
    before = {**one_person("new_received", 3), **one_person("carried_out", 3)}
    assert check(ZERO.with_values(now), previous=LAST.with_values(before)) == ()


# --- carry-over


def test_what_was_carried_over_is_one_finding_for_all_columns() -> None:
    finding = only(carried_in(3), one_person("carried_out", 5))
    assert (finding.rule, finding.severity) == ("carry-over", Severity.ERROR)
    assert finding.cells == ("applications.carried_in.natural_person", "applications.carried_in.total")
    assert "自然人列填 3，上年为 5；总计列填 3，上年为 5" in finding.message
    assert "“四、结转下年度继续办理”" in finding.message


def test_the_same_total_from_other_applicants_is_a_warning() -> None:
    (finding,) = found(carried_in(3), row("carried_out", 0, 3, 0, 0, 0, 0, 3))
    assert finding.severity is Severity.WARNING
    assert finding.cells == ("applications.carried_in.natural_person", "applications.carried_in.commercial_enterprise")


@pytest.mark.parametrize("unknown", ["", "/", "?", "5件"])
def test_what_one_year_does_not_say_is_not_compared(unknown: str) -> None:
    assert not found(carried_in(3), row("carried_out", *[unknown] * 7))
    assert not found(row("carried_in", *[unknown] * 7), one_person("carried_out", 3))


@pytest.mark.parametrize(
    ("change", "word"),
    [({"report.organ": "青山县自然资源局"}, "机关名称"), ({"report.scope": "region"}, "统计范围")],
)
def test_another_organ_or_scope_is_no_error(change: dict[str, Value], word: str) -> None:
    (finding,) = found(carried_in(3), {**one_person("carried_out", 5), **change})
    assert finding.severity is Severity.WARNING
    assert f"{word}与上年不同" in finding.message


def test_the_place_before_a_name_makes_no_other_organ() -> None:
    assert (
        only(carried_in(3), {**one_person("carried_out", 5), "report.organ": "石桥镇政府"}).severity is Severity.ERROR
    )


def test_last_year_is_evidence_for_the_column_it_speaks_of() -> None:
    review = Review(ZERO, LAST.with_values({**one_person("carried_out", 5), "applications.carried_out.total": ""}))
    expected = expected_from_last_year(review)
    assert expected["applications.carried_in.natural_person"] == 5
    assert "applications.carried_in.total" not in expected
    assert not expected_from_last_year(Review(ZERO))
    assert not expected_from_last_year(Review(ZERO, LAST.with_values({"report.organ": "青山县财政局"})))


def test_a_slip_in_what_was_carried_in_is_told_once() -> None:
    slip = {**carried_in(5), **one_person("carried_in", 3)}
    findings = check(ZERO.with_values(slip), previous=LAST.with_values(one_person("carried_out", 5)))
    assert [finding.rule for finding in findings if finding.severity is Severity.ERROR] == ["balance"]
    assert "上年报告" in findings[0].message


# --- stock-roll


def test_the_stock_rolls_on() -> None:
    stock: dict[str, Value] = {f"{DOCUMENTS}.issued": 2, f"{DOCUMENTS}.repealed": 1, f"{DOCUMENTS}.in_force": 9}
    assert not found(stock, {f"{DOCUMENTS}.in_force": 8}, "stock-roll")
    (finding,) = found(stock, {f"{DOCUMENTS}.in_force": 10}, "stock-roll")
    assert finding.severity is Severity.WARNING
    assert "填 9，但上年为 10，加本年制发 2、减本年废止 1，应为 11" in finding.message


def test_a_clean_up_in_the_text_explains_the_stock() -> None:
    text = {"overview.text": "本年对行政规范性文件进行了清理。", f"{DOCUMENTS}.in_force": 3}
    (finding,) = found(text, {f"{DOCUMENTS}.in_force": 8}, "stock-roll")
    assert finding.severity is Severity.INFO


def test_a_stock_that_is_not_stated_is_not_rolled() -> None:
    assert not found(
        {f"{DOCUMENTS}.repealed": "", f"{DOCUMENTS}.in_force": 3}, {f"{DOCUMENTS}.in_force": 8}, "stock-roll"
    )
    assert not found({f"{DOCUMENTS}.in_force": 3}, {f"{DOCUMENTS}.in_force": "/"}, "stock-roll")


# --- jump, zeroed, unit-suspect


@pytest.mark.parametrize(
    ("before", "now"),
    [
        (440, 170),
        (170, 259),
        (1, 18),
        (0, 19),
        (6, 25),
        (10, 31),
        (3, 3),
        (10_000, 3334),
        (7, 70),
        (0, 30),
    ],
)
def test_real_swings_are_no_jumps(before: int, now: int) -> None:
    assert not found(received(now), received(before), "jump")


@pytest.mark.parametrize(("before", "now"), [(40, 400), (400, 40), (0, 37), (7, 80)])
def test_tenfold_is_a_jump_told_once(before: int, now: int) -> None:
    finding = only(received(now), received(before))
    assert (finding.rule, finding.severity) == ("jump", Severity.INFO)
    assert finding.cells == ("applications.new_received.total",)
    assert f"上年 {before}，本年 {now}" in finding.message


def test_what_last_year_left_blank_has_not_jumped() -> None:
    assert not found({PENALTIES: 300}, {PENALTIES: ""})
    assert not found({PENALTIES: ""}, {PENALTIES: 300})


def test_several_jumps_of_a_table_are_one_finding() -> None:
    license_ = "proactive_disclosure.administrative_license.decisions"
    finding = only({PENALTIES: 300, license_: 8}, {PENALTIES: 20, license_: 120})
    assert finding.cells == (license_, PENALTIES)


def test_numbers_of_another_scope_are_not_measured() -> None:
    assert not found({PENALTIES: 3000}, {PENALTIES: 20, "report.scope": "region"})


def test_what_is_gone_without_a_word_is_told() -> None:
    finding = only(received(0), received(12))
    assert (finding.rule, finding.severity) == ("zeroed", Severity.INFO)
    assert "上年 12，本年 0" in finding.message
    assert [each.rule for each in found({PENALTIES: 0}, {PENALTIES: 400})] == ["zeroed"]


@pytest.mark.parametrize(
    "text",
    ["本年度未收到政府信息公开申请。", "依申请公开数量比上年明细下降。", "本机关没有收到公开申请；"],
)
def test_what_the_text_accounts_for_is_not(text: str) -> None:
    assert not found({**received(0), "overview.text": text}, received(12), "zeroed")


def test_a_word_about_something_else_accounts_for_nothing() -> None:
    text = {"overview.text": "本年度未发生行政复议。依申请公开渠道畅通。"}
    assert found({**received(0), **text}, received(12), "zeroed")


def test_few_are_gone_without_anyone_asking() -> None:
    assert not found(received(0), received(9))


@pytest.mark.parametrize(("before", "now"), [("118.5", "1251000"), ("1251000", "118.5"), ("0.5", "5000")])
def test_yuan_for_ten_thousand_yuan(before: str, now: str) -> None:
    finding = only({FEES: Decimal(now)}, {FEES: Decimal(before)})
    assert (finding.rule, finding.severity) == ("unit-suspect", Severity.WARNING)
    assert f"填 {now}，上年为 {before}" in finding.message
    assert f"请核对{'本年' if Decimal(now) > Decimal(before) else '上年'}的数" in finding.message


@pytest.mark.parametrize(("before", "now"), [("0", "1251000"), ("18.871", "1424.4"), ("", "500"), ("1", "90000")])
def test_other_amounts_are_not_suspected(before: str, now: str) -> None:
    last = Decimal(before) if before else ""
    assert not found({FEES: Decimal(now)}, {FEES: last}, "unit-suspect")


# --- copies

BUSY: dict[str, Value] = {
    PENALTIES: 17,
    "proactive_disclosure.administrative_license.decisions": 45,
    f"{DOCUMENTS}.issued": 3,
    f"{DOCUMENTS}.repealed": 1,
    f"{DOCUMENTS}.in_force": 14,
    FEES: Decimal("3.20"),
}


def test_last_years_table_left_as_it_was() -> None:
    (finding,) = found(BUSY, {**BUSY, FEES: Decimal("3.2")}, "copied-table")
    assert finding.severity is Severity.WARNING
    assert set(finding.cells) == set(BUSY)


def test_a_table_with_two_new_numbers_is_no_copy() -> None:
    assert not found(BUSY, {**BUSY, PENALTIES: 19, FEES: Decimal(4)}, "copied-table")


@pytest.mark.parametrize("number", [1, 2])
def test_the_same_few_applications_every_year_are_no_copy(number: int) -> None:
    assert not found(received(number), received(number))


ESSAY = "2023年，我镇主动公开政府信息216条，其中惠民补贴58条、乡村振兴41条、财政预决算12条；修订审核制度，组织培训2次。"


def test_last_years_text_with_new_numbers() -> None:
    text = {"overview.text": ESSAY * 3, "problems_and_improvements.text": "同样的问题。" * 20}
    before = {**text, "overview.text": (ESSAY * 3).replace("2023", "2022").replace("216", "188")}
    (finding,) = found(text, before, "copied-text")
    assert finding.severity is Severity.INFO
    assert finding.cells == ("overview.text", "problems_and_improvements.text")
    assert "第五部分文字有 100% 与上年报告相同" in finding.message


def test_short_set_phrases_are_no_copies() -> None:
    assert not found({}, {})  # the texts of two clean reports are the same, word for word


def test_a_text_without_end_is_compared_in_no_time() -> None:
    now, before = {"overview.text": "公开信息" * 250_000}, {"overview.text": "信息公开" * 250_000}
    assert found(now, before, "copied-text")


# --- across forms


def old(values: dict[str, Value]) -> Report:
    form = FORMS["2019"]
    return Report(form, {**HEADER, "report.year": 2020, **dict.fromkeys(form.cells, 0), **values}, SECTIONS)


def test_across_forms_only_what_both_have_is_compared() -> None:
    last = old(
        {
            **one_person("carried_out", 5),
            "proactive_disclosure.normative_documents.total_disclosed": 40,
            "proactive_disclosure.administrative_penalty.decisions": 20,
            "applications.other_processing.total": 300,
        }
    )
    report = ZERO.with_values({"report.year": 2021, **carried_in(3), f"{DOCUMENTS}.in_force": 3, PENALTIES: 300})
    assert [(f.rule, f.cells[-1]) for f in check(report, previous=last) if f.rule in ACROSS] == [
        ("carry-over", "applications.carried_in.total"),
        ("jump", PENALTIES),
    ]


def test_a_change_of_form_alone_is_nothing() -> None:
    report = ZERO.with_values({"report.year": 2021})
    assert not [finding for finding in check(report, previous=old({})) if finding.rule in ACROSS]


def test_amounts_do_not_jump() -> None:
    fees = "proactive_disclosure.administrative_fees.amount"
    assert not found({fees: 900}, {fees: 12}, "jump")


def test_a_stock_that_cannot_be_is_told_once() -> None:
    issued, in_force = f"{DOCUMENTS}.issued", f"{DOCUMENTS}.in_force"
    both = found({issued: 7, in_force: 4}, {in_force: 11}, "stock-negative", "stock-roll")
    assert [finding.rule for finding in both] == ["stock-negative"]
    assert both[0].message.endswith("请核对；与上年报告也对不上")
