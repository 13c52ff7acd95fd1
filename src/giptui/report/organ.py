"""What an organ's name says: its level, its scope, whether two names can be one organ's.

A guess is a guess: whoever uses one says so.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from giptui.report.report import Report

_MUNICIPALITIES: Final = ("北京市", "天津市", "上海市", "重庆市")

# The clearest endings first. 市 alone shows nothing: 义乌市 is a county, 淮安市 a prefecture.
_ENDINGS: Final = (
    (("税务局", "海关", "气象局", "海事局", "邮政管理局", "烟草专卖局"), "vertically_managed"),
    (("街道", "街道办", "街道办事处"), "subdistrict"),
    (("镇", "镇政府", "镇人民政府", "乡", "乡政府", "乡人民政府", "苏木", "苏木人民政府"), "township"),
    (("开发区", "高新区", "园区", "新区", "示范区", "度假区", "管委会", "管理委员会"), "development_zone"),
    (("省人民政府", "自治区人民政府", *(f"{name}人民政府" for name in _MUNICIPALITIES)), "provincial_government"),
    (("自治州人民政府", "盟行政公署", "地区行政公署", "地区行署"), "prefecture_government"),
    (("县人民政府", "旗人民政府", "区人民政府"), "county_government"),
)
_DEPARTMENTS: Final = ("局", "委员会", "办公室", "委")


def guessed_level(organ: str) -> str | None:
    """The level that the name suggests; None if it suggests none."""
    name = organ.strip()
    for endings, level in _ENDINGS:
        if name.endswith(endings):
            return level
    within_province = name.rpartition("自治区")[2].rpartition("省")[2]
    within_county = any(mark in within_province[1:-2] for mark in "县旗区")
    return "county_department" if within_county and name.endswith(_DEPARTMENTS) else None


def level_of(report: Report) -> tuple[str | None, bool]:
    """The organ's level, and whether that is only a guess."""
    stated = report.line("level")
    if stated in report.form.fields["report.level"].choices:
        return stated, False
    return guessed_level(report.organ), True


_REGIONAL: Final = ("provincial_government", "prefecture_government", "county_government")


def scope_of(report: Report) -> str:
    """What the numbers cover, ``own`` or ``region``; where the report does not say, what is usual for its level."""
    stated = report.line("scope")
    return stated if stated else "region" if level_of(report)[0] in _REGIONAL else "own"


# How one and the same ending is written. The longer first.
_SPELLINGS: Final = (
    ("人民政府", ""),
    ("政府", ""),
    ("街道办事处", "街道"),
    ("街道办", "街道"),
    ("管理委员会", "管委会"),
    ("委员会", "委"),
)
_BOUNDARIES: Final = "省市县区旗州盟镇乡"
_LONGEST_NAME: Final = 200
"""Characters; four times the longest there is. What is longer is no name, and is not taken apart: its parts would be
the square of it."""


@lru_cache(maxsize=256)  # the rules on one report ask for the same name
def core_name(organ: str) -> str:
    """The name without what everyone adds or leaves out: ``房县白鹤镇人民政府`` → ``房县白鹤镇``."""
    name = "".join(unicodedata.normalize("NFKC", organ).split())
    for ending, usual in _SPELLINGS:
        if name.endswith(ending) and len(name) > len(ending):
            return name.removesuffix(ending) + usual
    return name


def office_of(organ: str) -> str:
    """The government whose office this is: ``白芦市人民政府办公室`` → ``白芦市人民政府``; empty if it is none."""
    name = "".join(organ.split())
    government = next((name.removesuffix(end) for end in ("办公厅", "办公室", "办") if name.endswith(end)), "")
    return government if government.endswith("政府") else ""


def short_names(organ: str) -> Iterator[str]:
    """The core name, then without each place that it lies in: ``房县白鹤镇``, ``白鹤镇``."""
    name = core_name(organ)
    yield name
    if len(name) <= _LONGEST_NAME:
        yield from (name[at:] for at in range(1, len(name) - 1) if _may_begin(name, at))


def _may_begin(name: str, at: int) -> bool:
    """Whether what comes before is a place, and what begins there can be an organ's name."""
    return name[at - 1] in _BOUNDARIES and (len(name) - at > 2 or name[-1] in _BOUNDARIES)


def same_organ(one: str, other: str) -> bool:
    """Whether both names can be one organ's: one is the other, perhaps without the places that it lies in.

    白鹤镇 can be 房县白鹤镇; 房县白鹤镇 is not 竹山县白鹤镇.
    """
    shorter, longer = sorted((core_name(one), core_name(other)), key=len)
    if shorter == longer:
        return True
    return len(longer) <= _LONGEST_NAME and longer.endswith(shorter) and shorter in short_names(longer)
