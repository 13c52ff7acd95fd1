"""Each rule has a folder of its name: the smallest file that fires it, the exact output, and a look-alike.

``fires.toml`` is checked under the one rule, with ``previous.toml`` as last year's report where that lies beside it;
what the command prints is ``fires.txt``, byte for byte. ``silent.toml``, with ``silent-previous.toml``, prints nothing.
``GIPTUI_GOLDEN=write pytest tests/rules`` writes every ``fires.txt`` anew.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from giptui.check import RULES
from giptui.cli.app import run

HERE = Path(__file__).parent
NAMES = [rule.name for rule in RULES]


def output(rule: str, case: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> str:
    """What `giptui check` prints of the file of that name in the rule's folder."""
    monkeypatch.chdir(HERE / rule)
    before = HERE / rule / ("previous.toml" if case == "fires" else f"{case}-previous.toml")
    previous = ["--previous", str(before)] if before.exists() else []
    code = run(["check", "--select", rule, *previous, f"{case}.toml"])
    printed = capsys.readouterr()
    assert code < 2, printed.err
    return printed.out


def test_every_rule_has_its_folder_and_no_other_is_there() -> None:
    folders = {path.name for path in HERE.iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert folders == set(NAMES)


@pytest.mark.parametrize("rule", NAMES)
def test_the_smallest_file_that_fires_it(
    rule: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    printed = output(rule, "fires", capsys, monkeypatch)
    assert f"[{rule}]" in printed
    golden = HERE / rule / "fires.txt"
    if os.environ.get("GIPTUI_GOLDEN") == "write":
        golden.write_text(printed, encoding="utf-8")
    assert printed == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("rule", NAMES)
def test_the_look_alike_is_silent(
    rule: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert output(rule, "silent", capsys, monkeypatch) == ""
