"""The findings of an open document know last year's report, if it lies where it should."""

from __future__ import annotations

from pathlib import Path

import pytest

from giptui.session import Advice, Session, advice
from giptui.store import Unreadable

LAST = '[report]\norgan = "甲镇人民政府"\nyear = 2023\n[applications]\ncarried_out = [5, 0, 0, 0, 0, 0, 5]\n'
NOW = '[report]\norgan = "甲镇人民政府"\nyear = 2024\n[applications]\ncarried_in = [3, 0, 0, 0, 0, 0, 3]\n'


def write(path: Path, text: str) -> str:
    path.write_text(f'form = "2021"\n{text}', "utf-8")
    return str(path)


def carry_over(session: Session) -> int:
    return sum(finding.rule == "carry-over" for finding in session.found.findings)


def test_last_years_report_is_found_and_followed(tmp_path: Path) -> None:
    write(tmp_path / "2023.toml", LAST)
    session = Session.open(write(tmp_path / "2024.toml", NOW))
    assert carry_over(session) == 1
    session.commit({"report.year": 2025})
    assert session.previous is None
    assert carry_over(session) == 0
    session.undo()
    assert carry_over(session) == 1
    session.commit({"applications.carried_in.natural_person": 5})
    assert carry_over(session) == 0


def test_where_a_finding_says_that_last_year_was_other_that_is_a_fix(tmp_path: Path) -> None:
    write(tmp_path / "2023.toml", LAST)
    session = Session.open(write(tmp_path / "2024.toml", NOW))
    finding = session.fix_at("applications.carried_in.natural_person")
    assert finding is not None
    assert [(change.before, change.after) for change in finding.fix] == [(3, 5)]


def test_last_years_report_is_given(tmp_path: Path) -> None:
    (tmp_path / "far").mkdir()
    last, now = write(tmp_path / "far" / "2023.toml", LAST), write(tmp_path / "2024.toml", NOW)
    assert carry_over(Session.open(now)) == 0
    assert carry_over(Session.open(now, previous=last)) == 1
    assert carry_over(Session.open(now, previous=str(tmp_path / "far"))) == 1
    with pytest.raises(Unreadable, match="这是 2024 年的报告"):
        Session.open(now, previous=now)


def test_what_last_year_carried_out_is_what_was_carried_in(tmp_path: Path) -> None:
    stock = "[proactive_disclosure]\nnormative_documents = {{ issued = {}, repealed = 1, in_force = {} }}\n"
    write(tmp_path / "2023.toml", LAST + stock.format(0, 7))
    session = Session.open(write(tmp_path / "2024.toml", NOW + stock.format(2, '""')))
    cell = "applications.carried_in.natural_person"
    assert advice(session.report, cell, session.previous) == Advice(5, "上年报告四、结转下年度继续办理自然人列")
    in_force = "proactive_disclosure.normative_documents.in_force"
    assert advice(session.report, in_force, session.previous) == Advice(8, "上年现行有效件数加本年制发、减本年废止")
    session.commit({"report.organ": "乙县人民政府"})
    assert advice(session.report, in_force, session.previous) == Advice(None, "没有可推算的依据")
