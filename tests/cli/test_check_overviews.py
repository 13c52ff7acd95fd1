"""`giptui check --summary`, `--statistics`, `--quiet`: what stands in the place of the list, and of the narration."""

from __future__ import annotations

import json
import os
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
    assert head.split() == ["文件", "机关", "年度", "错误", "警告", "空格", "最严重的发现"]
    assert [row.split()[:6] for row in rows] == [
        ["seed.toml", "房县白鹤镇人民政府", "2023", "2", "0", "0"],
        ["clean.toml", "镇人民政府", "2023", "0", "1", "1"],
        ["nameless.toml", "0", "0", "200"],
    ]
    assert rows[0].split()[6].startswith("error[")
    assert rows[1].split()[6].startswith("warning[blank-")
    assert max(map(wcswidth, done.out.splitlines())) == 80
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
    for arguments in (("--summary", "--format", "json"), ("--statistics", "--format", "tsv"), ("--format", "tsv")):
        done = call("check", *arguments, seed)
        assert (done.code, done.out) == (2, "")
        assert "--summary" in done.err


def _summed_up(call: Program, folder: Path, output_format: str) -> list[str]:
    (folder / "broken\t.toml").write_text('form = "2021"\n[report\n', encoding="utf-8")
    (folder / "nameless.toml").write_text('form = "2021"\n', encoding="utf-8")
    done = call("check", "--select", "column-sum", "--summary", "--format", output_format, "seed.toml", ".")
    assert done.code == 2
    return done.out.splitlines()


def test_summary_for_programs(call: Program, seed: Path) -> None:
    records = [json.loads(line) for line in _summed_up(call, seed.parent, "jsonl")]
    assert [record["file"] for record in records] == ["seed.toml", "./broken\t.toml", "./nameless.toml", "./seed.toml"]
    message = records[0].pop("message")
    assert message.startswith("第三部分表格")
    assert records[0] == {
        "file": "seed.toml",
        "organ": "房县白鹤镇人民政府",
        "year": 2023,
        "errors": 1,
        "warnings": 0,
        "blanks": 0,
        "severity": "error",
        "rule": "column-sum",
    }
    assert (records[1]["refusal"], records[1]["line"]) == ("toml-unclosed-header", 2)
    assert records[2] == {
        "file": "./nameless.toml",
        "organ": "",
        "year": None,
        "errors": 0,
        "warnings": 0,
        "blanks": 200,
        "severity": None,
        "rule": None,
        "message": None,
    }


def test_summary_as_a_table_for_programs(call: Program, seed: Path) -> None:
    head, *rows = (line.split("\t") for line in _summed_up(call, seed.parent, "tsv"))
    assert head == ["file", "organ", "year", "errors", "warnings", "blanks", "severity", "rule", "message"]
    assert {len(row) for row in rows} == {len(head)}
    assert rows[0][:8] == ["seed.toml", "房县白鹤镇人民政府", "2023", "1", "0", "0", "error", "column-sum"]
    assert rows[1][:8] == [r"./broken\t.toml", "", "", "", "", "", "unreadable", "toml-unclosed-header"]
    assert rows[2][2:] == ["", "0", "0", "200", "", "", ""]


@pytest.mark.parametrize("columns", [60, 80, 200])
def test_summary_fits_the_terminal(call: Program, seed: Path, monkeypatch: pytest.MonkeyPatch, columns: int) -> None:
    long = seed.with_name(f"{'long-' * 12}.toml")
    seed.rename(long)
    monkeypatch.setattr("os.get_terminal_size", lambda _: os.terminal_size((columns, 24)))
    monkeypatch.setattr("sys.stdout.fileno", lambda: 1)
    head, row, unread = call("check", "--summary", long.name, "none.toml").out.splitlines()
    assert max(map(wcswidth, (head, row, unread))) <= columns
    assert row.split()[0].endswith(".toml")
    assert row.startswith("..") == (columns < 200)
    assert ("房县白鹤镇人民政府" in row) == (columns == 200)
    assert " 2023     2     0     0  " in row
    assert unread.split()[0] == "none.toml"
    assert ("读不出[file-missing]" in unread) == (columns == 200)
    assert "读不出[" in unread or columns == 60


def test_quiet_leaves_the_findings_and_what_cannot_be_read(call: Program, seed: Path) -> None:
    plain, quiet = call("check", seed), call("check", "--quiet", seed)
    assert (quiet.code, quiet.out, quiet.err) == (plain.code, plain.out, "")
    broken = call("check", "-q", "none.toml")
    assert (broken.code, broken.err) == (2, call("check", "none.toml").err.splitlines(keepends=True)[0])


@pytest.mark.parametrize("option", ["--summary", "--statistics", "--quiet"])
def test_the_exit_code_is_that_of_the_list(call: Program, seed: Path, clean: Path, option: str) -> None:
    for path in (seed, clean):
        assert call("check", option, path).code == call("check", path).code
