"""What the reader does with whole reports: sections, levels, hostile text."""

from __future__ import annotations

import pytest
from claim_reports import bound, claimed, report

from giptui.claims import claims
from patience import allowed


def test_in_the_section_on_applications_they_need_not_be_named() -> None:
    assert bound(claimed("共收到3件，答复2件。")) == ""
    assert bound(claimed("共收到3件，答复2件。", "applications.text")) == "received 3, handled 2"


def test_a_topic_holds_for_the_next_sentence_only() -> None:
    assert bound(claimed("收到申请3件。答复2件。")) == "received 3, handled 2"
    assert bound(claimed("收到申请3件。天气晴好。答复2件。")) == "received 3"


def test_a_numbered_item_is_a_sentence_of_its_own() -> None:
    assert bound(claimed("1.收到政府信息公开申请5\n2.申请已答复4件")) == "received 5, handled 4"
    assert bound(claimed("（一）收到政府信息公开申请5\n（二）申请答复4")) == "received 5, handled 4"


def test_the_whole_city_is_what_a_city_reports() -> None:
    text = "全市共受理政府信息公开申请3119件"
    assert bound(claimed(text, level="prefecture_government")) == "received 3119"
    assert bound(claimed(text, organ="淮安市人民政府", level="")) == "received 3119"
    assert bound(claimed(text, level="prefecture_department")) == ""
    assert bound(claimed(text, level="prefecture_department", scope="region")) == "received 3119"


def test_the_organ_by_its_own_name() -> None:
    assert bound(claimed("石桥镇共收到政府信息公开申请3件")) == "received 3"
    assert bound(claimed("河口镇共收到政府信息公开申请3件")) == ""


def test_without_a_year_no_year_is_another() -> None:
    assert bound(claimed("2022年收到政府信息公开申请5件", year="")) == "received 5"


def test_a_report_without_prose_claims_nothing() -> None:
    assert claims(report("")) == ()


HOSTILE = [
    *(
        "1",
        "一百",
        "1,111",
        "件",
        "3件",
        "2023年",
        "申请3",
        "未收到",
        "无申请3件",
        "申请3件，",
        "和3件申请",
        "其中3件申请",
    ),
    *(
        "（",
        "（）",
        "“",
        " ",
        "\n1",
        "、",
        "收到申请3件（其中予以公开",
        "予以公开、",
        "无行政复议、",
        "行政复议和",
        "分别",
        "各",
    ),
    *("上年", "上年结转", "占3%", "同比增长3%，", "的", "政府信息公开", "局", "近"),
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_a_megabyte_of_hostile_prose_is_read_to_its_end(piece: str) -> None:
    """As harmless prose is, in a fraction of a second: nothing is looked for again from every place in it."""
    hostile = report("收到申请" + piece * (1_000_000 // len(piece)) + "3件")
    with allowed(10):
        claims(hostile)
