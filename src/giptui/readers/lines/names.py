"""What a text of a table can be a name of, in any version of the form: a caption, a head, a group, a row.

Compared are letters, as `labels` does; what of it a text means is found out there. Called by what takes texts apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final, NamedTuple

from giptui.form import FORMS, Block, Shape, Table
from giptui.form.aliases import aliases
from giptui.readers.labels import caption, keys, letters

_MOST_HEADS: Final = 20  # on a line
_LONGEST: Final = 80  # characters; the longest label has some forty


class Name(NamedTuple):
    """What a text can be the name of (其他 is a column and a row); the tables that it stands in; how many cells a row
    of that name may have.
    """

    is_caption: bool = False
    is_corner: bool = False
    is_head: bool = False
    is_group: bool = False
    is_row: bool = False
    tables: frozenset[str] = frozenset()
    counts: frozenset[int] = frozenset()

    def __or__(self, other: Name) -> Name:
        return Name(
            self.is_caption or other.is_caption,
            self.is_corner or other.is_corner,
            self.is_head or other.is_head,
            self.is_group or other.is_group,
            self.is_row or other.is_row,
            self.tables | other.tables,
            self.counts | other.counts,
        )


UNKNOWN: Final = Name()


@lru_cache(maxsize=4096)
def named(text: str) -> Name:
    """What the text is a name of, without its ordinal or the remark behind it too."""
    text = text.strip()
    if not text or len(text) > _LONGEST:
        return UNKNOWN
    if text[0] in "第2二《条" and caption(text):
        return Name(is_caption=True, tables=frozenset(["proactive_disclosure"]))
    names, _ = _index()
    return next((names[key] for key in keys(text) if key in names), UNKNOWN)


def is_name(text: str) -> bool:
    """Whether the text is a name of anything."""
    return named(text) is not UNKNOWN


def are_names(text: str) -> bool:
    """Whether it is several names with a blank between them: the heads of a row on one line."""
    words = text.split(maxsplit=_MOST_HEADS)
    return 1 < len(words) <= _MOST_HEADS and all(map(is_name, words))


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
            names[key] = names.get(key, UNKNOWN) | name
        beginnings.update(whole[:end] for end in range(1, len(whole)))
    return names, frozenset(beginnings - {""})


def _names() -> Iterator[tuple[str, Name]]:
    for form in FORMS.values():
        for table in form.tables.values():
            for block in table.blocks:
                yield from _names_of(table, block)


def _names_of(table: Table, block: Block) -> Iterator[tuple[str, Name]]:
    here = frozenset([table.id])
    head, is_wide = Name(is_head=True, tables=here), table.shape is Shape.WIDE
    if block.caption:
        yield block.caption, Name(is_caption=True, tables=here)
    if block.corner:
        yield block.corner, Name(is_corner=True, tables=here)
    for column in block.columns:
        own = (aliases("column", f"{table.id}.{row.id}.{column.id}") for row in block.rows)
        others = aliases("column", f"{table.id}.{column.id}")
        for text in (column.label, *column.over, *others, *(name for each in own for name in each)):
            yield text, head
    for row in block.rows:
        for text in (row.label, *aliases("row", f"{table.id}.{row.id}")):
            yield text, Name(is_head=is_wide, is_row=True, tables=here, counts=frozenset([len(block.columns)]))
        for group in row.groups:
            for text in (group, *aliases("group", f"{table.id}.{group}")):
                yield text, head if is_wide else Name(is_group=True, tables=here)
