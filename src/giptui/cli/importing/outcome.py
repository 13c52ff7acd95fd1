"""One source, read and laid out as the files that come of it. What a worker process of `giptui import` does.

What comes back is small and plain, so that it costs little to send between processes.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING, Final, NamedTuple

from giptui.form import Form, Kind
from giptui.report import BLANK, UNREAD, Report, State, prose
from giptui.store import Origin, Unreadable, Unwritable, created
from giptui.store.source import read_bytes

if TYPE_CHECKING:
    from giptui.readers.child import Progress as Pages
    from giptui.readers.document import Place
    from giptui.readers.found import Found, Readable
    from giptui.readers.reading import Reading

LARGEST_SOURCE: Final = 512 << 20
"""Bytes; a scan of a long report has some ten million, an archive of a county's hundreds."""

_ABSENT: Final = "原件里没有这张表，或者它是图片"


class Proof(NamedTuple):
    """What was read of a report, and how far that can be trusted.

    ``unread`` says where a cell stands and why it could not be read, by the address of a cell, a row or a table;
    ``identities`` counts those that hold, those that blanks may make up for, broken and unknown ones.
    """

    kind: str  # of source
    form: str
    title: str
    organ: str
    year: int | None
    read: int  # cells
    blank: int
    unread_cells: int
    unread: Mapping[str, str]
    identities: Mapping[State, int]
    texts: tuple[str, ...]  # addresses of the prose that is there
    notes: tuple[str, ...]


class Imported(NamedTuple):
    """A report in the source: the file that it becomes. ``places`` says where in the source each value stands."""

    source: str
    data: bytes
    origin: Origin
    proof: Proof
    places: Mapping[str, Mapping[str, object]]


class Missed(NamedTuple):
    """A source, or a part of one, of which no file comes, and the sentence that says why; ``lost`` with the process
    that read it."""

    source: str
    sentence: str
    lost: bool = False


Outcome = Imported | Missed


def outcomes(with_places: bool, names: Sequence[str]) -> Iterator[Outcome]:
    """All that is in these sources, one after another."""
    for name in names:
        yield from outcome(name, with_places)


def outcome(name: str, with_places: bool = False, pages: Pages | None = None) -> Iterator[Outcome]:
    """All that is in a source: of an archive, of each of its members. ``pages`` is told how far a scan is read."""
    from giptui.readers.document import Refused
    from giptui.readers.reading import reading
    from giptui.readers.sources import documents

    try:
        if "://" in name and not os.path.lexists(name):
            raise Unreadable(
                "import-address", name, "导入不上网；请在浏览器里打开这个网址，另存为网页或下载文件，再导入"
            )
        data = read_bytes(name, LARGEST_SOURCE)
    except Unreadable as error:
        yield Missed(name, str(error))
        return
    digest = sha256(data).hexdigest()
    for source, document in documents(name, data, pages):
        try:
            if isinstance(document, Refused):
                raise document
            origin = Origin(os.path.basename(name) + source.removeprefix(name), digest)  # noqa: PTH119
            yield laid_out(source, document, reading(document), origin, with_places)
        except Refused as error:
            yield Missed(source, f"{source}: {error.reason}")
        except Unwritable as error:
            yield Missed(source, str(error))


def laid_out(source: str, document: Readable, found: Reading, origin: Origin, with_places: bool = False) -> Imported:
    """What was read of a source, as the file that it becomes; Unwritable if it cannot be one."""
    form = found.form
    values = {address: prose(str(v)) if form.kinds[address] is Kind.PROSE else v for address, v in found.values.items()}
    absent = {
        a: _ABSENT for table in found.missing for a in form.cells if a.startswith(f"{table}.") and a not in values
    }
    values |= dict.fromkeys(absent, UNREAD)
    not_read = {a: absent.get(a) or _whereabouts(found.found[a]) for a in form.cells if values.get(a) == UNREAD}
    origin = origin._replace(unread=compact(form, not_read))
    file = created(source, form, values, origin)
    places = {each.address: _as_data(each.place) for each in found.found.values() if each.place} if with_places else {}
    notes = (*document.notes, *(note for note in found.notes if note not in document.notes))
    return Imported(source, file.source.data, origin, _proof(document.kind, file.report, notes), places)


def _proof(kind: str, report: Report, notes: tuple[str, ...]) -> Proof:
    from giptui.readers.proof import sums  # with the readers

    form = report.form
    cells = [report[address] for address in form.cells]
    blank, unread = cells.count(BLANK), cells.count(UNREAD)
    return Proof(
        kind=kind,
        form=form.id,
        title=report.line("title"),
        organ=report.organ,
        year=report.year,
        read=len(cells) - blank - unread,
        blank=blank,
        unread_cells=unread,
        unread=dict(report.unread_at),  # to be sent between processes
        identities=dict(sums(form, report.__getitem__)),
        texts=tuple(address for address in form.texts if report[address] != BLANK),
        notes=notes,
    )


def _whereabouts(found: Found) -> str:
    """``第 12 行：这一行的数不知属于哪一栏``."""
    reason = found.reason or "那里就写着“?”"
    return f"{found.place.words()}：{reason}" if found.place else reason


def compact(form: Form, words: Mapping[str, str]) -> dict[str, str]:
    """By the address of a row or a table, where all its cells have the same said of them."""
    shorter = dict(words)
    for address, line in form.lines.items():
        _join(shorter, address, line.cells)
    for table in form.tables:
        _join(shorter, table, [address for address in form.lines if address.startswith(f"{table}.")])
    order = {address: number for number, address in enumerate(_order(form))}
    return dict(sorted(shorter.items(), key=lambda each: order[each[0]]))


@lru_cache(maxsize=4)
def _order(form: Form) -> list[str]:
    return [part for address in form.cells for part in (*_above(address), address)]


def _above(address: str) -> Iterator[str]:
    for _ in range(address.count(".")):
        address = address.rpartition(".")[0]
        yield address


def _join(words: dict[str, str], whole: str, parts: Sequence[str]) -> None:
    said = {words.get(part, "") for part in parts}
    if len(said) == 1 and said != {""}:
        words[whole] = said.pop()
        for part in parts:
            words.pop(part, None)


def _as_data(place: Place) -> Mapping[str, object]:
    """A place for JSON, without what is not known of it."""
    return {key: value for key, value in place._asdict().items() if value is not None}
