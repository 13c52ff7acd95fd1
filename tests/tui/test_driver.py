"""The editor without a terminal, shown by a driver that TEXTUAL_DRIVER names; here the one that serves browsers."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import IO

import pytest

ROOT = Path(__file__).parents[2]
SEED = ROOT / "data" / "baihe-2023.toml"
DRIVER = "textual.drivers.web_driver:WebDriver"


def packet(kind: bytes, payload: bytes) -> bytes:
    return kind + len(payload).to_bytes(4, "big") + payload


def shown_until(output: IO[bytes], text: str) -> str:
    """What the driver writes, packet by packet, until the text is among it."""
    seen = b""
    while text.encode() not in seen:
        head = output.read(5)
        assert len(head) == 5, seen.decode()[-500:]
        seen += output.read(int.from_bytes(head[1:], "big"))
    return seen.decode()


def editor(arguments: Sequence[str], folder: Path, **variables: str) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "COLUMNS": "80", "ROWS": "24", **variables}
    return subprocess.Popen(
        [sys.executable, "-m", "giptui", *arguments], cwd=folder, env=environment,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip


@pytest.mark.parametrize("command", [("edit", "a.toml"), ("a.toml",)])
def test_it_edits_and_saves(tmp_path: Path, command: tuple[str, ...]) -> None:
    report = tmp_path / "a.toml"
    report.write_bytes(SEED.read_bytes())
    with editor(command, tmp_path, TEXTUAL_DRIVER=DRIVER, TERM="dumb") as program:
        assert program.stdin and program.stdout and program.stderr
        assert program.stdout.readline() == b"__GANGLION__\n"
        shown_until(program.stdout, "总计")
        program.stdin.write(packet(b"D", b"7\rw"))
        program.stdin.flush()
        shown_until(program.stdout, "已保存")
        program.stdin.write(packet(b"M", b'{"type": "quit"}'))
        program.stdin.close()
        program.stdout.read()
        assert program.stderr.read() == b""
    assert program.returncode == 0
    changed = set(report.read_text(encoding="utf-8").splitlines()) - set(SEED.read_text(encoding="utf-8").splitlines())
    assert len(changed) == 1 and "7" in changed.pop()


def test_an_editor_on_a_page_ends_with_its_server(tmp_path: Path) -> None:
    """The server is killed: nobody says that the editor should leave."""
    report = tmp_path / "a.toml"
    report.write_bytes(SEED.read_bytes())
    with editor(("edit", "a.toml"), tmp_path, TEXTUAL_DRIVER="giptui.tui.page:PageDriver") as program:
        assert program.stdin and program.stdout and program.stderr
        program.stdout.readline()
        shown_until(program.stdout, "总计")
        program.stdout.close()
        program.stdin.close()
        try:
            assert program.wait(60) == 0
        finally:
            program.kill()
        assert b"Traceback" not in program.stderr.read()
    assert report.read_bytes() == SEED.read_bytes()
