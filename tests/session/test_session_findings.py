"""What the session finds is what `giptui check` finds of the file, until an edit makes it another report."""

from __future__ import annotations

from pathlib import Path

import pytest
from session_documents import opened, situation

from giptui.check import check, standing
from giptui.form import LATEST
from giptui.report import Value
from giptui.session import Session

SHIFTED = """form = "2021"
[report]
title = "甲镇2024年政府信息公开工作年度报告"
[applications]
new_received = [3, 2, 0, 0, 0, 0, 5]
carried_in = [0, 0, 0, 0, 0, 0, 0]
disclosed = [0, 3, 2, 0, 0, 0, 5]
total_handled = [3, 2, 0, 0, 0, 0, 5]
carried_out = [0, 0, 0, 0, 0, 0, 0]
[origin]
url = "https://example.org/"
"""
"""A program read it, and one row stands a column off."""

DISCLOSED = "applications.disclosed"
WAIVER = f"""[[waiver]]
rule = "extraction-suspect"
cells = {{ "{DISCLOSED}.commercial_enterprise" = 3 }}
reason = "原件如此"
"""
SUMS = {"row-sum", "column-sum", "balance"}


def rules(session: Session) -> set[str]:
    return {finding.rule for finding in session.found.findings}


def test_what_a_person_has_judged_right_of_an_imported_table_is_right_in_the_editor_too() -> None:
    session = opened(SHIFTED + WAIVER)
    assert rules(session).isdisjoint(SUMS | {"extraction-suspect", "waiver-stale"})
    assert {*session.found.findings} <= {*standing(session.report, check(session.report))}


@pytest.mark.parametrize(
    ("address", "value"),
    [("report.title", "另一个标题"), ("disputes.reconsideration.upheld", 1), ("overview.text", "无")],
)
def test_it_is_still_right_after_an_edit_that_does_not_touch_it(address: str, value: Value) -> None:
    session = opened(SHIFTED + WAIVER)
    session.commit({address: value})
    assert rules(session).isdisjoint(SUMS | {"extraction-suspect", "waiver-stale"})


def test_once_its_number_changes_the_waiver_is_stale_and_the_mistakes_are_told_one_by_one() -> None:
    session = opened(SHIFTED + WAIVER)
    before = situation(session)
    session.commit({f"{DISCLOSED}.commercial_enterprise": 4}, exact=True)
    assert "extraction-suspect" not in rules(session)
    assert rules(session) & SUMS
    assert "waiver-stale" in rules(session)
    session.undo()
    assert situation(session) == before


def test_a_table_misread_is_that_until_a_number_is_typed() -> None:
    session = opened(SHIFTED)
    for edit in ({}, {"report.title": "另一个标题"}):
        session.commit(edit)
        assert rules(session) & (SUMS | {"extraction-suspect"}) == {"extraction-suspect"}
    session.commit({f"{DISCLOSED}.natural_person": 1}, exact=True)
    assert "extraction-suspect" not in rules(session)
    assert rules(session) & SUMS


ROW = 'form = "2021"\n[report]\nyear = {year}\n[applications]\n{rows}[other_matters]\n{key} = "x"\n'
SEVEN = [cell.rpartition(".")[2] for cell in LATEST.lines[DISCLOSED].cells]


def broken(
    tmp_path: Path, row: str = "disclosed = [0, 0, 0, 0, 0, 0, 0]", year: str = "2024", key: str = "text"
) -> str:
    path = tmp_path / "报告.toml"
    path.write_text(ROW.format(year=year, rows=f"{row}\n", key=key), encoding="utf-8")
    return str(path)


def structural(session: Session) -> list[tuple[str, tuple[str, ...]]]:
    wanted = {"row-length", "wrong-type", "unknown-key"}
    return [(finding.rule, finding.cells) for finding in session.found.findings if finding.rule in wanted]


@pytest.mark.parametrize(
    ("row", "rule", "cells"),
    [
        ("disclosed = [0, 0, 0, 0, 0, 0]", "row-length", SEVEN),
        ("disclosed = [true, 0, 0, 0, 0, 0, 0]", "wrong-type", ["natural_person"]),
        ('disclosed = "无"', "wrong-type", SEVEN),
    ],
)
def test_a_row_that_is_mended_is_no_error_any_more_and_undo_brings_it_back(
    tmp_path: Path, row: str, rule: str, cells: list[str]
) -> None:
    session = Session.open(broken(tmp_path, row))
    before = situation(session)
    assert [name for name, _ in structural(session)] == [rule]
    for cell in cells[:-1]:
        session.commit({f"{DISCLOSED}.{cell}": 0}, exact=True)
        assert [name for name, _ in structural(session)] == [rule], "some of it is still unread"
    session.commit({f"{DISCLOSED}.{cells[-1]}": 0}, exact=True)
    assert structural(session) == []
    fixed = situation(session)
    session.undo()
    assert [name for name, _ in structural(session)] == [rule]
    session.redo()
    assert situation(session) == fixed
    for _ in cells:
        session.undo()
    assert situation(session) == before
    for _ in cells:
        session.redo()
    session.save()
    assert situation(session).findings == fixed.findings
    assert situation(Session.open(session.name)).findings == fixed.findings


def test_a_year_that_is_mended_is_no_error_any_more(tmp_path: Path) -> None:
    session = Session.open(broken(tmp_path, year="true"))
    assert structural(session) == [("wrong-type", ("report.year",))]
    session.commit({"report.year": 2024})
    assert structural(session) == []
    session.undo()
    assert structural(session) == [("wrong-type", ("report.year",))]
    session.redo()
    session.save()
    assert structural(Session.open(session.name)) == []


def test_what_cannot_be_mended_in_the_editor_stays(tmp_path: Path) -> None:
    session = Session.open(broken(tmp_path, "disclosed = [0, 0]\nno_such = [1]", key="txt"))
    session.commit({f"{DISCLOSED}.{cell}": 0 for cell in SEVEN})
    session.commit({"other_matters.text": "无。"})
    assert structural(session) == [("unknown-key", (key,)) for key in ("applications.no_such", "other_matters.txt")]
