"""Rounds of the fuzz of `giptui import`: a published page changed at random, read, and what must hold of it whatever it
became: no traceback, and no number in a cell that does not stand in the source at the place that is named.
"""

from __future__ import annotations

import io
import warnings
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from random import Random
from typing import NamedTuple
from zipfile import BadZipFile, ZipFile

from fuzz.mutations import scrambled
from giptui.readers.document import Document, Refused
from giptui.readers.reading import Reading, reading
from giptui.readers.sources import documents
from giptui.report import UNREAD
from readers.corpus import Fixture, corpus
from readers.judging import invented

SLOW = ("docx", "xlsx", "ods", "pdf")  # read in a process of their own, or made by slow libraries
_LARGEST = 400_000

_PIECES = (
    *("|", "||", " | ", "\t", "\n", "\n\n", "\f", "- 4 -", " ", "　", "\xa0", "\u200b", "，", "件", "/", "?", "—", "0"),
    *(
        "总计",
        "其他",
        "规章",
        "（七）总计",
        "四、结转下年度继续办理",
        "一、总体情况",
        "三、",
        "本",
        "行政复议",
        "结果\n维持",
    ),
    *(
        "12 345",
        "1,234",
        "１２",
        "3件",
        "+19",
        "增10",
        "251000元",
        "0.10",
        "15130000154",
        "200 0 0 0 02",
        "一、本年新收",
    ),
    *("<td>", "</td>", "<tr>", "</table>", '<td colspan="3">', '<td rowspan=99 colspan="-1">', "<br>", "<!--", "<p>"),
)


class Slip(NamedTuple):
    """What must not be, and how to see it again: ``python -m fuzz published SEED``."""

    seed: str
    fixture: str
    fault: str


class Tally(NamedTuple):
    """How many pages were read, how many refused, and what they found."""

    ended: Counter[str]
    slips: list[Slip]


def fuzz_pages(seed: int, goes_on: Callable[[int], bool], slow: bool = True) -> Tally:
    """Rounds while it goes on, each with a seed of its own."""
    tally, number = Tally(Counter(), []), 0
    while goes_on(number):
        own = f"{seed}/{number}"
        fixture, data = changed(own, slow)
        ended, faults = tried(fixture.name, data)
        tally.ended[ended] += 1
        tally.slips.extend(Slip(own, fixture.name, fault) for fault in faults)
        number += 1
    return tally


def changed(seed: str, slow: bool = True) -> tuple[Fixture, bytes]:
    """The page of that seed."""
    random = Random(seed)
    fixture = random.choice([each for each in _fixtures() if slow or not each.name.startswith(SLOW)])
    return fixture, mutated(random, _built(fixture.name))


@cache
def _fixtures() -> list[Fixture]:
    return corpus()


@cache
def _built(name: str) -> bytes:
    return next(fixture for fixture in _fixtures() if fixture.name == name).build()


def tried(name: str, data: bytes) -> tuple[str, list[str]]:
    """How the source ended (read or refused), and what must not have been."""
    faults: list[str] = []
    ended = "refused"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            for _, document in documents(name, data):
                if not isinstance(document, Refused):
                    ended = "read"
                    faults += _faults(document, reading(document))
        except Refused:
            pass
        except Exception as error:  # noqa: BLE001 - whatever it is, that it came is the finding
            faults.append(f"{type(error).__name__}: {error}"[:200])
    return ended, faults


def _faults(document: Document, found: Reading) -> Iterator[str]:
    yield from invented(document, found)
    for address in found.form.cells:
        cell = found.found.get(address)
        if cell and (cell.value == UNREAD) is not bool(cell.reason):
            yield f"{address} is {cell.value!r} for the reason {cell.reason!r}"
    found.report()


def mutated(random: Random, data: bytes) -> bytes:
    """The source with some changes; in one that is a zip, in its largest parts."""
    if data[:2] == b"PK" and random.random() < 0.8:
        try:
            return _within_zip(random, data)
        except BadZipFile:
            pass
    for _ in range(random.choice((1, 1, 2, 3, 8))):
        change = scrambled if random.random() < 0.3 or data[:4] == b"%PDF" else _pieced
        data = change(random, data)[:_LARGEST]
    return data


def _pieced(random: Random, data: bytes) -> bytes:
    """A piece of text put in, taken out, doubled, moved or swapped with another, a line or any characters."""
    text = data.decode(errors="replace")
    if random.random() < 0.5:
        lines = text.split("\n")
        at, to = random.randrange(len(lines)), random.randrange(len(lines))
        how = random.randrange(5)
        if how == 0:
            del lines[at : at + random.choice((1, 1, 3, 20))]
        elif how == 1:
            lines[to:to] = lines[at : at + random.choice((1, 1, 3, 20))]
        elif how == 2:
            lines[at], lines[to] = lines[to], lines[at]
        elif how == 3:
            lines[at : at + 2] = ["".join(lines[at : at + 2])]
        else:
            lines[at] = random.choice(_PIECES)
        return "\n".join(lines).encode()
    at = random.randrange(len(text) + 1)
    gone = random.choice((0, 0, 1, 2, 9, 60))
    return (text[:at] + random.choice((*_PIECES, "", "")) + text[at + gone :]).encode()


def _within_zip(random: Random, data: bytes) -> bytes:
    with ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = random.choice(sorted(parts, key=lambda name: len(parts[name]))[-3:])
    parts[name] = mutated(random, parts[name])
    out = io.BytesIO()
    with ZipFile(out, "w") as archive:
        for part, content in parts.items():
            archive.writestr(part, content)
    return out.getvalue()
