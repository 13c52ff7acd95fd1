"""The heavy files that giptui's bounds were made for, in this process: each is done or refused within an allowance.

All kinds with all commands, with their memory: `python tests/fuzz/bounds.py`.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from heavy_files import KINDS

from giptui.cli.app import run
from patience import allowed

SLOW_ONCE = (
    "blank-lines",
    "keys-in-section",
    "waivers-findings",
    "wide-waiver-allowed",
    "waivers-misspelt",
    "unknown-keys-allowed",
    "organ-120k",
    "prose-lines-crlf",
    "neighbour-organ",
    "neighbour-keys",
    "neighbours-headless",
    "long-number",
)
COMMANDS = (
    ("check", "x.toml"),
    ("report", "x.toml"),
    ("set", "x.toml", "report.year=2024"),
    ("fmt", "--check", "x.toml"),
    ("waive", "x.toml", "unknown-key", "--undo"),
    ("new", "y.toml", "--from", "x.toml"),
)


@pytest.mark.parametrize("kind", SLOW_ONCE)
def test_a_heavy_file_is_done_or_refused(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, data in KINDS[kind]().items():
        (tmp_path / name).write_bytes(data)
    for command in COMMANDS:
        with allowed(15):
            try:
                code = run(command)
            except SystemExit as stop:
                code = int(stop.code or 0)
        out, err = capsys.readouterr()
        assert code in (0, 1, 2)
        assert code != 2 or err
        assert "自身出错" not in out + err
