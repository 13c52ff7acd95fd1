"""Lines broken as Chinese is."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giptui.display.width import width
from giptui.display.wrapping import evened, folded, wrapped

PROSE = st.text(st.sampled_from("一二三四（）《》，。：1234abc.-  "))


@pytest.mark.parametrize(
    ("text", "cells", "lines"),
    [
        ("", 10, [""]),
        ("短", 10, ["短"]),
        ("收到申请两件，办结", 12, ["收到申请两", "件，办结"]),
        ("全年收到1234件", 10, ["全年收到", "1234件"]),
        ("见《条例》第十条", 8, ["见《条", "例》第十", "条"]),
        ("set A=1 B=2", 8, ["set A=1", "B=2"]),
        ("  缩进的一行字", 10, ["  缩进的一", "行字"]),
        ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
        ("三四", 1, ["三", "四"]),
    ],
)
def test_where_a_text_breaks(text: str, cells: int, lines: list[str]) -> None:
    assert wrapped(text, cells) == lines


@given(PROSE, st.integers(2, 30))
def test_nothing_is_lost_and_no_line_too_long(text: str, cells: int) -> None:
    lines = wrapped(text, cells)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert max(map(width, lines)) <= cells
    assert text.startswith(lines[0])
    assert (lines == [text.rstrip()]) is (width(text.rstrip()) <= cells)


@given(PROSE, st.integers(2, 30))
def test_no_line_begins_with_what_closes(text: str, cells: int) -> None:
    """Unless a word longer than the line is cut, or a text has nothing else before it; behind a blank it clings to
    nothing."""
    lines = wrapped(re.sub(r"\s+(?=[，。：）》])", "", text), cells)
    for before, line in pairwise(lines):
        assert line[:1] not in ("，", "。", "：", "）", "》") or width(before) >= cells - 1 or not before.strip()


@pytest.mark.parametrize(
    ("height", "lines"),
    [
        (0, ()),
        (1, ("一二..",)),
        (2, ("一二三", "四五..")),
        (3, ("一二三", "四五六", "七")),
        (4, ("一二三", "四五六", "七", "")),
    ],
)
def test_folded_to_a_height(height: int, lines: tuple[str, ...]) -> None:
    assert folded("一二三四五六七", 6, height) == lines


def test_evened_lines_and_those_that_hang() -> None:
    assert evened("一二三四五六七", 12) == ["一二三四", "五六七"]
    assert wrapped("一二三四五六七", 8, 2) == ["一二三四", "五六七"]
    assert evened("一二三四五六七", 8, 4) == ["一二三四", "五六", "七"]
