"""CSV and TSV: read back by Python's own reader and by the rules that the formats state, whatever the reports hold."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from itertools import count, islice

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_reports import baihe, crowded, old

from giptui.display.fields import csv_cell, tsv_cell
from giptui.display.visible import visible
from giptui.form import FORMS
from giptui.printers import csv as commas
from giptui.printers import tsv as tabs
from giptui.printers.formats import Shape
from giptui.report import Report, Value, show
from readers.writing.strategies import reports

BOTH = tuple(FORMS.values())
SAMPLES = (baihe(), crowded(), old())
ACTS = re.compile(r"\s*[=+\-@＝＋－＠]")
HARMLESS = re.compile(r"[+-]?[0-9]*(\.[0-9]+)?|－")


def written(module: object, given: list[Report], is_long: bool = False) -> str:
    shape = Shape(BOTH, is_long)
    parts = (module.part(shape, f"{number}.toml", report) for number, report in enumerate(given))  # type: ignore[attr-defined]
    return b"".join(module.whole(shape, parts)).decode()  # type: ignore[attr-defined]


def csv_rows(text: str) -> list[list[str]]:
    """As a spreadsheet has them: the apostrophe that keeps a text from being a formula is taken off."""
    assert text.startswith("\ufeff")
    return [[_plain(field) for field in row] for row in csv.reader(io.StringIO(text[1:], newline=""))]


def _plain(field: str) -> str:
    return field[1:] if re.match(r"'+\s*[=+\-@＝＋－＠]", field) else field


def tsv_rows(text: str) -> list[list[str]]:
    return [[_unescaped(field) for field in line.split("\t")] for line in text.removesuffix("\n").split("\n")]


def _unescaped(field: str) -> str:
    """The escapes are those of JSON, but for the quotes."""
    return str(json.loads('"' + field.replace('"', '\\"') + '"'))


def expected(given: list[Report]) -> Iterator[list[str]]:
    for number, report in enumerate(given):
        addresses = dict.fromkeys(address for form in BOTH for address in (*form.fields, *form.cells))
        yield [f"{number}.toml", report.form.id, *(show(report[address]) for address in addresses)]


@given(st.lists(reports(), max_size=3))
def test_wide_tables_hold_every_field_and_cell_of_both_forms(given: list[Report]) -> None:
    heads, *rows = csv_rows(written(commas, given))
    assert rows == [*expected(given)]
    assert heads == ["file", "form", *dict.fromkeys(a for form in BOTH for a in (*form.fields, *form.cells))]
    assert tsv_rows(written(tabs, given)) == [heads, *rows]


def test_texts_that_no_page_could_show_are_escaped_or_made_visible() -> None:
    given = [*SAMPLES]
    assert tsv_rows(written(tabs, given))[1:] == [*expected(given)]
    assert csv_rows(written(commas, given))[1:] == [[visible(text) for text in row] for row in expected(given)]


def test_long_tables_have_a_row_a_cell() -> None:
    heads, *rows = csv_rows(written(commas, [old()], is_long=True))
    assert heads == ["file", "organ", "year", "address", "label", "value"]
    assert len(rows) == 198
    change = "proactive_disclosure.administrative_license.change"
    assert ["0.toml", "", "", change, "行政许可，本年增/减", "+19"] in rows
    assert [row[3:] for row in rows] == [[a, old().form.label(a), show(old()[a])] for a in old().form.cells]
    assert tsv_rows(written(tabs, [old()], is_long=True)) == [heads, *rows]


def test_four_things_stay_four() -> None:
    row = "applications.new_received"
    columns = ("natural_person", "commercial_enterprise", "research_institution", "public_welfare_organization")
    values: dict[str, Value] = {
        f"{row}.{column}": value for column, value in zip(columns, ("", 0, "/", "?"), strict=True)
    }
    for module, mark in ((commas, ","), (tabs, "\t")):
        assert mark.join(("", "", "0", "/", "?", "")) in written(module, [Report(FORMS["2021"], values)])


@given(st.text() | st.text("=+-@＝－'\t\r\n 1a,\"\\"))
def test_no_text_is_a_formula_and_every_text_can_be_had_back(text: str) -> None:
    for field in (csv_cell(text), tsv_cell(text)):
        assert not ACTS.match(field) or HARMLESS.fullmatch(field)
    assert _plain(csv_cell(text)) == visible(text)
    assert _unescaped(tsv_cell(text)) == text
    assert not {"\t", "\n", "\r"} & {*tsv_cell(text)}


@pytest.mark.parametrize("text", ["-3", "+19", "-", "－", "—", "增10", "0.10", "1.属于国家秘密", "'", "a=b"])
def test_what_does_no_harm_stays_as_it_is(text: str) -> None:
    assert csv_cell(text) == tsv_cell(text) == text


@pytest.mark.parametrize(
    ("text", "comma", "tab"),
    [
        ("=1+1", "'=1+1", r"\u003d1+1"),
        ("-3件", "'-3件", r"\u002d3件"),
        ("'=1", "''=1", r"'\u003d1"),
        (" @a", "' @a", r" \u0040a"),
        ("＝1", "'＝1", r"\uff1d1"),
    ],
)
def test_what_a_spreadsheet_would_work_out_is_marked(text: str, comma: str, tab: str) -> None:
    assert (csv_cell(text), tsv_cell(text)) == (comma, tab)


@pytest.mark.parametrize("module", [commas, tabs])
def test_a_table_is_written_as_its_reports_come(module: object) -> None:
    shape = Shape(BOTH)
    endless = (module.part(shape, str(number), baihe()) for number in count())  # type: ignore[attr-defined]
    pieces = [*islice(module.whole(shape, endless), 4)]  # type: ignore[attr-defined]
    assert [piece.split(b"," if module is commas else b"\t")[0] for piece in pieces[1:]] == [b"0", b"1", b"2"]


def test_a_table_of_one_form_has_the_columns_of_that_form() -> None:
    (heads,) = tsv_rows(b"".join(tabs.whole(Shape((FORMS["2019"],)), iter(()))).decode())
    assert heads == ["file", "form", *FORMS["2019"].fields, *FORMS["2019"].cells]
