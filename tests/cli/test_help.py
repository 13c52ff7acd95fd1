"""`--help` and wrong usage: all in Chinese, no line wider than the terminal, always the nearest right thing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from cli_program import Program, golden
from wcwidth import wcswidth

from giptui import __version__

COMMANDS = (
    *("edit", "serve", "report", "check", "claims", "rules", "explain", "new", "get", "set", "waive", "fmt"),
    *("schema", "completion"),
)


def test_giptui_alone_prints_the_help(giptui: Program) -> None:
    assert giptui() == giptui("--help") == (0, golden("help.txt"), "")


def test_what_other_programs_have_commands_for_is_understood(call: Program, seed: Path) -> None:
    assert call("help") == call("--help")
    assert call("help", "check") == call("check", "--help")
    assert call("help", "check", "seed.toml") == call("check", "--help")
    assert call("version") == call("-V") == call("--version") == (0, f"giptui {__version__}\n", "")
    assert "最接近的是 check" in call("help", "chek").err
    for name in ("help", "version"):  # a file of that name is a file
        seed.with_name(name).write_bytes(seed.read_bytes())
        assert call(name) == call("report", seed)


def test_help_of_check_byte_for_byte(giptui: Program) -> None:
    assert giptui("check", "-h") == (0, golden("check-help.txt"), "")


@pytest.mark.parametrize("columns", [40, 60, 80, 200])
def test_help_fits_the_terminal(call: Program, monkeypatch: pytest.MonkeyPatch, columns: int) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    for command in ("", *COMMANDS):
        for line in call(*command.split(), "--help").out.splitlines():
            unbreakable = re.fullmatch(r"用法：.*|\s*\S+( \S+)?|.*(--|例：|eval|fish|SHELL).*", line)
            assert wcswidth(line) <= min(columns, 80) or unbreakable, line
            assert not re.match(r"\s*[，。；：、）”》]", line), line


def test_help_has_no_english_left_over(call: Program) -> None:
    for command in ("", *COMMANDS):
        page = call(*command.split(), "--help").out
        assert page.startswith("用法：giptui ")
        words = re.sub(r"--[a-z-]+", "", page)
        assert not re.search(r"Usage|Options|Commands|Show|exit|default|required|OPTIONS|ARGS", words), page
        assert f"giptui {command}".strip() in page


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("chek", "a.toml"), "giptui：没有“chek”这个命令，也没有这个文件；最接近的是 check（用法见 giptui --help）"),
        (("报告",), "giptui：没有“报告”这个命令，也没有这个文件；新建一份空白报告用 giptui new 文件名"),
        (("--stirct",), "giptui：没有 --stirct 这个选项（用法见 giptui --help）"),
        (
            ("check", "--stirct", "a"),
            "giptui check：没有 --stirct 这个选项；最接近的是 --strict（用法见 giptui check --help）",
        ),
        (("check", "-x", "a"), "giptui check：没有 -x 这个选项（用法见 giptui check --help）"),
        (("check",), "giptui check：缺少参数 路径…（用法见 giptui check --help）"),
        (("check", "a", "--format"), "giptui check：选项 --format 后面缺少一个值（用法见 giptui check --help）"),
        (("check", "a", "--full=1"), "giptui check：选项 --full 后面不能跟值（用法见 giptui check --help）"),
        (
            ("check", "a", "--format", "xml"),
            "giptui check：--format 只能是 text、json、jsonl、sarif、github、tsv 之一，不能是“xml”（用法见",
        ),
        (("explain", "a", "b"), "giptui explain：多出了参数：b（用法见 giptui explain --help）"),
        (("a.toml", "b.toml"), "giptui：多出了参数：b.toml（用法见 giptui --help）"),
        (("completion", "tcsh"), "giptui completion：SHELL 只能是 bash、zsh、fish 之一，不能是“tcsh”"),
    ],
)
def test_wrong_usage_gets_a_sentence(call: Program, arguments: tuple[str, ...], sentence: str) -> None:
    done = call(*arguments)
    assert (done.code, done.out) == (2, "")
    assert done.err.rstrip("\n").startswith(sentence)
    assert done.err.count("\n") == 1
