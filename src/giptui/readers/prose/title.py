"""The title of a report among the lines above it, on one, two or three of them, and the organ and year that it names.

Called by `sections`. The organ is what the title says, character for character; nothing is completed or guessed.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from giptui.readers.document import OnPage
from giptui.readers.prose.chrome import is_head
from giptui.readers.prose.flow import Line
from giptui.report.halfwidth import halfwidth

_SUBJECT: Final = "(?:政府信息公开|政务信息公开|政务公开|信息公开)"
_TITLE: Final = re.compile(
    rf"(?P<before>[^，。；！？,;!?]{{0,60}}?){_SUBJECT}"
    "[工作年度情况的和与及暨政务公开〇○零一二三四五六七八九0-9（）()〔〕 -]{0,20}?"
    r"(?:工作报告|年度报告|年报|报告)(?P<behind>(?!.*(?:解读|通知))[^，。；：？！,;:?!]{0,24})"
)
_QUOTED: Final = re.compile("《([^《》\n]{8,60})》")
_YEAR: Final = re.compile("(?<![0-9])(20[0-9]{2}|二[〇○零Ｏ]二[〇○零一二三四五六七八九])[ 　]*(?:年?度|年)?")
_DIGITS: Final = str.maketrans("〇○零Ｏ一二三四五六七八九", "0000123456789")
_FULL_WIDTH: Final = str.maketrans("０１２３４５６７８９", "0123456789")
_NO_PART: Final = re.compile(r"[。；！？;!?>＞»›]|[，,：:]$|^[【\[]|[0-9]{4} *[-/.年] *[0-9]{1,2} *[-/.月] *[0-9]{1,2}")
_KIND: Final = re.compile(r"[【\[〔][^】\]〕]{1,8}[】\]〕]\s*(?=[^\s】])")  # 【年报】 before a title
_IN_BRACKETS: Final = re.compile(r"[（(].{2,16}[）)]")
_LONGEST: Final = 90
_LONGEST_LINE: Final = 60
_MOST_LINES: Final = 4
_LEAST_ORGAN: Final = 2
_NO_ORGANS: Final = ("本级", "年度", "全省", "全市", "全县", "全区", "我局", "我镇", "我县", "我市", "我区", "本机关")
_ORGAN: Final = re.compile(
    r".{2,40}(?:政府|[局委办厅部院署所站队处会社镇乡县市区州盟旗]|委员会|办公室|街道|中心|公司|集团|学校|大学|医院|开发区)"
)


class Title(NamedTuple):
    """The title as printed, lines joined; where it stands among the lines (``end`` excluded)."""

    text: str
    start: int
    end: int

    @property
    def years(self) -> tuple[int, ...]:
        """The years in it, each once, that of the report first."""
        return years_in(self.text)

    @property
    def organ(self) -> str:
        """The organ as the title names it; empty if it names none."""
        return organ_in(self.text)


def title_of(lines: Sequence[Line], page: str = "") -> Title | None:
    """The title; the last one, as pages have links to others above it, and rather a whole one. ``page`` is the title of
    the web page, which the right one is likely to be part of; on paper the right one has all lines that are set alike.
    """
    best: tuple[tuple[bool, int, int, int], Title] | None = None
    plain_page = _plain(page)
    for start in range(len(lines)):
        for found in _beginning_at(lines, start):
            wholeness = 2 * bool(found.years) + bool(found.organ)
            key = wholeness > 1 and _plain(found.text) in plain_page, wholeness, found.end, _set_large(lines, found)
            if best is None or key >= best[0]:
                best = key, found
    return best[1] if best is not None else None


def _beginning_at(lines: Sequence[Line], start: int) -> Iterator[Title]:
    """The titles that begin on a line and end where they are whole, or with the year behind."""
    whole, text = False, ""
    for end in range(start + 1, min(start + _MOST_LINES, len(lines)) + 1):
        last = lines[end - 1].text.strip()
        if end == start + 1 and (kind := _KIND.match(last)):
            last = last[kind.end() :]
        if not _is_part(last) or (whole and not _IN_BRACKETS.fullmatch(last)):
            return
        text += last
        if len(text) > _LONGEST:
            return
        if is_title(text):
            whole = True
            found = Title(" ".join(text.split()), start, end)
            if end == start + 1 or not found.organ or is_organ(found.organ):  # else it is a menu that stands above
                yield found


def _set_large(lines: Sequence[Line], title: Title) -> int:
    """How many lines of a page the title has, if they stand close together, in one size, larger than what follows."""
    boxes = [
        line.place.box
        for line in lines[title.start : title.end + 1]
        if isinstance(line.place, OnPage) and line.place.box is not None
    ]
    count = title.end - title.start
    if len(boxes) <= count:
        return 0
    heights = [bottom - top for _, top, _, bottom in boxes]
    size = heights[0]
    is_close = all(after[1] - before[1] < 2.5 * size for before, after in pairwise(boxes[:count]))
    is_alike = all(abs(height - size) < 0.05 * size for height in heights[:count])
    return count if is_close and is_alike and size > 1.1 * heights[-1] else 0


def is_title(text: str) -> bool:
    """Whether the text is the title of such a report."""
    return _TITLE.fullmatch("".join(text.split())) is not None


def quoted_title(text: str) -> str:
    """The title with organ and year that a text names, as in 现发布《…工作年度报告》; empty if it names none."""
    named = (name for name in _QUOTED.findall(text) if name.endswith(("报告", "年报")) and is_title(name))
    return next((name for name in named if years_in(name) and is_organ(organ_in(name))), "")


def years_in(text: str) -> tuple[int, ...]:
    """The years that a title names; the one that is called 年度 first."""
    found = [(match[0], int(match[1].translate(_DIGITS))) for match in _YEAR.finditer(halfwidth(text))]
    found.sort(key=lambda each: "度" not in each[0])
    return tuple(dict.fromkeys(year for _, year in found))


def organ_in(title: str) -> str:
    """The organ that a title names: what stands before 政府信息公开, without year and 关于."""
    text = "".join(title.split()).translate(_FULL_WIDTH)
    match = _TITLE.fullmatch(text)
    if match is None:
        return ""
    name = _YEAR.sub("", match["before"]).removeprefix("关于").removesuffix("关于").strip("—-－:：_|·“”《》")
    if name.endswith("人民"):  # 某镇人民政府信息公开…: the word is printed once for both
        name += "政府"
    return name if len(name) >= _LEAST_ORGAN and name not in _NO_ORGANS else ""


def is_organ(text: str) -> bool:
    """Whether the text looks like the name of an organ."""
    return _ORGAN.fullmatch("".join(text.split()).removesuffix("（盖章）").removesuffix("（公章）")) is not None


def _is_part(text: str) -> bool:
    plain = text.strip()
    return bool(plain) and len(plain) <= _LONGEST_LINE and not _NO_PART.search(plain) and not is_head(plain)


def _plain(text: str) -> str:
    return "".join(halfwidth(text).split())
