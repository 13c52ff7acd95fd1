"""What an organ's name says about its level. A guess is a guess: whoever uses one says so."""

from __future__ import annotations

import re
from typing import Final

from giptui.report.report import Report

# Order matters: the most telling endings first. 义乌市 and 淮安市 share a suffix, so 市 alone tells nothing.
_ENDINGS: Final = (
    (re.compile(r"(?:税务局|海关|气象局|海事局|邮政管理局|烟草专卖局)$"), "vertically_managed"),
    (re.compile(r"街道(?:办事处|办)?$"), "subdistrict"),
    (re.compile(r"(?:镇|乡|苏木)(?:人民政府|政府)?$"), "township"),
    (re.compile(r"(?:开发区|高新区|园区|新区|示范区|度假区)(?:管理委员会|管委会)?$"), "development_zone"),
    (re.compile(r"(?:省|自治区)人民政府$|^(?:北京|天津|上海|重庆)市人民政府$"), "provincial_government"),
    (re.compile(r"(?:自治州|盟|地区)(?:人民政府|行政公署|行署)$"), "prefecture_government"),
    (re.compile(r"(?:县|旗|区)人民政府$"), "county_government"),
    (re.compile(r"[县旗区][^县旗区省]{2,20}(?:局|委员会|办公室|中心|委)$"), "county_department"),
)


def guessed_level(organ: str) -> str | None:
    """The level that the name suggests; None if it suggests none."""
    name = organ.strip()
    return next((level for pattern, level in _ENDINGS if pattern.search(name)), None)


def level_of(report: Report) -> tuple[str | None, bool]:
    """The organ's level, and whether that is only a guess."""
    stated = report.line("level")
    if stated in report.form.fields["report.level"].choices:
        return stated, False
    return guessed_level(report.organ), True
