"""Whose `giptui.toml` is obeyed, what it leaves out is said, and nothing that stands in it is ever quoted."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from cli_program import Program

from giptui.check import RULES, Severity, understood
from giptui.session import Session
from giptui.session.settings import KEYS, explained
from giptui.store import load, settings_file

SETTLED = 'ignore = ["column-sum", "balance"]\n[severity]\nrule-making-power = "info"\nperiod = "ignore"\n'


@pytest.fixture
def settings(seed: Path) -> Path:
    """A settings file above the seed's folder."""
    path = seed.parent / "giptui.toml"
    path.write_text(SETTLED, encoding="utf-8")
    path.chmod(0o644)
    return path


def test_what_it_leaves_out_and_changes_is_in_the_summary(call: Program, seed: Path, settings: Path) -> None:
    said = "按 giptui.toml 略去 2 个发现（column-sum 1、period 1），1 个改了程度"
    assert call("check", "seed.toml").err == f"1 份报告：1 个提示；{said}\n"
    assert call("check", "--quiet", "seed.toml").err == ""
    for number in range(3):
        (seed.parent / f"{number}.toml").write_bytes(seed.read_bytes())
    assert "略去 8 个发现（column-sum 4、period 4），4 个改了程度" in call("check", ".").err
    settings.write_text('ignore = ["jump"]\n[deadline]\ntownship = "03-31"\n', encoding="utf-8")
    assert "giptui.toml" not in call("check", "seed.toml").err


def test_one_above_is_named_where_it_is(giptui: Program, seed: Path, settings: Path) -> None:
    (seed.parent / "own").mkdir()
    seed.rename(seed.parent / "own" / "seed.toml")
    assert "；按 giptui.toml 略去 2 个发现" in giptui("check", "own/seed.toml").err
    report = load(str(seed.parent / "own" / "seed.toml"))[1]
    assert report.organ
    assert "按 giptui.toml" in giptui("settings", "own/seed.toml").err


@pytest.mark.parametrize("mode", [0o646, 0o666, 0o622])
def test_one_that_others_may_write_is_not_obeyed(call: Program, seed: Path, settings: Path, mode: int) -> None:
    before = call("check", "--quiet", "seed.toml")
    settings.chmod(mode)
    done = call("check", "seed.toml")
    assert done.err.startswith("giptui.toml: 这个设置文件没有采用：别的用户也能改它；请先运行 chmod go-w\n")
    assert "error[column-sum]" in done.out
    assert "column-sum" not in before.out
    assert "column-sum" in {finding.rule for finding in Session.open(str(seed)).found.findings}
    settings.chmod(0o644)
    assert call("check", "--quiet", "seed.toml") == before


def test_the_owner_decides(monkeypatch: pytest.MonkeyPatch, call: Program, seed: Path, settings: Path) -> None:
    owner = os.geteuid()
    monkeypatch.setattr(os, "geteuid", lambda: owner + 1)  # as somebody else sees it
    found = settings_file(str(seed))
    assert found is not None
    assert bool(found.objection) is (owner != 0)  # root's file is everybody's
    if owner == 0:
        os.chown(settings, 12345, -1)
        monkeypatch.setattr(os, "geteuid", lambda: 0)
        done = call("check", "seed.toml")
        assert done.err.startswith("giptui.toml: 这个设置文件没有采用：它归别的用户所有；")
        assert "error[column-sum]" in done.out


def test_a_link_to_what_is_no_settings_file_is_not_read(call: Program, seed: Path, settings: Path) -> None:
    secret = seed.parent / "secret"
    secret.write_text("root:$6$geheim:19000:0\n", encoding="utf-8")
    settings.unlink()
    settings.symlink_to(secret)
    done = call("check", "seed.toml")
    assert done.err.startswith("giptui.toml: 这个设置文件没有采用：它是一个链接")
    assert "geheim" not in done.out + done.err
    assert "geheim" not in call("settings", "seed.toml").err


def test_a_broken_one_is_not_quoted(call: Program, seed: Path, settings: Path) -> None:
    settings.write_text("root:$6$geheim:19000:0\n", encoding="utf-8")
    done = call("check", "seed.toml")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("giptui.toml:1:5: ")
    assert "geheim" not in done.err


def test_a_link_to_one_elsewhere_is_obeyed(call: Program, seed: Path, settings: Path) -> None:
    (seed.parent / "shared").mkdir()
    settings.rename(seed.parent / "shared" / "giptui.toml")
    settings.symlink_to(seed.parent / "shared" / "giptui.toml")
    assert "按 giptui.toml 略去 2 个发现" in call("check", "seed.toml").err


def test_what_is_in_force_reads_as_settings(call: Program, seed: Path, settings: Path) -> None:
    done = call("settings", "seed.toml")
    assert (done.code, done.err) == (0, "按 giptui.toml\n")
    assert done.out == (
        'ignore = ["balance", "column-sum", "period"]\n[severity]\nrule-making-power = "info"\n'
        '[deadline]\ntownship = "01-31"  # 通常\n'
    )
    settings.write_text(done.out, encoding="utf-8")
    assert call("settings").out == done.out
    settings.unlink()
    done = call("settings", "not-there-yet.toml")
    assert (done.code, done.err) == (0, "没有设置文件 giptui.toml，一切照通常的办\n")
    assert "ignore = []" in done.out


def test_every_key_that_is_understood_is_explained(call: Program) -> None:
    text = call("explain", "settings").out
    assert text == explained() + "\n"
    names = [rule.name for rule in RULES]
    for key in KEYS:
        assert key.address in text
        import tomli

        policy, ineffective = understood(tomli.loads(key.example), names)
        assert ineffective == ()
        assert policy != understood({}, names)[0]
    _, [unknown] = understood({"nonsense": 1}, names)
    assert "nonsense" in unknown.reason
    assert {"ignore", "severity", "deadline"} == {key.address.partition(".")[0] for key in KEYS}
    assert all(severity.value in text for severity in Severity)
