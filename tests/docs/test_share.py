"""share/ is what docs/generate_share.py makes of the help; manual pages and completions serve where they are read."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SHARE = ROOT / "share"
PAGES = sorted((SHARE / "man" / "man1").glob("*.1"))


@pytest.fixture
def generated(monkeypatch: pytest.MonkeyPatch) -> Mapping[str, str]:
    monkeypatch.syspath_prepend(ROOT / "docs")
    import generate_share

    monkeypatch.delitem(sys.modules, "generate_share")
    return generate_share.files()  # type: ignore[no-any-return]


def test_the_committed_folder_is_what_is_generated(generated: Mapping[str, str]) -> None:
    committed = {str(path.relative_to(SHARE)): path for path in SHARE.rglob("*") if path.is_file()}
    assert sorted(committed) == sorted(generated), "run `make docs`"
    for name, text in generated.items():
        assert committed[name].read_text(encoding="utf-8") == text, f"{name}: run `make docs`"


def rendered(page: Path) -> str:
    """The page as `man` shows it at 80 columns; where there is no groff, its text without requests and escapes."""
    if shutil.which("groff") and shutil.which("preconv"):
        line = 'preconv -e UTF-8 "$1" | groff -man -Tutf8 -ww -rLL=78n -P-c -P-b -P-o -P-u'
        done = subprocess.run(["sh", "-c", line, "sh", page], capture_output=True, text=True, check=True)
        assert done.stderr == "", f"{page.name}: {done.stderr}"
        return done.stdout
    text = re.sub(r"^\.(?:TH|nh|ad|PP|TP|\\\").*\n", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE)
    text = re.sub(r"^\.SH (.*)", r"\1", text, flags=re.MULTILINE)
    return re.sub(r"\\:|\\f[BR]|\\&", "", text).replace("\\-", "-").replace(r"\e", "\\")


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.stem)
def test_a_page_says_what_the_help_says(page: Path) -> None:
    name = page.stem.replace("giptui-", "").replace("giptui", "")
    run = [sys.executable, "-m", "giptui", *name.split(), "--help"]
    environment = {"PYTHONPATH": str(ROOT / "src"), "COLUMNS": "80"}
    text = subprocess.run(run, capture_output=True, check=True, env=environment).stdout.decode()
    shown = re.sub(r"\s+", "", rendered(page)).replace("‐", "-").replace("−", "-")
    about, _, commands = text.partition("\n命令：\n")  # in the manual these are pages
    for line in about.splitlines():
        for piece in re.split(r"\s{2,}|。$", re.sub(r"^(用法|参数|选项)：", "", line.strip())):
            assert re.sub(r"\s+", "", piece) in shown, piece
    for command in re.findall(r"^  (\w+)  ", commands, re.MULTILINE):
        assert f"giptui-{command}(1)" in shown
        assert page.with_name(f"giptui-{command}.1").exists()


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.stem)
def test_no_line_is_wider_than_the_terminal_nor_begins_with_a_comma(page: Path) -> None:
    from wcwidth import wcswidth

    if not shutil.which("groff"):
        assert r"\:" in page.read_text(encoding="utf-8")
        return
    for line in rendered(page).splitlines():
        assert wcswidth(line) <= 80, line
        assert not re.match(r"\s*[，。；：、）”》]", line), line


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_completion_is_a_script_that_its_shell_can_read(shell: str) -> None:
    """Where the shell is there; that bash completes with it, tests/cli shows."""
    (script,) = (path for path in SHARE.rglob("*giptui*") if path.is_file() and shell in str(path.relative_to(SHARE)))
    assert f"_GIPTUI_COMPLETE={shell}_complete" in script.read_text(encoding="utf-8")
    if shell == "zsh":
        assert script.read_text(encoding="utf-8").startswith("#compdef giptui\n"), "how zsh finds it by itself"
    if program := shutil.which(shell):
        done = subprocess.run([program, "-n", script], capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (0, "")
