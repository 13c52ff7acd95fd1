"""The form of 2021 is the official one: its labels, its cells, its relations."""

from __future__ import annotations

from form_pages import DISPUTES, TITLES, declared, matrix, sums_by_hand

from giptui.form import FORMS, LATEST, Kind

FORM = FORMS["2021"]
NORMS = (("issued", "本年制发件数"), ("repealed", "本年废止件数"), ("in_force", "现行有效件数"))
DECISIONS = (("decisions", "本年处理决定数量"),)
OTHER = "三、本年度办理结果/（六）其他处理/"


def test_it_is_the_form_of_today() -> None:
    assert FORM is LATEST
    assert (FORM.id, FORM.document) == ("2021", "国办公开办函〔2021〕30号")
    assert (FORM.first_year, FORM.last_year) == (2021, None)


def test_numbers_of_cells_and_identities() -> None:
    assert [sum(1 for _ in table.cells()) for table in FORM.tables.values()] == [10, 175, 15]
    assert len(FORM.cells) == 200
    assert len(FORM.identities) == 42


def test_section_two() -> None:
    assert declared(FORM, "proactive_disclosure") == (
        (
            "第二十条第（一）项",
            "信息内容",
            NORMS,
            (("government_rules", "规章"), ("normative_documents", "行政规范性文件")),
        ),
        ("第二十条第（五）项", "信息内容", DECISIONS, (("administrative_license", "行政许可"),)),
        (
            "第二十条第（六）项",
            "信息内容",
            DECISIONS,
            (("administrative_penalty", "行政处罚"), ("administrative_compulsion", "行政强制")),
        ),
        (
            "第二十条第（八）项",
            "信息内容",
            (("amount", "本年收费金额（单位：万元）"),),
            (("administrative_fees", "行政事业性收费"),),
        ),
    )


def test_section_three() -> None:
    other = (
        (
            "other_processing.correction_overdue",
            f"{OTHER}1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
        ),
        (
            "other_processing.fee_overdue",
            f"{OTHER}2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
        ),
        ("other_processing.misc", f"{OTHER}3.其他"),
    )
    assert declared(FORM, "applications") == (matrix(other),)
    assert len(FORM.tables["applications"].blocks[0].rows) == 25


def test_section_four() -> None:
    assert declared(FORM, "disputes") == (DISPUTES,)


def test_section_titles() -> None:
    assert tuple(section.title for section in FORM.sections) == TITLES
    assert [section.number for section in FORM.sections] == [1, 2, 3, 4, 5, 6]


def test_only_the_fees_are_no_count() -> None:
    others = {address: cell.kind for address, cell in FORM.cells.items() if cell.kind is not Kind.COUNT}
    assert others == {"proactive_disclosure.administrative_fees.amount": Kind.AMOUNT}


def test_every_relation_and_no_other() -> None:
    assert [(each.name, each.left, each.right) for each in FORM.identities] == list(sums_by_hand(FORM))
