"""docs/README.md leads to every page of docs/, and both READMEs lead to it."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"


def links(page: Path) -> set[str]:
    return set(re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")))


def test_every_page_is_named_in_the_index_and_the_index_in_both_readmes() -> None:
    pages = {path.name for path in DOCS.glob("*.md")} | {"editor.svg"}
    assert pages - links(DOCS / "README.md") == {"README.md"}
    assert {f"rules/{path.name}" for path in (DOCS / "rules").iterdir()} <= links(DOCS / "rules.md")
    for readme in ("README.md", "README.zh-CN.md"):
        assert {"docs/README.md", "docs/editor.svg"} <= links(ROOT / readme)
