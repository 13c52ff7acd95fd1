"""The labelled lines around a report: 撰写时间, 发布日期, 来源, 编辑 and those that nobody keeps. Called by `sections`.

Which date is which is told by its label only; a date without one is the page's banner, and nothing of the report.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final, NamedTuple

from giptui.form import LATEST, Kind
from giptui.readers.document import InSheet, InTable
from giptui.readers.prose.chrome import is_head
from giptui.readers.prose.dates import dated
from giptui.readers.prose.flow import Line
from giptui.readers.prose.official import is_number
from giptui.report import Value
from giptui.report.typed import typed

TITLE: Final = "title"
NUMBER: Final = "document_number"

# Label → the header's field, empty for what is not kept; the first line of each with where it was seen.
_LABELS: Final = {
    "撰写时间": "written_at",  # one county's portal, and giptui itself
    **dict.fromkeys(("成文日期", "成文时间", "生成日期", "制发日期", "制作日期"), "written_at"),  # blocks of 索引号
    **dict.fromkeys(
        ("发布日期", "发布时间", "公开日期", "公开时间", "公布日期", "发文日期", "发稿时间"), "published_on"
    ),
    **dict.fromkeys(("时间", "日期"), "published_on"),  # 时间：2025-01-23 16:43: one province's portals
    **dict.fromkeys(("来源", "信息来源", "稿件来源", "文章来源", "内容来源", "供稿单位", "来自"), "source"),
    **dict.fromkeys(("编辑", "责任编辑", "信息编辑", "责编"), "editor"),
    # blocks of 索引号, most portals
    **dict.fromkeys(
        ("发布机构", "发布机关", "发布单位", "公开机构", "公开主体", "发文机关", "发文单位", "制发机关"), "publisher"
    ),
    **dict.fromkeys(("文号", "发文字号"), NUMBER),
    **dict.fromkeys(("标题", "名称", "文件名称", "信息名称", "文章标题"), TITLE),
    **dict.fromkeys(("索引号", "索引", "文件编号", "统一登记号", "主题分类", "信息分类", "分类", "主题词"), ""),
    **dict.fromkeys(
        ("关键词", "关键字", "体裁", "体裁分类", "有效性", "时效性", "效力状态", "公开方式", "公开形式", "公开程序"), ""
    ),
    **dict.fromkeys(
        ("公开范围", "公开属性", "内容概述", "所属主题", "服务对象", "组配分类", "废止日期", "失效日期"), ""
    ),
    **dict.fromkeys(
        ("生效日期", "更新时间", "更新日期", "栏目", "所属栏目", "信息类别", "公开类型", "公开类别", "公开时限"), ""
    ),
    **dict.fromkeys(
        (
            "浏览次数",
            "浏览量",
            "阅读次数",
            "阅读量",
            "阅读",
            "浏览",
            "访问次数",
            "点击数",
            "点击率",
            "点击量",
            "访问量",
        ),
        "",
    ),
    **dict.fromkeys(
        ("字体", "字号", "字体大小", "作者", "审核", "审核人", "初审", "复审", "终审", "录入", "原文链接"), ""
    ),
    **dict.fromkeys(("本地目录", "视力保护色", "背景色", "分享", "分享到", "打印", "发布人", "信息审核"), ""),
}
_SENTENCE: Final = re.compile("[，。；！？]")
_LONGEST: Final = 400  # characters of a line of metadata; one with a full stop is prose
_LONGEST_VALUE: Final = 80


class Entry(NamedTuple):
    """A labelled value; ``field`` is empty where nobody keeps it."""

    field: str
    text: str
    line: Line

    def value(self) -> Value:
        """As the header holds it."""
        kind = LATEST.fields[f"report.{self.field}"].kind
        return dated(self.text, kind) if kind in (Kind.DATE, Kind.MOMENT) else typed(self.text, kind)


class Sorted(NamedTuple):
    """The lines of a region: those with labels as entries, the others as they are; ``last`` counts how many of these
    stand before the last entry.
    """

    entries: list[Entry]
    others: list[Line]
    last: int


def sorted_out(lines: Sequence[Line]) -> Sorted:
    """The metadata among the lines, and what else there is."""
    entries: list[Entry] = []
    others: list[Line] = []
    last = 0
    lines = [part for line in lines for part in _parted(line)]
    rest = iter(range(len(lines)))
    for index in rest:
        line = lines[index]
        if (field := _label(line)) is not None and index + 1 < len(lines) and _is_value(lines[index + 1], field):
            entries.append(Entry(field, lines[index + 1].text.strip(), lines[index + 1]))
            next(rest)
        elif found := [*_labelled(line)]:
            before, *labelled = found
            if before.text:
                others.append(line._replace(text=before.text))
            entries += labelled
        elif is_number(line.text):
            entries.append(Entry(NUMBER, "".join(line.text.split()), line))
        else:
            others.append(line)
            continue
        last = len(others)
    return Sorted(entries, others, last)


def _parted(line: Line) -> Iterator[Line]:
    """The cells of a row that was set with pipes, if the first is a label; else the line."""
    cells = [cell for cell in line.text.split("|") if cell.strip()] if "|" in line.text else []
    if cells and "".join(cells[0].split()).rstrip("：:") in _LABELS:
        yield from (line._replace(text=cell.strip()) for cell in cells)
    else:
        yield line


def _label(line: Line) -> str | None:
    """The field whose label the line is, alone. What nobody keeps needs a colon outside of tables: 打印 is a button."""
    text = "".join(line.text.split()).strip("【】[]")
    field = _LABELS.get(text.rstrip("：:"))
    is_plain = field in ("", TITLE) and text[-1] not in "：:" and not isinstance(line.place, InTable | InSheet)
    return None if is_plain else field


def _is_value(line: Line, field: str) -> bool:
    """Whether a line below a label is its value."""
    plain = line.text.strip()
    if not plain or len(plain) > _LONGEST_VALUE or "。" in plain:
        return False
    if _label(line) is not None or _pattern().match(plain):
        return False  # the value is missing
    if field == NUMBER:
        return is_number(plain)
    if field in ("written_at", "published_on"):
        return not isinstance(dated(plain, Kind.MOMENT), str)
    return field == TITLE or not ("公开" in plain and plain.endswith(("报告", "年报")))


def _labelled(line: Line) -> Iterator[Entry]:
    """What stands before the first label of the line, then each label with its value; nothing if it has no label."""
    text = line.text
    if len(text) > _LONGEST:
        return
    matches = _with_colons(text) if "：" in text or ":" in text else _without_colons(text)
    before = text[: matches[0].start()].strip(" \t\u3000\xa0|｜【[（(") if matches else ""
    if not matches or "。" in before or "，" in before or (before and "。" in text):
        return
    yield Entry("", before, line)
    ends = [*(match.start() for match in matches[1:]), len(text)]
    for match, end in zip(matches, ends, strict=True):
        field = _LABELS["".join(match[1].split())]
        if value := _trimmed(text[match.end() : end]):
            yield Entry(field if field != NUMBER or is_number(value) else "", value, line)
        else:
            yield Entry("", "", line)


def _with_colons(text: str) -> list[re.Match[str]]:
    """The labels of a line. Behind one that begins the line, or behind a date, they may stand without a blank."""
    matches = [*_pattern().finditer(text)]
    glued = [*_pattern(glued=True).finditer(text)]
    before = text[: glued[0].start()].strip() if glued else ""
    begins = bool(matches) and not text[: matches[0].start()].strip(" \t\u3000\xa0|｜【[（(")
    return glued if begins or (before and not isinstance(dated(before, Kind.MOMENT), str)) else matches


def _without_colons(text: str) -> list[re.Match[str]]:
    """The labels of a line 成文日期 2024-01-16 发布机构 白鹤镇, as copies of tables have them; it begins with one."""
    if _SENTENCE.search(text):
        return []
    matches = [*_bare_pattern().finditer(text)]
    return matches if matches and not text[: matches[0].start()].strip() else []


def _trimmed(text: str) -> str:
    """The value without brackets around the entry and buttons behind it."""
    words = text.strip(" \t\u3000\xa0|｜【】[]").split()
    while words and is_head(words[-1]):
        words.pop()
    return " ".join(words)


@cache
def _bare_pattern() -> re.Pattern[str]:
    """A label of three characters or more, between blanks."""
    names = sorted((name for name in _LABELS if len(name) > 2), key=len, reverse=True)
    spaced = "|".join(r"[ \u3000\xa0]*".join(name) for name in names)
    return re.compile(rf"(?:^|(?<=\s))\s*({spaced})(?=\s)")


@cache
def _pattern(glued: bool = False) -> re.Pattern[str]:
    """A label with its colon, at the beginning of a line or behind a blank; its letters may stand apart. ``glued``: or
    behind anything else.
    """
    names = sorted(_LABELS, key=len, reverse=True)
    spaced = "|".join(r"[ \u3000\xa0]*".join(name) for name in names)
    where = "" if glued else r"(?:^|(?<=[\s|｜【\[（(；;]))\s*"
    return re.compile(rf"{where}({spaced})\s*[：:]")
