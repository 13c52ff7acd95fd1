"""The labels of a table as people write them: shortened, without their ordinal, with other punctuation."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import cached_property
from typing import Final

from giptui.form import Table

_ORDINAL: Final = re.compile(r"[（(][一二三四五六七八九十0-9]+[)）]|[一二三四五六七八九十0-9]+[、.．,，]")
_FEWEST: Final = 4  # characters of a label that is shortened
_OTHER_NAMES: Final = {"合计": "总计"}


class Labels:
    """Finds the rows and columns of one table by name. A name that fits several fits none."""

    def __init__(self, table: Table) -> None:
        self._table = table

    def row(self, text: str, whole: bool = False) -> str:
        """The identifier of the row; empty if it is none. ``whole``: nothing is left out in the middle of its name."""
        if self.is_group(text):
            return ""
        key, bare = _keys(text)
        tests: tuple[Callable[[str, str], bool], ...] = (
            lambda full, _: full == key,
            lambda _, short: short == bare,
            lambda full, _: len(key) >= _FEWEST and (full.startswith(key) or key.startswith(full)),
            lambda _, short: len(bare) >= _FEWEST and _is_within(bare, short),
        )
        for test in tests[:3] if whole else tests:
            found = {identifier for identifier, full, short in self._rows if test(full, short)}
            if found:
                return found.pop() if len(found) == 1 else ""
        return ""

    def column(self, text: str) -> str:
        """The label of the column; empty if it is none."""
        key = _keys(text)[1]
        return self._columns.get(_OTHER_NAMES.get(key, key), "")

    def is_group(self, text: str) -> bool:
        """Whether it is the label over a group of rows."""
        return bool(text) and not self._groups.isdisjoint(_keys(text))

    def is_label(self, text: str) -> bool:
        """Whether the text, which is no figure, is more likely a label than something odd in a cell."""
        return len(_keys(text)[0]) >= _FEWEST or bool(self.row(text) or self.column(text) or self.is_group(text))

    @cached_property
    def _rows(self) -> tuple[tuple[str, str, str], ...]:
        """Each name of each row, whole and without its ordinal."""
        named = ((row, name) for row, _ in self._table.rows() for name in {row.label, "".join(row.path[-2:])})
        return tuple((row.id, *_keys(name)) for row, name in named)

    @cached_property
    def _columns(self) -> dict[str, str]:
        return {_keys(column.label)[1]: column.label for _, columns in self._table.rows() for column in columns}

    @cached_property
    def _groups(self) -> frozenset[str]:
        named: Iterable[str] = (group for row, _ in self._table.rows() for group in row.groups)
        return frozenset(key for group in named for key in _keys(group))


def _keys(text: str) -> tuple[str, str]:
    """The letters and digits of a name, and those of it without its ordinal."""
    return _letters(text), _letters(_ORDINAL.sub("", text.strip(), count=1) if _ORDINAL.match(text.strip()) else text)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text))).casefold()


def _is_within(short: str, long: str) -> bool:
    """Whether the letters of the short name stand in the long one, in their order."""
    letters = iter(long)
    return all(letter in letters for letter in short)
