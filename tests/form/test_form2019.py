"""The form of 2019 is the official one: its labels, its cells, its relations."""

from __future__ import annotations

from form_pages import DISPUTES, TITLES, declared, matrix, sums_by_hand

from giptui.form import FORMS, Kind

FORM = FORMS["2019"]
ITEMS = (("prior_year_items", "上一年项目数量"), ("change", "本年增/减"))
DECIDED = (*ITEMS, ("decisions", "处理决定数量"))


def test_it_was_for_two_years() -> None:
    assert (FORM.id, FORM.document) == ("2019", "国办公开办函〔2019〕60号")
    assert (FORM.first_year, FORM.last_year) == (2019, 2020)


def test_numbers_of_cells_and_identities() -> None:
    assert [sum(1 for _ in table.cells()) for table in FORM.tables.values()] == [22, 161, 15]
    assert len(FORM.cells) == 198
    assert len(FORM.identities) == 40


def test_section_two() -> None:
    assert declared(FORM, "proactive_disclosure") == (
        (
            "第二十条第（一）项",
            "信息内容",
            (
                ("created", "本年新制作数量"),
                ("newly_disclosed", "本年新公开数量"),
                ("total_disclosed", "对外公开总数量"),
            ),
            (("government_rules", "规章"), ("normative_documents", "规范性文件")),
        ),
        (
            "第二十条第（五）项",
            "信息内容",
            DECIDED,
            (("administrative_license", "行政许可"), ("other_services", "其他对外管理服务事项")),
        ),
        (
            "第二十条第（六）项",
            "信息内容",
            DECIDED,
            (("administrative_penalty", "行政处罚"), ("administrative_compulsion", "行政强制")),
        ),
        ("第二十条第（八）项", "信息内容", ITEMS, (("administrative_fees", "行政事业性收费"),)),
        (
            "第二十条第（九）项",
            "信息内容",
            (("projects", "采购项目数量"), ("amount", "采购总金额")),
            (("central_procurement", "政府集中采购"),),
        ),
    )


def test_section_three_has_one_row_of_other_processing() -> None:
    other = (("other_processing", "三、本年度办理结果/（六）其他处理"),)
    assert declared(FORM, "applications") == (matrix(other),)
    assert len(FORM.tables["applications"].blocks[0].rows) == 23


def test_section_four() -> None:
    assert declared(FORM, "disputes") == (DISPUTES,)


def test_section_titles() -> None:
    assert tuple(section.title for section in FORM.sections) == TITLES


def test_changes_and_money_are_kinds_of_their_own() -> None:
    assert {address: cell.kind for address, cell in FORM.cells.items() if cell.kind is not Kind.COUNT} == {
        "proactive_disclosure.administrative_license.change": Kind.CHANGE,
        "proactive_disclosure.other_services.change": Kind.CHANGE,
        "proactive_disclosure.administrative_penalty.change": Kind.CHANGE,
        "proactive_disclosure.administrative_compulsion.change": Kind.CHANGE,
        "proactive_disclosure.administrative_fees.change": Kind.CHANGE,
        "proactive_disclosure.central_procurement.amount": Kind.MONEY,
    }
    assert FORM.cells["proactive_disclosure.central_procurement.amount"].column.unit == ""


def test_every_relation_and_no_other() -> None:
    assert [(each.name, each.left, each.right) for each in FORM.identities] == list(sums_by_hand(FORM))
