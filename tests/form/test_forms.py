"""What holds of every version of the form, and between two of them."""

from __future__ import annotations

import pickle

import pytest

from giptui.form import FORMS, LATEST, Form, carried, comparable

every_form = pytest.mark.parametrize("form", FORMS.values(), ids=lambda form: form.id)
OLD = FORMS["2019"]


@every_form
def test_an_address_names_one_thing(form: Form) -> None:
    cells = [cell.address for table in form.tables.values() for cell in table.cells()]
    everything = [*cells, *form.texts, *form.fields]
    assert len(everything) == len(set(everything)) == len(form.kinds)
    assert set(everything) == set(form.kinds)
    labels = [(cell.table, form.label(cell.address)) for cell in form.cells.values()]
    assert len(labels) == len(set(labels))


@every_form
def test_cells_of_identities_exist_and_none_is_there_twice(form: Form) -> None:
    for identity in form.identities:
        assert set(identity.cells) <= set(form.cells)
        assert len(identity.cells) == len(set(identity.cells))
    assert len({identity.name for identity in form.identities}) == len(form.identities)


@every_form
def test_heads_over_the_matrix_and_breaks_of_the_official_page(form: Form) -> None:
    columns = form.tables["applications"].blocks[0].columns
    organization = ("申请人情况", "法人或其他组织")
    assert [column.over for column in columns] == [("申请人情况",), *[organization] * 5, ("申请人情况",)]
    assert [column.official for column in columns] == [
        "自然人",
        "商业\n企业",
        "科研\n机构",
        "社会公益组织",
        "法律服务机构",
        "其他",
        "总计",
    ]
    results = form.tables["disputes"].blocks[0].columns
    assert [column.official for column in results] == ["结果\n维持", "结果\n纠正", "其他\n结果", "尚未\n审结", "总计"]


def test_every_year_has_one_form() -> None:
    for year in range(2019, 2031):
        assert sum(form.first_year <= year <= (form.last_year or year) for form in FORMS.values()) == 1
    assert all(FORMS[form.id] is form for form in FORMS.values())


@every_form
def test_a_form_compares_with_itself_cell_by_cell(form: Form) -> None:
    assert comparable(form, form) == {address: address for address in form.cells}


@pytest.mark.parametrize(("old", "new"), [(OLD, LATEST), (LATEST, OLD)], ids=["onward", "back"])
def test_only_the_same_thing_is_compared(old: Form, new: Form) -> None:
    pairs = comparable(old, new)
    shared = [row.id for row, _ in OLD.tables["applications"].rows() if row.id != "other_processing"]
    assert len(pairs) == 7 * len(shared) + 15 + 3 == 172
    assert [address for address in pairs if address.startswith("proactive_disclosure.")] == [
        "proactive_disclosure.administrative_license.decisions",
        "proactive_disclosure.administrative_penalty.decisions",
        "proactive_disclosure.administrative_compulsion.decisions",
    ]
    assert not [address for address in pairs if ".other_processing" in address]
    assert all(old.cells[before].kind is new.cells[now].kind for before, now in pairs.items())


@pytest.mark.parametrize("last", FORMS.values(), ids=lambda form: form.id)
def test_what_was_left_over_comes_in_column_by_column(last: Form) -> None:
    columns = [column.id for column in LATEST.tables["applications"].blocks[0].columns]
    assert carried(last, LATEST) == {
        f"applications.carried_out.{column}": f"applications.carried_in.{column}" for column in columns
    }


@every_form
def test_a_form_that_was_sent_to_another_process_is_the_form_that_is_declared_there(form: Form) -> None:
    assert pickle.loads(pickle.dumps(form)) is form
