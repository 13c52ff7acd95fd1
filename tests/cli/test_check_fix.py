"""`giptui check --fix`: what is written, what is reported of it, what is left; `--dry-run` writes nothing."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from cli_program import Program

from giptui.store import Unwritable

OTHER = "applications.total_handled.other_organization"
SUMS = ("--select", "column-sum", "--select", "row-sum", "--select", "balance")


def lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").split("\n")


def report(path: Path, year: int, tables: str) -> Path:
    text = f'form = "2021"\n[report]\norgan = "青山县石桥镇人民政府"\nyear = {year}\n[applications]\n{tables}'
    path.write_text(text, encoding="utf-8")
    return path


def test_totals_are_fixed_a_line_each_and_the_rest_of_the_file_stays(call: Program, seed: Path) -> None:
    before = lines(seed)
    done = call("check", "--fix", *SUMS, "seed.toml")
    assert done.out == (
        f"seed.toml:66: 已改 （七）总计，其他 1→0 ({OTHER})\n"
        "seed.toml:66: 已改 （七）总计，总计 1→0 (applications.total_handled.total)\n"
    )
    assert (done.code, done.err) == (0, "1 份报告：没有发现问题；已改 2 处\n")
    differing = [number for number, pair in enumerate(zip(before, lines(seed), strict=True), 1) if len({*pair}) > 1]
    assert differing == [66]
    assert call("check", "--fix", *SUMS, "seed.toml") == (0, "", "1 份报告：没有发现问题\n")


def test_what_remains_is_listed_behind_and_decides_the_exit_code(call: Program, seed: Path) -> None:
    only = (*SUMS, "--select", "rule-making-power")
    done = call("check", "--fix", *only, "seed.toml")
    assert (done.code, [line.split(" ")[1] for line in done.out.splitlines()]) == (
        1,
        ["已改", "已改", "error[rule-making-power]"],
    )
    assert done.err == "1 份报告：1 个错误；已改 2 处\n"
    assert call("check", *only, "seed.toml").out == done.out.splitlines(keepends=True)[-1]


def test_only_the_rules_that_run_fix(call: Program, seed: Path) -> None:
    stamp = seed.stat().st_mtime_ns
    assert call("check", "--fix", "--select", "row-sum", seed).code == 0
    assert seed.stat().st_mtime_ns == stamp


def test_a_waived_finding_is_not_fixed(call: Program, seed: Path) -> None:
    text = seed.read_text(encoding="utf-8")
    seed.write_text(f'{text}\n[[waiver]]\nrule = "column-sum"\ncells = {{ "{OTHER}" = 1 }}\n', encoding="utf-8")
    before = seed.read_bytes()
    assert call("check", "--fix", *SUMS, seed).code == 0
    assert seed.read_bytes() == before


def test_a_spelling_then_the_sum_over_it(call: Program, tmp_path: Path) -> None:
    path = report(
        tmp_path / "a.toml", 2023, 'new_received = ["３件", 0, 0, 0, 0, 0, 5]\ndisclosed = [3, 0, 0, 0, 0, 0, 3]\n'
    )
    with path.open("a", encoding="utf-8") as file:
        file.write("total_handled = [3, 0, 0, 0, 0, 0, 3]\n")
    done = call("check", "--fix", *SUMS, "--select", "not-a-count", "a.toml")
    assert done.code == 0
    assert done.out == (
        "a.toml:6: 已改 一、本年新收政府信息公开申请数量，自然人 “３件”→3 (applications.new_received.natural_person)\n"
        "a.toml:6: 已改 一、本年新收政府信息公开申请数量，总计 5→3 (applications.new_received.total)\n"
    )
    assert lines(path)[5] == "new_received = [3, 0, 0, 0, 0, 0, 3]"


@pytest.mark.parametrize(("now", "last"), [("a.toml", "b.toml"), ("b.toml", "a.toml")])
def test_one_call_leaves_nothing_to_the_next_even_across_years(
    call: Program, tmp_path: Path, now: str, last: str
) -> None:
    """The total of last year's 四 is wrong; only once it is right does it speak for this year's 二."""
    none = "[0, 0, 0, 0, 0, 0, 0]\n"
    handled = "disclosed = [2, 0, 0, 0, 0, 0, 2]\ntotal_handled = [2, 0, 0, 0, 0, 0, 2]\n"
    in_and_out = f"new_received = {none}carried_in = [5, 0, 0, 0, 0, 0, 5]\ncarried_out = {none}"
    report(tmp_path / now, 2024, in_and_out + handled)
    report(
        tmp_path / last,
        2023,
        'new_received = [2, 0, 0, 0, 0, 0, 2]\ncarried_out = ["2", 0, 0, 0, 0, 0, "2"]\n',
    )
    arguments = ("check", "--fix", *SUMS, "--select", "not-a-count", "--select", "carry-over", ".")
    assert call(*arguments).out.count("已改") == 4
    files = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert "已改" not in call(*arguments).out
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == files


YEAR_AS_TEXT = """form = "2021"
[report]
organ = "青山县石桥镇人民政府"
year = "2023"
[applications]
new_received = [0, 0, 0, 0, 0, 0, 0]
carried_in = [2, 0, 0, 0, 0, 0, 3]
disclosed = [3, 0, 0, 0, 0, 0, 3]
total_handled = [3, 0, 0, 0, 0, 0, 3]
carried_out = [0, 0, 0, 0, 0, 0, 0]
"""


@pytest.mark.parametrize("previous", [(), ("--previous", "last.toml"), ("--previous", ".")])
@pytest.mark.parametrize("preview", [(), ("--dry-run",)])
def test_a_year_that_can_be_read_finds_last_years_report_in_the_same_call(
    call: Program, tmp_path: Path, previous: tuple[str, ...], preview: tuple[str, ...]
) -> None:
    """Row and column point at one cell of 二, but only last year's 四 may speak for a count: once the year is known."""
    now = tmp_path / "now.toml"
    now.write_text(YEAR_AS_TEXT, encoding="utf-8")
    report(tmp_path / "last.toml", 2022, "carried_out = [3, 0, 0, 0, 0, 0, 3]\n")
    arguments = ("check", "--fix", *SUMS, "--select", "wrong-type", "--select", "carry-over", *previous)
    done = call(*arguments, *preview, "now.toml")
    assert (done.code, done.err.splitlines()[-1].partition("：")[2]) == (
        0,
        f"没有发现问题；{'可改' if preview else '已改'} 2 处",
    )
    assert lines(now)[3] == ('year = "2023"' if preview else "year = 2023")
    if not preview:
        assert lines(now)[6] == "carried_in = [3, 0, 0, 0, 0, 0, 3]"
        assert call(*arguments, "now.toml") == (0, "", "1 份报告：没有发现问题\n")


def test_a_count_that_only_arithmetic_speaks_for_is_not_fixed_by_any_number_of_rounds(
    call: Program, tmp_path: Path
) -> None:
    now = tmp_path / "now.toml"
    now.write_text(YEAR_AS_TEXT, encoding="utf-8")
    report(tmp_path / "last.toml", 2021, "carried_out = [3, 0, 0, 0, 0, 0, 3]\n")
    done = call("check", "--fix", *SUMS, "--select", "wrong-type", "--select", "carry-over", "now.toml")
    assert (done.code, done.out.count("已改"), lines(now)[6]) == (1, 1, "carried_in = [2, 0, 0, 0, 0, 0, 3]")


def test_dry_run_shows_a_diff_and_writes_nothing(call: Program, seed: Path) -> None:
    before = seed.read_bytes()
    done = call("check", "--fix", "--dry-run", *SUMS, "seed.toml")
    assert (done.code, done.err) == (0, "1 份报告改后：没有发现问题；可改 2 处\n")
    assert done.out.startswith("--- seed.toml\n+++ seed.toml\n@@ ")
    assert [line[:14] for line in done.out.splitlines()[2:] if line[0] in "+-"] == ["-total_handled", "+total_handled"]
    assert seed.read_bytes() == before


@pytest.mark.parametrize("ending", ["\n", ""])
def test_the_diff_is_what_patch_takes_and_does_what_fix_does(call: Program, tmp_path: Path, ending: str) -> None:
    received = "new_received = [3, 0, 0, 0, 0, 0, 3]\n\tdisclosed = [3, 0, 0, 0, 0, 0, 3] # 公开\n"
    path = report(tmp_path / "a.toml", 2023, f"{received}total_handled = [3, 0, 0, 0, 0, 0, 4]{ending}")
    diff = call("check", "--fix", "--dry-run", *SUMS, "a.toml").out
    by_patch = tmp_path / "other" / "a.toml"
    by_patch.parent.mkdir()
    by_patch.write_bytes(path.read_bytes())
    subprocess.run(["git", "apply", "-p0"], input=diff.encode(), check=True, cwd=by_patch.parent)
    call("check", "--fix", *SUMS, "a.toml")
    assert by_patch.read_bytes() == path.read_bytes()
    assert path.read_text(encoding="utf-8").endswith(f"0, 3]{ending}")


def test_a_file_that_cannot_be_written_gets_a_sentence_and_the_others_are_done(
    call: Program, seed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = seed.with_name("a.toml")
    other.write_bytes(seed.read_bytes())
    other.chmod(0o444)
    done = call("check", "--fix", *SUMS, "a.toml", "seed.toml")
    assert done.code == 2
    assert done.out.count("seed.toml:66: 已改") == 2
    assert "a.toml:66:95: error[column-sum]" in done.out
    first, last = done.err.splitlines()
    assert first.startswith("a.toml: 文件设为只读；要改它，先用 chmod u+w 文件名")
    assert last == "2 份报告：1 个错误；已改 2 处；1 个文件改不了"


def test_a_file_that_cannot_be_read_is_reported_once(call: Program, seed: Path) -> None:
    done = call("check", "--fix", *SUMS, "none.toml", "seed.toml")
    assert done.code == 2
    assert done.err.count("none.toml: 没有这个文件") == 1
    assert done.out.count("已改") == 2


def test_what_would_be_written_in_a_way_that_cannot_be_edited(
    call: Program, seed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> bytes:
        raise Unwritable("edit-not-possible", "seed.toml", "改不了")

    monkeypatch.setattr("giptui.cli.check.fix.edited", refuse)
    for options in ((), ("--dry-run",)):
        done = call("check", "--fix", *options, *SUMS, "seed.toml")
        assert done.code == 2
        assert done.err.startswith("seed.toml: 改不了\n")
        assert "1 个文件改不了" in done.err


def test_with_another_format_standard_output_is_that_format_alone(call: Program, seed: Path) -> None:
    done = call("check", "--fix", *SUMS, "--format", "json", "seed.toml")
    assert done.out == '{"schema": 1, "findings": [\n], "unreadable": []}\n'
    assert done.err.count("已改 （七）总计") == 2


def test_standard_input(giptui: Program, seed: Path) -> None:
    refused = giptui("check", "--fix", "-", stdin=seed.read_bytes())
    assert refused == (2, "", "标准输入不能存回，--fix 改不了；请给出文件名，或加 --dry-run 只看改动\n")
    shown = giptui("check", "--fix", "--dry-run", *SUMS, "-", stdin=seed.read_bytes())
    assert (shown.code, shown.out.startswith("--- -\n+++ -\n")) == (0, True)


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (("--dry-run",), "--dry-run 要与 --fix 一起用"),
        (
            ("--fix", "--dry-run", "--summary"),
            "--fix --dry-run 只列出改动，不能与 --format、--summary、--statistics 同用；请去掉这些选项",
        ),
    ],
)
def test_options_that_make_no_sense_together(
    call: Program, seed: Path, options: tuple[str, ...], sentence: str
) -> None:
    assert call("check", *options, seed) == (2, "", f"{sentence}\n")


def test_mode_line_ends_and_byte_order_mark_survive(call: Program, seed: Path) -> None:
    text = seed.read_text(encoding="utf-8")
    seed.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    seed.chmod(0o640)
    call("check", "--fix", *SUMS, seed)
    data = seed.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf#")
    assert data.count(b"\r\n") == data.count(b"\n") == text.count("\n")
    assert os.stat(seed).st_mode & 0o777 == 0o640  # noqa: PTH116
