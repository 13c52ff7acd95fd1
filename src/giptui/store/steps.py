"""The two steps of an edit, each from text to text: what stands in the file is replaced, what it lacks is inserted.

A value takes the place of the old one, its comment staying behind it; a line that the file lacks is hung on the end of
the line before it. Whether the outcome is right, `document` finds out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, cast

import tomlkit
from tomlkit.items import Array, Comment, InlineTable, Item

from giptui.display.width import width
from giptui.form import Form
from giptui.form.model import Line
from giptui.report import BLANK, Report, Value
from giptui.store.layout import (
    Spelled,
    header_line,
    header_table,
    literal,
    preface_table,
    row_lines,
    row_values,
    section_table,
    spelling,
    takes_blank,
    text_line,
)
from giptui.store.opened import Opened, Statement, hang
from giptui.store.rows import SpelledRow

_LEAST_GAP: Final = 2  # between a value and the comment behind it


class _Step(Opened):
    """The file, opened for the new values of some addresses of the report in it."""

    def __init__(self, name: str, text: str, before: Report, wanted: Mapping[str, Value]) -> None:
        super().__init__(name, text)
        self.form = before.form
        self.wanted = wanted
        self.values = before.with_values(wanted).values
        self.spelled = spelling(self.form, self.values)
        self.damaged = {problem.address for problem in before.problems if problem.rule != "unknown-key"}

    def rows(self) -> Iterator[tuple[str, Line, list[str]]]:
        """The rows in which cells change, with those cells."""
        for address, line in self.form.lines.items():
            if cells := [cell for cell in line.cells if cell in self.wanted]:
                yield address, line, cells

    def texts_and_fields(self) -> list[str]:
        """What else changes, in the form's order."""
        return [address for address in self.form.kinds if address in self.wanted and address not in self.form.cells]


class Replacing(_Step):
    """What stands in the file gets its new value, or goes."""

    def run(self) -> str:
        """The text of the file after it."""
        for address in self.texts_and_fields():
            if entry := self._value(address):
                self._text_or_field(address, entry)
        for address, line, cells in self.rows():
            entry = self._value(address)
            if entry and address in self.damaged:
                self._replace(entry, row_values(line.table, self.spelled)[line.row.id], entry.item.as_string())
            elif entry and isinstance(entry.item, Array) and "\n" in entry.item.as_string():
                self._over_several_lines(entry, line, cells)
            elif entry and isinstance(entry.item, Array | InlineTable):
                self._row(entry, line, cells)
            else:  # a.b = 1, or a table of its own
                for cell in cells:
                    if found := self._value(cell):
                        self._replace(found, self.spelled(cell), self._unread(cell, found.item.as_string()))
        return self.text()

    def _value(self, address: str) -> Statement | None:
        entry = self.entries.get(address)
        return None if entry and entry.is_header else entry

    def _text_or_field(self, address: str, entry: Statement) -> None:
        field = self.form.fields.get(address)
        if field and self.wanted[address] == BLANK and not takes_blank(field):
            self._remove(entry, f"# {field.label}")
        else:
            self._replace(entry, self.spelled(address), self._unread(address, entry.item.as_string()))

    def _remove(self, entry: Statement, label: str) -> None:
        """What takes no blank goes with its key, but a comment that a person wrote behind it stays."""
        comment = entry.item.trivia.comment
        if comment in ("", label) or entry.is_inside:
            entry.parent.remove(entry.key)
        else:
            at = next(number for number, (_, item) in enumerate(entry.siblings) if item is entry.item)
            entry.siblings[at] = (None, Comment(entry.item.trivia.copy()))

    def _unread(self, address: str, text: str) -> str:
        return text if address in self.damaged else ""

    def _replace(self, entry: Statement, text: str, unread: str = "") -> None:
        """The new value for the old, its comment staying in its column; in the comment what could not be read."""
        old, trivia = entry.item.as_string(), entry.item.trivia
        new = tomlkit.value(text)
        entry.parent[entry.key] = new  # which hands on the comment
        if unread:
            behind = f"{trivia.comment_ws}{trivia.comment}" if trivia.comment else ""
            new.trivia.comment = f"# 原为 {' '.join(unread.split())}{behind}"
            new.trivia.comment_ws = " " * _LEAST_GAP
        elif len(trivia.comment_ws) >= _LEAST_GAP and "\n" not in old + text:
            new.trivia.comment_ws = " " * max(_LEAST_GAP, len(trivia.comment_ws) + width(old) - width(text))

    def _over_several_lines(self, entry: Statement, line: Line, cells: list[str]) -> None:
        """Numbers in an array that may have comments between them."""
        array = cast(Array, entry.item)
        unread = []
        for cell in cells:
            at = line.cells.index(cell)
            unread.append(self._unread(cell, array.item(at).as_string()))
            array[at] = tomlkit.value(self.spelled(cell))
        self._replace(entry, array.as_string(), " ".join(unread))

    def _row(self, entry: Statement, line: Line, cells: list[str]) -> None:
        """Numbers in an array or an inline table on one line."""
        row = SpelledRow(cast("Array | InlineTable", entry.item))
        by_index = isinstance(entry.item, Array)
        names = {cell: str(at) if by_index else cell.rpartition(".")[2] for at, cell in enumerate(line.cells)}
        unread = [self._unread(cell, row[names[cell]]) for cell in cells if names[cell] in row]
        for cell in cells:
            if names[cell] in row:
                row.put(names[cell], self.spelled(cell))
            else:
                before = [names[other] for other in line.cells[: line.cells.index(cell)] if names[other] in row]
                row.insert(names[cell], self.spelled(cell), before[-1] if before else None)
        self._replace(entry, str(row), " ".join(filter(None, unread)))


class Inserting(_Step):
    """What the file lacks comes in the form's order: a key, a row, a table."""

    def __init__(self, name: str, text: str, before: Report, wanted: Mapping[str, Value]) -> None:
        super().__init__(name, text, before, wanted)
        self._ranks = _ranks(self.form)

    def run(self) -> str:
        """The text of the file after it."""
        present = {_root(address) for address in self.entries}
        for address in self.texts_and_fields():
            if _root(address) in present and address not in self.entries:
                self._insert_text_or_field(address)
        for address, line, cells in self.rows():
            if _root(address) in present and address not in self.entries:
                self._insert_row(address, line, [cell for cell in cells if cell not in self.entries])
        wanted = [address for address, value in self.wanted.items() if value != BLANK]
        for root in {_root(address): None for address in sorted(wanted, key=self._rank)}:
            if root not in present:  # after the lines: they may hang on the same one
                self._insert_table(root)
        return self.text()

    def _insert_text_or_field(self, address: str) -> None:
        field = self.form.fields.get(address)
        if field and self.wanted[address] == BLANK and not takes_blank(field):
            return
        root = self.entries.get(_root(address))
        if root and isinstance(root.item, InlineTable):
            row = SpelledRow(root.item)
            row.insert(address.rpartition(".")[2], self.spelled(address), row.last)
            root.parent[root.key] = tomlkit.value(str(row))
        else:
            self._insert_line(address, header_line(field, self.spelled) if field else text_line(address, self.spelled))

    def _insert_row(self, address: str, line: Line, cells: list[str]) -> None:
        if any(
            entry.startswith(f"{address}.") for entry in self.entries
        ):  # written as a.b = 1, or in a table of its own
            for cell in cells:
                column = cell.rpartition(".")[2]
                self._insert_line(cell, f"{line.row.id}.{column} = {self.spelled(cell)}\n")
        else:
            self._insert_line(address, row_lines(line.table, self._of(line))[line.row.id])

    def _of(self, line: Line) -> Spelled:
        """The values of one row: the width of its columns does not depend on other rows, which stand in the file."""
        return lambda address: self.spelled(address) if address in line.cells else literal(BLANK)

    def _insert_line(self, address: str, line: str) -> None:
        """A line of its own, in the deepest table of the file that it belongs to."""
        table = address
        while table and not (table in self.entries and self.entries[table].is_header):
            table = table.rpartition(".")[0]
        behind = [other for other in self._before(address) if self.entries[other].table == table]
        nearest = behind[-1] if behind else table
        if nearest in self.entries:
            item = self.entries[nearest].item
            if address not in self.form.kinds and nearest in self.form.texts:  # the first row: below the heads
                item = _last_comment_behind(self.entries[nearest])
            inside = table.partition(".")[2]
            hang(item, line.removeprefix(f"{inside}.") if inside else line)

    def _insert_table(self, name: str) -> None:
        """A whole table that the file lacks, behind the one that comes before it in the form."""
        if name == "report":
            fields = [f for f in self.form.header if takes_blank(f) or self.values.get(f.address, BLANK) != BLANK]
            text = header_table(fields, self.spelled)
        elif name == "preface":
            text = preface_table(self.spelled)
        else:
            text = section_table(self.form.section(name), self.spelled, self.wanted)
        first = min(rank for address, rank in self._ranks.items() if _root(address) == name)
        earlier = {_root(address) for address, rank in self._ranks.items() if rank < first}
        lines = [(address, entry) for address, entry in self.entries.items() if not entry.is_inside]
        behind = [entry for address, entry in lines if _root(address) in earlier]
        nearest = max(behind, default=None, key=_number)
        if nearest is None or not nearest.table:  # a header takes in the keys below it: behind all that have none
            nearest = max((entry for _, entry in lines if not entry.table), key=_number)
        hang(nearest.item, f"\n{text}")

    def _rank(self, address: str) -> int:
        return self._ranks.get(address, -1)

    def _before(self, address: str) -> list[str]:
        """The addresses in the file that come before this one in the form, the nearest last."""
        known = (
            other
            for other, entry in self.entries.items()
            if -1 < self._rank(other) < self._rank(address) and not entry.is_inside
        )
        return sorted(known, key=self._rank)


def _last_comment_behind(entry: Statement) -> Item:
    """The last of the comment lines directly below an entry; the entry's own item if there is none."""
    items = [item for _, item in entry.siblings]
    last = entry.item
    for item in items[next(at for at, item in enumerate(items) if item is last) + 1 :]:
        if not isinstance(item, Comment):
            break
        last = item
    return last


def _number(entry: Statement) -> int:
    return entry.number


def _root(address: str) -> str:
    return address.partition(".")[0]


def _ranks(form: Form) -> dict[str, int]:
    """The order of the file: every address, and every row at its first cell."""
    ranks: dict[str, int] = {}
    for rank, address in enumerate(form.kinds):
        if address in form.cells:
            ranks.setdefault(address.rpartition(".")[0], rank)
        ranks[address] = rank
    return ranks
