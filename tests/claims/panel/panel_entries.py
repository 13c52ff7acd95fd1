"""The panel's files: paragraphs of reports with the tables they agree with; README.md here says how to write one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from panel_tables import Tables, form_of

from giptui.report import Report, Value

FOLDER = Path(__file__).parent
DIGITS = "零一二三四五六七八九"
_MARK = re.compile(r"\{([^{} ]+) ([^{}]+)\}")
_WIDE = str.maketrans("０１２３４５６７８９．，", "0123456789.,")


class Mark(NamedTuple):
    """A number that can be checked: where it stands in the text, and what it means."""

    start: int
    written: str
    meaning: str

    @property
    def value(self) -> Decimal:
        return number(self.written)

    @property
    def kind(self) -> str:
        """``sum``, ``group`` (parts of one sum), ``list`` (of things without a cell), ``share`` or ``growth``."""
        if self.meaning[0] in "%^":
            return "share" if self.meaning[0] == "%" else "growth"
        prefix = re.match(r"([gl])\d?<?:", self.meaning)
        return "sum" if not prefix else "group" if prefix[1] == "g" else "list"

    @property
    def open(self) -> bool:
        """Whether more parts may exist than the text names."""
        return "<:" in self.meaning

    @property
    def inner(self) -> str:
        return self.meaning.lstrip("%^").partition(":")[2] or self.meaning.lstrip("%^")


class Setting(NamedTuple):
    """Whose report it is and where in it a text stands."""

    organ: str = "青山县石桥镇人民政府"
    level: str = "township"
    year: str = "2023"
    section: str = "overview"

    def report(self, text: str, tables: Tables) -> Report:
        form = form_of(int(self.year))
        header: dict[str, Value] = {
            "report.organ": self.organ,
            "report.level": self.level,
            "report.year": int(self.year),
            "report.title": f"{self.organ}{self.year}年政府信息公开工作年度报告",
        }
        return Report(form, {**tables.cells(form), **header, f"{self.section}.text": text})


class Entry(NamedTuple):
    """A paragraph: its text, what its numbers mean, its tables, last year's, and tables that contradict it."""

    name: str
    setting: Setting
    text: str
    marks: tuple[Mark, ...]
    tables: Tables
    previous: Tables | None
    wrong: tuple[Tables, ...]

    def report(self, text: str = "", tables: Tables | None = None) -> Report:
        return self.setting.report(text or self.text, tables or self.tables)

    def before(self) -> Report | None:
        earlier = self.setting._replace(year=str(int(self.setting.year) - 1))
        return earlier.report("", self.previous) if self.previous else None


def entries() -> Iterator[Entry]:
    """All paragraphs of the panel, in the order of files and lines."""
    for path in sorted(FOLDER.glob("*.txt")):
        setting = Setting()
        found: list[tuple[int, str]] = []
        for count, line in enumerate((*path.read_text(encoding="utf-8").split("\n"), ""), 1):
            if line.startswith("%"):
                name, value = line[1:].split()
                setting = setting._replace(**{name: value})
            elif line and not line.startswith("#"):
                found.append((count, line))
            elif found:
                yield parsed(f"{path.stem}:{found[0][0]}", setting, [each for _, each in found])
                found = []


def parsed(name: str, setting: Setting, lines: Sequence[str]) -> Entry:
    """One paragraph with its tables."""
    try:
        signs = {sign: [Tables(line[1:]) for line in lines if line[0] == sign] for sign in "=<!"}
        text, marks = _marked("\n".join(line for line in lines if line[0] not in "=<!"))
        (tables,), previous = signs["="], signs["<"]
        return Entry(name, setting, text, marks, tables, previous[0] if previous else None, tuple(signs["!"]))
    except (ValueError, KeyError) as problem:
        raise ValueError(f"{name}: {problem}") from problem


def _marked(written: str) -> tuple[str, tuple[Mark, ...]]:
    """The text without its marks, and the marks."""
    text, marks, end = "", [], 0
    for found in _MARK.finditer(written):
        text += written[end : found.start()]
        marks.append(Mark(len(text), found[1], found[2]))
        text += found[1]
        end = found.end()
    return text + written[end:], tuple(marks)


def number(written: str) -> Decimal:
    """The value of a number in digits of any width, or in Chinese up to 九十九."""
    plain = written.translate(_WIDE).replace(",", "").replace("两", "二")
    if plain.isdigit() or "." in plain:
        return Decimal(plain)
    tens, ten, ones = plain.rpartition("十")
    return Decimal((DIGITS.index(tens) if tens else 1) * 10 * bool(ten) + (DIGITS.index(ones) if ones else 0))
