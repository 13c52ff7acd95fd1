"""`make install` puts everything under PREFIX, below DESTDIR where there is one, and `make uninstall` takes it away."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def make(target: str, *settings: str) -> str:
    """Without what giptui needs, which the index would have to give: what is installed is giptui alone."""
    offline = {"PIP_NO_DEPS": "1", "PIP_NO_INDEX": "1"}
    quiet = {name: value for name, value in os.environ.items() if name not in ("MAKEFLAGS", "MAKELEVEL", "PYTHONPATH")}
    done = subprocess.run(
        ["make", "-s", target, f"VENV={sys.prefix}", *settings],
        cwd=ROOT, env=quiet | offline, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_staged_installation_knows_nothing_of_the_stage(wheel: Path, tmp_path: Path) -> None:
    stage, prefix = tmp_path / "阶 段", tmp_path / "opt"
    settings = f"DESTDIR={stage}", f"PREFIX={prefix}", f"PACKAGE={wheel}"
    assert make("install", *settings) == f"{prefix}/bin/giptui\n"
    assert not prefix.exists()
    assert [path for path in stage.rglob("*") if path.is_file() and str(stage).encode() in path.read_bytes()] == []
    (stage / prefix.relative_to("/")).rename(prefix)
    done = subprocess.run([prefix / "bin" / "giptui", "--version"], capture_output=True, text=True, check=True, env={})
    assert done.stdout.startswith("giptui ")


def test_manual_and_completions_are_found_below_the_prefix_and_go_with_it(wheel: Path, tmp_path: Path) -> None:
    settings = f"PREFIX={tmp_path}", f"PACKAGE={wheel}"
    other = tmp_path / "share" / "man" / "man1" / "other.1"
    other.parent.mkdir(parents=True)
    other.write_text("")
    make("install", *settings)
    make("install", *settings)
    for path in (ROOT / "share").rglob("*"):
        if path.is_file():
            found = tmp_path / "share" / path.relative_to(ROOT / "share")
            assert found.read_bytes() == path.read_bytes()
    make("uninstall", *settings)
    assert [path for path in tmp_path.rglob("*") if not path.is_dir() or path.is_symlink()] == [other]
