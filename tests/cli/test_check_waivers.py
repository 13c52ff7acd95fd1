"""`giptui check`: what a person has judged right is counted, not listed, until one of its numbers changes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli_program import Program

ISSUED = "proactive_disclosure.government_rules.issued"
OTHER = "applications.total_handled.other_organization"
SUMS = ("--select", "column-sum", "--select", "balance", "--select", "waiver-stale")
POWER = ("--select", "rule-making-power", "--select", "waiver-stale")


def waive(path: Path, rule: str, cells: dict[str, object], reason: str = "已核") -> None:
    listed = ", ".join(f'"{cell}" = {json.dumps(value, ensure_ascii=False)}' for cell, value in cells.items())
    text = f'\n[[waiver]]\nrule = "{rule}"\ncells = {{ {listed} }}\nreason = "{reason}"\n'
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")


def test_a_waived_finding_is_counted_and_no_failure(call: Program, seed: Path) -> None:
    waive(seed, "rule-making-power", {ISSUED: 2})
    assert call("check", *POWER, seed) == (0, "", "1 份报告：没有发现问题；另有 1 条已由人确认\n")


def test_it_is_shown_on_demand_with_its_reason_and_the_same_keys(call: Program, seed: Path) -> None:
    waive(seed, "rule-making-power", {ISSUED: 2}, "县政府委托")
    shown = call("check", *POWER, "--show-waived", seed)
    assert (shown.code, shown.err) == (0, "1 份报告：没有发现问题；另有 1 条已由人确认\n")
    assert "error[rule-making-power]" in shown.out
    assert f"（已由人确认：县政府委托） ({ISSUED})\n" in shown.out
    [marked] = json.loads(call("check", *POWER, "--show-waived", "--format", "json", seed).out)["findings"]
    seed.write_text(seed.read_text(encoding="utf-8").partition("[[waiver]]")[0], encoding="utf-8")
    [plain] = json.loads(call("check", *POWER, "--format", "json", seed).out)["findings"]
    assert tuple(marked) == tuple(plain)
    assert marked == plain | {"message": f"{plain['message']}（已由人确认：县政府委托）"}


def test_it_comes_back_when_a_value_changes_and_the_waiver_is_stale(call: Program, seed: Path) -> None:
    waive(seed, "rule-making-power", {ISSUED: 2})
    seed.write_text(seed.read_text(encoding="utf-8").replace("issued = 2,", "issued = 5,", 1), encoding="utf-8")
    done = call("check", *POWER, seed)
    assert done.code == 1
    assert "error[rule-making-power]" in done.out
    assert "info[waiver-stale]" in done.out
    assert "当时是“2”，现在是“5”" in done.out
    assert done.err == "1 份报告：1 个错误，1 个提示\n"


def test_a_waiver_without_its_finding_is_stale(call: Program, clean: Path) -> None:
    waive(clean, "rule-making-power", {ISSUED: 0})
    done = call("check", *POWER, clean)
    assert (done.code, done.out.count("\n")) == (0, 1)
    assert "info[waiver-stale]" in done.out
    assert "这段确认可以删去" in done.out


def test_a_waiver_of_no_rule_says_so(call: Program, clean: Path) -> None:
    for rule in ("rule-making", "waiver-stale"):
        text = clean.read_text(encoding="utf-8").partition("[[waiver]]")[0]
        clean.write_text(text, encoding="utf-8")
        waive(clean, rule, {ISSUED: 0})
        assert "没有这条规则" in call("check", *POWER, clean).out


@pytest.mark.parametrize("rule", ["column-sum", "balance"])
@pytest.mark.parametrize(
    "cells",
    [
        {OTHER: 1},
        {OTHER: 1, "applications.total_handled.total": 1},
        {OTHER: 1, "applications.new_received.other_organization": 0},
    ],
)
def test_a_merged_finding_goes_by_each_of_its_sums(
    call: Program, seed: Path, rule: str, cells: dict[str, object]
) -> None:
    waive(seed, rule, cells)
    assert call("check", *SUMS, seed) == (0, "", "1 份报告：没有发现问题；另有 1 条已由人确认\n")


@pytest.mark.parametrize(
    ("rule", "cells"),
    [
        ("row-sum", {OTHER: 1}),
        ("balance", {}),
        ("balance", {"applications.new_received.other_organization": 0}),
        ("balance", {OTHER: 1, "disputes.reconsideration.total": 0}),
        ("balance", {OTHER: "1"}),
    ],
    ids=["another sum", "no cell", "no cell of its own", "a cell that is none of its", "a text for a number"],
)
def test_what_does_not_fit_waives_nothing(call: Program, seed: Path, rule: str, cells: dict[str, object]) -> None:
    waive(seed, rule, cells)
    done = call("check", *SUMS, seed)
    assert done.code == 1
    assert "error[column-sum]" in done.out
    assert "info[waiver-stale]" in done.out


def test_a_waiver_of_a_comparison_is_not_stale_without_last_year(call: Program, clean: Path) -> None:
    waive(clean, "carry-over", {"applications.carried_in.total": 0})
    assert call("check", "--select", "waiver-stale", clean).out == ""


def test_a_waiver_of_a_sum_is_stale_without_last_year_all_the_same(call: Program, clean: Path) -> None:
    """Last year's report is a witness of the sums: they fire without it."""
    waive(clean, "column-sum", {OTHER: 0})
    for rules in (("--select", "waiver-stale"), SUMS):
        assert "这段确认可以删去" in call("check", *rules, clean).out


def test_a_waived_prose_is_the_same_however_it_is_wrapped(call: Program, clean: Path) -> None:
    text = clean.read_text(encoding="utf-8")
    start, end = text.index("[other_matters]"), len(text)
    clean.write_text(f'{text[:start]}[other_matters]\ntext = """\n  无\n\n"""\n{text[end:]}', encoding="utf-8")
    section = ("--select", "section-empty", "--select", "waiver-stale")
    assert "info[section-empty]" in call("check", *section, clean).out
    waive(clean, "section-empty", {"other_matters.text": "无\n"})
    assert call("check", *section, clean).out == ""


def test_explain_knows_it(call: Program) -> None:
    assert "确认只对当时的数有效" in call("explain", "waiver-stale").out
