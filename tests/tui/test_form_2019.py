"""The editor over a report of 2020: its own tables, their heads whole at 80 columns, signs and units as typed."""

from __future__ import annotations

import pytest

from giptui.form import FORMS, Table
from giptui.session import Session
from giptui.store import blank, parse
from giptui.store.source import decode
from giptui.tui.sheet import table_sheet
from tui.person import HEADER, editing

FORM = FORMS["2019"]
TWO = "proactive_disclosure"


def fresh() -> Session:
    source = decode("jia-2020.toml", blank(FORM, {**HEADER, "report.year": 2020}).encode())
    return Session(source, parse(source))


@pytest.mark.parametrize("table", FORM.tables.values(), ids=lambda table: table.id)
def test_every_sheet_fits_the_narrow_screen(table: Table) -> None:
    sheet = table_sheet(table, 80, {})
    assert sheet.label_width + sum(sheet.widths) <= 80


async def test_section_two_shows_all_its_heads_and_rows() -> None:
    async with editing(fresh()) as person:
        await person.go(f"{TWO}.government_rules.created")
        seen = person.text
        await person.go(f"{TWO}.central_procurement.amount")
        seen += person.text
    heads = [column.label for block in FORM.tables[TWO].blocks for column in block.columns]
    rows = [row.label for row, _ in FORM.tables[TWO].rows()]
    captions = [block.caption for block in FORM.tables[TWO].blocks]
    assert not [word for word in (*heads, *rows, *captions) if word not in seen]


async def test_a_sign_begins_an_entry_and_stays() -> None:
    async with editing(fresh()) as person:
        await person.go(f"{TWO}.administrative_license.change")
        await person.press("+", "1", "9", "enter")
        assert person[f"{TWO}.administrative_license.change"] == "+19"
        assert person.at == f"{TWO}.other_services.change"
        await person.press("e")
        await person.type("增10")
        await person.press("enter")
        assert person[f"{TWO}.other_services.change"] == "增10"
        assert "+19" in person.text
        assert not [finding for finding in person.session.found.findings if finding.rule == "not-a-count"]


async def test_money_keeps_the_unit_that_is_typed() -> None:
    async with editing(fresh()) as person:
        await person.go(f"{TWO}.central_procurement.amount")
        await person.type("1424.4万元")
        await person.press("enter")
        assert person[f"{TWO}.central_procurement.amount"] == "1424.4万元"
        assert "1424.4万元" in person.text
