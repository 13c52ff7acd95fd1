"""The files that imported reports become. One that exists is never written over: what differs is shown; ``--merge``
takes over what was read, and keeps what it says nothing of.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Final, NamedTuple

from giptui.cli.importing.outcome import Imported
from giptui.cli.outputs import update
from giptui.form import Form
from giptui.report import BLANK, UNREAD, Report, Value, same, same_organ
from giptui.store import Source, Unwritable, decode, edited, is_report, originated, parse, save

_LONGEST_NAME: Final = 70
"""Characters of an organ in a file name: a name has room for 255 bytes, and a character takes three."""

_ORIGIN: Final = b"\n[origin]\n"


class Written(NamedTuple):
    """What was done with a target. ``told`` are the lines of what differs and ``differing`` how many values do: they
    keep it from being written, or were merged into it. ``kept`` are the cells that stay because nothing was read for
    them.
    """

    name: str
    is_new: bool = False
    merged: bool = False
    told: tuple[str, ...] = ()
    differing: int = 0
    kept: tuple[str, ...] = ()


class Names:
    """Names for files in a folder: ``机关-年.toml``, with a number for another report of the same organ and year."""

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self._given: Counter[str] = Counter()  # by the name without a number
        self._written: dict[bytes, str] = {}  # where what was read went
        self.numbered: set[str] = set()  # the paths of those that are not the first of their organ and year

    def of(self, imported: Imported) -> str:
        """The path for a report; where it has no organ, by its source's name. One that says what another did, as a page
        and its PDF do, has the same path."""
        proof = imported.proof
        stem = _safe(proof.organ) or _safe(os.path.splitext(os.path.basename(imported.source))[0]) or "报告"  # noqa: PTH119, PTH122
        stem = f"{stem}-{proof.year}" if proof.year else stem
        said = sha256(imported.data.partition(_ORIGIN)[0] + stem.encode()).digest()
        if said in self._written:
            return self._written[said]
        self._given[stem] += 1
        number = self._given[stem]
        path = os.path.join(self._folder, f"{stem}-{number}.toml" if number > 1 else f"{stem}.toml")  # noqa: PTH118
        if number > 1:
            self.numbered.add(path)
        self._written[said] = path
        return path


def _safe(text: str) -> str:
    """What may stand in a file name on any system, hidden from nobody."""
    words = "".join(character if character.isprintable() else " " for character in text)
    return re.sub(r'[\s/\\:*?"<>|]+', "", words).lstrip(".-~")[:_LONGEST_NAME]


def put(imported: Imported, target: str, merge: bool) -> Written:
    """Make the file, or compare it with the one that is there, or take over what is new; Unreadable, Unwritable."""
    if not os.path.lexists(target) or not is_report(target):  # what is no report is none of ours: `save` refuses
        save(target, imported.data, None)
        return Written(target, is_new=True)
    fresh = parse(decode(imported.source, imported.data))

    def compared(source: Source, there: Report) -> tuple[Source, Written]:
        changes, kept = _changes(there, fresh) if merge else (_differing(there, fresh), ())
        if changes or merge:
            _must_be_same_report(target, there, fresh)
        told = tuple(_told(there.form, there, changes))
        if not merge:
            return source, Written(target, told=told, differing=len(changes))
        after = edited(source, changes).source
        written = Written(target, merged=True, told=told, differing=len(changes), kept=kept)
        return originated(after, imported.origin).source, written

    return update(target, compared)


def _differing(there: Report, fresh: Report) -> dict[str, Value]:
    """Every value that was read otherwise than it stands in the file. A line of the header or a text of which the
    source has nothing says nothing."""
    said = (a for a in fresh.form.kinds if a in fresh.form.cells or fresh[a] != BLANK)
    return {a: fresh[a] for a in said if a in there.form.kinds and not same(fresh[a], there[a])}


def _changes(there: Report, fresh: Report) -> tuple[dict[str, Value], tuple[str, ...]]:
    """What is taken over, and the cells that stay: neither a blank nor “?” takes the place of what is there."""
    differing = _differing(there, fresh)
    kept = [a for a, value in differing.items() if value in (BLANK, UNREAD) and there[a] != BLANK]
    changes = {a: value for a, value in differing.items() if a not in kept}
    return changes, tuple(address for address in kept if address in there.form.cells)


def _must_be_same_report(target: str, there: Report, fresh: Report) -> None:
    other = there.form.id != fresh.form.id
    other = other or (None not in (there.year, fresh.year) and there.year != fresh.year)
    if other or (there.organ and fresh.organ and not same_organ(there.organ, fresh.organ)):
        raise Unwritable(
            "import-target-of-another",
            target,
            f"这里已有另一份报告（{_called(there)}），不是新读出的{_called(fresh)}，没有改动；请换一个文件名",
        )


def _called(report: Report) -> str:
    return f"{report.organ or '没有填机关的'} {report.year or '没有填年度的'} 年报告（{report.form.first_year} 年格式）"


def _told(form: Form, there: Report, changes: Mapping[str, Value]) -> Iterator[str]:
    """``（七）总计，其他（applications.total_handled.other）  1 → 2``."""
    from giptui.session.differences import difference  # only where something differs

    for address, value in changes.items():
        yield from difference(f"{form.label(address)}（{address}）", there[address], value)


def must_not_differ(written: Written) -> None:
    """Unwritable where the file that is there says something else than what was read."""
    if written.differing and not written.merged:
        raise Unwritable(
            "import-target-differs",
            written.name,
            f"已有这份报告，与新读出的有 {written.differing} 处不同，没有覆盖；要取新读出的数，请加 --merge",
        )
