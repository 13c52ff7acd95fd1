"""Which reports lie in some files, by year and organ. Of a file only the head is read. Used to find last year's.

Thousands of files cost some microseconds each, once; and a name is found without looking at all of them. Where the head
does not say it the whole file does, if it is no larger than a report; of many such files, the first.
"""

import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from giptui.report import core_name, short_names
from giptui.store.errors import Unreadable
from giptui.store.parse import load

_HEAD: Final = 4096  # bytes; a report's header stands in its first thousand
_LARGEST: Final = 256 * 1024  # bytes; what has no usual head and is larger than that is not read to find one
_MOST_WHOLE: Final = 100  # files that are read to the end because their head is not written as usual
_FIELD: Final = rb"""(?m)^[ \t]*(organ|year)[ \t]*=[ \t]*(?:"([^"\\\r\n]*)"|'([^'\r\n]*)'|([0-9]{4})(?![0-9_.-]))"""


class Shelved(NamedTuple):
    """A report by the core name of its organ."""

    organ: str
    path: str


class Shelf:
    """The reports among some files. Only those of a year that is asked for are kept, the heads being read again."""

    def __init__(self, files: Callable[[], Iterable[str]]) -> None:
        self._files = files
        self._whole: dict[str, tuple[str, int]] = {}  # what was found in files without a usual head
        self._years = {year for _, year in map(self._heading, files())}
        self._named: dict[int, dict[str, list[Shelved]]] = {}

    def find(self, year: int, name: str) -> Sequence[Shelved]:
        """The reports of that year whose organ can be called by that core name, alone or in a longer name."""
        if year not in self._years:
            return ()
        if year not in self._named:
            named = self._named[year] = {}
            for path in self._files():
                organ, stated = self._heading(path)
                if organ and stated == year:
                    entry = Shelved(core_name(organ), path)
                    for short in short_names(organ):
                        named.setdefault(short, []).append(entry)
        return self._named[year].get(name, ())

    def all(self) -> Iterator[tuple[str, int, str]]:
        """Organ, year and path of each report; empty and 0 where its head does not say it."""
        for path in self._files():
            organ, year = self._heading(path)
            if organ or year:
                yield organ, year, path

    def _heading(self, path: str) -> tuple[str, int]:
        """The organ and the year of a report by its head; by the whole file, where the head is not written as usual.

        Nothing if it is no report, or cannot be read.
        """
        try:
            with open(path, "rb", buffering=0) as file:  # noqa: PTH123
                head = file.read(_HEAD)
                small = os.fstat(file.fileno()).st_size <= _LARGEST
        except OSError:
            return "", 0
        if b"form" not in head:
            return "", 0
        if all(found := _in_head(head)) or not small:
            return found
        if path not in self._whole and len(self._whole) < _MOST_WHOLE:
            self._whole[path] = _in_whole(path)
        return self._whole.get(path, ("", 0))


def _in_head(head: bytes) -> tuple[str, int]:
    """Organ and year as they are usually written; empty and 0 where they are not."""
    start = head.find(b"[report]")
    end = head.find(b"\n[", start)
    organ, year = "", 0
    for match in re.finditer(_FIELD, head[start:end]) if 0 <= start < end else ():
        if match[1] == b"year":
            year = int(match[4] or 0)
        else:
            organ = (match[2] or match[3] or b"").decode(errors="replace").strip()
    return organ, year


def _in_whole(path: str) -> tuple[str, int]:
    try:
        report = load(path)[1]
    except Unreadable:
        return "", 0
    return report.organ, report.year or 0
