"""A report as JSON is valid by its published schema, and read back it is the same report, digit by digit."""

from __future__ import annotations

import json
from datetime import date, datetime
from decimal import Decimal

import jsonschema
import pytest
from hypothesis import HealthCheck, example, given, settings

from giptui.cli.schemas.report import report_schema
from giptui.form import FORMS, LATEST, Form
from giptui.printers import json as printed
from giptui.printers.formats import Shape
from giptui.readers.document import Refused
from giptui.readers.found import Exported
from giptui.readers.reading import reading
from giptui.readers.sources import documents
from giptui.report import Report, Value
from printers.sample_reports import baihe, crowded, old
from readers.judging import read
from readers.writing import made
from readers.writing.strategies import reports

some = settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow])
SHAPE = Shape([*FORMS.values()])


def spelled(report: Report) -> dict[str, tuple[type, Value]]:
    """Each value with its type: 1.0 and 1.00, 3 and "3" are different."""
    return {address: (type(report[address]), str(report[address])) for address in report.form.kinds}


@some
@given(reports())
@example(baihe())
@example(crowded())
@example(old())
@example(made.rich(FORMS["2019"]))
def test_a_report_is_valid_and_comes_back_as_it_is(report: Report) -> None:
    data = printed.write(report)
    back = read("a.json", data)
    assert back.form is report.form
    assert spelled(back.report()) == spelled(report)
    assert not back.missing
    stated = json.loads(data)
    assert [*stated] == ["form", *report.form.kinds]
    if report in (crowded(),):
        return  # it holds what no cell may
    jsonschema.Draft202012Validator(report_schema(report.form)).validate(stated)


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_an_empty_report_is_valid(form: Form) -> None:
    stated = json.loads(printed.write(Report(form, {}), draft=True))
    jsonschema.Draft202012Validator(report_schema(form)).validate(stated)
    assert stated["draft"] is True
    assert set(stated.values()) == {form.id, True, ""}


ODD: list[tuple[str, Value]] = [
    ("report.signed_on", date(2024, 1, 23)),
    ("report.signed_on", "2024年1月23日"),
    ("report.signed_on", "20240123"),
    ("report.written_at", datetime(2024, 1, 23, 16, 12, 21)),
    ("report.written_at", "2024-01-23 25:00:00"),
    ("report.year", "二〇二三"),
    ("applications.new_received.total", 12345678),
    ("applications.new_received.total", -1),
    ("applications.new_received.total", "3"),
    ("applications.new_received.total", "３件"),
    ("applications.new_received.total", "-3"),
    ("applications.new_received.total", "\x1b[31m\u202e\ud800\U000e0041"),
    ("applications.new_received.total", "一\n二"),
    ("proactive_disclosure.administrative_fees.amount", Decimal("0.10")),
    ("proactive_disclosure.administrative_fees.amount", Decimal("59237.244900")),
    ("proactive_disclosure.administrative_fees.amount", Decimal("1E+99")),
    ("proactive_disclosure.administrative_fees.amount", "1.5万元"),
    ("overview.text", '"}\\\n<script>\n　　=1+1'),
]


@pytest.mark.parametrize(("address", "value"), ODD)
def test_what_is_odd_comes_back_as_it_is(address: str, value: Value) -> None:
    data = printed.write(Report(LATEST, {address: value}))
    assert spelled(read("a", data).report())[address] == (type(value), str(value))
    assert all(byte >= 32 or byte == 10 for byte in data)


def test_several_reports_are_an_array_and_come_back_one_by_one() -> None:
    three = [baihe(), old(), Report(LATEST, {})]
    data = b"".join(printed.whole(SHAPE, iter([printed.part(SHAPE, "", report) for report in three])))
    assert len(json.loads(data)) == 3
    found = dict(documents("all.json", data))
    assert [*found] == ["all.json#1", "all.json#2", "all.json#3"]
    for each, report in zip(found.values(), three, strict=True):
        assert isinstance(each, Exported)
        assert spelled(reading(each).report()) == spelled(report)
    lines = b"\n".join(json.dumps(each).encode() for each in json.loads(data))
    assert [isinstance(each, Exported) for _, each in documents("all.jsonl", lines)] == [True] * 3
    assert json.loads(b"".join(printed.whole(SHAPE, iter([])))) == []


def test_what_is_no_value_is_unread_and_what_is_no_address_is_named() -> None:
    stated = json.loads(printed.write(baihe())) | {
        "applications.new_received.total": True,
        "applications.new_received.other_organization": [1],
        "applications.carried_in.total": None,
        "applications.carried_in.other_organization": 2.50,
        "overview.text": ["一", "二"],
        "applications.new_recieved.total": 3,
    }
    back = read("a.json", json.dumps(stated).encode())
    assert [found.address for found in back.unread] == [
        "applications.new_received.other_organization",
        "applications.new_received.total",
    ]
    assert back.values["applications.carried_in.total"] == ""
    assert back.values["applications.carried_in.other_organization"] == Decimal("2.5")
    assert back.values["overview.text"] == "一\n二"
    assert "有 1 个键不是 2021 格式的地址，没有读入：“applications.new_recieved.total”" in back.notes


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ('{"form": "2021", ', "import-broken"),
        ('{"a": 1}', "import-foreign-data"),
        ('[{"form": "2021"}, 3]', "import-foreign-data"),
        ('{"form": ["2021"]}', "import-foreign-data"),
        ('{"form": "2021", "a": ' + "[" * 100_000, "import-broken"),
        ('{"form": "2021", "report.year": ' + "9" * 5000 + "}", "import-broken"),
        ("[{}]", "import-foreign-data"),
    ],
)
def test_other_json_is_refused(text: str, refusal: str) -> None:
    ((_, found),) = documents("a.json", text.encode())
    assert isinstance(found, Refused) and found.refusal == refusal


def test_a_text_that_begins_with_a_bracket_is_a_text() -> None:
    ((_, found),) = documents("a", "[此件公开发布]\n{样}\n".encode())
    assert not isinstance(found, Exported | Refused)
