"""Every bad input of a file gets its sentence and exit 2 from every command that reads one; never a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli_program import Outcome, Program

FORM = b'form = "2021"\n'

UNREADABLE = {
    "empty": (b"", "文件是空的"),
    "binary": (b"\x7fELF\x00\x00", "二进制"),
    "not UTF-8": ("form = '2021' # 年".encode("gb18030"), "不是 UTF-8"),
    "UTF-16": ("form = '2021'".encode("utf-16"), "UTF-16"),
    "syntax": (FORM + b"[report\n", ":2:8: "),
    "duplicate key": (FORM + b"[report]\nyear = 1\nyear = 2\n", ":4:"),
    "duplicate table": (FORM + b"[report]\n[report]\n", ":3:"),
    "unknown form": (b'form = "2030"\n', "2030"),
    "no form": (b"[report]\n", "form"),
    "form of another kind": (b"form = 2021\n", "form"),
    "deep nesting": (FORM + b"x = " + b"[" * 5000 + b"]" * 5000, ""),
    "endless key": (FORM + b"x." * 50_000 + b"x = 1", ""),
    "endless integer": (FORM + b"x = " + b"9" * 6000, ""),
}


def reported(done: Outcome, name: str) -> None:
    assert done.code == 2
    assert done.out == ""
    assert done.err.startswith(f"{name}:")
    assert all(ord(character) >= 32 or character == "\n" for character in done.err)


@pytest.mark.parametrize("name", UNREADABLE)
@pytest.mark.parametrize("command", ["check", "report", "get", "set"])
def test_unreadable(call: Program, tmp_path: Path, name: str, command: str) -> None:
    data, sentence = UNREADABLE[name]
    (tmp_path / "bad.toml").write_bytes(data)
    done = call(command, "bad.toml", *(["report.year=2024"] if command == "set" else []))
    reported(done, "bad.toml")
    assert sentence in done.err.splitlines()[0]
    assert (tmp_path / "bad.toml").read_bytes() == data


def test_a_report_without_its_form_is_told_in_a_folder_as_it_is_by_name(call: Program, seed: Path) -> None:
    lost = seed.read_text(encoding="utf-8").replace("form =", "from =", 1)
    seed.write_text(lost, encoding="utf-8")
    (seed.parent / "pyproject.toml").write_text("[project]\nname = 'x'\n", encoding="utf-8")
    named, folder = call("check", seed), call("check", seed.parent)
    assert (named.code, folder.code) == (2, 2)
    assert folder.err.splitlines()[0] == named.err.splitlines()[0]
    assert folder.err.splitlines()[1:] == ["1 个文件读不出；跳过 1 个不是报告的 TOML 文件"]


def test_a_syntax_error_shows_its_line(call: Program, tmp_path: Path) -> None:
    (tmp_path / "bad.toml").write_bytes(FORM + "\n[报告\n".encode())
    assert call("report", "bad.toml").err.splitlines()[1:] == ["    3 | [报告", "      |  ^"]


def test_too_large_is_refused_unread(call: Program, tmp_path: Path) -> None:
    with (tmp_path / "big.toml").open("wb") as file:
        file.truncate(100 * 1024 * 1024)
    done = call("check", "big.toml")
    reported(done, "big.toml")
    assert "8 MB" in done.err


def test_no_such_file_names_new(giptui: Program) -> None:
    for command in ((), ("check",), ("report",), ("get",)):
        done = giptui(*command, "none.toml")
        reported(done, "none.toml")
        assert "giptui new" in done.err


def test_a_name_that_is_too_long(call: Program, clean: Path) -> None:
    name = "长" * 200
    for command in (("check", name), ("get", name), ("new", name), ("report", clean, "-o", name), ("--", name)):
        done = call(*command)
        assert (done.code, done.out) == (2, ""), command
        assert name in done.err


@pytest.mark.parametrize("command", ["report", "set"])
def test_a_folder_where_a_file_belongs(call: Program, tmp_path: Path, command: str) -> None:
    (tmp_path / "folder").mkdir()
    done = call(command, "folder", *(["report.year=1"] if command == "set" else []))
    reported(done, "folder")
    assert "文件夹" in done.err


@pytest.mark.parametrize(
    ("row", "rule"),
    [
        ("[0, 0, 0, 0, 0, 0]", "row-length"),
        ("[0, 0, 0, 0, 0, 0, 0, 0]", "row-length"),
        ('["3", 0, 0, 0, 0, 0, 0]', "not-a-count"),
        ('["３", 0, 0, 0, 0, 0, 0]', "not-a-count"),
        ("[1.5, 0, 0, 0, 0, 0, 0]", "not-a-count"),
        ("[-1, 0, 0, 0, 0, 0, 0]", "not-a-count"),
        (f"[{10**30}, 0, 0, 0, 0, 0, 0]", "not-a-count"),
        ("[nan, 0, 0, 0, 0, 0, 0]", "not-a-count"),
        ('["?", 0, 0, 0, 0, 0, 0]', "cell-unread"),
        ("{ a = 1 }", "wrong-type"),
    ],
)
def test_a_row_that_is_none_is_a_finding_at_its_line(call: Program, clean: Path, row: str, rule: str) -> None:
    lines = clean.read_text(encoding="utf-8").split("\n")
    at = next(number for number, line in enumerate(lines) if line.startswith("new_received"))
    lines[at] = f"new_received = {row}"
    clean.write_text("\n".join(lines), encoding="utf-8")
    done = call("check", "clean.toml")
    assert done.code == 1
    assert [line for line in done.out.splitlines() if line.startswith(f"clean.toml:{at + 1}:") and f"[{rule}]" in line]


def test_escape_sequences_never_reach_the_terminal(call: Program, clean: Path) -> None:
    text = clean.read_text(encoding="utf-8")
    text = text.replace('organ = "', 'organ = "\\u001b]0;x\\u0007', 1).replace(
        'text = """\n', 'text = """\n\\u001b[2J', 1
    )
    clean.write_text(text, encoding="utf-8")
    for command in (
        ("report",),
        ("get",),
        ("get", "--format", "tsv"),
        ("get", "--format", "jsonl"),
        ("check", "--full"),
    ):
        done = call(*command, clean)
        assert not {"\x1b", "\x07"} & set(done.out + done.err), command
    assert "␛" in call("report", clean).out
