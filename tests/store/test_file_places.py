"""The quick scan for places says what the syntax tree says, or leaves the file to it."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from store_samples import SEED, TERSE, changes, source

from giptui.form import LATEST
from giptui.report import Value
from giptui.store import blank, locate, places
from giptui.store.scan import _scanned
from patience import allowed

_LINES = (
    'form = "2021"',
    "# [overview] text = 1",
    "",
    "  ",
    "  # 注",
    "[report]",
    '[report]  # 抬头 """ \'',
    " [overview]",
    "[ disputes ]",
    "[applications.not_disclosed]",
    "[[waiver]]",
    "[[waiver]]",
    "[x]",
    'rule = "balance"',
    "cells = { a = 1, b.c = 2 }",
    'cells = { "report.year" = 2023 }',
    'organ = "白鹤镇"  # 机关',
    'organ = "a\\"b = 1"',
    "organ = 'a'",
    'organ = """白鹤"""',
    "year = 2023",
    "published_on = 2024-01-23 10:00:00 # 时间",
    'text = """\n[report]\nyear = 1\n"""',
    'text = """"一"、"二" """',
    'text = """\n一\\\n二"""',
    'text = """一""""',
    "text = '''\nform = 1\n'''",
    'text = ""',
    "carried_in = [ 1, 2, 3, 4, 5, 6, 21 ]  # 二",
    'carried_in = [ "", "/", "?, ]", 4, 5, 6, 21, ]',
    "carried_in = [1, 2]",
    "carried_in = [\n1, 2, 3, 4, 5, 6, 21]",
    "carried_in = []",
    "carried_in = [2024-01-23 10:00:00, 2, 3, 4, 5, 6]",
    "not_disclosed.repeat = [1,2,3,4,5,6,7]",
    "government_rules = { issued = 2, repealed = 0, in_force = 2 }  # { issued = 3 }",
    'government_rules = {issued="a, repealed = 1",repealed=0}',
    "government_rules = { issued = [1], repealed = 0 }",
    "government_rules = {}",
    "reconsideration=[1,2,3,4,10]",
    '"quoted key" = 1',
    "a . b = 1",
    "a.b = 1",
)


def agree(text: str) -> None:
    """Both say the same of every address of the form, of every one in the file, and of some below them."""
    file = source(text)
    slow, quick = locate(file, LATEST), places(file, LATEST)
    known = {*LATEST.kinds, *LATEST.lines, *slow.spots, "nothing", "waiver.cells.a"}
    for address in (*known, *(f"{address}.b.c" for address in known)):
        assert quick(address) == slow.at(address), address


@given(lines=st.lists(st.sampled_from(_LINES), max_size=8), end=st.sampled_from(("", "\n", "\r\n")))
@example(lines=['text = """\n[report]\nyear = 1\n"""', "[report]", "year = 2023"], end="\n")
@example(lines=["[[waiver]]", "cells = { a = 1 }", "[[waiver]]", "cells = { b.c = 2 }"], end="\n")
def test_the_same_in_any_layout(lines: list[str], end: str) -> None:
    text = (end or "\n").join(lines) + end
    assume(text.strip())
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        assume(False)
    agree(text)


@given(values=changes())
def test_the_same_in_a_file_that_giptui_writes(values: dict[str, Value]) -> None:
    agree(blank(LATEST, values))


@pytest.mark.parametrize("text", [SEED.read_text(encoding="utf-8"), TERSE])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_same_in_files_by_hand(text: str, end: str) -> None:
    agree(text.replace("\n", end))


def test_the_usual_layout_needs_no_syntax_tree() -> None:
    assert _scanned(SEED.read_text(encoding="utf-8")) is not None
    assert _scanned(TERSE) is None


def test_asking_often_takes_no_longer_each() -> None:
    """Lines are counted once: who counts them anew for each place, ten times a line, does not come to the end."""
    text = "[applications]\n" + "".join(f"unknown_{n} = 1\n" for n in range(25_000))
    with allowed(5):
        at = places(source(text), LATEST)
        for _ in range(10):
            assert [at(f"applications.unknown_{n}")[0] for n in range(25_000)] == [*range(2, 25_002)]


def test_hostile_text_takes_no_longer() -> None:
    """A megabyte of what nearly matches is done with, too."""
    for piece in ('text = """', '"" ', "[", "a.", "a = [1,", "a = {b=1,", "# x\n", " " * 50):
        with allowed(5):
            _scanned(piece * (1_000_000 // len(piece)))
