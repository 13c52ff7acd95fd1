"""What a page shows, as it comes: lines, pictures, tables of cells that hold the same again; in the end its blocks.

Filled by `markup` as it walks the tree. A table with a table inside, or with one column, is layout: what its cells hold
stands one after the other.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

from giptui.readers import refusals
from giptui.readers.document import Anchor, Block, Cell, Grid, InParagraph, InTable, Picture, Place, Text
from giptui.readers.formats.asides import Aside, Said, without_marks
from giptui.readers.formats.spans import Spanned, laid, parts
from giptui.report.figures import is_figure

_KIND: Final = "网页或文档"
_MOST_LINES: Final = 100_000  # a report has some thousand
_WIDE: Final = "\u2e80-\u303f\u3040-\u9fff\uf900-\ufaff\uff00-\uffef"
_SPACES: Final = r"[ \t\n\r\f]+"
_BROKEN_IN_CHINESE: Final = rf"(?<=[{_WIDE}])[ \t\f]*[\r\n][ \t\r\n\f]*(?=[{_WIDE}])"  # a line of the source, no space
_INVISIBLE: Final = dict.fromkeys(
    (*range(0x20), *range(0x7F, 0xA0), 0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF)  # controls, soft and no width
)
_PICTURE_IN_CELL: Final = "单元格里是图片"
_BREAK: Final = Said("\n", Aside.NONE)
_NAMED: Final = 3  # marks that a note names


class Shown(NamedTuple):
    """A picture."""


class Hung(NamedTuple):
    """An anchor: what comes next stands in the paragraph of that number. Nothing is seen of it."""

    paragraph: int


class Table(NamedTuple):
    """A table that is one: its rows of cells as they are written."""

    rows: tuple[tuple[Spanned, ...], ...]


Item = str | Shown | Table | Hung


class Flow:
    """The page, or one cell of a table that is being read."""

    def __init__(self, rows: int = 1, columns: int = 1) -> None:
        self.rows = rows
        self.columns = columns
        self.items: list[Item] = []
        self._line: list[str] = []
        self._said: list[Said] = []
        self._has_asides = False

    def say(self, text: str, aside: Aside = Aside.NONE) -> None:
        self._line.append(text)
        self._said.append(Said(text, aside))
        self._has_asides |= aside is not Aside.NONE

    def end(self, shown: bool = False, verbatim: bool = False) -> None:
        """The line is at its end; ``shown``: an empty one too; ``verbatim``: its spaces are seen."""
        if not self._line and not shown:
            return
        text = "".join(self._line)
        line = text.rstrip().translate(_INVISIBLE) if verbatim else collapsed(text)
        self._line.clear()
        self._said.append(_BREAK)
        if line or shown:
            self.items.append(line)
            if len(self.items) > _MOST_LINES:
                raise refusals.too_large(_KIND)

    def hang(self, paragraph: int) -> None:
        """An anchor, at the beginning of a line."""
        self.items.append(Hung(paragraph))

    def put(self, items: Sequence[Item]) -> None:
        self.end()
        self.items.extend(items)

    def spanned(self) -> Spanned:
        """The cell, of lines only."""
        self.end()
        text = "\n".join(filter(None, (item.strip() for item in self.items if isinstance(item, str))))
        hung = tuple(item.paragraph for item in self.items if isinstance(item, Hung))
        if self._has_asides:
            body, doubt, mark = without_marks(self._said)
            lines = map(collapsed, body.split("\n")) if mark else [text]
            return Spanned("\n".join(filter(None, lines)), self.rows, self.columns, doubt, hung, mark)
        pictured = not text and any(isinstance(item, Shown) for item in self.items)
        return Spanned(text, self.rows, self.columns, _PICTURE_IN_CELL if pictured else "", hung)


def collapsed(text: str) -> str:
    """A line as a browser shows it: runs of spaces are one, none at the edges; other white space stays."""
    if text.isprintable() and "  " not in text:
        return text.strip(" ")
    text = re.sub(_BROKEN_IN_CHINESE, "", text) if "\n" in text or "\r" in text else text
    return re.sub(_SPACES, " ", text).strip(" ").translate(_INVISIBLE)


def table(rows: Sequence[Sequence[Flow]]) -> list[Item]:
    """What the table comes to: itself, or what its cells hold."""
    cells = [cell for row in rows for cell in row]
    for cell in cells:
        cell.end()
    if all(len(row) <= 1 for row in rows) or any(isinstance(item, Table) for cell in cells for item in cell.items):
        return [item for cell in cells for item in cell.items]
    return [Table(tuple(tuple(cell.spanned() for cell in row) for row in rows))]


def placed(items: Sequence[Item]) -> tuple[tuple[Block, ...], tuple[Anchor, ...]]:
    """The blocks, each in its place, and the anchors there: paragraphs and tables count on their own."""
    blocks: list[Block] = []
    anchors: list[Anchor] = []
    paragraph = number = 0
    hung: tuple[int, ...] = ()
    begins = True  # an anchor is the first since something was shown
    for item in items:
        if isinstance(item, Hung):
            hung = (item.paragraph,) if begins else (*hung, item.paragraph)
            begins = False
            continue
        begins = True
        if isinstance(item, Table):
            number += 1
            cells = laid(item.rows, _in_table(number))
            written = (spanned for row in item.rows for spanned in row)
            anchors += ((cell.place, each.hung) for cell, each in zip(cells, written, strict=True) if each.hung)
            blocks += _of_table(cells)
            continue
        paragraph += 1
        place = InParagraph(paragraph)
        if hung:
            anchors.append((place, hung))
        blocks.append(Text(item, place) if isinstance(item, str) else Picture(place))
    return tuple(blocks), tuple(anchors)


def left_out(items: Sequence[Item]) -> Iterator[str]:
    """A sentence on each table with numbers whose raised marks of notes were not read."""
    tables = (item for item in items if isinstance(item, Table))
    for number, table in enumerate(tables, 1):
        marks = [cell.mark for row in table.rows for cell in row if cell.mark and is_figure(cell.text)]
        if marks:
            names = "、".join(list(dict.fromkeys(marks))[:_NAMED])
            yield f"第 {number} 个表格里有 {len(marks)} 格的数带着上标的注号（{names}），注号没有读入"


def _in_table(number: int) -> Callable[[int, int], Place]:
    return lambda row, column: InTable(number, row + 1, column + 1)


def _of_table(cells: Sequence[Cell]) -> Iterator[Block]:
    for part in parts(cells):
        if isinstance(part, Grid):
            yield part
        else:
            yield from (Text(line, cell.place) for cell in part for line in cell.text.split("\n"))
