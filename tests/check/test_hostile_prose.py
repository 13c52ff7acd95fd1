"""Prose made to take long for a township's report: a check of a megabyte of it is done all the same."""

from __future__ import annotations

import pytest
from check_reports import changed

from giptui.check import check
from patience import allowed

SIZE = 1_000_000


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
    report = changed({"overview.text": (piece * (SIZE // len(piece) + 1))[:SIZE]})
    with allowed(10):
        check(report)
