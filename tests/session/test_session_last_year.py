"""The findings of an open document know last year's report, if it lies where it should."""

from __future__ import annotations

from pathlib import Path

import pytest

from giptui.session import Session
from giptui.store import Unreadable

LAST = '[report]\norgan = "甲镇人民政府"\nyear = 2023\n[applications]\ncarried_out = [5, 0, 0, 0, 0, 0, 5]\n'
NOW = '[report]\norgan = "甲镇人民政府"\nyear = 2024\n[applications]\ncarried_in = [3, 0, 0, 0, 0, 0, 3]\n'


def write(path: Path, text: str) -> str:
    path.write_text(f'form = "2021"\n{text}', "utf-8")
    return str(path)


def carry_over(session: Session) -> int:
    return sum(finding.rule == "carry-over" for finding in session.findings)


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


def test_last_years_report_is_given(tmp_path: Path) -> None:
    (tmp_path / "far").mkdir()
    last, now = write(tmp_path / "far" / "2023.toml", LAST), write(tmp_path / "2024.toml", NOW)
    assert carry_over(Session.open(now)) == 0
    assert carry_over(Session.open(now, previous=last)) == 1
    assert carry_over(Session.open(now, previous=str(tmp_path / "far"))) == 1
    with pytest.raises(Unreadable, match="这是 2024 年的报告"):
        Session.open(now, previous=now)
