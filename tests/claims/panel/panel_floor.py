"""`figures.toml`: what the reader has reached on the panel. Read by the test, written by the bench."""

from __future__ import annotations

import tomllib

from panel_entries import FOLDER
from panel_figures import Figures

FLOOR = FOLDER / "figures.toml"
_HEAD = "# What the reader has reached; written by `python bench/panel.py --settle`. It may only get better.\n"


def floor() -> dict[str, int]:
    return {name: int(count) for name, count in tomllib.loads(FLOOR.read_text(encoding="utf-8")).items()}


def reached(figures: Figures) -> dict[str, int]:
    return {name: value for name, value in figures._asdict().items() if isinstance(value, int)}


def settle(figures: Figures) -> None:
    lines = [f"{name} = {count}\n" for name, count in reached(figures).items()]
    FLOOR.write_text(_HEAD + "".join(lines), encoding="utf-8")
