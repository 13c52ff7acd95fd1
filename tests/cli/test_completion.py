"""Shell completion, asked as bash asks, and once by bash itself."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from cli_program import ROOT, Program


def complete(call: Program, monkeypatch: pytest.MonkeyPatch, line: str) -> list[str]:
    """What Tab offers at the end of the line."""
    words = line.split(" ")
    monkeypatch.setenv("_GIPTUI_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", line)
    monkeypatch.setenv("COMP_CWORD", str(len(words) - 1))
    return [entry for entry in call().out.splitlines() if entry]


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("giptui co", ["plain,completion"]),
        ("giptui da", ["file,da"]),
        ("giptui check --f", ["plain,--format", "plain,--full", "plain,--fix"]),
        ("giptui check --format j", ["plain,json", "plain,jsonl"]),
        ("giptui check --format s", ["plain,sarif"]),
        ("giptui check --d", ["plain,--dry-run"]),
        ("giptui schema f", ["plain,file", "plain,findings", "plain,findings-line"]),
        ("giptui schema file --form ", ["plain,2021", "plain,2019"]),
        ("giptui check da", ["file,da"]),
        ("giptui check --select bal", ["plain,balance"]),
        ("giptui explain bla", ["plain,blank-cells"]),
        ("giptui explain report.y", ["plain,report.year"]),
        ("giptui get a.toml report.y", ["plain,report.year"]),
        ("giptui get a.toml b", ["file,b"]),
        ("giptui set a.toml report.y", ["plain,report.year="]),
        ("giptui set a", ["file,a"]),
        ("giptui completion z", ["plain,zsh"]),
    ],
)
def test_tab(call: Program, monkeypatch: pytest.MonkeyPatch, line: str, offered: list[str]) -> None:
    assert complete(call, monkeypatch, line) == offered


def test_tab_offers_all_commands(call: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    from giptui.cli.app import _COMMANDS

    assert complete(call, monkeypatch, "giptui ") == [f"plain,{name}" for name in _COMMANDS]


@pytest.mark.parametrize("name", ["bash", "zsh", "fish"])
def test_script_names_the_program(call: Program, name: str) -> None:
    done = call("completion", name)
    assert done.code == 0
    assert f"_GIPTUI_COMPLETE={name}_complete" in done.out
    assert done.err == ""


def test_bash_runs_its_script(tmp_path: Path, call: Program) -> None:
    bash = shutil.which("bash")
    assert bash
    program = tmp_path / "giptui"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m giptui "$@"\n')
    program.chmod(0o755)
    tab = "COMP_WORDS=(giptui explain applications.new_received.t); COMP_CWORD=2; _giptui_completion giptui"
    script = f'{call("completion", "bash").out}{tab}; echo "$COMPREPLY"'
    variables = {**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}", "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run([bash, "-c", script], capture_output=True, text=True, env=variables, check=True)
    assert done.stdout == "applications.new_received.total\n"
