"""Files of the form of 2019: signs and units stand in them as they were printed, and stay so."""

from __future__ import annotations

import pytest
from hypothesis import given
from store_samples import changes, report, source, spelled

from giptui.form import FORMS
from giptui.report import Value, show
from giptui.store import blank, edited

FORM = FORMS["2019"]
TWO = "proactive_disclosure"

SECTION_TWO: dict[str, Value] = {
    f"{TWO}.normative_documents.created": 3,
    f"{TWO}.administrative_license.prior_year_items": 112,
    f"{TWO}.administrative_license.change": "+19",
    f"{TWO}.other_services.change": "增10",
    f"{TWO}.administrative_penalty.change": -3,
    f"{TWO}.central_procurement.amount": "1424.4万元",
}
TEXT = blank(FORM, SECTION_TWO)


def edit(changes: dict[str, Value]) -> str:
    return edited(source(TEXT), changes).source.data.decode()


def test_section_two_in_columns() -> None:
    assert TEXT.split("\n\n")[3].split("\n")[3:] == [
        'government_rules          = { created = "", newly_disclosed = "", total_disclosed = "" }   # 规章',
        'normative_documents       = { created =  3, newly_disclosed = "", total_disclosed = "" }   # 规范性文件',
        'administrative_license    = { prior_year_items = 112, change =  "+19", decisions = "" }    # 行政许可',
        'other_services            = { prior_year_items =  "", change = "增10", decisions = "" }    # 其他对外管理服务事项',  # noqa: E501
        'administrative_penalty    = { prior_year_items = "", change = -3, decisions = "" }         # 行政处罚',
        'administrative_compulsion = { prior_year_items = "", change = "", decisions = "" }         # 行政强制',
        'administrative_fees       = { prior_year_items = "", change = "" }                         # 行政事业性收费',
        'central_procurement       = { projects = "", amount = "1424.4万元" }                       # 政府集中采购',
    ]


def test_the_file_names_its_form_and_its_one_row_of_other_processing() -> None:
    assert TEXT.split("\n")[1] == 'form = "2019"                     # 国办公开办函〔2019〕60号'
    assert [line.split(" ")[0] for line in TEXT.split("\n") if "other_processing" in line] == ["other_processing"]
    assert report(TEXT).form is FORM
    assert report(TEXT).problems == ()


@given(changes(most=40, form=FORM))
def test_every_value_survives_being_written(values: dict[str, Value]) -> None:
    assert spelled(report(blank(FORM, values)).values) == spelled(values)


@given(changes(form=FORM))
def test_an_edit_gives_exactly_the_new_values(values: dict[str, Value]) -> None:
    assert spelled(report(edit(values)).values) == spelled({**report(TEXT).values, **values})


def test_an_edit_beside_a_sign_leaves_it_alone() -> None:
    after = edit({f"{TWO}.administrative_license.decisions": 2041}).split("\n")
    assert [line for line in after if line not in TEXT.split("\n")] == [
        'administrative_license    = { prior_year_items = 112, change =  "+19", decisions = 2041 }  # 行政许可'
    ]


def test_a_bare_sign_in_a_file_is_the_number() -> None:
    text = 'form = "2019"\n[proactive_disclosure]\nadministrative_license = { change = +19 }\n'
    assert show(report(text)[f"{TWO}.administrative_license.change"]) == "19"


@pytest.mark.parametrize(
    ("form", "row"),
    [("2019", "other_processing = { misc = [0] }"), ("2021", "other_processing = [0, 0, 0, 0, 0, 0, 0]")],
)
def test_rows_of_the_other_form_are_not_read(form: str, row: str) -> None:
    found = report(f'form = "{form}"\n[applications]\n{row}\n')
    (problem,) = found.problems
    assert (problem.rule, problem.address) == ("wrong-type", "applications.other_processing")
    assert set(found.values.values()) == {"?"}


def test_section_two_of_the_other_form_is_unknown() -> None:
    found = report(TEXT.replace('form = "2019"', 'form = "2021"'))
    assert {problem.address for problem in found.problems} >= {
        f"{TWO}.normative_documents.created",
        f"{TWO}.administrative_license.change",
        f"{TWO}.other_services",
        f"{TWO}.central_procurement",
    }
    assert not [
        address for address, value in found.values.items() if address.startswith(TWO) and value not in ("", "?")
    ]
