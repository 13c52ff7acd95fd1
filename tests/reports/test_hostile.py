"""Prose made to take long: a whole check of a megabyte of it takes about as long as of a megabyte of harmless prose."""

from __future__ import annotations

from time import process_time

import pytest
from building import report

from giptui.check import check
from giptui.form import LATEST

SIZE = 1_000_000
HARMLESS = (
    "2024年，我局认真落实《条例》，主动公开政府信息120条。全年收到政府信息公开申请12件，上年结转1件，答复11件，其中予以公开9件；"
    "未发生行政复议、行政诉讼。下一步，加强学习培训，规范信息管理，做好平台建设和监督保障。\n"
)
HOSTILE = (
    "7", "件", "（", "）", "“", "《", "、", "，", "。", "\n", " ", "　", "第", "年", "其中", "未收到", "申请", "%",
    "2023年", "2023年1月1日至", "1件、", "（1件", "1件）", "，其中1件", "：1件（", "未收到，",
    "未收到政府信息公开申请、", "申请1件，", "收到申请7件，其中自然人3件、", "予以公开、", "申请和",
    "行政复议和行政诉讼", "分别为1件、", "一百", "十", "零", "１", "1,", "1,000", "1.", "近", "占1%", "增长",
    "上年", "结转", "本年制定规章1件，", "同比增长1%，", "XX", "____", "我局我镇", "某某局共",
    "水务局受理申请1件，", "信息处理费1元，", "未收取", "\u200b", "2023年\n", "第\n", "（（（1件）", "，、",
    "、，1件",
)  # fmt: skip


def seconds(piece: str, section: str) -> float:
    """How long a check takes of a report in which this fills a section."""
    filled = report({f"{section}.text": (piece * (SIZE // len(piece) + 1))[:SIZE]})
    start = process_time()
    check(filled)
    return process_time() - start


def is_quick(piece: str, section: str, usual: float) -> bool:
    """Whether one of three checks is done in about the usual time."""
    return any(seconds(piece, section) < 5 * usual + 0.5 for _ in range(3))


@pytest.fixture(scope="module")
def usual() -> float:
    return min(seconds(HARMLESS, "overview") for _ in range(3))


@pytest.mark.parametrize("piece", HOSTILE)
def test_no_prose_takes_long(piece: str, usual: float) -> None:
    assert is_quick(piece, "overview", usual)


@pytest.mark.parametrize("section", [section.id for section in LATEST.sections])
def test_no_section_takes_long(section: str, usual: float) -> None:
    assert is_quick("未收到申请1件、（2023年", section, usual)
