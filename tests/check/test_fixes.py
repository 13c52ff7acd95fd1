"""Which fixes may be made without asking: totals alone, other counts with evidence, spellings; no judgement."""

from __future__ import annotations

from typing import Any

import pytest
from check_reports import ZERO, changed, clean_tables, row
from hypothesis import given
from hypothesis import strategies as st

from giptui.check import Finding, check
from giptui.check.fixes import applicable, is_total, may_be_applied
from giptui.form import LATEST
from giptui.report import Report, Value, add_up

CLEAN: dict[str, Value] = {
    **row("new_received", 3, 0, 0, 0, 0, 0, 3),
    **row("disclosed", 3, 0, 0, 0, 0, 0, 3),
    **row("total_handled", 3, 0, 0, 0, 0, 0, 3),
}
RECEIVED = "applications.new_received.natural_person"


def changes(values: dict[str, Value], text: str = "", previous: Report | None = None) -> dict[str, Value]:
    """What would be changed in the report, by address."""
    report = changed({**values, "applications.text": text})
    return {change.address: change.after for change in applicable(LATEST, check(report, previous=previous))}


def test_a_total_is_changed_without_evidence() -> None:
    assert changes({**CLEAN, "applications.new_received.total": 5}) == {"applications.new_received.total": 3}


def test_a_total_is_left_where_the_prose_speaks_against_its_fix() -> None:
    wrong = {**CLEAN, "applications.new_received.total": 5}
    assert changes(wrong, "2023年，我镇收到政府信息公开申请5件。") == {}
    assert changes(wrong, "2023年，我镇收到政府信息公开申请3件。") == {"applications.new_received.total": 3}


def test_another_count_is_changed_only_with_evidence() -> None:
    too_many: dict[str, Value] = {**CLEAN, **row("new_received", 4, 0, 0, 0, 0, 0, 4)}
    assert changes(too_many) == {}
    expected = {RECEIVED: 3, "applications.new_received.total": 3}
    assert changes(too_many, "2023年，我镇收到政府信息公开申请3件。") == expected


def test_the_only_answer_of_arithmetic_is_no_second_evidence() -> None:
    (finding,) = check(changed({**CLEAN, RECEIVED: 4}))
    assert [change.address for change in finding.fix] == [RECEIVED]
    assert changes({**CLEAN, RECEIVED: 4}) == {}
    assert changes({**CLEAN, RECEIVED: 4}, "2023年，我镇收到政府信息公开申请3件。") == {}, "it speaks of the total"


def test_last_year_is_evidence_too() -> None:
    last = changed({"report.year": 2022, **row("carried_out", 2, 0, 0, 0, 0, 0, 2)})
    wrong: dict[str, Value] = {
        **row("carried_in", 5, 0, 0, 0, 0, 0, 5),
        **row("disclosed", 2, 0, 0, 0, 0, 0, 2),
        **row("total_handled", 2, 0, 0, 0, 0, 0, 2),
    }
    assert changes(wrong) == {}
    expected = {"applications.carried_in.natural_person": 2, "applications.carried_in.total": 2}
    assert changes(wrong, previous=last) == expected


@pytest.mark.parametrize(
    ("address", "written", "meant"),
    [
        (RECEIVED, "０", 0),
        ("applications.new_received.total", "0件", 0),
        ("report.year", "2023", 2023),
        ("report.level", "乡镇", "township"),
    ],
)
def test_what_is_only_spelled_wrongly_is_spelled_right(address: str, written: Value, meant: Value) -> None:
    assert changes({address: written}) == {address: meant}


@pytest.mark.parametrize(
    "values",
    [
        {RECEIVED: "若干"},
        {RECEIVED: -1},
        {RECEIVED: "?"},
        {"proactive_disclosure.government_rules.issued": 2},
        {"report.title": "青山县石桥镇人民政府2022年政府信息公开工作年度报告"},
        {"report.signature": "青山县红旗镇人民政府"},
        {"applications.text": "收到申请XX件。"},
        dict.fromkeys(row("disclosed", *"1234567"), ""),
    ],
)
def test_a_judgement_is_left_to_people(values: dict[str, Value]) -> None:
    assert check(changed(values))
    assert changes(values) == {}


def test_a_blank_is_filled_only_with_evidence() -> None:
    alone: dict[str, Value] = {**CLEAN, RECEIVED: ""}
    assert [finding.fix[0].after for finding in check(changed(alone))] == [3]
    assert changes(alone) == {}
    rest = row("carried_out", "", 0, 0, 0, 0, 0, 0)
    followed: dict[str, Value] = {**CLEAN, **row("new_received", 4, 0, 0, 0, 0, 0, 4), **rest}
    assert changes(followed) == {}
    expected = {"applications.carried_out.natural_person": 1, "applications.carried_out.total": 1}
    assert changes(followed, "2023年，我镇结转下年度继续办理1件。") == expected


def test_a_blank_total_under_a_total_added_up_without_it_is_left_to_people() -> None:
    values: dict[str, Value] = {
        **CLEAN,
        "applications.total_handled.natural_person": "",
        "applications.total_handled.total": 0,
    }
    (finding,) = check(changed(values))
    assert [change.after for change in finding.fix] == [3, 3]
    assert changes(values) == {}


def test_a_misread_table_is_compared_with_the_original_not_mended() -> None:
    wrong = {**ZERO.values, **CLEAN, **row("new_received", 0, 3, 0, 0, 0, 0, 3)}
    imported = Report(LATEST, wrong, ZERO.sections, imported=True)
    suspects = [finding for finding in check(imported) if finding.rule == "extraction-suspect"]
    assert suspects
    assert applicable(LATEST, suspects) == ()


def test_of_two_fixes_of_one_cell_only_the_first_is_made() -> None:
    (finding,) = (f for f in check(changed({"report.year": "2023"})) if f.rule == "wrong-type")
    other = finding._replace(fix=(finding.fix[0]._replace(after=2024),))
    assert applicable(LATEST, (finding, other)) == finding.fix


@given(clean_tables(), st.data())
def test_without_evidence_only_totals_change_and_what_is_fixed_adds_up(
    tables: dict[str, Value], data: st.DataObject
) -> None:
    cells = [cell for identity in LATEST.identities for cell in identity.cells]
    wrong: dict[str, Any] = {
        cell: data.draw(st.integers(0, 99)) for cell in data.draw(st.lists(st.sampled_from(cells), max_size=3))
    }
    report = Report(LATEST, {**tables, **wrong})
    found: tuple[Finding, ...] = check(report)
    applied = applicable(LATEST, found)
    assert all(is_total(LATEST, change.address) for change in applied)
    sums = [finding for finding in found if finding.verdicts]
    if sums and all(may_be_applied(LATEST, finding) for finding in sums):
        after = report.with_values({change.address: change.after for change in applied})
        assert add_up(LATEST.identities, after.values)


def test_a_sentence_that_there_was_none_does_not_empty_a_cell_unasked() -> None:
    """It is copied from year to year: where the sums can be put right otherwise, it may be what is wrong."""
    received: dict[str, Value] = row("new_received", 1, 0, 0, 0, 0, 0, 1)
    (finding,) = check(changed({**received, "applications.text": "本年度未收到政府信息公开申请。"}))
    assert [change.after for change in finding.fix] == [0, 0]
    assert len(finding.alternatives) == 22
    assert changes(received, "本年度未收到政府信息公开申请。") == {}
