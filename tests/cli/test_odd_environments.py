"""An environment that nobody would set on purpose: no crash, and nothing missing from what is said."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from cli_program import Program, environment

from giptui.check import RULES


@pytest.mark.parametrize("columns", ["0", "-1", "1000000000", "80x", "", "1", "９"])
def test_absurd_columns(giptui: Program, seed: Path, columns: str) -> None:
    for arguments in (["--help"], ["check", "--help"], ["check", "--summary", seed], ["report", seed]):
        usual, done = giptui(*arguments), giptui(*arguments, COLUMNS=columns, LINES=columns)
        assert (done.code, done.err) == (usual.code, usual.err)
        assert "".join(done.out.split()) == "".join(usual.out.split())


@pytest.mark.parametrize("value", ["bash_complete", "zsh_complete", "fish_complete", "x", "1", "bash_x"])
def test_the_variable_of_completion_alone_is_refused(giptui: Program, value: str) -> None:
    done = giptui(_GIPTUI_COMPLETE=value)
    assert (done.code, done.out) == (2, "")
    assert "unset _GIPTUI_COMPLETE" in done.err


def test_half_of_what_completion_needs_is_refused(giptui: Program) -> None:
    assert giptui(_GIPTUI_COMPLETE="bash_complete", COMP_WORDS="giptui ch", COMP_CWORD="x").code == 2
    assert giptui(_GIPTUI_COMPLETE="bash_complete", COMP_WORDS="giptui che", COMP_CWORD="1").out == "plain,check\n"


def test_no_rule_loses_its_documentation_to_optimized_python(tmp_path: Path) -> None:
    program = "from giptui.check import RULES\nfor rule in RULES: print(rule.name, repr(rule.doc))"
    done = subprocess.run(
        [sys.executable, "-OO", "-c", program],
        env=environment(PYTHONPYCACHEPREFIX=str(tmp_path)),
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines() == [f"{rule.name} {rule.doc!r}" for rule in RULES]


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["check", "--help"],
        ["check", "x.toml"],
        ["check", "--format", "sarif", "x.toml"],
        ["explain", "period"],
    ],
)
def test_optimized_python_says_the_same(tmp_path: Path, giptui: Program, seed: Path, arguments: list[str]) -> None:
    seed.rename(tmp_path / "x.toml")
    usual = giptui(*arguments)
    done = giptui(*arguments, PYTHONOPTIMIZE="2", PYTHONPYCACHEPREFIX=str(tmp_path / "cache"))
    assert done == usual
