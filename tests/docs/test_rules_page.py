"""docs/rules.md is what docs/generate.py makes of the rules and their examples; `make docs` brings it up to date."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from giptui.check import RULES
from giptui.check.rules import CHAPTERS

ROOT = Path(__file__).parents[2]


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> tuple[str, str]:
    """The page as it is committed, and as it is generated now."""
    monkeypatch.syspath_prepend(ROOT / "docs")
    import generate

    monkeypatch.delitem(sys.modules, "generate")
    return generate.PAGE.read_text(encoding="utf-8"), generate.page()


def test_the_committed_page_is_what_is_generated(written: tuple[str, str]) -> None:
    committed, generated = written
    assert committed == generated, "run `make docs`"


def test_every_rule_has_its_entry_in_order_and_every_link_leads_to_one(written: tuple[str, str]) -> None:
    _, page = written
    headings = re.findall(r"^### (.+)$", page, re.MULTILINE)
    chapters = re.findall(r"^## (.+)$", page, re.MULTILINE)
    assert headings == [rule.name for rule in RULES]
    assert chapters == [*CHAPTERS]
    assert set(re.findall(r"\]\(#([^)]+)\)", page)) == {*headings, *chapters}
