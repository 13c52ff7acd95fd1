"""docs/editors-and-hooks.md: its vim lines, its git hook and its schema line do what the page says."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "editors-and-hooks.md").read_text(encoding="utf-8")
SEED = ROOT / "data" / "baihe-2023.toml"
OUTPUT = """\
年报 1.toml:66:95: error[column-sum] 第三部分表格：填 1；应为 0 (applications.total_handled.total)
b.toml:7:1: warning[deadline] 晚了 (report.published_on)
b.toml:17:8: info[period] 没有写明 (overview.text)
b.toml: error[section-missing] 缺少第六部分 (other_matters)
c.toml:3:5: TOML 写法不对：这里应为等号
    3 | year 2023
      |      ^
d.toml:4: 文件不是 UTF-8 编码
e.toml: 没有这个文件
"""
READ = [
    "年报 1.toml|66|95|e|[column-sum] 第三部分表格：填 1；应为 0 (applications.total_handled.total)",
    "b.toml|7|1|w|[deadline] 晚了 (report.published_on)",
    "b.toml|17|8|i|[period] 没有写明 (overview.text)",
    "b.toml|0|0|e|[section-missing] 缺少第六部分 (other_matters)",
    "c.toml|3|5||TOML 写法不对：这里应为等号",
    "d.toml|4|0||文件不是 UTF-8 编码",
    "e.toml|0|0||没有这个文件",
]


def block(language: str, number: int = 0) -> str:
    """A fenced block of the page."""
    return re.findall(rf"^```{language}\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)[number]


@pytest.fixture
def path(tmp_path: Path) -> Mapping[str, str]:
    """An environment in which `giptui` is this program, and git and vim read no settings of anybody."""
    program = tmp_path / "bin" / "giptui"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT / "src"}" exec "{sys.executable}" -m giptui "$@"\n')
    program.chmod(0o755)
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    person = {f"GIT_{who}_{what}": "x" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    return (
        kept
        | person
        | {
            "PATH": f"{program.parent}:{os.environ['PATH']}",
            "HOME": str(tmp_path),
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_SYSTEM": os.devnull,
            "LC_ALL": "C.UTF-8",
        }
    )


# --- vim


def formats() -> list[str]:
    """The patterns of the page's errorformat, in their order."""
    lines = re.findall(r"^setlocal errorformat\+?=(.*)$", block("vim"), re.MULTILINE)
    return ",".join(lines).replace("\\ ", " ").split(",")


def read(line: str) -> str | None:
    """The line as an errorformat reads it: the first pattern that matches, without regard to case."""
    items = {"%f": "(?P<f>.+?)", "%l": r"(?P<l>\d+)", "%c": r"(?P<c>\d+)", "%t": "(?P<t>.)", "%m": "(?P<m>.+)"}
    for pattern in formats():
        if pattern == "%-G%.%#":
            return None
        expression = "".join(items.get(part) or re.escape(part) for part in re.split("(%[flctm])", pattern))
        if match := re.fullmatch(expression, line, re.IGNORECASE):
            found = {"f": "", "l": "0", "c": "0", "t": "", "m": ""} | match.groupdict()
            return "|".join(found[name] for name in "flctm")
    raise AssertionError(line)


def test_errorformat_takes_every_line_apart() -> None:
    assert [found for line in OUTPUT.splitlines() if (found := read(line))] == READ


def test_vim_itself_reads_it_so(tmp_path: Path, path: Mapping[str, str]) -> None:
    """Where there is a vim with quickfix; what the matcher above reads is what it must read."""
    (tmp_path / "toml.vim").write_text(block("vim"), encoding="utf-8")
    (tmp_path / "output").write_text(OUTPUT, encoding="utf-8")
    (tmp_path / "年报 1.toml").write_bytes(SEED.read_bytes())
    shown = "bufname(v:val.bufnr).'|'.v:val.lnum.'|'.v:val.col.'|'.v:val.type.'|'.v:val.text"
    script = [
        "edit 年报\\ 1.toml",
        "source toml.vim",
        "cgetfile output",
        f"call writefile(map(getqflist(), \"{shown}\"), 'read')",
        "silent make!",
        f"call writefile(map(getqflist(), \"{shown}\"), 'made')",
        "qall!",
    ]
    vim = shutil.which("vim")
    if vim and "+quickfix" in subprocess.run([vim, "--version"], capture_output=True, text=True, check=True).stdout:
        (tmp_path / "script").write_text("\n".join(script) + "\n", encoding="utf-8")
        subprocess.run([vim, "-esNu", "NONE", "-S", "script"], cwd=tmp_path, env=path, timeout=60, check=True)
        assert (tmp_path / "read").read_text(encoding="utf-8").splitlines() == READ
        made = (tmp_path / "made").read_text(encoding="utf-8").splitlines()
    else:
        done = subprocess.run(
            ["giptui", "check", "-q", "年报 1.toml"],
            cwd=tmp_path,
            env=path,
            capture_output=True,
            text=True,
            check=False,
        )
        made = [found for line in done.stdout.splitlines() if (found := read(line))]
    assert any(line.startswith("年报 1.toml|66|95|e|[column-sum] 第三部分表格") for line in made)


# --- git


def git(folder: Path, path: Mapping[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["git", *arguments], cwd=folder, env=path, capture_output=True, text=True, check=False)


@pytest.fixture
def repository(tmp_path: Path, path: Mapping[str, str]) -> Path:
    """A repository with the page's hook."""
    folder = tmp_path / "仓 库"
    folder.mkdir()
    assert git(folder, path, "init", "-q").returncode == 0
    hook = folder / ".git" / "hooks" / "pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(next(text for text in (block("sh", n) for n in range(3)) if text.startswith("#!")), "utf-8")
    hook.chmod(0o755)
    return folder


def fixed(text: str) -> str:
    """The seed without its errors."""
    text = text.replace("{ issued = 2, repealed = 0, in_force = 2 }", "{ issued = 0, repealed = 0, in_force = 0 }")
    return text.replace("0,   1,   1]", "0,   0,   0]").replace("制定规章类文件2件", "未制定规章")


def test_a_report_with_errors_is_not_committed(repository: Path, path: Mapping[str, str]) -> None:
    report = repository / "镇 一" / "2023.toml"
    report.parent.mkdir()
    report.write_bytes(SEED.read_bytes())
    git(repository, path, "add", ".")
    done = git(repository, path, "commit", "-qm", "报告")
    assert done.returncode != 0
    assert "镇 一/2023.toml:66:95: error[column-sum]" in done.stdout + done.stderr
    assert git(repository, path, "rev-parse", "HEAD").returncode != 0
    report.write_text(fixed(report.read_text(encoding="utf-8")), encoding="utf-8")
    assert git(repository, path, "commit", "-qm", "报告").returncode != 0, (
        "what is staged counts, not what is beside it"
    )
    git(repository, path, "add", ".")
    done = git(repository, path, "commit", "-qm", "报告")
    assert done.returncode == 0, done.stderr
    report.write_bytes(SEED.read_bytes())
    (repository / "notes.txt").write_text("x")
    git(repository, path, "add", "notes.txt")
    assert git(repository, path, "commit", "-qm", "别的").returncode == 0, "an error that is not staged"
    assert git(repository, path, "commit", "-qam", "错").returncode != 0
    assert git(repository, path, "commit", "-qanm", "错").returncode == 0


def test_what_is_no_report_or_is_deleted_is_not_checked(repository: Path, path: Mapping[str, str]) -> None:
    report = repository / "-2023.toml"
    report.write_text(fixed(SEED.read_text(encoding="utf-8")), encoding="utf-8")
    (repository / "pyproject.toml").write_text('[project]\nname = "x"\n')
    git(repository, path, "add", ".")
    done = git(repository, path, "commit", "-qm", "一")
    assert done.returncode == 0, done.stderr
    git(repository, path, "rm", "-q", "--", report.name)
    assert git(repository, path, "commit", "-qm", "二").returncode == 0


def test_last_year_and_settings_in_the_repository_count(repository: Path, path: Mapping[str, str]) -> None:
    head = 'form = "2021"\n[report]\norgan = "青山县石桥镇人民政府"\n'
    last = f"{head}year = 2022\n[applications]\ncarried_out = [5, 0, 0, 0, 0, 0, 5]\n"
    (repository / "2022.toml").write_text(last, encoding="utf-8")
    git(repository, path, "add", ".")
    git(repository, path, "commit", "-qnm", "上年")
    now = f"{head}year = 2023\n[applications]\ncarried_in = [3, 0, 0, 0, 0, 0, 3]\n"
    (repository / "2023.toml").write_text(now, encoding="utf-8")
    (repository / "giptui.toml").write_text('ignore = ["section-missing"]\n')
    git(repository, path, "add", ".")
    done = git(repository, path, "commit", "-qm", "今年")
    assert "error[carry-over]" in done.stdout + done.stderr
    assert "section-missing" not in done.stdout + done.stderr


# --- pre-commit


def hooks() -> dict[str, dict[str, str]]:
    """The hooks of .pre-commit-hooks.yaml by their id; flat enough to be read without a library."""
    text = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    entries = [
        dict(re.findall(r"^(?:- |  )(\w+): (.+)$", part, re.MULTILINE))
        for part in re.split(r"^(?=- )", text, flags=re.M)
    ]
    return {entry["id"]: entry for entry in entries if "id" in entry}


def run_hook(hook: Mapping[str, str], folder: Path, path: Mapping[str, str], *arguments: str) -> int:
    """As pre-commit runs it: the entry, then the arguments, then the staged files of the type that are not excluded."""
    assert (hook["language"], hook["types"]) == ("python", "[toml]")
    staged = git(folder, path, "ls-files", "-z").stdout.split("\0")
    files = [name for name in staged if name.endswith(".toml") and not re.search(hook["exclude"], name)]
    return subprocess.run([*hook["entry"].split(), *arguments, *files], cwd=folder, env=path, check=False).returncode


def test_the_hooks_check_and_lay_out_what_is_a_report(tmp_path: Path, path: Mapping[str, str]) -> None:
    assert re.findall(r"- id: (\S+)", block("yaml")) == [*hooks()]
    folder = tmp_path / "仓 库"
    (folder / "镇").mkdir(parents=True)
    report = folder / "镇" / "2023.toml"
    report.write_bytes(SEED.read_bytes())
    for name in ("pyproject.toml", "giptui.toml"):
        (folder / name).write_text("")
    git(folder, path, "init", "-q")
    git(folder, path, "add", ".")
    assert run_hook(hooks()["giptui-check"], folder, path) == 1
    report.write_text(fixed(SEED.read_text(encoding="utf-8")).replace("= [     0,", "= [0,"), encoding="utf-8")
    assert run_hook(hooks()["giptui-check"], folder, path) == 0
    assert run_hook(hooks()["giptui-fmt"], folder, path, "--check") == 1
    assert run_hook(hooks()["giptui-fmt"], folder, path) == 0
    assert report.read_text(encoding="utf-8") == fixed(SEED.read_text(encoding="utf-8"))


# --- the schema


def test_the_schema_line_is_a_comment_to_everything_else(tmp_path: Path, path: Mapping[str, str]) -> None:
    report = tmp_path / "a.toml"
    report.write_text(block("toml").splitlines()[0] + "\n" + SEED.read_text(encoding="utf-8"), encoding="utf-8")
    subprocess.run(["sh", "-c", block("sh", 1)], cwd=tmp_path, env=path, check=True)
    assert (tmp_path / "giptui-2021.json").read_text(encoding="utf-8").startswith('{\n  "$schema"')
    done = subprocess.run(
        ["giptui", "get", report, "report.year"], cwd=tmp_path, env=path, capture_output=True, text=True, check=True
    )
    assert done.stdout == "2023\n"
