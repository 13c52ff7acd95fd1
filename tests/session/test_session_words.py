"""What the session says: of a table still being filled, of what a cell should be, and what comes first."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from session_documents import (
    CARRIED_IN,
    CARRIED_OUT,
    HANDLED,
    NEW,
    SEED,
    documents,
    edits,
    fresh,
    opened,
    told,
    zeros,
)

from giptui.check import Severity, check
from giptui.form import LATEST
from giptui.report import State, Value, judge
from giptui.session import Advice, Mark, Session, advice, meaning, remainder

DISCLOSED = "applications.disclosed"
PERSON = f"{NEW}.natural_person"
DETAILS = [
    cell.address
    for cell in LATEST.tables["applications"].cells()
    if cell.row.groups and cell.row.id != "total_handled" and cell.column.id == "natural_person"
]


# --- while a table is being filled


def test_while_details_are_blank_the_remainder_is_said_and_no_error() -> None:
    session = fresh()
    session.commit({PERSON: 5})
    session.commit({f"{DISCLOSED}.natural_person": 3})
    session.commit({f"{CARRIED_OUT}.natural_person": 0})
    assert "balance" in {finding.rule for finding in check(session.report)} & {f.rule for f in session.found.findings}
    assert "balance" in {finding.rule for finding in session.found.awaited}
    assert "balance" not in {finding.rule for finding in session.found.objections}
    for cell in (PERSON, *DETAILS, f"{HANDLED}.natural_person", f"{CARRIED_OUT}.natural_person"):
        assert remainder(session.report, cell) == "自然人：还有 2 件未填办理结果"
        assert cell not in session.found.marks()


def test_when_the_blanks_are_filled_with_0_the_finding_is_there() -> None:
    session = fresh()
    session.commit({PERSON: 5})
    session.commit({f"{DISCLOSED}.natural_person": 3})
    session.commit({f"{CARRIED_OUT}.natural_person": 0})
    session.commit({detail: 0 for detail in DETAILS if session.report[detail] == ""})
    assert remainder(session.report, PERSON) == ""
    assert [finding.rule for finding in session.found.objections if finding.verdicts] == ["balance"]
    assert session.found.marks()[PERSON].severity is Severity.ERROR
    session.undo()
    assert remainder(session.report, PERSON) == "自然人：还有 2 件未填办理结果"
    assert PERSON not in session.found.marks()


def test_more_handled_than_received_is_an_error_at_once_blanks_or_not() -> None:
    session = fresh()
    session.commit({PERSON: 1, f"{CARRIED_IN}.natural_person": 0})
    session.commit({f"{DISCLOSED}.natural_person": 3})
    session.commit({f"{CARRIED_OUT}.natural_person": 0})
    assert remainder(session.report, PERSON) == ""
    assert any(PERSON in verdict.identity.cells for finding in session.found.findings for verdict in finding.verdicts)


def test_of_a_balance_that_is_what_is_named_which_is_blank() -> None:
    session = fresh(zeros() | {PERSON: 5, f"{NEW}.total": 5, f"{CARRIED_OUT}.natural_person": ""})
    assert remainder(session.report, PERSON) == "自然人：四、结转下年度继续办理未填，应为 5"
    session.commit({f"{DISCLOSED}.natural_person": ""}, exact=True)
    assert remainder(session.report, PERSON) == "自然人：还有 5 件未填办理结果或结转下年度"


def test_a_total_given_first_says_what_its_parts_still_lack() -> None:
    session = fresh()
    session.commit({f"{NEW}.total": 9})
    session.commit({PERSON: 4})
    assert remainder(session.report, PERSON) == "一、本年新收政府信息公开申请数量：总计 9，还有 5 件未填"


@given(documents(), st.lists(edits(), max_size=6))
def test_a_remainder_speaks_only_of_a_relation_that_does_not_hold(
    session: Session, commits: list[dict[str, Value]]
) -> None:
    for edit in commits:
        session.commit(edit)
    at, values = LATEST.identities_at, session.report.__getitem__
    for address in LATEST.cells:
        if remainder(session.report, address):
            near = {*at[address], *(above for identity in at[address] for above in at[identity.right[0]])}
            assert any(judge(identity, values).state in (State.OPEN, State.BROKEN) for identity in near)


# --- what comes first


@given(documents(), st.lists(edits(), max_size=6))
def test_findings_are_those_of_the_check_in_the_order_of_the_form(
    session: Session, commits: list[dict[str, Value]]
) -> None:
    for edit in commits:
        session.commit(edit)
    assert {*told(session.found.findings)} == {*told(check(session.report))}
    order = {address: place for place, address in enumerate(LATEST.kinds)}
    firsts = [min((order.get(cell, -1) for cell in finding.cells), default=-1) for finding in session.found.findings]
    assert firsts == sorted(firsts)
    assert sum(session.found.counts().values()) + len(session.found.awaited) == len(session.found.findings)
    assert {finding for finding, _ in session.found.in_turn()} == {*session.found.findings}, "] visits them all"


def _title(text: str) -> Session:
    return fresh({"report.title": text, "report.year": 2024})


def test_the_gravest_finding_of_a_cell_comes_first_and_marks_it() -> None:
    session = _title("XX镇政府信息公开工作年度报告")
    severities = [finding.severity for finding in session.found.objections_at("report.title")]
    assert severities == [Severity.ERROR, Severity.INFO], "a placeholder, and no year"
    assert session.found.marks()["report.title"] == Mark(Severity.ERROR)


def test_blanks_are_counted_and_not_marked() -> None:
    session = fresh()
    assert session.blanks() == 200
    assert not set(session.found.marks()) & set(LATEST.cells)
    session.commit({f"{DISCLOSED}.natural_person": 0})
    assert session.blanks() == 196, "with it its row, its column and the total of totals"


# --- what a cell should be


def test_a_total_should_be_the_sum_of_its_parts() -> None:
    session = fresh(zeros())
    session.commit({PERSON: 3, f"{NEW}.other_organization": 4}, exact=True)
    assert advice(session.report, f"{NEW}.total") == Advice(7, "本行各列相加")
    assert advice(session.report, f"{HANDLED}.natural_person") == Advice(0, "本列以上各行相加")


def test_where_the_two_directions_differ_both_are_said_and_none_is_chosen() -> None:
    session = opened(SEED.read_text(encoding="utf-8"))
    given = advice(session.report, f"{HANDLED}.total")
    assert given.value is None
    assert given.reason == "两个方向算出的数不同：本行各列相加得 1，本列以上各行相加得 0"


def test_what_is_carried_out_is_what_came_less_what_was_done() -> None:
    session = fresh(zeros())
    session.commit({PERSON: 5, f"{CARRIED_IN}.natural_person": 2, f"{DISCLOSED}.natural_person": 4})
    assert advice(session.report, f"{CARRIED_OUT}.natural_person") == Advice(3, "一＋二 7 减（七）总计 4")


def test_what_cannot_be_told_is_not_guessed() -> None:
    session = fresh(zeros())
    session.commit({f"{DISCLOSED}.natural_person": 4})
    assert advice(session.report, f"{CARRIED_OUT}.natural_person") == Advice(None, "（七）总计 4 已经多于一＋二 0")
    assert advice(session.report, f"{DISCLOSED}.natural_person") == Advice(None, "没有可推算的依据")
    assert advice(session.report, "overview.text") == Advice(None, "这里不是数字单元格")
    session.commit({PERSON: "?"})
    assert advice(session.report, f"{NEW}.total").value is None
    assert advice(session.report, f"{CARRIED_OUT}.natural_person").value is None


@given(documents(), st.lists(edits(), max_size=4), st.sampled_from(list(LATEST.cells)))
def test_taking_the_advice_makes_its_relations_hold(
    session: Session, commits: list[dict[str, Value]], address: str
) -> None:
    for edit in commits:
        session.commit(edit, exact=True)
    should_be = advice(session.report, address).value
    if should_be is None:
        return
    session.commit({address: should_be}, exact=True)
    sums = [identity for identity in LATEST.identities_at[address] if identity.right == (address,)]
    balance = [identity for identity in LATEST.identities_at[address] if identity.rule == "balance"]
    states = {judge(identity, session.report.__getitem__).state for identity in sums or balance}
    assert State.HOLDS in states
    assert states <= {State.HOLDS, State.UNKNOWN}, "one direction may hold a cell that could not be read"


def test_the_meaning_of_an_address_has_its_unit() -> None:
    report = fresh().report
    assert meaning(report, PERSON) == "一、本年新收政府信息公开申请数量，自然人"
    assert meaning(report, "proactive_disclosure.administrative_fees.amount").endswith("（万元）")
    assert meaning(report, "report.year") == "报告年度"
