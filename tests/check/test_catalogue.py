"""The catalogue as a whole."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib import import_module
from itertools import groupby
from pathlib import Path
from pkgutil import iter_modules

import pytest
from check_reports import SECTIONS, ZERO, changed
from hypothesis import given
from hypothesis import strategies as st

from giptui.check import RULES, Rule, Severity, check, rules
from giptui.report import Report, Value
from giptui.store import load

FORBIDDEN = re.compile(r"Σ|恒等式|\b(?:applications|disputes|proactive_disclosure)\.|row-sum|column-sum|balance")


def test_every_rule_of_every_module_stands_once_in_the_list() -> None:
    """A rule is in force by standing in a module of the folder; a module that no chapter names would be forgotten."""
    modules = [import_module(f"{rules.__name__}.{each.name}") for each in iter_modules(rules.__path__)]
    made = {entry.name for module in modules for entry in vars(module).values() if isinstance(entry, Rule)}
    assert sorted(rule.name for rule in RULES) == sorted(made)


def test_the_rules_are_ordered_by_chapter_and_within_a_module_as_they_stand() -> None:
    """Which chapter comes after which, docs/rules.md shows: a test beside it holds the page to this order."""
    assert [rule for chapter in rules.CHAPTERS.values() for rule in chapter] == [*RULES]
    for chapter in rules.CHAPTERS.values():
        for _, together in groupby(chapter, key=lambda rule: rule.check.__module__):
            lines = [rule.check.__code__.co_firstlineno for rule in together]
            assert lines == sorted(lines)
    runs = [module for module, _ in groupby(rule.check.__module__ for rule in RULES)]
    assert len(runs) == len({*runs})


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_explains_itself_in_four_parts(rule: Rule) -> None:
    assert [line.partition("：")[0] for line in rule.doc.splitlines()] == ["查什么", "为什么", "怎么改", "不管什么"]
    assert rule.title
    assert rule.needs <= set("FPGNpn")


def test_severities_are_ordered() -> None:
    assert Severity.INFO < Severity.WARNING < Severity.ERROR
    assert max(Severity.WARNING, Severity.INFO) is Severity.WARNING
    assert Severity("error") >= Severity.ERROR


def test_messages_name_no_rule_and_no_address() -> None:
    wrong = {address: n % 3 for n, address in enumerate(ZERO.form.cells)}
    report = changed({**wrong, "disputes.reconsideration.total": "", "report.year": 1999, "overview.text": ""})
    found = check(report)
    assert len(found) > 4
    assert not [finding.message for finding in found if FORBIDDEN.search(finding.message)]


def test_a_clean_report_of_zeros_has_no_finding() -> None:
    assert check(ZERO) == ()


def test_checking_loads_nothing_heavy() -> None:
    heavy = ("textual", "rich", "tabulate", "tomlkit", "json", "difflib", "tree_sitter", "click")
    program = f"import sys, giptui.check; print([name for name in {heavy!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-I", "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


JUNK = st.one_of(
    st.integers(-2, 10**13),
    st.decimals(),
    st.dates(),
    st.datetimes(),
    st.sampled_from(["", "/", "?", "３", "3件", "XX", "____", "无", "二〇二三年"]),
    st.text(max_size=8),
)


@given(
    st.dictionaries(st.sampled_from(sorted(ZERO.form.kinds)), JUNK, max_size=40),
    st.sets(st.sampled_from(sorted(SECTIONS))),
)
def test_whatever_stands_in_a_report_is_answered_with_findings(values: dict[str, Value], sections: set[str]) -> None:
    for finding in check(Report(ZERO.form, values, tuple(sections))):
        assert finding.message
        assert finding.cells
        assert not (finding.fix and finding.alternatives)


def test_the_first_report_has_its_three_findings() -> None:
    _, report = load(str(Path(__file__).parents[2] / "data" / "baihe-2023.toml"))
    assert [(finding.rule, finding.severity.value, len(finding.fix)) for finding in check(report)] == [
        ("column-sum", "error", 2),
        ("rule-making-power", "error", 0),
        ("period", "info", 0),
    ]
