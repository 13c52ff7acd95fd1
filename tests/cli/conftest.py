"""The real program: in a process of its own where streams and exit matter, in this one where only words do."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from cli_program import SEED, Outcome, Program, environment

from giptui.cli.app import run


@pytest.fixture
def giptui(tmp_path: Path) -> Program:
    """Run the program in a process of its own, in the test's folder."""

    def start(*arguments: str | Path, stdin: bytes = b"", **variables: str) -> Outcome:
        done = subprocess.run(
            [sys.executable, "-m", "giptui", *map(str, arguments)],
            input=stdin,
            capture_output=True,
            cwd=tmp_path,
            env=environment(**variables),
            timeout=60,
            check=False,
        )
        assert b"Traceback" not in done.stderr
        return Outcome(done.returncode, done.stdout.decode(), done.stderr.decode())

    return start


@pytest.fixture
def call(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Program:
    """Run a command in this process, in the test's folder."""
    monkeypatch.chdir(tmp_path)

    def start(*arguments: str | Path) -> Outcome:
        try:
            code = run([str(argument) for argument in arguments])
        except SystemExit as stop:
            assert isinstance(stop.code, int)
            code = stop.code
        return Outcome(code, *capsys.readouterr())

    return start


@pytest.fixture
def seed(tmp_path: Path) -> Path:
    """The seed's report in the test's folder, as ``seed.toml``."""
    copy = tmp_path / "seed.toml"
    copy.write_bytes(SEED.read_bytes())
    return copy


@pytest.fixture
def clean(seed: Path) -> Path:
    """A report without findings, as ``clean.toml``."""
    text = seed.read_text(encoding="utf-8")
    text = text.replace("{ issued = 2, repealed = 0, in_force = 2 }", "{ issued = 0, repealed = 0, in_force = 0 }")
    text = text.replace("本年度制定规章类文件2件,涉及应急消防和农业生产安全,", "本年度")
    text = text.replace('"""\n白鹤镇', '"""\n统计期限自2023年1月1日起至2023年12月31日止。白鹤镇', 1)
    lines = [
        line.replace("1,   1]", "0,   0]") if line.startswith("total_handled") else line for line in text.split("\n")
    ]
    path = seed.with_name("clean.toml")
    path.write_text("\n".join(lines), encoding="utf-8")
    return path
