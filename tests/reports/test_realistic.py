"""Ten reports as bodies of every kind write them, with numbers that agree: what a reviewer would say of them, no more.

``realistic/expected.txt`` holds the lines that `giptui check .` prints in that folder, each below the reason why a
reviewer would say so (``#``). The reports are full of what only looks like a claim: hotlines, other applications.
"""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from giptui.claims import claims
from giptui.claims.verdict import Standing, compare
from giptui.cli.app import run
from giptui.form import LATEST
from giptui.store import load

FOLDER = Path(__file__).parent / "realistic"


def test_the_folder_is_told_what_is_expected_and_nothing_else(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(FOLDER)
    assert run(["check", "."]) < 2
    lines = (FOLDER / "expected.txt").read_text(encoding="utf-8").splitlines()
    expected = [line for line in lines if line and not line.startswith("#")]
    assert capsys.readouterr().out.splitlines() == expected
    assert all(before.startswith("#") for before, line in pairwise(lines) if line in expected)


def test_the_silence_is_agreement_with_what_was_read() -> None:
    agreeing = 0
    for path in FOLDER.glob("*.toml"):
        _, report = load(str(path))
        agreeing += sum(compare(report, claim).standing is Standing.AGREES for claim in claims(report))
    assert agreeing > 180


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.toml")), ids=lambda path: path.stem)
def test_each_is_as_long_and_as_full_as_real_ones(path: Path) -> None:
    _, report = load(str(path))
    assert sum(len(str(report[address])) for address in report.form.texts) >= 1300
    assert report.form is LATEST and all(report[cell] != "" for cell in report.form.cells)


def test_they_are_ten_of_ten_kinds() -> None:
    reports = [load(str(path))[1] for path in FOLDER.glob("*.toml")]
    assert len(reports) == 10
    assert len({report["report.level"] for report in reports}) >= 8
    assert {report.year for report in reports} == {2021, 2022, 2023, 2024, 2025}
