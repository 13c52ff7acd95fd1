"""Prose made to take long: a megabyte of it takes about as long as a megabyte of anything else."""

from __future__ import annotations

from time import process_time

import pytest
from check_reports import changed

from giptui.check import RULES, Review
from giptui.check.rules import cells, dates, names, plausibility, structure

OURS = [
    rule for rule in RULES for module in (cells, dates, names, plausibility, structure) if rule in vars(module).values()
]
SIZE = 1_000_000
HARMLESS = "我镇认真落实《条例》，2023年主动公开政府信息12条，未收到申请，已纳入年度考核。\n"


def seconds(text: str) -> float:
    """How long these rules keep the processor over a report whose every text but one is short."""
    report = changed({"overview.text": (text * (SIZE // len(text) + 1))[:SIZE]})
    start = process_time()
    review = Review(report)
    for rule in OURS:
        list(rule.check(review))
    return process_time() - start


@pytest.mark.parametrize(
    "piece",
    [
        "1月1日至",
        "2023年1月1日至2023年12月30日 统计期 ",
        "2023.1.1-2023.12.31",
        "2022年我",
        "。2022年，我镇公开",
        "2022年\n",
        "截至2021年底，我镇公开",
        "二〇二二年公开",
        "十一月三十日至",
        "公开信息 ",
        "信息 条",
        "X月",
        "×",
        "。白鹤镇认真",
        "县白鹤镇人民政府",
        "我局",
        "《“",
        "六部分",
        "报告六部分总体情况申请复议",
        "公开办函〔2019〕60",
        "20XX",
        "____",
        "X年",
        "（文字描述",
        " ",
        "\n",
        "9",
        "统计",
    ],
)
def test_no_prose_takes_long(piece: str) -> None:
    usual = min(seconds(HARMLESS) for _ in range(2))
    assert seconds(piece) < 5 * usual + 0.5
