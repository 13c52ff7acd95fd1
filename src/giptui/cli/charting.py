"""Which reports `giptui chart` puts into a picture, and what it is about: one body over the years, or the bodies of one
year.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from giptui.cli.inputs import Inputs, load_or_fail, search
from giptui.cli.streams import fail, narrate
from giptui.form import LATEST
from giptui.printers.charts import Bar, Chart, bar
from giptui.printers.charts.bars import names as outcome_names
from giptui.report import Report, core_name, same_organ
from giptui.store.shelf import Shelf

_MOST: Final = 100
"""Bodies in a picture; more of them no one tells apart."""


class Charted(NamedTuple):
    """A report that may stand in a picture: its organ and its year are there."""

    file: str
    organ: str
    year: int
    report: Report


def chart(names: Sequence[str], organ: str | None, year: int | None) -> tuple[Chart, Inputs]:
    """The picture, and what was read for it; without at least two reports that can be compared the command ends.

    Of a single file, the years of its organ that lie around it. Of a file and folders, that file beside its peers.
    """
    alone = len(names) == 1 and os.path.isfile(names[0])  # noqa: PTH113
    inputs = search(_years_around(names[0]) if alone else names)
    found = [*_charted(inputs)]
    named = [each for each in found if each.file in names]
    own = named[0] if len(named) == 1 and len(names) > 1 and len(found) > 1 else None
    if own and organ is None and year is None:
        year = own.year
    chosen = [
        each
        for each in found
        if (organ is None or same_organ(organ, each.organ)) and (year is None or each.year == year)
    ]
    return _drawn(chosen, own.file if own else ""), inputs


def _years_around(name: str) -> list[str]:
    """The file, and the reports of the same organ in its folder; where that is named for its year, those in the folders
    of other years beside it.
    """
    organ = load_or_fail(name)[1].organ
    folder = os.path.dirname(os.path.abspath(name))  # noqa: PTH100, PTH120
    folders = [folder]
    if _is_year(folder):
        beside = _entries(os.path.dirname(folder))  # noqa: PTH120
        folders = [entry.path for entry in beside if _is_year(entry.path) and entry.is_dir()]
    files = [entry.path for each in folders for entry in _entries(each) if entry.name.endswith(".toml")]
    others = [path for other, _, path in Shelf(lambda: files).all() if organ and other and same_organ(organ, other)]
    return [name, *map(os.path.relpath, others)]


def _entries(folder: str) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return sorted(entries, key=lambda entry: entry.name)
    except OSError:  # what cannot be looked into has nothing for the picture
        return []


def _is_year(folder: str) -> bool:
    """Whether there is a year in the folder's name: 2024, 2024年度."""
    return re.search("(?<![0-9])20[0-9]{2}(?![0-9])", os.path.basename(folder)) is not None  # noqa: PTH119


def _charted(inputs: Inputs) -> Iterator[Charted]:
    seen: set[str] = set()
    for source, report in inputs:
        place = os.path.realpath(source.name)
        if place in seen:
            continue
        seen.add(place)
        if report.organ and report.year is not None:
            yield Charted(source.name, report.organ, report.year, report)
        else:
            missing = "报告年度" if report.organ else "机关名称"
            narrate(f"{source.name}: 没有填{missing}，图里没有它")


def _drawn(chosen: Sequence[Charted], own: str) -> Chart:
    organs = {core_name(each.organ): each.organ for each in chosen}
    years = sorted({each.year for each in chosen})
    if len(chosen) < 2:
        fail(
            "chart-of-one",
            f"能画的报告只有 {len(chosen)} 份，画不出比较；请给出一个机关几个年度的报告，或几个机关同一年度的",
        )
    if len(organs) > 1 and len(years) > 1:
        fail(
            "chart-mixed",
            f"这里有 {len(organs)} 个机关、{len(years)} 个年度的报告，一张图只画一个机关的各年，或各机关的一年；"
            f"请加 --organ 机关名称，或 --year 年度",
        )
    _refuse_twice(chosen)
    if len(organs) > _MOST:
        fail("chart-too-many", f"这里有 {len(organs)} 个机关，一张图最多画 {_MOST} 个；请只给出要比较的")
    if len(organs) == 1:
        title = f"{chosen[0].organ}的政府信息公开申请，{years[0]}—{years[-1]} 年（件）"
        bars = [bar(str(each.year), each.report) for each in sorted(chosen, key=lambda each: each.year)]
    else:
        title = f"{years[0]} 年各机关的政府信息公开申请（件）"
        bars = sorted((bar(each.organ, each.report, each.file == own) for each in chosen), key=_most_first)
    return Chart(title, outcome_names(LATEST), tuple(bars))


def _most_first(bar: Bar) -> tuple[bool, int, str]:
    return bar.received is None, -(bar.received or 0), bar.label


def _refuse_twice(chosen: Sequence[Charted]) -> None:
    files: dict[tuple[str, int], str] = {}
    for each in chosen:
        key = core_name(each.organ), each.year
        if key in files:
            fail(
                "chart-twice",
                f"{each.organ} {each.year} 年的报告有两份（{files[key]}、{each.file}），不知画哪一份；请去掉一份",
            )
        files[key] = each.file
