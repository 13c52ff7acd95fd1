"""What no tool of `make lint` looks for."""

import re

from readme import ROOT


def test_no_pattern_repeats_a_group_possessively() -> None:
    """Python before 3.11.5 matches such patterns wrongly (cpython issue 106052); single characters are safe."""
    for path in (ROOT / "src").rglob("*.py"):
        assert not re.search(r"(?<!\\)\)(?:[*+?]|\{[\d,{}]+\})\+", path.read_text(encoding="utf-8")), path
