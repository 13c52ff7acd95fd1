"""docs/editor.svg shows what the editor shows now, and whoever looks at it loads nothing from elsewhere."""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from html import unescape
from pathlib import Path
from xml.etree import ElementTree

import pytest

ROOT = Path(__file__).parents[2]
PICTURE = (ROOT / "docs" / "editor.svg").read_text(encoding="utf-8")


def lines(svg: str) -> list[str]:
    """What can be read in the picture, line by line. How Rich draws it is left to its version."""
    found = defaultdict(list)
    for text in ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}text"):
        found[float(text.attrib["y"])].append((float(text.attrib["x"]), unescape(text.text or "").strip()))
    return ["".join(text for _, text in sorted(found[y])) for y in sorted(found)]


def test_the_picture_is_of_the_editor_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(ROOT / "docs")
    import generate_picture

    monkeypatch.delitem(sys.modules, "generate_picture")
    shown = lines(PICTURE)
    assert shown == lines(generate_picture.picture()), "run `make docs`"
    assert len(shown) >= 24
    assert any("再按!执行" in line.replace(" ", "") for line in shown)


def test_nothing_is_loaded_from_elsewhere() -> None:
    assert not re.search(r"@font-face|@import|url\((?!#)|<image|<script|href=", PICTURE)


def test_a_text_is_as_wide_as_its_cells() -> None:
    """Rich takes a Chinese character for one cell, and squeezes it."""
    from wcwidth import wcswidth

    sized = re.findall(r'textLength="([\d.]+)"[^>]*>([^<]+)<', PICTURE)
    assert any(wcswidth(text) > len(text) for _, text in sized)
    for length, text in sized:
        assert float(length) == pytest.approx(12.2 * wcswidth(unescape(text)), abs=0.1), text
