"""`giptui check --summary`, `--statistics`, `--quiet`: what stands in the place of the list, and of the narration."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli_program import Program
from wcwidth import wcswidth

RULES = ("--select", "rule-making-power", "--select", "column-sum", "--select", "blank-cells")


def test_summary_has_a_row_for_each_body(call: Program, seed: Path, clean: Path) -> None:
    text = clean.read_text(encoding="utf-8").replace("[     0,", '[    "",', 1).replace("房县白鹤镇", "镇")
    clean.write_text(text, encoding="utf-8")
    nameless = seed.with_name("nameless.toml")
    nameless.write_text('form = "2021"\n')
    done = call("check", *RULES, "--summary", seed.name, clean.name, nameless.name)
    head, *rows = done.out.splitlines()
    assert [row.split()[:4] for row in rows] == [
        ["房县白鹤镇人民政府", "2", "0", "0"],
        ["镇人民政府", "0", "1", "1"],
        ["nameless.toml", "0", "0", "200"],
    ]
    assert rows[0].split()[4].startswith("error[")
    assert rows[1].split()[4] == "warning[blank-cells]"
    lines = zip((head, *rows[:2]), ("最严重的发现", "error[", "warning["), strict=True)
    assert len({wcswidth(line[: line.index(word)]) for line, word in lines}) == 1
    assert done.code == 1


def test_statistics_count_by_rule(call: Program, seed: Path) -> None:
    done = call("check", *RULES, "--statistics", seed, seed.name)
    assert [line.split()[:3] for line in done.out.splitlines()] == [
        ["次数", "程度", "规则"],
        ["2", "error", "column-sum"],
        ["2", "error", "rule-making-power"],
    ]
    assert (done.code, done.err) == (1, "2 份报告：4 个错误\n")
    assert call("check", "--statistics", "--select", "row-sum", seed).out == ""


def test_overviews_are_text(call: Program, seed: Path) -> None:
    done = call("check", "--summary", "--format", "json", seed)
    assert (done.code, done.out) == (2, "")
    assert "--summary" in done.err


def test_quiet_leaves_the_findings_and_what_cannot_be_read(call: Program, seed: Path) -> None:
    plain, quiet = call("check", seed), call("check", "--quiet", seed)
    assert (quiet.code, quiet.out, quiet.err) == (plain.code, plain.out, "")
    broken = call("check", "-q", "none.toml")
    assert (broken.code, broken.err) == (2, call("check", "none.toml").err.splitlines(keepends=True)[0])


@pytest.mark.parametrize("option", ["--summary", "--statistics", "--quiet"])
def test_the_exit_code_is_that_of_the_list(call: Program, seed: Path, clean: Path, option: str) -> None:
    for path in (seed, clean):
        assert call("check", option, path).code == call("check", path).code
