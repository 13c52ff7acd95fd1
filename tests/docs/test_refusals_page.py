"""docs/refusals.md is what docs/generate_refusals.py makes of the transcripts; `make docs` brings it up to date."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def test_the_committed_page_is_what_is_generated(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(ROOT / "docs")
    import generate_refusals

    monkeypatch.delitem(sys.modules, "generate_refusals")
    page = generate_refusals.page()
    assert generate_refusals.PAGE.read_text(encoding="utf-8") == page, "run `make docs`"
    names = sorted(path.parent.name for path in (ROOT / "tests" / "refusals").glob("*/case.txt"))
    assert sorted(re.findall(r"^\| `([a-z0-9-]+)` \|", page, re.MULTILINE)) == names
