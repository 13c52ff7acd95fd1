"""Prose made to take long: a whole check of a megabyte of it is done all the same, in a fraction of what is allowed."""

from __future__ import annotations

import pytest
from building import report

from giptui.check import check
from giptui.form import LATEST
from patience import allowed

SIZE = 1_000_000
HOSTILE = (
    "7", "件", "（", "）", "“", "《", "、", "，", "。", "\n", " ", "　", "第", "年", "其中", "未收到", "申请", "%",
    "2023年", "2023年1月1日至", "1件、", "（1件", "1件）", "，其中1件", "：1件（", "未收到，",
    "未收到政府信息公开申请、", "申请1件，", "收到申请7件，其中自然人3件、", "予以公开、", "申请和",
    "行政复议和行政诉讼", "分别为1件、", "一百", "十", "零", "１", "1,", "1,000", "1.", "近", "占1%", "增长",
    "上年", "结转", "本年制定规章1件，", "同比增长1%，", "XX", "____", "我局我镇", "某某局共",
    "水务局受理申请1件，", "信息处理费1元，", "未收取", "\u200b", "2023年\n", "第\n", "（（（1件）", "，、",
    "、，1件",
)  # fmt: skip


def checked(piece: str, section: str) -> None:
    """Check a report in which this fills a section, within what is allowed."""
    filled = report({f"{section}.text": (piece * (SIZE // len(piece) + 1))[:SIZE]})
    with allowed(10):
        check(filled)


@pytest.mark.parametrize("piece", HOSTILE)
def test_no_prose_takes_long(piece: str) -> None:
    checked(piece, "overview")


@pytest.mark.parametrize("section", [section.id for section in LATEST.sections])
def test_no_section_takes_long(section: str) -> None:
    checked("未收到申请1件、（2023年", section)
