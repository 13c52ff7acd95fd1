"""Last year's report of the same organ: the one that a person names, or the one that lies where it should.

Where nobody names one it is sought beside this year's file and, if that lies in a folder with the year in its name
(``2024/baihe.toml``), in the folder with last year's (``2023``). Never a guess: of two that could be it, none is.
Called by the commands and the session.
"""

import os
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

from giptui.report import Report, core_name, same_organ, short_names
from giptui.store.errors import Unreadable
from giptui.store.find import toml_files
from giptui.store.parse import load
from giptui.store.shelf import Shelf

_MOST_FOLDERS: Final = 64  # files come folder by folder: older ones are not asked for again
_REMEDY: Final = "请用 --previous 给出同一机关上一年度的报告"


class LastYear(NamedTuple):
    """Last year's report, or why there is none; ``why_not`` is empty if nobody asked for one."""

    report: Report | None = None
    why_not: str = ""


class LastYears:
    """Finds last year's report for any number of reports. ``given`` is the file or folder that the person named, and
    ``report_in`` how the file is read: it may be another kind than ours.

    Unreadable if that cannot be read.
    """

    def __init__(self, given: str | None = None, report_in: Callable[[str], Report] | None = None) -> None:
        self._given = given
        self._file: Report | None = None
        self._folder: Shelf | None = None
        self._shelves: dict[str, Shelf] = {}
        if given is not None and os.path.isdir(given):  # noqa: PTH112 - names are strings here, as in all of the store
            shut: list[Unreadable] = []
            self._folder = Shelf(lambda: sorted(toml_files(given, shut)))
            if shut:
                raise shut[0]
        elif given is not None:
            self._file = report_in(given) if report_in else load(given)[1]

    def of(self, name: str, report: Report) -> LastYear:
        """The report of the year before this one, which has that file name.

        Unreadable if the one that was named cannot be that, or is broken.
        """
        if self._file is not None and self._given is not None:
            if objection := _objection(self._file, report):
                raise Unreadable(
                    "previous-of-another", self._given, f"{objection}，不能当作 {name} 的上年报告；{_REMEDY}"
                )
            return LastYear(self._file)
        if not report.organ or report.year is None:
            missing = "报告年度" if report.organ else "机关名称"
            return self._none(f"没有填{missing}，无法找它的上年报告")
        return self._sought(name, report.organ, report.year - 1)

    def _sought(self, name: str, organ: str, year: int) -> LastYear:
        shelves = [self._folder] if self._folder is not None else [*self._beside(name, year)]
        itself = os.path.abspath(name)  # noqa: PTH100 - its year may have been changed since it was saved
        candidates = [path for path in _candidates(shelves, organ, year) if os.path.abspath(path) != itself]  # noqa: PTH100
        if not candidates:
            return self._none(f"在 {self._given} 里没有找到{organ} {year} 年的报告，没有与上年比较")
        if len(candidates) > 1:
            found = "、".join(candidates)
            return self._none(f"有 {len(candidates)} 份都可能是它的上年报告（{found}），没有与上年比较；{_REMEDY}")
        try:
            last = load(candidates[0])[1]
        except Unreadable:
            if self._given is None:
                return LastYear()
            raise
        sound = last.year == year and same_organ(organ, last.organ)  # its head said so, the whole file may not
        return LastYear(last) if sound else self._none(f"{candidates[0]} 的开头与内容不一，没有与上年比较")

    def _none(self, why_not: str) -> LastYear:
        return LastYear(None, why_not if self._given is not None else "")

    def _beside(self, name: str, year: int) -> Iterator[Shelf]:
        """What lies in the file's folder, and in its sibling of last year."""
        if name == "-":
            return
        folder = os.path.dirname(os.path.abspath(name))  # noqa: PTH100, PTH120
        yield self._listed(folder)
        if sibling := _sibling(folder, year + 1):
            yield self._listed(sibling)

    def _listed(self, folder: str) -> Shelf:
        if folder not in self._shelves:
            if len(self._shelves) >= _MOST_FOLDERS:
                self._shelves.clear()
            self._shelves[folder] = Shelf(lambda: _directly_in(folder))
        return self._shelves[folder]


def predecessors(name: str, organ: str = "", year: int | None = None) -> list[str]:
    """The reports that a new one of that file name may begin with: those of the year before, of the organ if it is
    known, in the file's folder or in its sibling of last year. The year is that of the file's name, if it is not given;
    else the one after the latest report's.
    """
    folder, own = os.path.split(os.path.abspath(name))  # noqa: PTH100
    named = (re.findall("(?<![0-9])20[0-9][0-9](?![0-9])", part) for part in (own, os.path.split(folder)[1]))
    stated = next(filter(None, named), [])
    year = year or (int(stated[-1]) if len({*stated}) == 1 else None)
    shelves = [Shelf(lambda: _directly_in(folder))]
    if year is not None and (sibling := _sibling(folder, year)):
        shelves.append(Shelf(lambda: _directly_in(sibling)))
    known = [each for shelf in shelves for each in shelf.all() if not organ or same_organ(organ, each[0])]
    latest = year - 1 if year is not None else max((filed for _, filed, _ in known), default=0)
    return [os.path.relpath(path) for filed_by, filed, path in known if filed == latest and filed_by]


def _sibling(folder: str, year: int) -> str:
    """The folder of the year before, if that folder has the year in its name; else empty."""
    parent, own = os.path.split(folder)
    sibling = own.replace(str(year), str(year - 1))
    return os.path.join(parent, sibling) if sibling != own else ""  # noqa: PTH118


def _directly_in(folder: str) -> list[str]:
    """The TOML files there, not in the folders below; none if there is no such folder, or it is shut to us."""
    try:
        with os.scandir(folder) as entries:
            files = [entry for entry in entries if entry.name.endswith(".toml") and entry.is_file()]
    except OSError:
        return []
    return sorted(file.path for file in files if not file.name.startswith("."))


def _objection(last: Report, report: Report) -> str:
    """Why that cannot be last year's report of this organ; empty if it can be. What is not filled in is no reason.

    An organ that was renamed is the same one, if this year's report mentions its former name.
    """
    if report.year is not None and last.year is not None and last.year != report.year - 1:
        return f"这是 {last.year} 年的报告，不是 {report.year - 1} 年的"
    if report.organ and last.organ and not same_organ(report.organ, last.organ):
        former = core_name(last.organ)
        if not any(former in str(report[address]) for address in report.form.texts):
            return f"这是{last.organ}的报告，不是{report.organ}的（机关更名的，今年的报告里要写明原名“{former}”）"
    return ""


def _candidates(shelves: Sequence[Shelf], organ: str, year: int) -> list[str]:
    """The files that can be this organ's report of that year: those under its very name, else those under a longer or a
    shorter one (房县白鹤镇, 白鹤镇) that no report of the next year bears itself.
    """
    name = core_name(organ)
    near = [entry for shelf in shelves for entry in shelf.find(year, name)]
    if exact := [entry.path for entry in near if entry.organ == name]:
        return exact
    for short in short_names(organ):
        near += [entry for shelf in shelves for entry in shelf.find(year, short) if entry.organ == short]
    return [entry.path for entry in near if not any(_has(shelf, year + 1, entry.organ) for shelf in shelves)]


def _has(shelf: Shelf, year: int, organ: str) -> bool:
    return any(entry.organ == organ for entry in shelf.find(year, organ))
