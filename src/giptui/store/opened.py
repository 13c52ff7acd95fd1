"""A report file as tomlkit opens it, and what stands in it by address. Used by `document` and `canonical`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, NamedTuple

import tomlkit
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import AoT, InlineTable, Item, Key, Table

from giptui.store.errors import Unwritable
from giptui.store.parse import dotted

LONGEST: Final = 500_000  # characters; ten times what a report with very long prose has
_MOST: Final = {"\n": 3000, "=": 3000, "[": 3000, ",": 20_000}
"""tomlkit takes some hundred times as long as a parser that only reads."""


class Statement(NamedTuple):
    """A key or a header of the file."""

    number: int  # its place in the order of the file
    item: Item
    key: Key
    parent: Any  # the table that holds it
    siblings: list[tuple[Key | None, Item]]  # comments and blank lines among them
    table: str  # the address of the header above it, its own for a header; "" before the first header
    is_header: bool = False
    is_inside: bool = False  # within an inline table: no line of its own


class Opened:
    """A file's document, and its entries by address: of several with the same address the first.

    Unwritable where tomlkit does not give back what it has read, or would take minutes over it.
    """

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        if len(text) > LONGEST or any(text.count(mark) > most for mark, most in _MOST.items()):
            raise Unwritable(
                "edit-too-much",
                name,
                f"文件超过 {LONGEST // 10_000} 万字，或有 {_MOST['=']} 个以上的行、等号、方括号，"
                "giptui 只读不改；请用文本编辑器改",
            )
        try:
            self.root = tomlkit.parse(text)
            faithful = self.root.as_string() == text
        except (TOMLKitError, ValueError, RecursionError):
            raise Unwritable(
                "edit-unusual-layout",
                name,
                "这个文件的写法 giptui 只能读，不能改；请先用文本编辑器改成一行一个“键 = 值”的普通写法",
            ) from None
        if not faithful:
            raise Unwritable(
                "edit-split-table",
                name,
                "文件里同一张表拆成几处写，giptui 改不了；请先把同名的 [[waiver]] 等表挪到一起",
            )
        self.entries: dict[str, Statement] = {}
        for number, (address, entry) in enumerate(_walk(self.root, self.root.body, (), "")):
            self.entries.setdefault(address, entry._replace(number=number))

    def text(self) -> str:
        """The file as it stands after what has been done to its items."""
        return self.root.as_string()


def hang(item: Item, lines: str) -> None:
    """Put lines behind the one on which the item ends: until they are read again, they belong to its line end."""
    trail = item.trivia.trail
    item.trivia.trail = f"{trail}{lines}" if trail.endswith("\n") else f"{trail}\n{lines.removesuffix(chr(10))}"


def _walk(
    table: Any, body: list[tuple[Key | None, Item]], above: tuple[str, ...], header: str, inside: bool = False
) -> Iterator[tuple[str, Statement]]:
    for key, item in body:
        if key is None:
            continue
        path = (*above, key.key)
        address = dotted(path)
        entry = Statement(0, item, key, table, body, header, is_inside=inside)
        if isinstance(item, AoT):
            for number, element in enumerate(item.body, 1):
                yield f"{address}.{number}", entry._replace(item=element, parent=item, table=address, is_header=True)
                yield from _walk(element, element.value.body, path, address)
        elif isinstance(item, Table):
            if is_header := not key.is_dotted() and not item.is_super_table():
                yield address, entry._replace(table=address, is_header=True)
            yield from _walk(item, item.value.body, path, address if is_header else header, inside)
        else:
            yield address, entry
            if isinstance(item, InlineTable):
                yield from _walk(item, item.value.body, path, header, inside=True)
