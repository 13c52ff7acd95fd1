"""Rules as a person names them, on `check` and `rules`; the catalogue that `rules` and `explain` print."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from cli_program import Program
from wcwidth import wcswidth

from giptui.check import RULES

SUM = "applications.total_handled.other_organization"


def found(call: Program, path: Path, *options: str) -> list[str]:
    """The rules of the findings, in their order."""
    return re.findall(r"\[([a-z-]+)\]", call("check", path, *options).out)


@pytest.mark.parametrize(
    ("options", "rules"),
    [
        (("--select", "rule-making-power,period"), ["period", "rule-making-power"]),
        (("--select", "period", "--select", "rule-making-power"), ["period", "rule-making-power"]),
        (("--select", "规章制定权，统计期限"), ["period", "rule-making-power"]),
        (("--select", "规章制定权、period"), ["period", "rule-making-power"]),
        (("--select", "rule-*"), ["rule-making-power"]),
        (("--select", "rule-"), ["rule-making-power"]),
        (("--select", "文字说没有，表格里有"), []),
        (("--select", "*-sum"), None),
        (("--select", "balance"), ["balance"]),
        (("--select", "column-sum"), ["column-sum"]),
        (("--select", "row-sum"), []),
        (("--ignore", "column-sum"), ["period", "rule-making-power", "balance"]),
        (("--ignore", "column-sum,balance"), ["period", "rule-making-power"]),
        (("--ignore", "period, rule-,第三部分：各列（七）总计"), ["balance"]),
        (("--select", "column-sum,balance", "--ignore", "column-sum"), ["balance"]),
        (("--select", "column-sum", "--ignore", "column-sum"), []),
    ],
)
def test_selecting_and_ignoring(call: Program, seed: Path, options: tuple[str, ...], rules: list[str] | None) -> None:
    if rules is None:
        assert call("check", seed, *options) == (2, "", "没有 *-sum 这条规则；全部规则用 giptui rules 列出\n")
    else:
        assert found(call, seed, *options) == rules


def test_a_merged_finding_under_another_name_keeps_its_sums_and_its_fix(call: Program, seed: Path) -> None:
    whole, left = (
        next(
            each
            for each in json.loads(call("check", "--format", "json", seed, *options).out)["findings"]
            if SUM in each["cells"]
        )
        for options in ((), ("--ignore", "column-sum"))
    )
    assert (whole.pop("rule"), left.pop("rule")) == ("column-sum", "balance")
    assert whole == left


@pytest.mark.parametrize(
    ("word", "sentence"),
    [
        ("ballance", "没有 ballance 这条规则；最接近的是 balance\n"),
        ("period,ballance", "没有 ballance 这条规则；最接近的是 balance\n"),
        ("统计期现", "没有 统计期现 这条规则；最接近的是 统计期限\n"),
        ("txt-", "没有 txt- 这条规则；全部规则用 giptui rules 列出\n"),
        ("*", None),
        ("", "没有 “” 这条规则；全部规则用 giptui rules 列出\n"),
        (",", "没有 , 这条规则；全部规则用 giptui rules 列出\n"),
    ],
)
def test_what_names_no_rule(call: Program, seed: Path, word: str, sentence: str | None) -> None:
    for arguments in (("check", seed, "--select", word), ("check", seed, "--ignore", word), ("rules", word)):
        done = call(*arguments)
        assert (done.code, done.out) == (2, "")
        assert done.err == (sentence or "没有 * 这条规则；全部规则用 giptui rules 列出\n")


def test_the_catalogue(call: Program) -> None:
    done = call("rules")
    lines = done.out.splitlines()
    assert [line.split()[:2] for line in lines] == [[rule.name, rule.severity.value] for rule in RULES]
    assert all(line.endswith(f"  {rule.title}") for line, rule in zip(lines, RULES, strict=True))
    assert max(map(wcswidth, lines)) <= 80
    assert call("explain") == done == (0, done.out, "")


def test_some_of_the_catalogue_in_its_order(call: Program) -> None:
    assert [line.split()[0] for line in call("rules", "公布期限", "balance,row-sum").out.splitlines()] == [
        "row-sum",
        "balance",
        "deadline",
    ]


def test_the_catalogue_for_programs(call: Program) -> None:
    document = json.loads(call("rules", "--format", "json").out)
    assert document["schema"] == 1
    assert [(each["name"], each["title"], each["severity"], each["doc"]) for each in document["rules"]] == [
        (rule.name, rule.title, rule.severity.value, rule.doc) for rule in RULES
    ]
    assert all(each["chapter"] for each in document["rules"])


def test_a_rule_is_explained_by_its_title(call: Program) -> None:
    assert call("explain", "统计期限") == call("explain", "period")
