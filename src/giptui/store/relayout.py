"""The canonical layout of a report file: what a new file with the same values would look like, and all the rest of it.

Order, columns and the comments of the form itself are set anew. What a person wrote stays: comments, above the line or
behind the value they stood at; the digits of numbers; keys that are none of ours; rows that cannot be read. No row or
section is added, no value changed. Called by `giptui fmt`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

import tomlkit
from tomlkit.items import AoT, Array, Comment, InlineTable, Item, Key, String, Table

from giptui.form import Table as FormTable
from giptui.report import Report
from giptui.store.document import Edited, relaid
from giptui.store.layout import TITLE, commented, heads, key_width, literal, row_lines, spelling
from giptui.store.opened import Opened
from giptui.store.parse import dotted, parse
from giptui.store.source import Source

_LAST: Final = ("origin", "x", "waiver")
"""The tables behind the form's own, in the order of a new file; before them those that nobody knows."""


def canonical(source: Source) -> Edited:
    """The file in its canonical layout; the file itself if it is. Unreadable or Unwritable if that cannot be done."""
    report = parse(source)
    own = ("", "report", "preface", *(section.id for section in report.form.sections))
    parts = _parts(Opened(source.name, source.text), own)
    others = [name for name in parts if name not in own and name not in _LAST]
    layout = _Layout(report, parts)
    texts = [
        layout.text(name) if name in own else _foreign(parts[name]) for name in (*own, *others, *_LAST) if name in parts
    ]
    return relaid(source, "\n".join(texts))


class _Written(NamedTuple):
    """A key of the file with its value, and the comment lines above it."""

    path: tuple[str, ...]
    item: Item
    above: tuple[str, ...]

    @property
    def comment(self) -> str:
        """The comment behind the value, without its sign."""
        return _bare(self.item.trivia.comment)


class _Part:
    """A top-level table of the file, wherever its pieces stand; named ``""`` is what stands before all headers."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.above: list[str] = []  # comment lines over the header
        self.comment = ""  # behind the header
        self.written: dict[str, _Written] = {}
        self.foot: list[str] = []  # comment lines behind the last key
        self.pieces: list[tuple[Key, Item]] = []  # of a table that is none of the form's

    def take(self, body: list[tuple[Key | None, Item]], path: tuple[str, ...]) -> None:
        """Take in the keys and comments of a table."""
        for key, item in body:
            if isinstance(item, Comment):
                self.foot.append(_bare(item.trivia.comment))
            elif key is None:
                continue
            elif isinstance(item, Table):
                if item.trivia.comment and not key.is_dotted():
                    self.foot.append(_bare(item.trivia.comment))
                self.take(item.value.body, (*path, key.key))
            else:
                address = dotted((*path, key.key))
                self.written[address] = _Written((*path, key.key), item, tuple(self.foot))
                self.foot = []


def _parts(opened: Opened, own: Collection[str]) -> dict[str, _Part]:
    """The file's tables by name."""
    parts = {"": _Part("")}
    above: list[str] = []
    loose: list[tuple[Key | None, Item]] = []  # keys before the first header
    for key, item in opened.root.body:
        if key is None or not isinstance(item, Table | AoT) or key.is_dotted():
            loose.append((key, item))
            continue
        if loose:
            above = _take_tail(loose)
            _take_loose(parts, loose, own)
            loose = []
        part = parts.setdefault(key.key, _Part(key.key))
        part.above += above
        above = _take_tail(item.body[-1].value.body if isinstance(item, AoT) else item.value.body)
        if key.key in own and isinstance(item, Table):
            part.comment = part.comment or _bare(item.trivia.comment)
            part.take(item.value.body, (key.key,))
        else:
            part.pieces.append((key, item))
    _take_loose(parts, loose, own)
    list(parts.values())[-1].foot += above
    return parts


def _take_loose(parts: dict[str, _Part], body: list[tuple[Key | None, Item]], own: Collection[str]) -> None:
    """Keys before all headers: those with a dotted name belong to their table."""
    for key, item in body:
        name = key.key if key and isinstance(item, Table | InlineTable) and key.key in own else ""
        part = parts.setdefault(name, _Part(name))
        if name:
            part.foot += parts[""].foot
            parts[""].foot = []
        if name and isinstance(item, InlineTable):
            part.take(item.value.body, (name,))
        else:
            part.take([(key, item)], ())


def _take_tail(body: list[tuple[Key | None, Item]]) -> list[str]:
    """Take the comment lines away that end a table right above the next header: they speak of what follows."""
    if body and isinstance(body[-1][1], Table):
        return _take_tail(body[-1][1].value.body)
    comments: list[str] = []
    while body and isinstance(body[-1][1], Comment):
        comments.insert(0, _bare(body.pop()[1].trivia.comment))
    return comments


class _Layout:
    """The text of the form's own tables, as far as the file has them."""

    def __init__(self, report: Report, parts: Mapping[str, _Part]) -> None:
        self.form = report.form
        self.parts = parts
        self.written = {address: entry for part in parts.values() for address, entry in part.written.items()}
        self.plain = spelling(report.form, report.values)
        self.damaged = {problem.address for problem in report.problems}

    def text(self, name: str) -> str:
        """The text of one of them."""
        part = self.parts[name]
        left = dict(part.written)
        if name == "":
            lines = [*self._opening(left)]
        elif name == "report":
            lines = [*self._header(part.comment, left)]
        else:
            lines = [*self._section(name, part.comment, left)]
        lines += (line for entry in left.values() for line in _verbatim(entry, depth=1 if name else 0))
        return "".join((*map(_comment, part.above), *lines, *map(_comment, part.foot)))

    def _opening(self, left: dict[str, _Written]) -> Iterator[str]:
        entry = left.pop("form")
        yield f"{TITLE}\n"
        yield from (_comment(each) for each in entry.above if each != _bare(TITLE))
        yield commented(f"form = {literal(self.form.id)}", entry.comment or self.form.document)

    def _header(self, comment: str, left: dict[str, _Written]) -> Iterator[str]:
        yield commented("[report]", comment) if comment else "[report]\n"
        for address, field in self.form.fields.items():
            if entry := left.pop(address, None):
                yield from map(_comment, entry.above)
                yield commented(f"{field.id} = {self._spelled(address)}", entry.comment or field.label)

    def _section(self, name: str, comment: str, left: dict[str, _Written]) -> Iterator[str]:
        section = None if name == "preface" else self.form.section(name)
        title = section.title if section else "前言"
        table = section.table if section else None
        before, *after = section.texts if section else ("preface.text",)
        yield commented(f"[{name}]", comment or title)
        yield from self._prose(before, left)
        if table is not None:
            yield from self._rows(table, left)
        for address in after:
            yield from self._prose(address, left)

    def _prose(self, address: str, left: dict[str, _Written]) -> Iterator[str]:
        if entry := left.pop(address, None):
            yield from map(_comment, (*entry.above, *filter(None, (entry.comment,))))
            yield f"{entry.path[-1]} = {self._spelled(address)}\n"

    def _rows(self, table: FormTable, left: dict[str, _Written]) -> Iterator[str]:
        found = {row.id: self._row(f"{table.id}.{row.id}", left) for row, _ in table.rows()}
        own = {row: next((e.comment for e in entries if e.comment), "") for row, entries in found.items()}
        lines = row_lines(table, self._spelled, {row: comment for row, comment in own.items() if comment})
        captions = {_squeezed(line): line for line in heads(table, self._spelled)}
        above_first = True
        for row, entries in found.items():
            if not entries:
                continue
            above = [each for entry in entries for each in entry.above]
            above += [entry.comment for entry in entries if entry.comment and entry.comment != own[row]]
            yield from (_comment(each) for each in above if _squeezed(each) not in captions)
            if above_first:
                yield from captions.values()
                above_first = False
            if self._is_plain(f"{table.id}.{row}", entries):
                yield lines[row]
            else:
                yield from _verbatim(entries[0]._replace(above=()), depth=1, width=key_width(table))

    def _row(self, address: str, left: dict[str, _Written]) -> list[_Written]:
        """What is written of a row: the row, or its cells one by one."""
        keys = (address, *self.form.lines[address].cells)
        return [left.pop(key) for key in keys if key in left]

    def _is_plain(self, address: str, entries: Sequence[_Written]) -> bool:
        """Whether the row can be written anew without losing anything."""
        item = entries[0].item
        if isinstance(item, InlineTable):
            known = {cell.rpartition(".")[2] for cell in self.form.lines[address].cells}
            return address not in self.damaged and {key.key for key, _ in item.value.body if key} <= known
        return address not in self.damaged and "#" not in item.as_string()

    def _spelled(self, address: str) -> str:
        """The value as it is written in the file if it is a number; else as a new file would write it."""
        row, _, column = address.rpartition(".")
        item: Any = entry.item if (entry := self.written.get(address)) else None
        line = self.form.lines.get(row)
        if line and row in self.written and row not in self.damaged:
            whole = self.written[row].item
            if isinstance(whole, Array):
                item = whole.item(line.cells.index(address))
            elif isinstance(whole, InlineTable) and column in whole:
                item = whole.value.item(column)
        return self.plain(address) if item is None or isinstance(item, String) else str(item.as_string())


def _foreign(part: _Part) -> str:
    """A table that is none of the form's, as it is written."""
    document = tomlkit.document()
    for key, item in part.pieces:
        document.append(key, item)
    return "".join((*map(_comment, part.above), document.as_string().strip("\n"), "\n", *map(_comment, part.foot)))


def _verbatim(entry: _Written, depth: int, width: int = 0) -> Iterator[str]:
    """A key with its value as it is written."""
    yield from map(_comment, entry.above)
    comment = f"  # {entry.comment}" if entry.comment else ""
    yield f"{dotted(entry.path[depth:]):<{width}} = {entry.item.as_string()}{comment}\n"


def _comment(text: str) -> str:
    return f"# {text}\n" if text[:1] not in ("", " ", "#") else f"#{text}\n"


def _bare(comment: str) -> str:
    """A comment without its sign, and without the blank behind it where there is one."""
    bare = comment.removeprefix("#")
    return bare if bare.startswith("  ") else bare.removeprefix(" ")


def _squeezed(text: str) -> str:
    return "".join(text.split()).removeprefix("#")
