"""A merge conflict that git has left in a file is named as one, wherever its marks stand."""

from __future__ import annotations

import pytest
from store_samples import TERSE

from giptui.store import Unreadable, decode, parse
from patience import allowed

OURS, THEIRS = "year = 2023", "year = 2024"


def refusal(text: str, *, one_of_many: bool = False) -> Unreadable:
    with pytest.raises(Unreadable) as caught:
        parse(decode("a.toml", text.encode()), one_of_many=one_of_many)
    return caught.value


def clash(ours: str, theirs: str, base: str = "", end: str = "\n") -> str:
    middle = f"||||||| 1a2b3c4\n{base}\n" if base else ""
    return f"<<<<<<< HEAD\n{ours}\n{middle}=======\n{theirs}\n>>>>>>> county/2024\n".replace("\n", end)


@pytest.mark.parametrize("one_of_many", [False, True])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("base", ["", "year = 2022"])
def test_between_two_lines(base: str, end: str, one_of_many: bool) -> None:
    error = refusal(f'form = "2021"{end}[report]{end}{clash(OURS, THEIRS, base, end)}', one_of_many=one_of_many)
    assert (error.refusal, error.line, error.column) == ("toml-merge-conflict", 3, 1)
    assert error.source_line.startswith("<<<<<<< HEAD")


def test_in_a_paragraph_where_it_is_sound_toml() -> None:
    error = refusal(f'form = "2021"\n[overview]\ntext = """\n甲\n{clash("乙", "丙")}"""\n')
    assert (error.refusal, error.line) == ("toml-merge-conflict", 5)


def test_in_a_row_and_over_sections() -> None:
    assert refusal(f'form = "2021"\n[applications]\nnew_received = [\n{clash("1", "2")}]\n').line == 4
    error = refusal(f'form = "2021"\n[report\n{clash(OURS, THEIRS)}')
    assert (error.refusal, error.line) == ("toml-merge-conflict", 3)  # though the line before is wrong as well


@pytest.mark.parametrize("left", ["=======", ">>>>>>> county", "<<<<<<< HEAD", "||||||| 1a2b3c4"])
def test_one_mark_that_was_left_over(left: str) -> None:
    error = refusal(f'form = "2021"\n[report]\nyear = 2023\n{left}\n')
    assert (error.refusal, error.line) == ("toml-merge-conflict", 4)


@pytest.mark.parametrize(
    "prose",
    ["<<<<<<< HEAD", "=======\n>>>>>>> x\n<<<<<<< y", "a <<<<<<< b\n=======\n>>>>>>> c", "<<<<<<<<\n=======\n>>>>>>>"],
)
def test_prose_that_only_looks_like_it(prose: str) -> None:
    report = parse(decode("a.toml", f'form = "2021"\n[overview]\ntext = """\n{prose}\n"""\n'.encode()))
    assert "<<<<<<<" in str(report["overview.text"])


def test_many_beginnings_do_not_take_long() -> None:
    text = 'form = "2021"\n[overview]\ntext = """\n' + "<<<<<<< \n=======\n" * 1_400 + '"""\n'
    with allowed(3):
        parse(decode("a.toml", text.encode()))


def test_without_a_conflict_nothing_is_changed() -> None:
    assert parse(decode("a.toml", TERSE.encode())).form.id == "2021"
