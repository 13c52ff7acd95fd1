"""Wide tables of many reports, CSV and TSV, read back by `giptui import`: fields and cells of each row."""

from __future__ import annotations

from collections.abc import Sequence
from types import ModuleType

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from giptui.form import FORMS
from giptui.printers import csv, tsv
from giptui.printers.formats import Shape
from giptui.readers.document import Refused
from giptui.readers.reading import reading
from giptui.readers.sources import documents
from giptui.report import Report, Value
from printers.sample_reports import baihe, old
from readers.writing import made
from readers.writing.strategies import reports

SHAPE = Shape([*FORMS.values()])
some = settings(max_examples=8, suppress_health_check=[HealthCheck.too_slow])


def written(module: ModuleType, several: Sequence[Report]) -> bytes:
    parts = (module.part(SHAPE, f"{number}.toml", report) for number, report in enumerate(several))
    return b"".join(module.whole(SHAPE, iter([*parts])))


def back(data: bytes) -> list[Report]:
    found = [each for _, each in documents("all.csv", data)]
    assert not any(isinstance(each, Refused) for each in found)
    return [reading(each).report() for each in found if not isinstance(each, Refused)]


def spelled(report: Report) -> dict[str, tuple[type, str]]:
    """Each value but the prose, with its type."""
    kept = [*report.form.fields, *report.form.cells]
    return {address: (type(report[address]), str(report[address])) for address in kept}


@pytest.mark.parametrize("module", [csv, tsv])
@some
@given(st.lists(reports(), min_size=1, max_size=3))
@example([baihe(), old(), made.rich(FORMS["2019"]), Report(FORMS["2021"], {})])
def test_every_row_is_its_report(module: ModuleType, several: list[Report]) -> None:
    found = back(written(module, several))
    assert [each.form for each in found] == [each.form for each in several]
    assert [spelled(each) for each in found] == [spelled(each) for each in several]


ODD: list[Value] = [
    *("=1+1", "+19件", "'=x", "''", "@a", "\\n", "\\\\u003d", '"a",b', "－", "一\t二", "\U0001f600\U000e0041", "/"),
]


@pytest.mark.parametrize("value", ODD)
def test_what_is_escaped_for_spreadsheets_comes_back(value: Value) -> None:
    report = baihe().with_values({"report.source": value, "applications.new_received.total": value})
    assert spelled(back(written(tsv, [report]))[0]) == spelled(report)
    if str(value).isprintable():
        assert spelled(back(written(csv, [report]))[0]) == spelled(report)


def test_a_table_saved_by_a_spreadsheet_is_read_too() -> None:
    data = written(csv, [baihe()]).decode("utf-8-sig").encode("gb18030").replace(b"\r\n", b"\n")
    assert spelled(back(data)[0]) == spelled(baihe())


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("file,form,report.year\na.toml,2021\n", "import-broken"),
        ('file,form,report.year\na.toml,2021,"2023\n', "import-broken"),
        ("file,form,report.year\na.toml,1999,2023\n", "import-foreign-data"),
        ("file\tform\treport.year\n", "import-foreign-data"),
    ],
)
def test_other_tables_are_refused(text: str, refusal: str) -> None:
    ((_, found),) = documents("a.csv", text.encode())
    assert isinstance(found, Refused) and found.refusal == refusal
