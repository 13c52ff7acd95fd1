"""Cells, as a terminal counts them: Chinese takes two, and what is cut or padded fills its room to the cell."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import wcswidth

from giptui.display.visible import one_line, visible
from giptui.display.width import clipped, clipped_before, cut, left, right, width

TEXTS = st.text(st.sampled_from("一二三（），。“”—ab12 .é\u0301")).map(visible)
ROOMS = st.integers(0, 20)


@pytest.mark.parametrize(
    ("text", "cells"), [("", 0), ("abc", 3), ("三、收到", 8), ("“引”—…", 6), ("e\u0301", 1), ("a\x1b[31m\n", 7)]
)
def test_how_wide(text: str, cells: int) -> None:
    assert width(text) == wcswidth(one_line(text)) == cells


@pytest.mark.parametrize(
    ("text", "cells", "at_the_left", "at_the_right", "with_dots", "the_end"),
    [
        ("三四五", 8, "三四五  ", "  三四五", "三四五", "三四五"),
        ("三四五", 6, "三四五", "三四五", "三四五", "三四五"),
        ("三四五", 5, "三四 ", "三四 ", "三 ..", ".. 五"),
        ("三四五", 4, "三四", "三四", "三..", "..五"),
        ("三四五", 2, "三", "三", "..", ".."),
        ("12", 4, "12  ", "  12", "12", "12"),
    ],
)
def test_in_so_many_cells(
    text: str, cells: int, at_the_left: str, at_the_right: str, with_dots: str, the_end: str
) -> None:
    assert left(text, cells) == at_the_left
    assert right(text, cells) == at_the_right
    assert clipped(text, cells) == with_dots
    assert clipped_before(text, cells) == the_end


@given(TEXTS, ROOMS)
def test_room_is_filled_to_the_cell(text: str, cells: int) -> None:
    assert width(left(text, cells)) == width(right(text, cells)) == cells
    assert width(cut(text, cells)) <= cells
    assert max(width(clipped(text, cells)), width(clipped_before(text, cells))) <= max(cells, 2)
