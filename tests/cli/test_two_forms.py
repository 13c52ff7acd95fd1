"""The commands over both versions of the form: the year chooses, nothing of one is taken for a thing of the other."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli_program import Program

from giptui.form import FORMS
from giptui.store import blank, load

TWO = "proactive_disclosure"


@pytest.mark.parametrize(("year", "form"), [(2019, "2019"), (2020, "2019"), (2021, "2021"), (2026, "2021")])
def test_new_takes_the_form_of_the_year(call: Program, tmp_path: Path, year: int, form: str) -> None:
    call("new", "a.toml", "--year", str(year))
    assert (tmp_path / "a.toml").read_text(encoding="utf-8") == blank(FORMS[form], {"report.year": year})


def test_from_the_old_form_to_the_new_only_what_is_comparable(call: Program, tmp_path: Path) -> None:
    call("new", "a.toml", "--organ", "青山县交通运输局", "--year", "2020")
    numbers = [f"{address}=3" for address, cell in FORMS["2019"].cells.items() if cell.table != "applications"]
    call("set", "--exact", "a.toml", *numbers, "applications.other_processing.total=8", "overview.text=去年的文字")
    call("set", "a.toml", "applications.carried_out.natural_person=4", "applications.carried_out.other_organization=1")
    assert call("new", "b.toml", "--from", "a.toml", "--keep-text").code == 0
    _, report = load(str(tmp_path / "b.toml"))
    assert (report.form.id, report.year, report.organ) == ("2021", 2021, "青山县交通运输局")
    assert report["overview.text"] == "去年的文字"
    assert {address: value for address, value in report.values.items() if address in report.form.cells and value} == {
        "applications.carried_in.natural_person": 4,
        "applications.carried_in.other_organization": 1,
        "applications.carried_in.total": 5,
    }


def test_signs_and_units_are_set_and_got_as_they_were_typed(call: Program, tmp_path: Path) -> None:
    call("new", "a.toml", "--year", "2020")
    typed = {
        "administrative_license.change": "+19",
        "other_services.change": "增10",
        "administrative_fees.change": "-3",
    }
    typed |= {"central_procurement.amount": "1424.4万元"}
    assert call("set", "a.toml", *(f"{TWO}.{cell}={text}" for cell, text in typed.items())) == (0, "", "")
    assert call("get", "a.toml", *(f"{TWO}.{cell}" for cell in typed)).out == "+19\n增10\n-3\n1424.4万元\n"


def test_a_cell_of_both_forms_is_explained_under_the_head_of_each(call: Program) -> None:
    out = call("explain", f"{TWO}.administrative_license.decisions").out
    new, old = out.split("\n\n")
    assert new.startswith("2021 年格式（国办公开办函〔2021〕30号，2021 年度起）\n")
    assert old.startswith("2019 年格式（国办公开办函〔2019〕60号，2019—2020 年度）\n")
    assert "行政许可，本年处理决定数量\n" in new
    assert "行政许可，处理决定数量\n" in old


def test_a_cell_of_the_old_form_alone_says_so(call: Program) -> None:
    assert call("explain", f"{TWO}.central_procurement.amount").out == (
        "2019 年格式（国办公开办函〔2019〕60号，2019—2020 年度）\n"
        "proactive_disclosure.central_procurement.amount  政府集中采购，采购总金额\n"
        "位置：二、主动公开政府信息情况，表格，第二十条第（九）项\n"
        "  行：政府集中采购\n"
        "  列：采购总金额\n"
        "填写：金额：格式没有规定单位，请连单位照写，如 251000元、1424.4万元；空白不等于 0，不适用填 /\n"
        "说明：格式没有规定金额的单位，数后面最好写明元或万元。\n"
    )


def test_every_address_of_the_old_form_is_explained(call: Program) -> None:
    beginnings = {address.rsplit(".", count)[0] for address in FORMS["2019"].kinds for count in (0, 1, 2)}
    for name in beginnings:
        done = call("explain", name)
        assert (done.code, done.err) == (0, ""), name
        assert name in done.out
