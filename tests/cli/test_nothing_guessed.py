"""On the command line: no number that was not written, no character that cannot be seen."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from cli_program import Program

from giptui.display.visible import CONTROL
from giptui.store import load

CELL = "applications.new_received.natural_person"
FEES = "proactive_disclosure.administrative_fees.amount"
ORGAN = "a\u200f\u061c\u200eb\ufeff\U000e0041\u202e"
PICTURED = "a‹U+200F›‹U+061C›‹U+200E›b‹U+FEFF›‹U+E0041›‹U+202E›"


@pytest.mark.parametrize("text", ["12①", "5²", "10⁶", "፩", "Ⅷ", "㈢", "٣", "3\u200b"])
def test_set_keeps_what_is_no_number_and_says_so(call: Program, seed: Path, text: str) -> None:
    done = call("set", seed, f"{CELL}={text}", "--exact")
    assert done.code == 0
    assert "不合这一格的要求，照原样写入" in done.err
    assert load(str(seed))[1][CELL] == text
    assert "not-a-count" in call("check", seed).out


def test_set_keeps_what_is_no_day(call: Program, seed: Path) -> None:
    assert call("set", seed, "report.published_on=2024年1月2①日").code == 0
    assert load(str(seed))[1]["report.published_on"] == "2024年1月2①日"
    assert "wrong-type" in call("check", seed).out


@pytest.mark.parametrize(
    ("written", "meant"), [("12①", None), ("5²", None), ("٣", None), ("１２", 12), ("1,234", 1234)]
)
def test_fix_spells_only_what_is_a_number(call: Program, tmp_path: Path, written: str, meant: int | None) -> None:
    file = tmp_path / "a.toml"
    file.write_text(f'form = "2021"\n[disputes]\nreconsideration = ["{written}", 0, 0, 0, 12]\n', encoding="utf-8")
    before = file.read_bytes()
    assert "not-a-count" in call("check", "a.toml").out
    call("check", "--fix", "--select", "not-a-count", "a.toml")
    upheld = load(str(file))[1]["disputes.reconsideration.upheld"]
    assert upheld == (written if meant is None else meant)
    assert meant is not None or file.read_bytes() == before


def test_a_title_in_other_digits_makes_no_year(call: Program, seed: Path) -> None:
    call("set", seed, "report.title=白鹤镇٢٠٢٢年政府信息公开工作年度报告")
    assert call("get", seed, "report.year").out == "2023\n"
    assert "没有写年份" in call("check", seed).out


def test_other_digits_of_a_decimal_are_a_change(call: Program, seed: Path) -> None:
    assert "{ amount = 0 }" in seed.read_text(encoding="utf-8")
    assert call("set", seed, "--exact", f"{FEES}=0.00") == (0, "", "")
    assert "{ amount = 0.00 }" in seed.read_text(encoding="utf-8")
    assert call("set", seed, "--exact", f"{FEES}=0.00").err == f"{seed}: 没有改动\n"
    assert call("set", seed, f"{FEES}=0").err == ""
    assert "{ amount = 0 }" in seed.read_text(encoding="utf-8")


def test_what_cannot_be_seen_is_pictured_in_every_output(call: Program, tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    file.write_text(
        f'form = "2021"\n[report]\norgan = "{ORGAN}"\nlevel = "{ORGAN}"\nsignature = "{ORGAN}"\n'
        f'[overview]\ntext = "{ORGAN}共收到申请3件。{ORGAN}"\n[applications]\nnew_received = ["{ORGAN}",1,1,1,1,1,1]\n'
        f'[x]\nok = 1\n["{ORGAN}"]\nodd = 1\n',
        encoding="utf-8",
    )
    for words in (
        ("get", "a.toml"),
        ("report", "a.toml"),
        ("report", "--layout", "lines", "a.toml"),
        ("claims", "a.toml"),
        ("check", "a.toml"),
        ("check", "--full", "a.toml"),
        ("check", "--summary", "a.toml"),
        ("check", "--format", "github", "a.toml"),
        ("get", "a.toml", ORGAN),
        ("explain", ORGAN),
    ):
        done = call(*words)
        assert not re.search(CONTROL, done.out + done.err), words
        if words[0] in ("get", "report"):
            assert PICTURED in done.out + done.err, words
        if words[0] == "claims":
            assert "‹U+202E›共收到申请3件" in done.out
    for words in (("get", "--format", "jsonl"), ("claims", "--format", "jsonl"), ("check", "--format", "sarif")):
        done = call(words[0], "a.toml", *words[1:])
        assert not re.search(CONTROL, done.out), words
        assert r"\u061c" in done.out and r"\udb40\udc41" in done.out, words
        for line in done.out.splitlines() if words[2] == "jsonl" else [done.out]:
            json.loads(line)


def test_it_goes_from_file_to_file_as_it_is(call: Program, seed: Path, tmp_path: Path) -> None:
    """Through tsv and jsonl, and into a file: there escaped too, so that whoever opens it sees it."""
    call("set", seed, f"report.organ={ORGAN}", "overview.text=\x1b[1m\\u202e\r\t。")
    assert not re.search(CONTROL, seed.read_text(encoding="utf-8"))
    wanted = load(str(seed))[1]
    assert wanted["report.organ"] == ORGAN
    for form in ("tsv", "jsonl"):
        (tmp_path / "list").write_text(call("get", seed, "--format", form).out, encoding="utf-8")
        other = tmp_path / f"{form}.toml"
        assert call("new", other).code == 0
        assert call("set", other, "--exact", "--from", "list").code == 0
        assert load(str(other))[1].values == wanted.values
