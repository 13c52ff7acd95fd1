"""`giptui check`: what stands on which stream, in which format, with which exit code."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from cli_program import Program, golden


@pytest.mark.parametrize(
    ("options", "expected"),
    [((), "check.txt"), (("--full",), "check-full.txt"), (("--format", "json"), "check.json")],
)
def test_seed_byte_for_byte(giptui: Program, seed: Path, options: tuple[str, ...], expected: str) -> None:
    done = giptui("check", *options, "seed.toml")
    assert done == (1, golden(expected), "1 份报告：2 个错误，1 个提示\n")


def test_clean_report_leaves_standard_output_empty(giptui: Program, clean: Path) -> None:
    assert giptui("check", "clean.toml") == (0, "", "1 份报告：没有发现问题\n")


def test_full_shows_no_more_answers_than_a_screen_holds(call: Program) -> None:
    """Twenty-four cells may be the wrong one; the other formats list them all."""
    path = Path(__file__).parents[1] / "rules" / "balance" / "fires.toml"
    lines = call("check", "--select", "balance", "--full", path).out.splitlines()
    assert sum(line.startswith("  改法 ") for line in lines) == 9
    assert lines[-1] == "  ……还有 15 种改法，--format json 全部列出"
    (finding,) = json.loads(call("check", "--select", "balance", "--format", "json", path).out)["findings"]
    assert len(finding["alternatives"]) == 24


def test_json_has_every_key_always(call: Program, seed: Path) -> None:
    text = seed.read_text(encoding="utf-8").replace("year = 2023", 'year = "二三"')
    start, end = text.index("[other_matters]"), text.index("[other_matters]") + len("[other_matters]")
    seed.write_text(text[:start] + "[x]" + text[end:], encoding="utf-8")
    findings = json.loads(call("check", "--format", "json", seed).out)["findings"]
    keys = "file line column rule severity message organ year cells identities fix alternatives"
    assert {tuple(finding) for finding in findings} == {tuple(keys.split())}
    missing = next(finding for finding in findings if finding["rule"] == "section-missing")
    assert (missing["line"], missing["column"], missing["year"]) == (None, None, None)
    assert (missing["identities"], missing["fix"], missing["alternatives"]) == ([], [], [])


def test_json_tells_what_a_blank_should_be(call: Program, clean: Path) -> None:
    line = 'reconsideration = [1, 0, 0, "", 2]'
    clean.write_text(f'form = "2021"\n[disputes]\n{line}\n', encoding="utf-8")
    (finding,) = json.loads(call("check", "--format", "json", "--select", "blank-cells", clean).out)["findings"]
    assert finding["fix"] == [{"address": "disputes.reconsideration.pending", "from": "", "to": 1}]
    assert finding["alternatives"] == []
    before = clean.read_bytes()
    assert "[blank-cells]" in call("check", "--fix", "--select", "blank-cells", clean).out
    assert clean.read_bytes() == before, "nobody but the sums speaks for it"


def test_jsonl_is_the_same_findings_a_line_each(call: Program, seed: Path) -> None:
    document = json.loads(call("check", "--format", "json", seed).out)
    lines = call("check", "--format", "jsonl", seed).out.splitlines()
    assert [json.loads(line) for line in lines] == document["findings"]
    assert document["schema"] == 1


def test_json_of_a_clean_report(call: Program, clean: Path) -> None:
    done = call("check", "--format", "json", clean)
    assert (done.code, json.loads(done.out)) == (0, {"schema": 1, "findings": [], "unreadable": []})
    assert call("check", "--format", "jsonl", clean).out == ""


def test_decimals_are_strings_in_json(call: Program, clean: Path) -> None:
    text = clean.read_text(encoding="utf-8").replace("[     0,", "[   3.0,", 1)
    clean.write_text(text, encoding="utf-8")
    done = call("get", clean, "applications.new_received.natural_person", "--format", "jsonl")
    assert json.loads(done.out)["value"] == "3.0"


def test_findings_stand_in_file_order(call: Program, seed: Path) -> None:
    lines = [line.split(":") for line in call("check", seed).out.splitlines()]
    places = [(int(line), int(column)) for _, line, column, *_ in lines]
    assert places == sorted(places)
    assert len(places) == 3


def test_select_finds_a_merged_finding_by_each_of_its_sums(call: Program, seed: Path) -> None:
    for rule in ("column-sum", "balance"):
        done = call("check", "--select", rule, seed)
        assert (done.code, done.out.count("\n")) == (1, 1), rule
    assert call("check", "--select", "row-sum", seed).code == 0


def test_ignore_hides_a_merged_finding_only_with_all_its_sums(call: Program, seed: Path) -> None:
    ignored = ("--ignore", "rule-making-power", "--ignore", "period", "--ignore", "column-sum")
    assert call("check", *ignored, seed).out.count("\n") == 1
    assert call("check", *ignored, "--ignore", "balance", seed) == (0, "", "1 份报告：没有发现问题\n")


def test_unknown_rule_names_the_nearest(call: Program, seed: Path) -> None:
    done = call("check", "--select", "balence", seed)
    assert done == (2, "", "没有 balence 这条规则；最接近的是 balance\n")


def test_strict_counts_warnings(call: Program, clean: Path) -> None:
    text = clean.read_text(encoding="utf-8").replace("[     0,", '[    "",', 1)
    clean.write_text(text, encoding="utf-8")
    plain, strict = call("check", clean), call("check", "--strict", clean)
    assert (plain.code, strict.code) == (0, 1)
    assert plain.out == strict.out
    assert "warning[blank-cells]" in plain.out
    assert plain.err == "1 份报告：1 个警告\n"


def test_standard_input_is_named_by_its_dash(giptui: Program, seed: Path) -> None:
    done = giptui("check", "-", stdin=seed.read_bytes())
    assert done.out == giptui("check", "seed.toml").out.replace("seed.toml:", "-:")


def test_folder_is_searched_sorted_and_counted(giptui: Program, seed: Path, clean: Path) -> None:
    folder = seed.parent / "all"
    for name in ("b/2.toml", "a/1.toml", ".hidden/3.toml"):
        (folder / name).parent.mkdir(parents=True)
        (folder / name).write_bytes(seed.read_bytes())
    (folder / "pyproject.toml").write_text("[project]\n")
    (folder / "notes.txt").write_text("form")
    done = giptui("check", "all")
    assert [line.split(":")[0] for line in done.out.splitlines()] == ["all/a/1.toml"] * 3 + ["all/b/2.toml"] * 3
    assert done.err == "2 份报告：4 个错误，2 个提示；跳过 1 个不是报告的 TOML 文件\n"


def test_all_files_are_done_and_2_outranks_1(giptui: Program, seed: Path, clean: Path) -> None:
    (seed.parent / "bad.toml").write_text("form = \n")
    done = giptui("check", "bad.toml", "seed.toml", "none.toml", "clean.toml")
    assert done.code == 2
    assert done.out == giptui("check", "seed.toml").out
    assert done.err.splitlines()[-1] == "2 份报告：2 个错误，1 个提示；2 个文件读不出"
    assert "none.toml: 没有这个文件" in done.err


def test_folder_without_reports(call: Program, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    done = call("check", "empty")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("empty: 没有找到报告")


@pytest.mark.parametrize("line", [7, 12])
def test_caret_is_aligned_by_display_width(call: Program, tmp_path: Path, line: int) -> None:
    (tmp_path / "bad.toml").write_text('form = "2021"\n' + "#\n" * (line - 2) + 'organ = "房县", 1\n', encoding="utf-8")
    error, source, caret = call("check", "bad.toml").err.splitlines()[:3]
    column = int(error.split(":")[2])
    assert source[source.index("organ") + column - 1] == ","
    assert caret.index("^") - source.index("organ") == column - 1 + len("房县")


def test_colour_is_the_only_thing_that_it_changes(call: Program, seed: Path) -> None:
    plain = call("check", seed).out
    coloured = call("check", "--color", "always", seed).out
    assert coloured != plain
    assert {"\x1b[31merror\x1b[0m[", "\x1b[36minfo\x1b[0m["} == set(re.findall(r"\x1b\[3\dm\w+\x1b\[0m\[", coloured))
    assert re.sub(r"\x1b\[\d+m", "", coloured) == plain


def test_control_characters_are_made_visible(call: Program, clean: Path) -> None:
    text = clean.read_text(encoding="utf-8")
    text = text.replace("carried_in ", '"\\u001b[2J\\u009b" = 1\ncarried_in ', 1)
    clean.write_text(text, encoding="utf-8")
    name = clean.with_name("a\x1b[31m.toml")
    clean.rename(name)
    for style in ("text", "json"):
        done = call("check", "--full", "--format", style, name)
        assert "unknown-key" in done.out
        assert not {"\x1b", "\x9b"} & set(done.out + done.err)
    assert json.loads(done.out)["findings"][0]["file"] == str(name)
