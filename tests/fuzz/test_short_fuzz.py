"""Some rounds of the fuzz that `make fuzz` runs for an hour, the same ones each time; and that it can find anything."""

from __future__ import annotations

from pathlib import Path

from fuzz.commands import Line
from fuzz.hostile import fuzz
from fuzz.oracle import disturbed, faults, strayed
from fuzz.running import Run
from giptui.store import load

ROUNDS = 24


def test_some_rounds_find_nothing(tmp_path: Path) -> None:
    tally = fuzz(tmp_path / "fuzz", 1, lambda number: number < ROUNDS)
    assert tally.found == []
    assert tally.rounds.total() == ROUNDS
    assert len(tally.rounds) > 5


def test_what_must_not_be_is_found() -> None:
    get = Line(("get", "报告.toml"))
    assert [*faults(get, Run(0, b"3\n", b""))] == []
    for wrong in (
        Run(70, b"", b""),
        Run(0, "\u202e".encode(), b""),
        Run(2, b"", b"\x1b[0m"),
        Run(1, b"", b"Traceback"),
    ):
        assert [*faults(get, wrong)]
    before, after = {Path("a"): b"1"}, {Path("a"): b"2", Path(".a.tmp"): b""}
    assert len([*disturbed(get, Run(0, b"", b""), before, after)]) == 2
    assert len([*disturbed(Line(("set",)), Run(2, b"", b""), before, after)]) == 2
    assert [*disturbed(Line(("set",)), Run(0, b"", b""), before, {Path("a"): b"2"})] == []
    assert [*disturbed(get, Run(0, b"", b""), before, {})] == ["a is gone"]


def test_a_cell_that_nobody_asked_for_is_found(tmp_path: Path) -> None:
    file = tmp_path / "报告.toml"
    file.write_text('form = "2021"\n[disputes]\nreconsideration = [1, 2, 3, 4, 10]\n', encoding="utf-8")
    before = load(str(file))[1]
    asked = Line(("set", "报告.toml", "disputes.reconsideration.upheld=2"))
    assert len([*strayed(asked, before, file)]) == 2  # nothing has been written yet: the cell and its total
    file.write_text('form = "2021"\n[disputes]\nreconsideration = [2, 2, 3, 4, 11]\n', encoding="utf-8")
    assert [*strayed(asked, before, file)] == []
    file.write_text('form = "2021"\n[disputes]\nreconsideration = [2, 2, 9, 4, 11]\n', encoding="utf-8")
    assert len([*strayed(asked, before, file)]) == 1
