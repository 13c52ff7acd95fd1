"""What no tool of `make lint` looks for."""

import re

from readme import ROOT


def test_no_pattern_repeats_a_group_possessively() -> None:
    """Python before 3.11.5 matches such patterns wrongly (cpython issue 106052); single characters are safe."""
    for path in (ROOT / "src").rglob("*.py"):
        assert not re.search(r"(?<!\\)\)(?:[*+?]|\{[\d,{}]+\})\+", path.read_text(encoding="utf-8")), path


def test_nothing_takes_digits_of_every_script() -> None:
    r"""``\d``, ``isdigit`` and the like know hundreds: ٣, ², ①. What is a digit here is written out as [0-9]."""
    for path in (ROOT / "src").rglob("*.py"):
        assert not re.search(r"\\d|\.is(?:digit|decimal|numeric)\b", path.read_text(encoding="utf-8")), path


def test_what_is_folded_by_unicode_is_only_compared() -> None:
    """NFKC makes 52 of 5²: it is for labels and names that are looked up, in these modules."""
    folding = {p.name for p in (ROOT / "src").rglob("*.py") if "NFK" in p.read_text(encoding="utf-8")}
    assert folding == {"organ.py", "names.py", "labels.py", "search.py", "halfwidth.py", "headings.py"}
