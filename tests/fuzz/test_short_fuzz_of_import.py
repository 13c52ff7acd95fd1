"""Some rounds of the fuzz of import, the same ones each time; and that it can find anything."""

from __future__ import annotations

from fuzz.published import fuzz_pages, tried
from giptui.form import FORMS
from giptui.readers.document import Cell, Document, Grid, InLine, Text
from giptui.readers.reading import Found, Reading
from readers.judging import invented

ROUNDS = 40


def test_some_rounds_find_nothing() -> None:
    tally = fuzz_pages(1, lambda number: number < ROUNDS, slow=False)
    assert tally.slips == []
    assert tally.ended.total() == ROUNDS
    assert tally.ended["read"] > ROUNDS / 3


def test_some_rounds_of_documents_find_nothing() -> None:
    assert fuzz_pages(3, lambda number: number < 4).slips == []


def test_a_number_that_does_not_stand_there_is_found() -> None:
    form = FORMS["2021"]
    address = "proactive_disclosure.government_rules.issued"
    grid = Grid((Cell("规章", InLine(3), 0, 0), Cell("1,234件", InLine(3), 0, 1)))
    document = Document("文本", (Text("本年收到 7 件", InLine(1)), grid))

    def found(value: int | str, line: int | None) -> list[str]:
        place = None if line is None else InLine(line)
        return [*invented(document, Reading(form, {address: Found(address, value, place)}))]

    assert found(1234, 3) == []
    assert found("?", 3) == []
    assert len(found(1234, 1)) == len(found(234, 3)) == len(found(0, 3)) == len(found(1234, None)) == 1
    assert len(found(7, 2)) == 1


def test_what_is_no_source_is_refused_without_a_fault() -> None:
    assert tried("x", b"") == ("refused", [])
    assert tried("x", bytes(range(256))) == ("refused", [])
