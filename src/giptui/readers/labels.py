"""The labels of the form as people write them: shortened, without their ordinal, with other punctuation, damaged.

Compared are letters: NFKC, without blanks, quotes and marks. A name that fits several things fits none. The names that
published reports have beside the form's own are declared in `form/aliases.txt`. Called by what reads tables and prose,
and by the session for what is pasted.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, cached_property, lru_cache
from typing import Final, NamedTuple

from giptui.form import FORMS, LATEST, Column, Row, Table
from giptui.form.aliases import aliases

_ORDINAL: Final = re.compile(
    r"\s*(?:[（(]\s*[一二三四五六七八九十0-9０-９]+\s*[)）]|第[一二三四五六七八九十]+部分|"
    r"[一二三四五六七八九十0-9０-９]+\s*[)）、.．,，:：]|[㈠-㈩⑴-⒇⒈-⒛①-⑳])[、.．]?"
)
_LOST_ORDINAL: Final = re.compile(r"\s*[、.．)）]")
_REMARK: Final = re.compile(r"\s*[（(][^（）()]*[)）]?\s*[:：。]?\s*$")
_CAPTION: Final = re.compile(r"(?:条例)?第?(?:二十|20)条(?:第?[（(]?([一二三四五六七八九1-9])[)）]?项)")
_FEWEST: Final = 4  # characters of a label that is shortened
_LONGEST: Final = 100
_LONGEST_HEADING: Final = 60
_LIKE: Final = 80  # per cent of a name that are the same in one that is damaged
_REMEMBERED: Final = 5_000  # texts
_SEVERAL: Final = "*"  # no row is called so
_NUMERALS: Final = "一二三四五六七八九十"


class Heading(NamedTuple):
    """A line as the heading of a section. ``mark`` is its ordinal as printed (``二、``, ``（二）``, empty);
    ``is_exact``: it is a name of the section and nothing else, so that the line can hardly be anything but a heading.
    """

    section: str
    mark: str
    is_exact: bool


def heading(text: str) -> Heading | None:
    """The section whose heading the line is; None if it is none. The lines 一、本年新收… to 四、结转… of the matrix,
    which look like headings, are none.

    Without an ordinal, with a bracketed one, or with one that is another section's, a line has to be a name of the
    section exactly: subheadings within a section are called like sections.
    """
    line = text.strip()
    if not line or len(line) > _LONGEST_HEADING:
        return None
    match = _ORDINAL.match(line) or _LOST_ORDINAL.match(line)
    mark = match[0].strip() if match else ""
    name = line[len(match[0]) if match else 0 :]
    keys = {letters(name), letters(_REMARK.sub("", name))} - {""}
    number = next((_NUMERALS.index(c) + 1 for c in unicodedata.normalize("NFKC", mark) if c in _NUMERALS), 0)
    bracketed = mark[:1] in "（(㈠㈡㈢㈣㈤㈥" if mark else False
    for section in LATEST.sections:
        if not keys.isdisjoint(_section_names(section.id)):
            return None if bracketed and number != section.number else Heading(section.id, mark, is_exact=True)
    if not number or bracketed or number > len(LATEST.sections) or _is_matrix_row(line):
        return None
    section = LATEST.sections[number - 1]
    return Heading(section.id, mark, is_exact=False) if _is_like(keys, section.id) else None


def caption(text: str) -> str:
    """The numeral of the caption over a part of section two (``一`` for 第二十条第（一）项); empty if it is none."""
    match = _CAPTION.fullmatch("".join(unicodedata.normalize("NFKC", text).split()).strip(":;,。"))
    if match is None:
        return ""
    return match[1] if match[1] in _NUMERALS else _NUMERALS[int(match[1]) - 1]


class _Name(NamedTuple):
    """A name of a row, whole and without its ordinal."""

    row: str
    full: str
    short: str
    letters: frozenset[str]
    is_official: bool


class Labels:
    """Finds the rows, columns and groups of one table by name."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._found: dict[tuple[str, bool], str] = {}  # a page says the same labels many times

    def row(self, text: str, whole: bool = False) -> str:
        """The identifier of the row; empty if it is none. ``whole``: nothing is left out in the middle of its name, and
        nothing in it is damaged.
        """
        key = text, whole
        if key not in self._found:
            if len(self._found) > _REMEMBERED:
                self._found.clear()
            self._found[key] = self._sought(text, whole)
        return self._found[key]

    def _sought(self, text: str, whole: bool) -> str:
        if not text or self.group(text):
            return ""
        key, bare, plain = keys(text)
        for found in (self._named.get(key), self._named.get(bare), self._named.get(plain)):
            if found:
                return found if found != _SEVERAL else ""
        if len(key) < _FEWEST:
            return ""
        begun = self._begun.get(key, frozenset()) | self._beginning(key)
        if begun or whole:
            return next(iter(begun)) if len(begun) == 1 else ""
        return self._damaged(bare)

    def _beginning(self, key: str) -> frozenset[str]:
        """The rows whose official name the key begins with."""
        names = (self._official.get(key[:n], "") for n in range(_FEWEST, len(key)) if n >= len(key) // 2)
        return frozenset(names) - {""}

    def _damaged(self, bare: str) -> str:
        """The one row whose name a shortened or damaged one can be."""
        if len(bare) < _FEWEST or sum(letter not in self._letters for letter in bare) * 5 > len(bare):
            return ""
        letters_of = frozenset(bare)
        within = {n.row for n in self._rows if letters_of <= n.letters and _is_within(bare, n.short)}
        if within:
            return within.pop() if len(within) == 1 else ""
        from rapidfuzz import fuzz, process

        near = process.extract(bare, self._shorts, scorer=fuzz.ratio, score_cutoff=_LIKE, limit=None)
        rows = {self._rows[n].row for _, _, n in near}
        return rows.pop() if len(rows) == 1 else ""

    def column(self, text: str) -> str:
        """The label of the column; empty if it is none."""
        _, bare, plain = keys(text)
        return self._columns.get(bare) or self._columns.get(plain, "")

    def group(self, text: str) -> str:
        """The label over a group of rows as the form has it; empty if it is none."""
        return next((self._groups[key] for key in keys(text) if key and key in self._groups), "")

    def is_group(self, text: str) -> bool:
        """Whether it is the label over a group of rows."""
        return bool(self.group(text))

    def is_head(self, text: str) -> bool:
        """Whether it stands above columns: the name of one, or half of it, a head that spans several, or the corner."""
        known = {*keys(text)} - {""}
        return not known.isdisjoint(self._columns) or not known.isdisjoint(self._heads)

    def is_corner(self, text: str) -> bool:
        """Whether it stands over the labels of the rows."""
        return letters(text) in self._corners

    def is_label(self, text: str) -> bool:
        """Whether the text, which is no figure, is more likely a label than something odd in a cell."""
        return len(keys(text)[0]) >= _FEWEST or bool(self.row(text) or self.column(text) or self.is_group(text))

    @cached_property
    def _rows(self) -> tuple[_Name, ...]:
        named = (
            _Name(row.id, *keys(name)[:2], frozenset(keys(name)[1]), is_official)
            for row, _ in self._table.rows()
            for names, is_official in (
                ((row.label, "".join(row.path[-2:])), True),
                (aliases("row", f"{self._table.id}.{row.id}"), False),
            )
            for name in names
        )
        return tuple(dict.fromkeys(named))

    @cached_property
    def _shorts(self) -> tuple[str, ...]:
        return tuple(name.short for name in self._rows)

    @cached_property
    def _letters(self) -> frozenset[str]:
        return frozenset().union(*(name.letters for name in self._rows))

    @cached_property
    def _official(self) -> dict[str, str]:
        return {name.full: name.row for name in self._rows if name.is_official}

    @cached_property
    def _begun(self) -> dict[str, frozenset[str]]:
        """The rows that each beginning of a name can be."""
        rows: dict[str, set[str]] = {}
        for name in self._rows:
            for n in range(_FEWEST, len(name.full)):
                rows.setdefault(name.full[:n], set()).add(name.row)
        return {key: frozenset(own) for key, own in rows.items()}

    @cached_property
    def _named(self) -> dict[str, str]:
        """The row of each name, whole or without its ordinal."""
        rows: dict[str, set[str]] = {}
        for name in self._rows:
            for key in {name.full, name.short} - {""}:
                rows.setdefault(key, set()).add(name.row)
        return {key: own.pop() if len(own) == 1 else _SEVERAL for key, own in rows.items()}

    @cached_property
    def _columns(self) -> dict[str, str]:
        return {
            keys(name)[1]: column.label
            for row, columns in self._table.rows()
            for column in columns
            for name in _column_names(self._table, row, column)
        }

    @cached_property
    def _groups(self) -> dict[str, str]:
        names = {
            group: (group, *aliases("group", f"{self._table.id}.{group}"))
            for row, _ in self._table.rows()
            for group in row.groups
        }
        return {key: group for group, each in names.items() for name in each for key in keys(name) if key}

    @cached_property
    def _heads(self) -> frozenset[str]:
        """What stands above the columns and names none: heads over several, halves of names, the corner."""
        columns = [column for _, columns in self._table.rows() for column in columns]
        halves = (part for column in columns for part in column.official.split("\n"))
        over = (head for column in columns for head in column.over)
        own = {key for name in (*halves, *over, *aliases("over", self._table.id)) for key in keys(name)}
        return frozenset(own | self._corners) - {""}

    @cached_property
    def _corners(self) -> frozenset[str]:
        names = (*(block.corner for block in self._table.blocks), *aliases("corner", self._table.id))
        return frozenset(map(letters, names)) - {""}


@cache
def labels_of(table: Table) -> Labels:
    """The labels of a table of the form; the same ones for every document."""
    return Labels(table)


def _column_names(table: Table, row: Row, column: Column) -> Iterator[str]:
    yield column.label
    yield from aliases("column", f"{table.id}.{column.id}")
    yield from aliases("column", f"{table.id}.{row.id}.{column.id}")


def letters(text: str) -> str:
    """The key of a name: its letters and digits, folded by NFKC; 其它 is 其他."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text))).casefold().replace("其它", "其他")


@lru_cache(maxsize=5_000)
def keys(text: str) -> tuple[str, str, str]:
    """The letters of a name; those without its ordinal; those without the remark in brackets behind it either."""
    text = text.strip()[:_LONGEST]
    bare = _ORDINAL.sub("", text, count=1) if _ORDINAL.match(text) else text
    return letters(text), letters(bare), letters(_REMARK.sub("", bare))


def _is_within(short: str, long: str) -> bool:
    """Whether the letters of the short name stand in the long one, in their order."""
    rest = iter(long)
    return all(letter in rest for letter in short)


@cache
def _section_names(identifier: str) -> frozenset[str]:
    section = LATEST.section(identifier)
    return frozenset(map(letters, (section.name, *aliases("section", identifier))))


def _is_matrix_row(line: str) -> bool:
    """Whether it is the label of a row or a group of the matrix that has an ordinal like a heading's."""
    tables = (labels_of(form.tables["applications"]) for form in FORMS.values())
    return any(labels.row(line, whole=True) or labels.is_group(line) for labels in tables)


def _is_like(keys: set[str], identifier: str) -> bool:
    """Whether a name can be that of the section with something before it, behind it, or lost."""
    from rapidfuzz import fuzz

    names = [name for name in _section_names(identifier) if len(name) >= _FEWEST]
    return any(name in key or fuzz.ratio(key, name) >= _LIKE for key in keys if len(key) >= _FEWEST for name in names)
