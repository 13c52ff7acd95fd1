"""Nothing that a terminal acts on, and nothing that cannot be seen, reaches a terminal raw."""

from __future__ import annotations

import json
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giptui.display.visible import CONTROL, escaped, one_line, visible, visible_in_place
from giptui.display.width import width

_HIDDEN = "\u061c\u200b\u200f\u202a\u202e\u2060\u206f\ufeff\U000e0000\U000e007f\xad\u180e\u2028"
TEXTS = st.text() | st.text(st.sampled_from(_HIDDEN + "\x1b\x9b\n\t\x7f字a\ufe0f"))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31m红", "␛[31m红"),
        ("a\tb\r\x00\x7f", "a␉b␍␀␡"),
        ("\x9b31m", "‹U+009B›31m"),
        ("\u202e倒\u2066\u2028\ud800", "‹U+202E›倒‹U+2066›‹U+2028›\ufffd"),
        ("a\u200f\u061c\u200eb", "a‹U+200F›‹U+061C›‹U+200E›b"),
        ("\ufeff\xad\U000e0041", "‹U+FEFF›‹U+00AD›‹U+E0041›"),
        ("一\n二 “引”\u3000\ufe0f", "一\n二 “引”\u3000\ufe0f"),
    ],
)
def test_what_is_shown(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_all_that_is_invisible_or_turns_the_direction_is_pictured() -> None:
    hidden = [0x061C, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF, 0xAD, 0x180E]
    none = [*range(0xFDD0, 0xFDF0), 0xFFFE, 0xFFFF]
    for code in (*hidden, *none, *range(0xE0000, 0xE0080)):
        assert visible(chr(code)) == f"‹U+{code:04X}›"
        assert width(chr(code)) == len(visible(chr(code)))


@given(TEXTS)
def test_nothing_but_newlines_controls_a_terminal(text: str) -> None:
    for shown in (visible(text), visible_in_place(text), escaped(text)):
        assert not re.search(CONTROL, shown)
        assert not any(unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") for c in shown.replace("\n", ""))
    assert visible(visible(text)) == visible(text)
    assert len(visible_in_place(text)) == len(text)
    assert width(text) == width(one_line(text))


@given(TEXTS)
def test_what_is_escaped_reads_back(text: str) -> None:
    assert json.loads(escaped(json.dumps(text, ensure_ascii=False))) == text
