"""What a text of a table can be a name of, in any version of the form: a caption, a head, a group, a row.

Compared are letters, as `labels` does; what of it a text means is found out there. Called by what takes texts apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntFlag, auto
from functools import cache, lru_cache
from typing import Final, NamedTuple

from giptui.form import FORMS, Block, Shape, Table
from giptui.form.aliases import aliases
from giptui.readers.labels import caption, keys, letters

_LONGEST: Final = 80  # characters; the longest label has some forty


class Kind(IntFlag):
    """What a name may stand for. The same one may stand for several: 其他 is a column and a row."""

    NONE = 0
    CAPTION = auto()
    CORNER = auto()
    HEAD = auto()
    GROUP = auto()
    ROW = auto()


class Name(NamedTuple):
    """What a text is a name of; the tables that it is one of; how many cells a row of that name may have."""

    kind: Kind = Kind.NONE
    tables: frozenset[str] = frozenset()
    counts: frozenset[int] = frozenset()


UNKNOWN: Final = Name()


@lru_cache(maxsize=4096)
def named(text: str) -> Name:
    """What the text is a name of, without its ordinal or the remark behind it too."""
    text = text.strip()
    if not text or len(text) > _LONGEST:
        return UNKNOWN
    if text[0] in "第2二《条" and caption(text):
        return Name(Kind.CAPTION, frozenset(["proactive_disclosure"]))
    names, _ = _index()
    return next((names[key] for key in keys(text) if key in names), UNKNOWN)


@lru_cache(maxsize=4096)
def is_beginning(text: str) -> bool:
    """Whether a name begins so and goes on: the first line of one that is broken over several."""
    return len(text) <= _LONGEST and letters(text) in _index()[1]


@cache
def _index() -> tuple[dict[str, Name], frozenset[str]]:
    """Each name by its letters, and all that names begin with."""
    names: dict[str, Name] = {}
    beginnings: set[str] = set()
    for text, name in _names():
        whole = letters(text)
        for key in {*keys(text)} - {""}:
            other = names.get(key, UNKNOWN)
            names[key] = Name(other.kind | name.kind, other.tables | name.tables, other.counts | name.counts)
        beginnings.update(whole[:end] for end in range(1, len(whole)))
    return names, frozenset(beginnings - {""})


def _names() -> Iterator[tuple[str, Name]]:
    for form in FORMS.values():
        for table in form.tables.values():
            for block in table.blocks:
                yield from _names_of(table, block)


def _names_of(table: Table, block: Block) -> Iterator[tuple[str, Name]]:
    here = frozenset([table.id])
    if block.caption:
        yield block.caption, Name(Kind.CAPTION, here)
    if block.corner:
        yield block.corner, Name(Kind.CORNER, here)
    for column in block.columns:
        own = (aliases("column", f"{table.id}.{row.id}.{column.id}") for row in block.rows)
        for text in (
            column.label,
            *aliases("column", f"{table.id}.{column.id}"),
            *(name for each in own for name in each),
        ):
            yield text, Name(Kind.HEAD, here)
        for text in column.over:
            yield text, Name(Kind.HEAD, here)
    for row in block.rows:
        count = frozenset([len(block.columns)])
        for text in (row.label, *aliases("row", f"{table.id}.{row.id}")):
            yield text, Name(Kind.ROW | (Kind.HEAD if table.shape is Shape.WIDE else Kind.NONE), here, count)
        for group in row.groups:
            for text in (group, *aliases("group", f"{table.id}.{group}")):
                yield text, Name(Kind.HEAD if table.shape is Shape.WIDE else Kind.GROUP, here)
