"""docs/settings.md is what docs/generate_settings.py makes of the keys; `make docs` brings it up to date."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def test_the_committed_page_is_what_is_generated(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(ROOT / "docs")
    import generate_settings

    monkeypatch.delitem(sys.modules, "generate_settings")
    assert generate_settings.PAGE.read_text(encoding="utf-8") == generate_settings.page(), "run `make docs`"
