"""Numbers under the wrong year: this year's under last year's name, a stock of January, a number carried too short."""

from __future__ import annotations

import pytest
from check_reports import TEXTS, changed, findings, row

from giptui.report import Value

NOW = TEXTS["overview.text"] + "2023年发布政务信息86条。"


def stale(texts: dict[str, Value]) -> list[str]:
    return [finding.message for finding in findings(changed({"overview.text": NOW, **texts}), "stale-year")]


@pytest.mark.parametrize(
    "text",
    ["2022年起草、获取信息190条，其中发布政务信息86条。", "一是2022年度网站发布政务信息86条，微博12条。"],
)
def test_last_years_name_over_this_years_number(text: str) -> None:
    (message,) = stale({"proactive_disclosure.text": text})
    assert "写的是 2022 年，而 86 条正是文中 2023 年的数，请核对年份和数" in message


@pytest.mark.parametrize(
    "text",
    [
        "2022年起草信息190条，其中发布政务信息85条。",  # last year's own number
        "2022年处理来信86条。",  # another matter
        "2022年起草信息190条，发布政务信息86条，与2023年持平。",
        "2022年起草信息190条，发布政务信息86条，同比增长3%。",
        "2023年起草信息190条，其中发布政务信息86条。",
    ],
)
def test_numbers_that_only_look_alike(text: str) -> None:
    assert stale({"proactive_disclosure.text": text}) == []


def test_small_numbers_are_the_same_by_chance() -> None:
    both = {"overview.text": "2023年举办政务培训2次。", "applications.text": "2022年组织举办政务培训2次。"}
    assert stale(dict(both)) == []


@pytest.mark.parametrize(
    "text", ["截至2023年1月15日，公众号关注人数达4210人。", "截止到2023年1月底，累计发布信息512条。"]
)
def test_a_stock_of_the_reported_years_january_is_last_years(text: str) -> None:
    (message,) = stale({"proactive_disclosure.text": text})
    assert "2023 年的报告，存量应截止到年底" in message


@pytest.mark.parametrize(
    "text",
    [
        "截至2024年1月15日，公众号关注人数达4210人。",
        "截至2023年12月31日，公众号关注人数达4210人。",
        "截至2023年11月5日，累计发布信息512条。",
        "截至2023年1月15日，上年的整改事项全部完成。",
    ],
)
def test_other_days_are_no_leftovers(text: str) -> None:
    assert stale({"proactive_disclosure.text": text}) == []


CARRIED: dict[str, Value] = {
    **row("new_received", 6, 0, 0, 0, 0, 0, 6),
    **row("carried_in", 2, 0, 0, 0, 0, 0, 2),
    **row("disclosed", 4, 0, 0, 0, 0, 0, 4),
    **row("total_handled", 4, 0, 0, 0, 0, 0, 4),
    **row("carried_out", 4, 0, 0, 0, 0, 0, 4),
}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("办结4件，结转至2023年度继续办理4件。", 1),
        ("办结4件，其余4件结转2022年办理。", 1),
        ("办结4件，结转至2024年度继续办理4件。", 0),
        ("由2022年结转至2023年办理2件。", 0),
        ("结转到2023年办理的2件均已办结。", 0),  # what came from last year
    ],
)
def test_a_number_is_carried_into_the_year_to_come(text: str, found: int) -> None:
    messages = stale({**CARRIED, "applications.text": text})
    assert len(messages) == found
    assert all("没有办结的应结转到 2024 年" in message for message in messages)
