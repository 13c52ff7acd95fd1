"""Whether what was read is what the page was made of: every cell right or declared unread, nothing invented."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator
from typing import NamedTuple

from giptui.form import Form
from giptui.readers.document import Document, Grid, Picture, Place, Refused
from giptui.readers.reading import Reading, reading
from giptui.readers.sources import documents
from giptui.report import BLANK, UNREAD, Report, Value, same, show
from giptui.report.halfwidth import halfwidth

FIELDS = ("title", "organ", "year", "written_at", "published_on", "source", "editor", "signature", "signed_on")


class Judged(NamedTuple):
    """``wrong``, ``prose`` and ``fields`` are sentences on cells, texts and header fields that hold something else than
    the page; ``unread`` the addresses of cells that are “?” though the page has them.
    """

    wrong: list[str]
    unread: list[str]
    prose: list[str]
    fields: list[str]


def read(name: str, data: bytes) -> Reading:
    """What is read of a source that holds one document; Refused as the program would be."""
    ((_, document),) = documents(name, data)
    if isinstance(document, Refused):
        raise document
    return reading(document)


def judged(found: Reading, made: Report) -> Judged:
    """The reading beside the report that the page was made of."""
    if found.form.id != made.form.id:
        return Judged([f"form {found.form.id}"], [], [], [])
    values = found.values
    wrong, unread = [], []
    for address in made.form.cells:
        missing = any(address.startswith(f"{section}.") for section in found.missing)
        value = values.get(address, UNREAD if missing else BLANK)
        if value == UNREAD != made[address]:
            unread.append(address)
        elif not same(value, made[address]):
            wrong.append(_read_as(address, made[address], value))
    texts = [(address, made[address], values.get(address, BLANK)) for address in made.form.texts]
    prose = [_read_as(*text) for text in texts if _words(text[1]) != _words(text[2])]
    headers = [(f"report.{name}", made[f"report.{name}"], values.get(f"report.{name}", BLANK)) for name in FIELDS]
    fields = [_read_as(*field) for field in headers if field[1] != BLANK and not _alike(field[1], field[2])]
    return Judged(wrong, unread, prose, fields)


def _read_as(address: str, made: Value, found: Value) -> str:
    return f"{address}: {made!r} read as {found!r}"


def _words(value: Value) -> str:
    """Without any whitespace: how a page breaks and indents its paragraphs is another matter."""
    return re.sub(r"\s", "", str(value))


def _alike(value: Value, made: Value) -> bool:
    return type(value) is type(made) and _words(value) == _words(made)


_NUMBER = r"[0-9][0-9,]*(?:\.[0-9]+)?"


def invented(document: Document, found: Reading) -> Iterator[str]:
    """The values with digits that do not stand in the source at the place where they are said to stand."""
    texts: dict[Place, Counter[str]] = {}
    for block in document.blocks:
        for piece in block.cells if isinstance(block, Grid) else () if isinstance(block, Picture) else (block,):
            texts.setdefault(piece.place, Counter()).update(_tokens(piece.text))
    for address in found.form.cells:
        if (cell := found.found.get(address)) is None or not (numbers := _tokens(show(cell.value))):
            continue
        if cell.place is None:
            yield f"{address} = {cell.value!r} stands nowhere"
        elif cell.place not in texts:
            yield f"{address} = {cell.value!r}: nothing stands at {cell.place}"
        elif not numbers <= texts[cell.place]:
            yield f"{address} = {cell.value!r}: {cell.place} has {[*texts[cell.place]][:12]}"


def _tokens(text: str) -> Counter[str]:
    numbers = (number.replace(",", "") for number in re.findall(_NUMBER, halfwidth(text)))
    return Counter(number.lstrip("0") or "0" for number in numbers)


def rows(form: Form, made: Report, *, with_blank: bool = True) -> set[str]:
    """The cells of the rows of which some cells are blank (or, without, of the others). All rows of section four, which
    stand side by side, are one.
    """
    disputes = tuple(address for address in form.cells if address.startswith("disputes."))
    lines = [line.cells for line in form.lines.values() if line.table.id != "disputes"] + [disputes]
    return {a for cells in lines if any(made[each] == BLANK for each in cells) is with_blank for a in cells}


def outside(unread: Collection[str], allowed: Collection[str]) -> list[str]:
    """The unread cells that nothing excuses."""
    return [address for address in unread if address not in allowed]
