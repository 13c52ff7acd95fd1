"""Line and column of every value, or of the nearest thing around it that is there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from store_samples import SEED, TERSE, changes, report, source

from giptui.form import LATEST
from giptui.store import Positions, Unreadable, blank, locate
from giptui.store.positions import marks
from patience import allowed


def positions(text: str | bytes) -> Positions:
    return locate(source(text), LATEST)


def standing(text: str, address: str, length: int) -> str:
    """What stands in the text where the address is said to stand."""
    place = positions(text).at(address)
    assert place is not None
    line, column = place
    return text.split("\n")[line - 1][column - 1 :][:length]


@pytest.mark.parametrize(
    ("address", "value"),
    [
        ("form", "'2021'"),
        ("report.organ", '"白鹤镇"'),
        ("report.year", "2023"),
        ("applications.text", '""" 第一段'),
        ("applications.carried_in", "[ 0"),
        ("applications.carried_in.commercial_enterprise", "12"),
        ("applications.carried_in.total", "22"),
        ("applications.not_disclosed.state_secret.total", "-1"),
        ("applications.not_disclosed.repeat_", "1"),
        ("proactive_disclosure.normative_documents.in_force", "7"),
        ("proactive_disclosure.administrative_license.decisions", "3"),
        ("proactive_disclosure.administrative_fees.amount", "59237.2450"),
        ("x.mine", "[1, 2]"),
    ],
)
def test_a_value_is_found_where_it_stands(address: str, value: str) -> None:
    assert standing(TERSE, address, len(value)) == value


@pytest.mark.parametrize(
    ("address", "around"),
    [
        ("disputes.reconsideration.total", "[1, 2, 3]"),
        ("proactive_disclosure.normative_documents.issued", "{ in_force"),
        ("applications.total_handled.total", "[applications]"),
        ("applications.not_disclosed.repeat.total", "[applications.not_disclosed]"),
        ("report.signed_on", "[report]"),
    ],
)
def test_what_is_missing_is_found_at_what_is_around_it(address: str, around: str) -> None:
    assert standing(TERSE, address, len(around)) == around


def test_what_is_nowhere_has_no_place() -> None:
    assert positions(TERSE).at("overview.text") is None
    assert positions(TERSE).at("nonsense") is None


def test_columns_are_characters_and_lines_do_not_depend_on_line_ends() -> None:
    text = 'form = "2021"\n\n[proactive_disclosure]\n"government_rules" = { issued = "约", in_force = 2 }\n'
    address = "proactive_disclosure.government_rules.in_force"
    assert positions(text).at(address) == (4, 49)
    assert positions(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()).at(address) == (4, 49)


def test_quoted_keys_are_the_keys_they_mean() -> None:
    text = "form = '2021'\n[\"report\"]\n'organ' = '甲'\n\"report.year\" = 1\n\"\\u0079ear\" = 2\n"
    assert positions(text).at("report.organ") == (3, 11)
    assert positions(text).at('report."report.year"') == (4, 17)
    assert positions(text).at("report.year") == (5, 15)


@given(changes(most=40))
def test_every_value_of_a_written_file_has_its_own_place(values: dict) -> None:
    text = blank(LATEST, values)
    found = positions(text)
    lines = text.split("\n")
    written = [address for address, value in report(text).values.items() if value != ""]
    places = [found.at(address) for address in written]
    assert len({*places}) == len(written)
    for address, place in zip(written, places, strict=True):
        assert place is not None
        line, column = place
        assert lines[line - 1][column - 2] in " ["
        key = address.split(".")[-2 if address in LATEST.cells else -1]
        assert key in lines[line - 1]


def test_the_seed_shows_where_its_contradiction_stands() -> None:
    line, column = positions(SEED.read_bytes()).at("applications.total_handled.other_organization") or (0, 0)
    text = SEED.read_text(encoding="utf-8").split("\n")[line - 1]
    assert text.startswith("total_handled ")
    assert text[column - 1 :] == "1,   1]"


def test_asking_often_counts_no_line_anew() -> None:
    """Lines are counted once: who counts them for each place does not come to the end."""
    text = "[applications]\n" + "".join(f"unknown_{n} = 1\n" for n in range(25_000))
    with allowed(10):
        found = positions(text)
        for _ in range(10):
            assert [found.at(f"applications.unknown_{n}")[0] for n in range(25_000)] == [*range(2, 25_002)]


@pytest.mark.parametrize("piece", ['text = """', '"" ', "[", "a.", "a = [1,", "a = {b=1,", "# x\n", " " * 50])
def test_a_text_that_is_no_toml_is_done_with_too(piece: str) -> None:
    with allowed(10):
        list(marks((piece * (200_000 // len(piece))).encode()))


TEXTS = st.lists(st.text("甲乙丙3件，。 　\"'a", max_size=8), max_size=5)


@given(TEXTS, st.sampled_from(("\n", "\n\n", "\n  ")), st.sampled_from(("\n", "\r\n")), st.data())
def test_a_character_of_a_text_is_found_where_it_stands(
    paragraphs: list[str], between: str, end: str, data: st.DataObject
) -> None:
    written = f'form = "2021"\n[overview]\ntext = """{between.join(paragraphs)}\n"""\n'.replace("\n", end)
    try:
        file = source(written)
        text = str(report(written)["overview.text"])
    except Unreadable:  # three quotes
        return
    if text:
        at = data.draw(st.integers(0, len(text) - 1))
        line, column = locate(file, LATEST).in_text("overview.text", text, at) or (0, 0)
        standing = file.text.split("\n")[line - 1][column - 1 :]
        assert standing.startswith(text[at]) or text[at] == "\n"


@pytest.mark.parametrize("written", ['"一\\n二3件"', "'一，3件'", '"""\n一\\\n3件"""', '"3件"'])
def test_escapes_lead_to_the_beginning_of_the_text(written: str) -> None:
    text = f'form = "2021"\n[overview]\ntext = {written}\n'
    found = positions(text)
    value = str(report(text)["overview.text"])
    line, column = found.in_text("overview.text", value, value.index("3")) or (0, 0)
    if "\\" in written:
        assert (line, column) == found.at("overview.text")
    else:
        assert text.split("\n")[line - 1][column - 1] == "3"
