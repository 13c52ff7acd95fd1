"""The panel: its own data is right, and the reader does on it what it has once done, or better."""

from __future__ import annotations

import pytest
from panel_entries import Entry, Setting, entries, parsed
from panel_figures import measured
from panel_floor import floor, reached
from panel_mutants import mutants, problems

PANEL = tuple(entries())


def entry(*lines: str) -> Entry:
    return parsed("made here", Setting(), lines)


def test_the_tables_add_up_and_every_number_is_what_it_is_marked_as() -> None:
    assert [problem for each in PANEL for problem in problems(each)] == []


def test_there_are_paragraphs_enough_and_none_twice() -> None:
    told = {(each.text, each.setting, str(each.tables.numbers)) for each in PANEL}
    assert len(told) == len(PANEL) >= 600


@pytest.mark.parametrize(
    ("tables", "text"),
    [
        ("= disclosed=4", "收到申请{3 received}件"),
        ("= disclosed=4", "网上{2 g:received}件、信函{1 g:received}件"),
        ("= disclosed=4", "公开{10 l:whole}条（网站{6 l:part}条、微信{5 l:part}条）"),
        ("= disclosed=4", "公开{10 l<:whole}条，其中网站{6 l<:part}条、微信{5 l<:part}条"),
        ("= disclosed=1 not_held=2", "占{33.4 %disclosed/handled}%"),
    ],
)
def test_a_paragraph_that_is_wrong_is_noticed(tables: str, text: str) -> None:
    assert problems(entry(tables, text))


def test_tables_that_do_not_balance_are_refused() -> None:
    with pytest.raises(ValueError, match="made here"):
        entry("= new=3 disclosed=4", "收到申请3件")


def test_mutants_leave_out_what_may_be_meant_as_well() -> None:
    made = entry("= disclosed=21 in=1", "收到申请{20 received}件")  # 21 would be 一＋二
    assert [each.change for each in mutants(made)] == ["20→19", "20→2"]


def test_a_list_that_may_name_some_only_is_wrong_with_too_much() -> None:
    made = entry("= disclosed=5", "收到申请{5 received}件，其中网上{3 g<:received}件、信函{2 g<:received}件")
    assert [each.change for each in mutants(made)] == ["5→6", "5→4", "3→4", "2→3"]


def test_numbers_are_changed_as_they_are_written() -> None:
    made = entry("= disclosed=1201 not_held=12", "公开{１２０１ disclosed}件，无法提供{十二 unable}件")
    assert [each.change for each in mutants(made)] == [
        *["１２０１→１２０２", "１２０１→１２００", "１２０１→２１０１", "１２０１→１２０"],
        *["十二→十三", "十二→十一", "十二→二十一", "十二→一"],
    ]


def test_the_reader_is_as_good_as_it_was() -> None:
    """If it is better, or a paragraph is new, `python bench/panel.py --settle` writes down the new figures."""
    figures = measured(PANEL)
    assert reached(figures) == floor(), "\n".join(figures.misses)
