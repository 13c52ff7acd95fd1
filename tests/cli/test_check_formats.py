"""`giptui check --format sarif` and `github`: byte for byte, valid, escaped, written as the files are read.

``sarif-2.1.0-rtm.5.json`` is the schema of SARIF 2.1.0 by OASIS, as the SchemaStore has it and code platforms use it;
OASIS lets implementers copy it (oasis-tcs/sarif-spec issue 583).
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from cli_program import Program, golden

from giptui.check import RULES
from giptui.store import Found, Unreadable

TWO = ("--select", "column-sum", "--select", "rule-making-power")
SCHEMA = json.loads((Path(__file__).parent / "sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8"))
CASES = Path(__file__).parents[1] / "rules"
NUMBER = "carried_in "


def sarif(call: Program, *arguments: str | Path) -> dict[str, Any]:
    """The one run of a valid log."""
    log = json.loads(call("check", "--format", "sarif", *arguments).out)
    jsonschema.Draft4Validator(SCHEMA).validate(log)
    (run,) = log["runs"]
    return dict(run)


def test_github_byte_for_byte(giptui: Program, seed: Path) -> None:
    done = giptui("check", *TWO, "--format", "github", "seed.toml")
    assert done == (1, golden("check-github.txt"), "1 份报告：2 个错误\n")


END = '], "invocations": [{"executionSuccessful": true}]}]}\n'


def test_sarif_results_byte_for_byte(giptui: Program, seed: Path) -> None:
    done = giptui("check", *TWO, "--format", "sarif", "seed.toml")
    _, *results, end = done.out.splitlines(keepends=True)
    assert ("".join(results), end) == (golden("check-sarif-results.txt"), END)
    assert (done.code, done.err) == (1, "1 份报告：2 个错误\n")


def test_what_cannot_be_read_is_part_of_the_output(call: Program, clean: Path) -> None:
    broken = clean.with_name("broken,1.toml")
    broken.write_text('form = "2021"\n[report\n', encoding="utf-8")
    (clean.parent / "x\n.toml").write_bytes(b"\xff")
    files = (clean.name, "none.toml", broken.name, "x\n.toml")
    run = sarif(call, *files)
    ((invocation,),) = (run["invocations"],)
    assert invocation["executionSuccessful"] is False
    named = []
    for note in invocation["toolExecutionNotifications"]:
        physical = note["locations"][0]["physicalLocation"]
        named.append((note["descriptor"]["id"], physical["artifactLocation"]["uri"], physical.get("region")))
        assert (note["level"], bool(note["message"]["text"])) == ("error", True)
    assert named == [
        ("file-missing", "none.toml", None),
        ("toml-unclosed-header", "broken%2C1.toml", {"startLine": 2, "startColumn": 8}),
        ("file-not-utf8", "x%0A.toml", {"startLine": 1}),
    ]
    lines = call("check", "--format", "github", *files).out.splitlines()
    assert [line.partition("]::")[0] for line in lines] == [
        "::error file=none.toml,title=读不出 [file-missing",
        "::error file=broken%2C1.toml,line=2,col=8,title=读不出 [toml-unclosed-header",
        "::error file=x%0A.toml,line=1,title=读不出 [file-not-utf8",
    ]


def test_a_folder_shut_to_us_and_a_wrong_last_year_are_part_of_the_output(
    call: Program, clean: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shut = Unreadable("folder-unreadable", "inner", "没有权限")
    monkeypatch.setattr("giptui.cli.inputs.find", lambda _: Found((clean.name,), 0, (shut,)))
    done = call("check", "--format", "json", "--previous", clean.name, clean.parent)
    assert done.code == 2
    assert [(each["file"], each["refusal"]) for each in json.loads(done.out)["unreadable"]] == [
        ("inner", "folder-unreadable"),
        (clean.name, "previous-of-another"),
    ]
    assert done.err.count("inner") == 1


def test_the_catalogue_stands_in_the_log(call: Program, seed: Path) -> None:
    run = sarif(call, seed)
    rules = {rule["id"]: rule for rule in run["tool"]["driver"]["rules"]}
    assert [*rules] == [rule.name for rule in RULES]
    assert rules["column-sum"]["help"]["text"].startswith("查什么：")
    assert rules["period"]["defaultConfiguration"]["level"] == "warning"
    assert {result["level"] for result in run["results"]} == {"error", "note"}


def test_a_clean_report_is_a_log_without_results(call: Program, clean: Path) -> None:
    assert sarif(call, *TWO, clean)["results"] == []
    assert call("check", *TWO, "--format", "github", clean).out == ""


@pytest.mark.parametrize("style", ["sarif", "github"])
def test_every_rule_that_fires(call: Program, style: str) -> None:
    """On the files that fire them, all at once: as many findings as the text has, of the same rules."""
    files = sorted(CASES.glob("*/fires.toml"))
    assert files
    rules = [line.partition("[")[2].partition("]")[0] for line in call("check", *files).out.splitlines()]
    if style == "sarif":
        assert [result["ruleId"] for result in sarif(call, *files)["results"]] == rules
    else:
        lines = call("check", "--format", "github", *files).out.splitlines()
        assert [line.partition("]::")[0].rpartition("[")[2] for line in lines] == rules


def test_github_escapes_what_would_end_a_property_or_a_line(call: Program, clean: Path) -> None:
    text = clean.read_text(encoding="utf-8").replace(NUMBER, '"50%\\n::error::x\\u001b" = 1\ncarried_in ', 1)
    name = clean.with_name("a,b:c%\n.toml")
    name.write_text(text, encoding="utf-8")
    (line,) = call("check", "--select", "unknown-key", "--format", "github", name.name).out.splitlines()
    command, _, message = line.removeprefix("::").partition("::")
    assert command.startswith("warning file=a%2Cb%3Ac%25%0A.toml,line=44,col=")
    assert "50%25" in message
    assert "\x1b" not in line
    assert message.count("%0A") == line.count("%0A") - 1 == 0, "the message shows control characters as pictures"


def test_sarif_names_files_by_uri_and_hides_no_control_characters(call: Program, clean: Path) -> None:
    text = clean.read_text(encoding="utf-8").replace(NUMBER, '"\\u001b[2J" = 1\ncarried_in ', 1)
    name = clean.with_name("年 报#1.toml")
    name.write_text(text, encoding="utf-8")
    for given, uri in ((name.name, "%E5%B9%B4%20%E6%8A%A5%231.toml"), (name, name.as_uri())):
        (result,) = sarif(call, "--select", "unknown-key", given)["results"]
        assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri
    assert "\x1b" not in call("check", "--format", "sarif", name).out


def test_a_finding_without_a_place(call: Program, tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text('form = "2021"\n', encoding="utf-8")
    results = sarif(call, "--select", "section-missing", "a.toml")["results"]
    assert all("region" not in result["locations"][0]["physicalLocation"] for result in results)
    assert len(results) == 6
    first = call("check", "--select", "section-missing", "--format", "github", "a.toml").out.splitlines()[0]
    assert first.startswith("::error file=a.toml,title=")


def test_a_waived_finding_that_is_shown_is_suppressed(call: Program, seed: Path) -> None:
    cell = "proactive_disclosure.government_rules.issued"
    waiver = f'\n[[waiver]]\nrule = "rule-making-power"\ncells = {{ "{cell}" = 2 }}\nreason = "县政府委托"\n'
    seed.write_text(seed.read_text(encoding="utf-8") + waiver, encoding="utf-8")
    stands, waived = sarif(call, *TWO, "--show-waived", seed)["results"][::-1]
    assert "suppressions" not in stands
    assert waived["suppressions"] == [{"kind": "inSource", "justification": "县政府委托"}]


def test_several_files_in_several_processes_are_one_valid_log(giptui: Program, seed: Path) -> None:
    folder = seed.parent / "all"
    folder.mkdir()
    for number in range(220):
        (folder / f"{number:03}.toml").write_bytes(seed.read_bytes())
    one, two = (giptui("check", *TWO, "--format", "sarif", "-j", jobs, "all") for jobs in ("1", "2"))
    assert one == two
    jsonschema.Draft4Validator(SCHEMA).validate(json.loads(one.out))
    assert len(json.loads(one.out)["runs"][0]["results"]) == 440
