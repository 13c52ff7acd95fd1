"""Which fonts a PDF is set in: those that the machine has, the wanted ones first, then the next best knowingly.

None is shipped. The folders that ``GIPTUI_FONTS`` names (separated as in PATH) take the place of the system's fonts:
who wants the same bytes on several machines gives all of them one folder. Any family in it will do if none is better.
"""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from giptui.printers.errors import NoFont, NotInstalled

if TYPE_CHECKING:
    from typst import Fonts

FOLDERS: Final = "GIPTUI_FONTS"

_SERIF: Final = (
    *("Noto Serif CJK SC", "Source Han Serif SC", "思源宋体", "Noto Serif SC", "STSong", "华文宋体", "FandolSong"),
    *("AR PL UMing CN", "AR PL SungtiL GB"),
)
_SANS: Final = (
    *("Noto Sans CJK SC", "Source Han Sans SC", "思源黑体", "Noto Sans SC", "Microsoft YaHei", "微软雅黑"),
    *("PingFang SC", "FandolHei", "WenQuanYi Zen Hei", "WenQuanYi Micro Hei", "Droid Sans Fallback"),
)
_ANY: Final = (
    r"CJK|Han S|SC$|Song|Hei|Kai|Fang|Ming|[\u4e00-\u9fff]"  # what Chinese families are called that nobody listed
)


class _Role(NamedTuple):
    """A use of a font: what GB/T 9704 calls it, the families that are it, and those that may stand in, best first."""

    official: str
    families: tuple[str, ...]
    stand_ins: tuple[str, ...]


_ROLES: Final = {
    "body": _Role(
        "仿宋_GB2312",
        ("FangSong_GB2312", "仿宋_GB2312", "FangSong", "仿宋"),
        (
            "STFangsong",
            "华文仿宋",
            "FZFangSong-Z02",
            "方正仿宋_GBK",
            "FandolFang",
            "FandolFang R",
            *_SERIF,
            "SimSun",
            "宋体",
        ),
    ),
    "title": _Role(
        "方正小标宋简体",
        ("FZXiaoBiaoSong-B05S", "方正小标宋简体", "FZXiaoBiaoSong-B05", "方正小标宋_GBK"),
        ("STZhongsong", "华文中宋", *_SERIF, "SimSun", "宋体"),
    ),
    "heading": _Role(
        "黑体", ("SimHei", "黑体"), ("STHeiti", "华文黑体", "FZHei-B01", "FZHei-B01S", "方正黑体_GBK", *_SANS, *_SERIF)
    ),
    "lead": _Role(
        "楷体_GB2312",
        ("KaiTi_GB2312", "楷体_GB2312", "KaiTi", "楷体"),
        ("STKaiti", "华文楷体", "FZKai-Z03", "方正楷体_GBK", "FandolKai", "AR PL UKai CN", "LXGW WenKai", *_SERIF),
    ),
    "digits": _Role("宋体", ("SimSun", "宋体", "NSimSun", "新宋体"), _SERIF),
}


class Chosen(NamedTuple):
    """The fonts that there are (as typst has them) and the families to be used for each role, the first before all;
    ``substitutes`` holds, for each official font that is not there, what stands in for it."""

    fonts: Fonts
    families: dict[str, tuple[str, ...]]
    substitutes: dict[str, str]


def chosen() -> Chosen:
    """What this machine offers. NotInstalled without typst, NoFont if there is nothing to set Chinese in."""
    try:
        from typst import Fonts
    except ImportError:
        raise NotInstalled("typst") from None
    folders = [folder for folder in os.environ.get(FOLDERS, "").split(os.pathsep) if folder]
    fonts = Fonts(include_system_fonts=not folders, include_embedded_fonts=False, font_paths=list(folders))
    there = sorted(set(fonts.families()))
    others = there if folders else [family for family in there if re.search(_ANY, family)]
    families = {name: _families(role, there, others) for name, role in _ROLES.items()}
    if not all(families.values()):
        raise NoFont(FOLDERS)
    substitutes = {
        role.official: families[name][0]
        for name, role in _ROLES.items()
        if families[name][0].casefold() not in map(str.casefold, role.families)
    }
    return Chosen(fonts, families, substitutes)


def _families(role: _Role, there: Sequence[str], others: Sequence[str]) -> tuple[str, ...]:
    """Those of the role that are there, best first; the ones behind serve characters that the first has not."""
    known = {family.casefold(): family for family in there}
    wanted = [known[name.casefold()] for name in (*role.families, *role.stand_ins) if name.casefold() in known]
    return tuple(dict.fromkeys([*wanted, *others]))
