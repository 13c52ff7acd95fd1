"""What holds for every table of the layout `tables`, whatever stands in its cells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import iter_graphemes, wcswidth

from giptui.form import LATEST, Block, Section
from giptui.printers import plain
from giptui.report import Report, Value, show

ADDRESSES = tuple(LATEST.cells)
TABLED = [section for section in LATEST.sections if section.table is not None]

short = st.integers(0, 9999) | st.sampled_from(["", "/", "?"])
number = short | st.integers(0, 10**12) | st.decimals(0, 10**6, places=6) | st.sampled_from(["３件", "无", "-"])
# whatever else someone typed, with the characters that change the width of their neighbours
text = st.text(st.characters() | st.sampled_from("\ufe0f\u200d\u20e3\u0301\u3000\u00a0 1❤👨👧🇨🇳क्ष각“—"), max_size=12)


def filled(cell: st.SearchStrategy[Value]) -> st.SearchStrategy[Report]:
    return st.dictionaries(st.sampled_from(ADDRESSES), cell).map(lambda values: Report(LATEST, values))


def table_lines(report: Report, section: Section) -> list[str]:
    """The section's table, rules included; these reports have no prose."""
    return plain(report, sections=(section.number,)).removesuffix("\n").split("\n")[2:]


def cut(line: str, start: int, end: int) -> str:
    """What stands in the display cells from ``start`` to before ``end``."""
    at, found = 0, ""
    for grapheme in iter_graphemes(line):
        if start <= at < end:
            found += grapheme
        at += wcswidth(grapheme)
    return found


def read(lines: list[str], blocks: tuple[Block, ...], table: str) -> Iterator[tuple[str, str]]:
    """Every cell's address and text, found as a reader finds it: by the row's label and the dashes of the rule."""
    rest = iter(lines)
    for block in blocks:
        rule = next(line for line in rest if re.match(r"-+  -", line))
        labels, *columns = (match.span() for match in re.finditer("-+", rule))
        assert len(columns) == len(block.columns)
        for row in block.rows:
            line = next(line for line in rest if (label := cut(line, *labels).strip()) and row.label.startswith(label))
            for column, reach in zip(block.columns, columns, strict=True):
                yield f"{table}.{row.id}.{column.id}", cut(line, *reach)


@given(filled(number | text))
def test_every_line_of_a_table_is_equally_wide(report: Report) -> None:
    for section in TABLED:
        assert len({wcswidth(line) for line in table_lines(report, section)}) == 1


@given(filled(short))
def test_numbers_of_four_digits_keep_to_eighty_cells(report: Report) -> None:
    for section in TABLED:
        assert wcswidth(table_lines(report, section)[0]) <= 80


@given(filled(number))
def test_every_value_stands_in_its_row_under_its_head_and_a_blank_stays_blank(report: Report) -> None:
    for section in TABLED:
        assert section.table is not None
        found = dict(read(table_lines(report, section), section.table.blocks, section.id))
        assert {address: text.strip() for address, text in found.items()} == {
            cell.address: show(report[cell.address]) for cell in section.table.cells()
        }
        assert not any(text.endswith(" ") for text in found.values() if text.strip())


def test_the_row_of_a_label_has_its_numbers() -> None:
    """`grep 属于国家秘密` gives the row, though its group's label stands above it."""
    values = {
        f"applications.not_disclosed.state_secret.{c.id}": 9 for c in LATEST.tables["applications"].blocks[0].columns
    }
    (line,) = [line for line in plain(Report(LATEST, values)).split("\n") if "属于国家秘密" in line]
    assert line.split() == ["1.属于国家秘密", *"9999999"]


def test_a_long_label_wraps_evenly_with_its_numbers_on_the_first_line() -> None:
    (row,) = [row for row, _ in LATEST.tables["applications"].rows() if row.id == "not_processed.confirmation"]
    lines = table_lines(Report(LATEST, {f"applications.{row.id}.total": 31}), TABLED[1])
    (first,) = [index for index, line in enumerate(lines) if line.endswith(" 31")]
    assert lines[first].split() == ["5.要求行政机关确认或", "31"]
    assert lines[first + 1].rstrip() == "      重新出具已获取信息"


@pytest.mark.parametrize("digits", range(1, 13))
def test_a_table_keeps_to_eighty_cells_as_long_as_its_numbers_leave_room_for_the_labels(digits: int) -> None:
    report = Report(LATEST, dict.fromkeys(ADDRESSES, 10**digits - 1))
    width = wcswidth(table_lines(report, TABLED[1])[0])
    needed = 7 * 2 + max(6, digits) + 6 * max(4, digits)
    assert width <= 80 if needed <= 80 - 24 else width == needed + 24


def test_digits_stay_as_they_were_typed() -> None:
    amount = "proactive_disclosure.administrative_fees.amount"
    for digits in ("0.10", "59237.244900", "1000000000000.5", "1E+999999999", "0E-999999999", "NaN"):
        (line,) = [
            line for line in plain(Report(LATEST, {amount: Decimal(digits)})).split("\n") if "事业性收费" in line
        ]
        assert line.split() == ["行政事业性收费", digits]
