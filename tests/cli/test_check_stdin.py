"""`giptui check -` and `--exit-zero`: what an editor or a hook that sends the text, and decides for itself, needs."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from cli_program import Program

NAME = "inner/年报.toml"


def test_standard_input_under_a_name(giptui: Program, seed: Path) -> None:
    plain, named = (
        giptui("check", "-", *options, stdin=seed.read_bytes()) for options in ((), ("--stdin-filename", NAME))
    )
    assert plain.out.startswith("-:")
    assert named == (plain.code, plain.out.replace("-:", f"{NAME}:", 1).replace("\n-:", f"\n{NAME}:"), plain.err)
    document = giptui("check", "-", "--format", "json", "--stdin-filename", NAME, stdin=seed.read_bytes()).out
    assert {finding["file"] for finding in json.loads(document)["findings"]} == {NAME}
    summary = giptui(
        "check", "-", "--summary", "--format", "tsv", "--stdin-filename", NAME, stdin=seed.read_bytes()
    ).out
    assert summary.splitlines()[1].startswith(f"{NAME}\t房县")
    diff = giptui("check", "-", "--fix", "--dry-run", "--stdin-filename", NAME, stdin=seed.read_bytes()).out
    assert f"--- {NAME}\n" in diff


def test_what_cannot_be_read_has_the_name_too(giptui: Program) -> None:
    done = giptui("check", "-", "--format", "jsonl", "--stdin-filename", NAME, stdin=b"form = \n")
    assert (done.code, json.loads(done.out)["file"]) == (2, NAME)
    assert done.err.startswith(f"{NAME}:1:")


def test_settings_are_looked_for_by_the_name(giptui: Program, seed: Path) -> None:
    inner = seed.parent / "inner"
    inner.mkdir()
    (inner / "giptui.toml").write_text('[severity]\nrule-making-power = "info"', encoding="utf-8")
    only = ("check", "-", "--select", "rule-making-power")
    assert "error[" in giptui(*only, stdin=seed.read_bytes()).out
    assert "info[" in giptui(*only, "--stdin-filename", NAME, stdin=seed.read_bytes()).out


def test_last_years_report_is_looked_for_by_the_name(giptui: Program, seed: Path) -> None:
    text = seed.read_text(encoding="utf-8")
    (seed.parent / "inner").mkdir()
    last = re.sub(r"(?m)^(carried_out += \[ *)0", r"\g<1>5", text.replace("2023", "2022"))
    assert last != text.replace("2023", "2022")
    (seed.parent / "inner" / "last.toml").write_text(last, encoding="utf-8")
    seed.unlink()
    only = ("check", "-", "--select", "carry-over")
    assert giptui(*only, stdin=text.encode()).out == ""
    assert "warning[carry-over]" in giptui(*only, "--stdin-filename", NAME, stdin=text.encode()).out


def test_a_name_in_a_folder_that_is_not_there(giptui: Program, seed: Path) -> None:
    done = giptui("check", "-", "--stdin-filename", "no/where/a.toml", stdin=seed.read_bytes())
    assert done.code == 1
    assert done.out.startswith("no/where/a.toml:")


@pytest.mark.parametrize("options", [(), ("--strict",), ("--summary",), ("--format", "sarif"), ("-j", "1")])
def test_exit_zero(call: Program, seed: Path, options: tuple[str, ...]) -> None:
    found, zero = call("check", *options, seed), call("check", *options, "--exit-zero", seed)
    assert (found.code, zero.code) == (1, 0)
    assert zero[1:] == found[1:]


def test_exit_zero_is_for_findings_alone(call: Program, seed: Path) -> None:
    assert call("check", "--exit-zero", seed, "none.toml").code == 2
    assert call("check", "--exit-zero", "--select", "none", seed).code == 2
