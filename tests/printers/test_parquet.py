"""Parquet: what the typed columns and the map beside them hold together is the report, whatever it holds."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pyarrow.parquet as pq  # type: ignore[import-untyped, unused-ignore]
import pytest
from hypothesis import given, settings
from sample_reports import baihe, crowded, old

from giptui.form import FORMS, LATEST
from giptui.printers import parquet
from giptui.printers.errors import NotInstalled
from giptui.printers.formats import Shape
from giptui.report import Report, Value, show
from readers.writing.strategies import reports

BOTH = Shape(tuple(FORMS.values()))
FEES = "proactive_disclosure.administrative_fees.amount"
ONE = "applications.new_received.total"


def pieces(given: Iterator[Report], shape: Shape = BOTH) -> Iterator[bytes]:
    return parquet.whole(shape, (parquet.part(shape, f"{at}.toml", report) for at, report in enumerate(given)))


def table(*given: Report, shape: Shape = BOTH) -> Any:
    return pq.read_table(io.BytesIO(b"".join(pieces(iter(given), shape))))


def said(row: dict[str, Any], address: str) -> str | None:
    """What the row says of the address; None if nothing. The places of a decimal that are not in the map are none."""
    value = row[address]
    typed = f"{value.normalize():f}" if isinstance(value, Decimal) else str(value)
    return dict(row["other"]).get(address, None if value is None else typed)


def assert_holds(row: dict[str, Any], report: Report) -> None:
    addresses = (*report.form.fields, *report.form.cells)
    assert {a: said(row, a) for a in addresses} == {a: show(report[a]) for a in addresses}
    foreign = {a for form in FORMS.values() for a in form.cells} - report.form.cells.keys()
    assert {said(row, address) for address in foreign} == {None}


@settings(max_examples=6)
@given(reports())
def test_a_row_holds_the_report(report: Report) -> None:
    (row,) = table(report).to_pylist()
    assert (row["file"], row["form"]) == ("0.toml", report.form.id)
    assert_holds(row, report)


@pytest.mark.parametrize(
    "value", [10**30, 10**40, -1, Decimal("1E+999999"), Decimal("0.0000001"), Decimal("NaN"), "3件"]
)
def test_whatever_stands_in_a_cell(value: Value) -> None:
    report = Report(LATEST, {FEES: value, ONE: value})
    (row,) = table(report).to_pylist()
    assert_holds(row, report)


def test_columns_are_typed_and_what_is_no_number_stands_beside() -> None:
    found = table(baihe(), crowded(), old())
    types = {field.name: str(field.type) for field in found.schema}
    assert {types[address] for address in FORMS["2021"].cells if address != FEES} == {"int64"}
    assert (types[FEES], types["report.signed_on"], types["report.year"]) == (
        "decimal128(38, 6)",
        "date32[day]",
        "int64",
    )
    published, full, last = found.to_pylist()
    assert published["report.signed_on"] == date(2024, 1, 23)
    assert full[FEES] == Decimal("59237.2449")
    assert dict(full["other"])[FEES] == "59237.244900"
    assert dict(full["other"])["proactive_disclosure.government_rules.issued"] == "/"
    assert dict(full["other"])["applications.new_received.legal_service_institution"] == ""
    assert last["proactive_disclosure.administrative_penalty.change"] == -3
    assert dict(last["other"])["proactive_disclosure.administrative_license.change"] == "+19"
    for row, report in ((published, baihe()), (full, crowded()), (last, old())):
        assert_holds(row, report)


def test_long_tables_have_a_row_a_cell() -> None:
    found = table(old(), shape=BOTH._replace(is_long=True))
    assert found.column_names == ["file", "organ", "year", "address", "label", "number", "value"]
    rows = {row["address"]: row for row in found.to_pylist()}
    assert {address: row["value"] for address, row in rows.items()} == {a: show(old()[a]) for a in old().form.cells}
    assert rows["proactive_disclosure.administrative_penalty.change"]["number"] == -3
    assert rows["proactive_disclosure.central_procurement.amount"]["number"] is None


def test_row_groups_go_out_one_by_one() -> None:
    seen = 0

    def many() -> Iterator[Report]:
        nonlocal seen
        for _ in range(2100):
            seen += 1
            yield old()

    out = pieces(many())
    first = next(out)
    assert (seen, len(first) > 0) == (1000, True)
    found = pq.ParquetFile(io.BytesIO(first + b"".join(out)))
    assert [found.metadata.row_group(at).num_rows for at in range(found.num_row_groups)] == [1000, 1000, 100]


def test_a_file_may_be_called_what_no_text_can_be() -> None:
    data = b"".join(parquet.whole(BOTH, iter([parquet.part(BOTH, "a\udcff.toml", baihe())])))
    assert pq.read_table(io.BytesIO(data))["file"].to_pylist() == [r"a\udcff.toml"]


def test_without_the_library_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(NotInstalled) as raised:
        next(pieces(iter([baihe()])))
    assert (raised.value.library, raised.value.extra) == ("pyarrow", "parquet")
