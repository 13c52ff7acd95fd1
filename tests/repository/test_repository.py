"""What the files around the sources promise: versions, paths, hooks, the contents of an sdist."""

from __future__ import annotations

import re
import subprocess
import tomllib

import pytest
from readme import ROOT

from giptui import __version__

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def test_the_changelog_says_what_is_new_in_this_version_below_what_is_not_released() -> None:
    headings = re.findall(r"^## \[([^]]+)\]", text("CHANGELOG.md"), re.MULTILINE)
    assert headings[:2] == ["Unreleased", __version__]


@pytest.mark.parametrize("name", ["CONTRIBUTING.md", "CHANGELOG.md", "pyproject.toml"])
def test_paths_that_are_named_exist(name: str) -> None:
    """``<name>`` in one stands for any."""
    named = set(re.findall(r"\b(?:src|tests|docs|bench|data)/[\w/.<>-]*[\w/>]", text(name)))
    assert named
    assert [path for path in sorted(named) if not any(ROOT.glob(re.sub("<.*?>", "*", path)))] == []


def test_the_python_that_is_required_is_the_one_that_is_sought() -> None:
    least = PROJECT["project"]["requires-python"].removeprefix(">=")
    assert f"sys.version_info < ({least.replace('.', ', ')})" in MAKEFILE
    assert f"python{least}" in MAKEFILE
    assert PROJECT["tool"]["mypy"]["python_version"] == least
    for page in ("README.md", "README.zh-CN.md", "CONTRIBUTING.md"):
        assert f"Python {least}" in text(page)


def test_the_hooks_are_what_make_lint_runs() -> None:
    lint = re.findall(r"^\t\$\(BIN\)/(.+)$", MAKEFILE.partition("\nlint:")[2].partition("\n\n")[0], re.MULTILINE)
    assert lint
    assert re.findall(r"entry: \.venv/bin/([^,]+),", text(".pre-commit-config.yaml")) == lint


def test_an_sdist_holds_all_that_is_kept() -> None:
    """All that git keeps, where this is a checkout; in an unpacked sdist, all that was to go in."""
    wanted = {entry.removeprefix("/") for entry in PROJECT["tool"]["hatch"]["build"]["targets"]["sdist"]["include"]}
    assert [name for name in sorted(wanted) if not (ROOT / name).exists()] == []
    if (ROOT / ".git").exists():
        listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
        kept = {name.partition("/")[0] for name in listed.splitlines()}
        assert kept - wanted == {".gitignore", "pyproject.toml"}, "these two go along by themselves"


def test_a_report_of_a_problem_asks_for_what_the_program_asks_to_report() -> None:
    form = text(".github/ISSUE_TEMPLATE/problem.yml")
    assert "giptui --version" in form
    assert re.findall(r"^    id: (\w+)$", form, re.MULTILINE)[:3] == ["version", "command", "line"]
