"""`giptui check`: what a person has judged right is counted, not listed, until one of its numbers changes."""

from __future__ import annotations

import json
import sys
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


def stale(call: Program, path: Path) -> str:
    """What is reported of the waivers, without where they stand."""
    [line] = call("check", "--select", "waiver-stale", path).out.splitlines()
    return line.partition("info[waiver-stale] ")[2].rpartition(" (")[0]


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        (
            {ISSUED: "2"},
            "第二部分表格，规章，本年制发件数记的是加了引号的“2”，应直接写 2，不加引号；这段确认不起作用",
        ),
        (
            {ISSUED.replace("issued", "isued"): 2},
            (
                "没有“proactive_disclosure.government_rules.isued”这一格，最接近的是"
                "“proactive_disclosure.government_rules.issued”（第二部分表格，规章，本年制发件数）；这段确认不起作用"
            ),
        ),
        (
            {"applications.carried_in.totl": ""},
            (
                "没有“applications.carried_in.totl”这一格，最接近的是"
                "“applications.carried_in.total”（第三部分表格，二、上年结转政府信息公开申请数量，总计列）；这段确认不起作用"
            ),
        ),
        ({"overview.phone_number": 1}, "没有“overview.phone_number”这一格，请核对地址；这段确认不起作用"),
        ({}, "cells 里没有写是哪一格，什么也没有确认；请写上那一格的地址和现在的数"),
        (
            {ISSUED: 2, "disputes.reconsideration.total": 0},
            "现在没有一个这样的问题正好涉及这几格；写多了的格请去掉，不再需要的话，这段确认可以删去",
        ),
    ],
    ids=["a number in quotes", "a misspelt address", "a misspelt blank", "no address at all", "no cell", "too many"],
)
def test_a_waiver_that_never_covered_anything_says_why(
    call: Program, seed: Path, cells: dict[str, object], reason: str
) -> None:
    waive(seed, "rule-making-power", cells)
    assert stale(call, seed) == f"由人确认过的“规章制定权”：{reason}"
    assert "error[rule-making-power]" in call("check", *POWER, seed).out


def test_a_text_in_quotes_is_to_be_waived_in_quotes(call: Program, clean: Path) -> None:
    text = clean.read_text(encoding="utf-8")
    assert "\nyear = 2023" in text
    clean.write_text(text.replace("\nyear = 2023", '\nyear = "2023"', 1), encoding="utf-8")
    waive(clean, "wrong-type", {"report.year": 2023})
    assert stale(call, clean).endswith("报告年度在文件里是加了引号的“2023”，这里也要加引号；这段确认不起作用")


@pytest.mark.parametrize("reason", ["", "  ", None])
def test_a_waiver_without_a_reason_holds_and_is_told(call: Program, seed: Path, reason: str | None) -> None:
    waive(seed, "rule-making-power", {ISSUED: 2}, reason or "")
    if reason is None:
        seed.write_text(seed.read_text(encoding="utf-8").replace('reason = ""\n', ""), encoding="utf-8")
    assert stale(call, seed) == "由人确认过的“规章制定权”：没有写理由，请在 reason 里写明"
    done = call("check", *POWER, seed)
    assert (done.code, done.out.count("\n")) == (0, 1)
    assert done.err == "1 份报告：1 个提示；另有 1 条已由人确认\n"


def test_an_unknown_key_is_waived_by_its_own_name(call: Program, clean: Path) -> None:
    clean.write_text(f"{clean.read_text(encoding='utf-8')}\n[annex]\nnote = 1\n", encoding="utf-8")
    waive(clean, "unknown-key", {"annex": ""})
    both = ("--select", "unknown-key", "--select", "waiver-stale")
    assert call("check", *both, clean).out == ""


def test_a_waiver_of_a_comparison_is_not_stale_without_last_year(call: Program, clean: Path) -> None:
    waive(clean, "carry-over", {"applications.carried_in.total": 0})
    assert call("check", "--select", "waiver-stale", clean).out == ""


def test_thousands_of_waivers_take_no_longer_each(call: Program, clean: Path) -> None:
    """The second four hundred waivers are as much work as the first."""
    text = clean.read_text(encoding="utf-8")
    piece = f'[[waiver]]\nrule = "row-sum"\ncells = {{ "{ISSUED}" = 9 }}\n'

    def work(count: int) -> int:
        """How many functions are called in a check with so many waivers, once all is loaded."""
        clean.write_text(text + piece * count, encoding="utf-8")
        assert call("check", clean).out.count("info[waiver-stale]") == count
        calls: list[str] = []
        sys.setprofile(lambda frame, event, _: calls.append(event))
        try:
            call("check", clean)
        finally:
            sys.setprofile(None)
        return calls.count("call")

    none, some, twice = (work(count) for count in (0, 400, 800))
    assert twice - some < 1.1 * (some - none)


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
