"""`giptui.toml`: how severe a rule is, and which are left out; the nearest one upward from each file."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli_program import Program

from giptui.check import RULES, Severity, understood
from giptui.session import Session
from giptui.store import Unreadable


def settle(folder: Path, text: str) -> None:
    folder.mkdir(exist_ok=True)
    (folder / "giptui.toml").write_text(text, encoding="utf-8")


@pytest.mark.parametrize("severity", ["error", "warning", "info"])
def test_a_rule_is_as_severe_as_settled(call: Program, seed: Path, severity: str) -> None:
    settle(seed.parent, f'[severity]\nrule-making-power = "{severity}"\n')
    done = call("check", "--select", "rule-making-power", seed)
    assert f"{severity}[rule-making-power]" in done.out
    assert done.code == (severity == "error")


@pytest.mark.parametrize("text", ['ignore = ["rule-making-power"]', '[severity]\nrule-making-power = "ignore"'])
def test_an_ignored_rule_is_not_listed_unless_it_is_asked_for(call: Program, seed: Path, text: str) -> None:
    settle(seed.parent, text)
    assert "rule-making-power" not in call("check", seed).out
    assert "error[rule-making-power]" in call("check", "--select", "rule-making-power", seed).out


def test_a_merged_finding_goes_by_the_most_severe_of_the_sums_that_are_left(call: Program, seed: Path) -> None:
    def label() -> str:
        """Of the one finding about sums, which breaks column-sum and balance."""
        lines = [line for line in call("check", seed).out.splitlines() if "total_handled" in line]
        assert len(lines) < 2
        return lines[0].split()[1] if lines else ""

    assert label() == "error[column-sum]"
    for text, expected in {
        'ignore = ["column-sum"]': "error[balance]",
        'ignore = ["balance"]': "error[column-sum]",
        'ignore = ["column-sum"]\n[severity]\nbalance = "info"': "info[balance]",
        '[severity]\ncolumn-sum = "info"': "error[balance]",
        '[severity]\ncolumn-sum = "warning"\nbalance = "warning"': "warning[column-sum]",
        'ignore = ["column-sum", "balance"]': "",
    }.items():
        settle(seed.parent, text)
        assert label() == expected, text


def test_the_nearest_file_wins(call: Program, seed: Path) -> None:
    settle(seed.parent, '[severity]\nrule-making-power = "info"')
    settle(seed.parent / "own", '[severity]\ncolumn-sum = "warning"\nbalance = "warning"')
    (seed.parent / "none").mkdir()
    for folder in ("none", "own"):
        (seed.parent / folder / "a.toml").write_bytes(seed.read_bytes())
    (seed.parent / "own" / "deep").mkdir()
    seed.rename(seed.parent / "own" / "deep" / "a.toml")
    done = call("check", "none", "own")
    assert "none/a.toml:31:40: info[rule-making-power]" in done.out
    assert "own/a.toml:31:40: error[rule-making-power]" in done.out
    assert "own/deep/a.toml:66:95: warning[column-sum]" in done.out
    assert "跳过" not in done.err  # giptui.toml is no report, and nobody takes it for one


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('\nignored = ["balance"]', "giptui.toml:2:11: 不认识的设置 ignored；最接近的是 ignore；"),
        ('ignore = ["balence"]', "giptui.toml:1:10: 没有 balence 这条规则；最接近的是 balance；"),
        ("ignore = 3", "giptui.toml:1:10: 没有 3 这条规则；"),
        ('[severity]\nbalance = "eror"', "giptui.toml:2:11: balance 的程度只能是 "),
        ("[severity]\nbalance = 1", "giptui.toml:2:11: balance 的程度只能是 "),
        ("severity = 1", "giptui.toml:1:12: 规则的程度应写成一节，以 [severity] 开头；"),
        ('[deadline]\ntownships = "03-31"', "giptui.toml:2:13: 不认识的期限 townships；最接近的是 township；"),
        ('[deadline]\ntownship = "02-30"', "giptui.toml:2:12: 乡镇公布年报的期限应写成月和日"),
        ("[deadline]\ntownship = 2024-03-31", "giptui.toml:2:12: 乡镇公布年报的期限应写成月和日"),
    ],
)
def test_a_setting_without_effect_is_reported_once_and_changes_nothing(
    call: Program, clean: Path, text: str, sentence: str
) -> None:
    before = call("check", clean, clean.name)
    settle(clean.parent, text)
    done = call("check", clean, clean.name)
    assert (done.code, done.out) == (before.code, before.out)
    line, *rest = done.err.splitlines(keepends=True)
    assert line.startswith(sentence)
    assert line.endswith("这一项没有起作用\n")
    assert "".join(rest) == before.err
    assert call("check", "--quiet", clean).err == ""


@pytest.mark.parametrize("text", ["", "\n# 没有\n"])
def test_settings_may_be_empty(call: Program, clean: Path, text: str) -> None:
    before = call("check", clean)
    settle(clean.parent, text)
    assert call("check", clean) == before


def test_a_broken_settings_file_ends_the_command(call: Program, seed: Path) -> None:
    settle(seed.parent, "ignore = [\n")
    done = call("check", seed, "--quiet")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("giptui.toml:")
    with pytest.raises(Unreadable, match=r"giptui\.toml"):
        Session.open(str(seed))


def test_standard_input_goes_by_the_current_folder(giptui: Program, seed: Path) -> None:
    settle(seed.parent, '[severity]\nrule-making-power = "info"')
    assert "info[rule-making-power]" in giptui("check", "-", stdin=seed.read_bytes()).out


def test_the_editor_goes_by_the_same_settings_and_waivers(seed: Path) -> None:
    settle(seed.parent, 'ignore = ["column-sum", "balance"]\n[severity]\nrule-making-power = "info"')
    found = {finding.rule: finding.severity for finding in Session.open(str(seed)).found.findings}
    assert found["rule-making-power"] is Severity.INFO
    assert "column-sum" not in found
    waiver = '\n[[waiver]]\nrule = "rule-making-power"\n'
    waiver += 'cells = { "proactive_disclosure.government_rules.issued" = 2 }\n'
    seed.write_text(seed.read_text(encoding="utf-8") + waiver, encoding="utf-8")
    session = Session.open(str(seed))
    assert "rule-making-power" not in {finding.rule for finding in session.found.findings}
    session.commit({"proactive_disclosure.government_rules.issued": 3})
    assert {"rule-making-power", "waiver-stale"} <= {finding.rule for finding in session.found.findings}


def test_the_deadline_of_townships() -> None:
    policy, ineffective = understood({"deadline": {"township": "03-31"}}, [rule.name for rule in RULES])
    assert (policy.township_deadline, ineffective) == ((3, 31), ())
