"""docs/rules.md and docs/rules/ are what docs/generate_rules.py makes of the rules; `make docs` writes them anew."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from giptui.check import RULES
from giptui.check.rules import CHAPTERS

DOCS = Path(__file__).parents[2] / "docs"


@pytest.fixture
def generated(monkeypatch: pytest.MonkeyPatch) -> Mapping[str, str]:
    """The pages as they are generated now."""
    monkeypatch.syspath_prepend(DOCS)
    import generate_rules

    monkeypatch.delitem(sys.modules, "generate_rules")
    return generate_rules.pages()  # type: ignore[no-any-return]


def test_the_committed_pages_are_what_is_generated(generated: Mapping[str, str]) -> None:
    committed = {"rules.md", *(f"rules/{path.name}" for path in (DOCS / "rules").iterdir())}
    assert committed == {*generated}, "run `make docs`"
    for name, text in generated.items():
        assert (DOCS / name).read_text(encoding="utf-8") == text, f"{name}: run `make docs`"


def test_every_rule_has_its_entry_in_order_and_every_link_leads_to_one(generated: Mapping[str, str]) -> None:
    index = generated["rules.md"]
    chapters = re.findall(r"^## \[(.+)\]\((.+)\)$", index, re.MULTILINE)
    assert [title for title, _ in chapters] == [*CHAPTERS]
    entries = [(page, name) for _, page in chapters for name in re.findall(r"^## (.+)$", generated[page], re.MULTILINE)]
    assert [name for _, name in entries] == [rule.name for rule in RULES]
    assert re.findall(r"\]\(([^)#]+)#([^)]+)\)", index) == entries
    assert all(rule.title in index for rule in RULES)
