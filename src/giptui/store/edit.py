"""Changes to a report file in place: what is not changed stays as it is, byte for byte.

An edit is a list of splices into the bytes as they were read, each over the one value that changes. So comments,
padding, digits, line ends and everything that is none of ours survive by construction, and the outcome is parsed once
more before anyone gets it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

from giptui.form import Form, Kind, Row, Table
from giptui.report import BLANK, Report, Value, prose, same
from giptui.store.errors import Unreadable, Unwritable
from giptui.store.layout import (
    header_line,
    header_table,
    preface_table,
    row_lines,
    row_values,
    section_table,
    takes_blank,
    text_line,
    width,
)
from giptui.store.parse import parse
from giptui.store.positions import Spot, locate
from giptui.store.source import BOM, Source, decode
from giptui.store.spelling import literal, paragraphs

_PADDED: Final = re.compile(rb"[\[,=] {2,}[^ ]")
_GAP: Final = re.compile(rb" {2,}(?=#)")
_COMMENTS: Final = re.compile(rb"(?:[ \t]*#[^\n]*\n)*")


def edited(source: Source, form: Form, changes: Mapping[str, Value]) -> bytes:
    """The file with the values at those addresses changed and nothing else; Unwritable if that cannot be done."""
    before = parse(source)
    wanted = {
        address: prose(str(value)) if form.kinds[address] is Kind.PROSE else value for address, value in changes.items()
    }
    wanted = {address: value for address, value in wanted.items() if not same(value, before[address])}
    if not wanted:
        return source.data
    data = (BOM if source.bom else b"") + _Splicing(source, form, before, wanted).outcome()
    _verify(source.name, data, before, wanted)
    return data


def _verify(name: str, data: bytes, before: Report, wanted: Mapping[str, Value]) -> None:
    """The new file says what it should, at every address."""
    intended = before.with_values(wanted)
    failed = next(iter(wanted))
    try:
        after = parse(decode(name, data))
    except Unreadable:
        pass
    else:
        missed = [address for address in before.form.kinds if not same(after[address], intended[address])]
        if not missed and (after.waivers, after.imported) == (before.waivers, before.imported):
            return
        failed = next((address for address in wanted if address in missed), failed)
    what = before.form.label(failed)
    raise Unwritable(name, f"文件里“{what}”的写法 giptui 改不了，文件没有改动；请用文本编辑器改这一处")


class _Splice(NamedTuple):
    start: int
    end: int
    text: str
    last: int | None = None  # end of the statement, where a comment behind it is to stay in its column


class _Splicing:
    """The splices for one set of changes, collected over the syntax tree of the file."""

    def __init__(self, source: Source, form: Form, before: Report, wanted: Mapping[str, Value]) -> None:
        self._body = source.body
        self._newline = "\r\n" if source.crlf else "\n"
        self._form = form
        self._values = before.with_values(wanted).values
        self._wanted = wanted
        self._spots = locate(source, form).spots
        self._damaged = {problem.address for problem in before.problems if problem.rule != "unknown-key"}
        self._ranks = _ranks(form)
        self._splices: list[_Splice] = []

    def outcome(self) -> bytes:
        """The new body."""
        present = {address.partition(".")[0] for address in self._spots}
        for name in {address.partition(".")[0]: None for address in sorted(self._wanted, key=self._rank)}:
            if name in present:
                self._within(name)
            else:
                self._insert_table(name)
        self._keep_comment_columns()
        pieces, at = [], 0
        for splice in sorted(self._splices, key=lambda splice: (splice.start, splice.end)):
            pieces += [self._body[at : splice.start], splice.text.replace("\n", self._newline).encode()]
            at = splice.end
        return b"".join((*pieces, self._body[at:]))

    def _rank(self, address: str) -> int:
        return self._ranks.get(address, -1)

    def _within(self, name: str) -> None:
        """The changes in a table that is there: header, preface or a section."""
        for address, value in self._wanted.items():
            if address.partition(".")[0] == name and address not in self._form.cells:
                self._entry(address, value)
        table = self._form.tables.get(name)
        for row, columns in table.rows() if table else ():
            cells = [cell for column in columns if (cell := f"{name}.{row.id}.{column.id}") in self._wanted]
            if table and cells:
                self._row(table, row, cells)

    def _entry(self, address: str, value: Value) -> None:
        """A text or a header field."""
        field = self._form.fields.get(address)
        spot = self._spots.get(address)
        if spot is None:
            line = header_line(field, value) if field else text_line(address, self._values)
            self._insert_line(address, line)
        elif field and value == BLANK and not takes_blank(field.kind):
            start = self._body.rfind(b"\n", 0, spot.first) + 1
            self._splices.append(_Splice(start, self._line_end(spot.last), ""))
        else:
            self._replace(spot, literal(value) if field else paragraphs(str(value)), address in self._damaged)

    def _row(self, table: Table, row: Row, cells: list[str]) -> None:
        """A row of numbers: cell by cell where it can be read, as a whole where it is damaged or missing."""
        address = f"{table.id}.{row.id}"
        spot = self._spots.get(address)
        if address in self._damaged and spot:
            self._replace(spot, row_values(table, self._below(address))[row.id], keep=True)
            return
        absent = [cell for cell in cells if cell not in self._spots]
        for cell in cells:
            if cell in self._spots:
                self._cell(self._spots[cell], spot, literal(self._wanted[cell]), cell in self._damaged)
        if spot and spot.kind == "inline_table":
            self._insert_pairs(address, spot, absent)
        elif spot or any(other.startswith(f"{address}.") for other in self._spots):
            for cell in absent:
                column = cell.rpartition(".")[2]
                self._insert_line(cell, f"{row.id}.{column} = {literal(self._wanted[cell])}\n")
        elif absent:
            self._insert_line(address, row_lines(table, self._below(address))[row.id])

    def _below(self, row: str) -> dict[str, Value]:
        """The values of one row: the width of its columns does not depend on other rows, which stand in the file."""
        return {address: value for address, value in self._values.items() if address.startswith(f"{row}.")}

    def _cell(self, spot: Spot, row: Spot | None, text: str, damaged: bool) -> None:
        """A number in its row, its last digit where the last digit was, if the row is written in columns."""
        room = 0
        if row and _PADDED.search(self._body, row.start, row.end):
            before = self._body[row.start : spot.start]
            room = len(before) - len(before.rstrip(b" "))
            if row.kind == "inline_table" and room:
                room -= 1  # the blank behind the equals sign stays
            text = text.rjust(len(text) + room + width(self._text(spot)) - width(text))
        self._replace(spot, text, damaged, room)

    def _replace(self, spot: Spot, text: str, keep: bool, room: int = 0) -> None:
        """The new text for the old and the blanks before it; in a comment the old one, where it could not be read."""
        self._splices.append(_Splice(spot.start - room, spot.end, text, None if keep else spot.last))
        if keep:
            self._splices.append(_Splice(spot.last, spot.last, f"  # 原为 {' '.join(self._text(spot).split())}"))

    def _insert_pairs(self, row: str, spot: Spot, cells: list[str]) -> None:
        """Keys that an inline table lacks, each behind the one that comes before it in the form."""
        empty = not self._body[spot.start + 1 : spot.end - 1].strip()
        pairs = [f"{cell.rpartition('.')[2]} = {literal(self._wanted[cell])}" for cell in cells]
        if empty and cells:
            self._replace(spot, f"{{ {', '.join(pairs)} }}", keep=False)
            return
        for cell, pair in zip(cells, pairs, strict=True):
            behind = [self._spots[other].end for other in self._before(cell) if other.startswith(f"{row}.")]
            if behind:
                self._splices.append(_Splice(behind[-1], behind[-1], f", {pair}", spot.last))
            else:
                self._splices.append(_Splice(spot.start + 1, spot.start + 1, f" {pair},", spot.last))

    def _before(self, address: str) -> list[str]:
        """The addresses in the file that come before this one in the form, the nearest last."""
        known = (other for other in self._spots if -1 < self._rank(other) < self._rank(address))
        return sorted(known, key=self._rank)

    def _insert_line(self, address: str, line: str) -> None:
        """A line of its own, in the form's order, in the deepest table of the file that it belongs to."""
        table = address
        while table and (table not in self._spots or self._spots[table].kind != "table"):
            table = table.rpartition(".")[0]
        behind = [other for other in self._before(address) if self._spots[other].table == table]
        nearest = behind[-1] if behind else table
        at = self._line_end(self._spots[nearest].last if nearest else len(self._body))
        first_row = address not in self._form.kinds and nearest in self._form.texts
        if first_row and (heads := _COMMENTS.match(self._body, at)):
            at = heads.end()
        inside = table.partition(".")[2]
        self._insert(at, line.removeprefix(f"{inside}.") if inside else line)

    def _insert_table(self, name: str) -> None:
        """A whole table that the file lacks, behind the one that comes before it in the form."""
        if name == "report":
            text = header_table(self._form.header, self._values)
        elif name == "preface":
            text = preface_table(self._values)
        else:
            text = section_table(self._form.section(name), self._values)
        first = min(rank for address, rank in self._ranks.items() if address.startswith(f"{name}."))
        tables = {address.partition(".")[0] for address, rank in self._ranks.items() if rank < first}
        behind = [spot for address, spot in self._spots.items() if address.partition(".")[0] in tables]
        nearest = max(behind, key=lambda spot: spot.last, default=None)
        if nearest is None or not nearest.table:  # a header takes in the keys below it: behind all that have none
            nearest = max((spot for spot in self._spots.values() if not spot.table), key=lambda spot: spot.last)
        self._insert(self._line_end(nearest.last), f"\n{text}")

    def _insert(self, at: int, text: str) -> None:
        complete = self._body[:at].endswith(b"\n")
        self._splices.append(_Splice(at, at, text if complete else f"\n{text.removesuffix(chr(10))}"))

    def _line_end(self, at: int) -> int:
        """The byte behind the line on which ``at`` is."""
        return self._body.find(b"\n", at) + 1 or len(self._body)

    def _text(self, spot: Spot) -> str:
        return self._body[spot.start : spot.end].decode()

    def _keep_comment_columns(self) -> None:
        """A comment behind a value that became longer or shorter stays in its column, if there is room."""
        grown: dict[int, int] = {}
        for splice in self._splices:
            if splice.last is not None:
                old = self._body[splice.start : splice.end].decode()
                lines = "\n" in old + splice.text
                grown[splice.last] = grown.get(splice.last, 0) + (0 if lines else width(splice.text) - width(old))
        for last, more in grown.items():
            if more and (gap := _GAP.match(self._body, last)):
                room = gap.end() - last
                self._splices.append(_Splice(last, gap.end(), " " * max(2, room - more)))


def _ranks(form: Form) -> dict[str, int]:
    """The order of the file: every address, and every row at its first cell."""
    ranks: dict[str, int] = {}
    for rank, address in enumerate(form.kinds):
        if address in form.cells:
            ranks.setdefault(address.rpartition(".")[0], rank)
        ranks[address] = rank
    return ranks
