"""No control character reaches a terminal raw."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giptui.display.visible import visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31m红", "␛[31m红"),
        ("a\tb\r\x00\x7f", "a␉b␍␀␡"),
        ("\x9b31m", "\ufffd31m"),
        ("\u202e倒\u2066\u2028\ud800", "\ufffd倒\ufffd\ufffd\ufffd"),
        ("一\n二 “引”", "一\n二 “引”"),
    ],
)
def test_what_is_shown(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text())
def test_nothing_but_newlines_controls_a_terminal(text: str) -> None:
    shown = visible(text)
    assert len(shown) == len(text)
    assert not any(unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") for c in shown.replace("\n", ""))
    assert visible(shown) == shown
