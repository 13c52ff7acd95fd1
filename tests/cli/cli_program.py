"""What a run of the program leaves behind, and the output that it should have."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
SEED = ROOT / "data" / "baihe-2023.toml"


class Outcome(NamedTuple):
    code: int
    out: str
    err: str


Program = Callable[..., Outcome]


def environment(**variables: str) -> dict[str, str]:
    """The environment of a person who has set nothing: whoever runs the tests may have, unbuffered streams for one."""
    set_by_some = ("GIPTUI", "NO_COLOR", "PYTHONUNBUFFERED")
    own = {name: value for name, value in os.environ.items() if not name.startswith(set_by_some)}
    return {**own, "PYTHONPATH": str(ROOT / "src"), **variables}


def golden(name: str) -> str:
    return (Path(__file__).parent / "golden" / name).read_text(encoding="utf-8")
