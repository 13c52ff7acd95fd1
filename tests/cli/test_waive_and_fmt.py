"""`giptui waive` and `giptui fmt`: what they write, what they refuse, and that nothing else changes."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli_program import Program

ISSUED = "proactive_disclosure.government_rules.issued"
IN_FORCE = "proactive_disclosure.government_rules.in_force"
OTHER = "applications.total_handled.other_organization"
RULE = "rule-making-power"


def test_a_waived_finding_is_counted_only_and_undo_gives_the_same_file(call: Program, seed: Path) -> None:
    before = seed.read_bytes()
    done = call("waive", seed, RULE, ISSUED, "--reason", "县政府  委托")
    assert (done.code, done.out) == (0, "")
    assert done.err.startswith(f"{seed}: 已确认：第二部分表格，规章：")
    assert seed.read_bytes() == before + (
        f'\n[[waiver]]\nrule = "{RULE}"\ncells = {{ "{ISSUED}" = 2 }}\nreason = "县政府 委托"\n'.encode()
    )
    assert call("check", seed, "--select", RULE).err == "1 份报告：没有发现问题；另有 1 条已由人确认\n"
    assert call("waive", seed, RULE, "--undo") == (0, "", f"{seed}: 已撤回 1 条 {RULE} 的确认\n")
    assert seed.read_bytes() == before


def test_without_addresses_the_only_finding_of_the_rule_is_meant(call: Program, seed: Path) -> None:
    call("waive", seed, RULE, "--reason", "委托")
    assert f'cells = {{ "{ISSUED}" = 2, "{IN_FORCE}" = 2 }}' in seed.read_text(encoding="utf-8")


def test_a_second_time_nothing_is_written(call: Program, seed: Path) -> None:
    call("waive", seed, RULE, "--reason", "委托")
    before = seed.read_bytes()
    done = call("waive", seed, RULE, ISSUED, "--reason", "再确认")
    assert (done.code, done.err.startswith(f"{seed}: 早已确认过：")) == (0, True)
    assert seed.read_bytes() == before


def test_of_several_one_is_taken_back_and_the_rest_of_the_file_stays(call: Program, seed: Path) -> None:
    call("waive", seed, RULE, "--reason", "甲")
    first = seed.read_bytes()
    call("waive", seed, "column-sum", OTHER, "--reason", "乙")
    seed.write_bytes(seed.read_bytes() + "# 末尾的批注\n".encode())
    assert call("waive", seed, RULE, OTHER, "--undo").code == 2
    assert call("waive", seed, "column-sum", OTHER, "--undo").code == 0
    assert seed.read_bytes() == first + "# 末尾的批注\n".encode()


def test_a_pipe_of_waivers(giptui: Program, seed: Path) -> None:
    done = giptui("waive", "-", RULE, "--reason", "委托", stdin=seed.read_bytes())
    assert done.out.startswith(seed.read_text(encoding="utf-8"))
    assert "[[waiver]]" in done.out


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (("rule-making", "--reason", "x"), "没有 rule-making 这条规则；最接近的是 rule-making-power"),
        (("waiver-stale", "--reason", "x"), "没有 waiver-stale 这条规则"),
        ((RULE,), "--reason"),
        ((RULE, "--reason", "  "), "--reason"),
        ((RULE, OTHER, "--reason", "x"), f"没有涉及 {OTHER} 的 {RULE} 发现；现有的地址是：{ISSUED}、{IN_FORCE}"),
        (("row-sum", "--reason", "x"), "现在没有 row-sum 的发现"),
        ((RULE, "--undo"), "文件里没有确认"),
    ],
)
def test_what_cannot_be_waived_is_refused_and_nothing_written(
    call: Program, seed: Path, words: tuple[str, ...], reason: str
) -> None:
    before = seed.read_bytes()
    done = call("waive", seed, *words)
    assert (done.code, done.out) == (2, "")
    assert reason in done.err
    assert seed.read_bytes() == before


def test_a_waiver_in_an_array_is_left_to_a_person(call: Program, seed: Path) -> None:
    text = seed.read_text(encoding="utf-8").replace("\n[report]", "\nwaiver = []\n\n[report]")
    seed.write_text(text, encoding="utf-8")
    done = call("waive", seed, RULE, "--reason", "x")
    assert (done.code, "[[waiver]]" in done.err) == (2, True)
    assert seed.read_text(encoding="utf-8") == text


def test_fmt_writes_the_layout_of_a_new_file_and_keeps_what_people_wrote(call: Program, seed: Path) -> None:
    tidy = seed.read_text(encoding="utf-8")
    untidy = tidy.replace("[     0,       0,", "[0,0,").replace("year = 2023  ", "year=2023")
    seed.write_text(untidy, encoding="utf-8")
    assert call("fmt", "--check", ".") == (1, "./seed.toml\n", "")
    assert seed.read_text(encoding="utf-8") == untidy
    assert call("fmt", ".") == (0, "", "./seed.toml: 已排成统一的版式\n")
    assert seed.read_text(encoding="utf-8") == tidy
    assert call("fmt", "--check", ".") == (0, "", "")
    assert call("fmt", ".") == (0, "", "")


def test_fmt_in_a_pipe(giptui: Program, seed: Path) -> None:
    tidy = seed.read_text(encoding="utf-8")
    assert giptui("fmt", "-", stdin=tidy.replace("= [  ", "=[").encode()) == (0, tidy, "")


def test_fmt_does_the_others_where_one_is_no_report(call: Program, seed: Path) -> None:
    tidy = seed.read_text(encoding="utf-8")
    seed.write_text(tidy.replace("= [  ", "=["), encoding="utf-8")
    Path("bad.toml").write_text('form = "2021"\nx = \n', encoding="utf-8")
    Path("odd.toml").write_text('form = "2021"\n[[applications]]\na = 1\n', encoding="utf-8")
    done = call("fmt", "bad.toml", "odd.toml", seed)
    assert done.code == 2
    assert "bad.toml:2:5" in done.err
    assert "odd.toml: " in done.err
    assert seed.read_text(encoding="utf-8") == tidy
