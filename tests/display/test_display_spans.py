"""Which columns a head stands over, and which groups begin at a row."""

from __future__ import annotations

from giptui.display.spans import Span, levels, openings


def test_heads_level_by_level() -> None:
    paths = [("甲", "子"), ("甲", "子"), ("甲", "丑"), ("乙",), (), ("乙", "丑")]
    assert list(levels(paths)) == [
        (Span("甲", 0, 2), Span("乙", 3, 3), Span("乙", 5, 5)),
        (Span("子", 0, 1), Span("丑", 2, 2), Span("丑", 5, 5)),
    ]
    assert list(levels([(), ()])) == []


def test_groups_that_begin_at_a_row() -> None:
    rows = [(), ("三",), ("三", "一"), ("三", "一"), ("三", "二"), ("四", "二"), ()]
    assert list(openings(rows)) == [(), ((0, "三"),), ((1, "一"),), (), ((1, "二"),), ((0, "四"), (1, "二")), ()]
