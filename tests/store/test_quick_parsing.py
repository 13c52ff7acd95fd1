"""The parser for many files reads what the other one would, or leaves it to that."""

from __future__ import annotations

from pathlib import Path

import pytest
import tomli
from hypothesis import example, given
from hypothesis import strategies as st
from store_samples import SEED, TERSE

from giptui.store import load
from giptui.store.syntax import decimal_or_text, quickly

PIECES = (
    *('"', "'", '"""', "'''", "[", "]", "{", "}", "=", ",", ".", "#", "\\", "_", "-", "+", "e", "0", "1", "\n", "\r"),
    *("\r\n", "\t", " ", "\x00", "\x7f", "\x85", "\u2028", "\u3000", "\ufeff", "，", "“", "1.50", "0x1F", "inf", "nan"),
    *("2024-01-23", "2024-13-01", "10:00", "10:00:00", "T", "Z", "\\u00e9", "\\x41", "\\q", "\\\n", "9" * 25, "1e400"),
    *("[[waiver]]", "[x.y]", "a.b = 1", '"a".b = 1', "[report]", "{ a = 1, b = 2 }", "{ a = 1,\n}", "[1,\n# c\n2]"),
)
WHOLE = TERSE.replace("1.50", "150").replace("59237.2450", "59237")
EDITS = st.lists(st.tuples(st.integers(0, 5000), st.integers(0, 4), st.sampled_from(("", *PIECES))), max_size=4)


def slowly(text: str) -> object:
    """What the other parser reads; None if it refuses."""
    try:
        return tomli.loads(text, parse_float=decimal_or_text)
    except tomli.TOMLDecodeError:
        return None


@pytest.mark.parametrize("text", [SEED.read_text(encoding="utf-8"), WHOLE], ids=["seed", "terse"])
def test_a_report_is_read_by_it(text: str) -> None:
    assert repr(quickly(text)) == repr(slowly(text))


@given(EDITS)
@example([(0, 0, "\ufeff")])
@example([(160, 0, "{ a =\n1 }")])
def test_whatever_it_reads_the_other_reads_alike(edits: list[tuple[int, int, str]]) -> None:
    text = WHOLE
    for at, cut, piece in edits:
        text = text[: at % len(text)] + piece + text[at % len(text) + cut :]
    found = quickly(text)
    if found is not None:
        assert repr(found) == repr(slowly(text))


@pytest.mark.parametrize(
    "text",
    [
        "a = " + "[" * 100_000,
        "a = " + "[\n" * 100_000,
        "a = " + "{b=" * 100_000,
        ".".join("a" * 10_000) + " = 1",
        f"a = {'9' * 5000}",
        "a = 1.0",  # digits
        "a = [inf]",
        "a = 2024-01-23T10:00:00Z",
        "a = 1\na = 2",
    ],
    ids=["brackets", "lines of brackets", "braces", "dots", "digits", "point", "inf", "zone", "twice"],
)
def test_what_would_hurt_it_is_left_to_the_other(text: str) -> None:
    assert quickly(text) is None


def test_many_files_are_read_as_one_is(tmp_path: Path) -> None:
    file = tmp_path / "报告.toml"
    file.write_text(TERSE, encoding="utf-8")
    first, *others = [load(str(file), one_of_many=bool(at))[1] for at in range(3)]
    assert all(other == first for other in others)
