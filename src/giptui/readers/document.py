"""What every reader makes of its source: texts and grids of cells in reading order, each with its place in the source.

A reader of a new kind is one module that turns bytes into a :class:`Document`; everything behind it is shared. It knows
nothing of the form: what a line or a cell means is found out from the labels, later.
"""

from typing import NamedTuple


class InLine(NamedTuple):
    """A line of a text, counted from 1."""

    line: int

    def words(self) -> str:
        return f"第 {self.line} 行"


class OnPage(NamedTuple):
    """A box on a page of paper, in points from the upper left corner; pages count from 1."""

    page: int
    box: tuple[float, float, float, float] | None = None  # x0, top, x1, bottom

    def words(self) -> str:
        return f"第 {self.page} 页"


class InTable(NamedTuple):
    """A cell of a table of a web page or a document; all count from 1."""

    table: int
    row: int
    column: int

    def words(self) -> str:
        return f"第 {self.table} 个表格第 {self.row} 行第 {self.column} 列"


class InSheet(NamedTuple):
    """A cell of a spreadsheet, by its own name."""

    sheet: str
    cell: str

    def words(self) -> str:
        return f"工作表“{self.sheet}”{self.cell}"


class InParagraph(NamedTuple):
    """A paragraph of a document or a web page outside its tables, counted from 1."""

    paragraph: int

    def words(self) -> str:
        return f"第 {self.paragraph} 段"


class InExport(NamedTuple):
    """A value in a file that giptui wrote out as data; the reports in it count from 1."""

    report: int
    address: str

    def words(self) -> str:
        return f"第 {self.report} 份报告的 {self.address}"


Place = InLine | OnPage | InTable | InSheet | InParagraph | InExport
"""Where something stands in its source. ``words()`` says it to a person, ``_asdict()`` to a program."""


class Text(NamedTuple):
    """A line or a paragraph outside tables. ``text`` is as the source has it, edge whitespace kept, of one line."""

    text: str
    place: Place


class Cell(NamedTuple):
    """A cell of a grid at its first row and column, both counted from 0; a merged cell stands once, with its spans.

    ``column`` is None where the source lost the blank cells before it, so that nobody can tell which one it is.
    ``doubt`` says why the text may be misread (a scan whose two witnesses disagree); such a cell becomes “?”.
    """

    text: str
    place: Place
    row: int
    column: int | None
    rows: int = 1
    columns: int = 1
    doubt: str = ""


class Grid(NamedTuple):
    """A table: its cells in row-major order, blank ones too. ``continues``: it goes on the one before it
    (a page break).
    """

    cells: tuple[Cell, ...]
    continues: bool = False

    def lines(self) -> dict[int, list[Cell]]:
        """The cells by the row they begin in."""
        found: dict[int, list[Cell]] = {}
        for cell in self.cells:
            found.setdefault(cell.row, []).append(cell)
        return found


class Picture(NamedTuple):
    """An image in its place: what it shows cannot be read, and may have been a table."""

    place: Place


Block = Text | Grid | Picture


Anchor = tuple[Place, tuple[int, ...]]
"""A place, and the paragraphs of the source's own XML that are shown there: their numbers, from 0, in its order."""


class Document(NamedTuple):
    """A source taken apart. ``kind`` is how a person calls it (网页, Word 文档, …); ``title`` that of the page itself;
    ``notes`` are sentences on what the reader had to leave out or could not read. ``anchors`` lead from places back
    into the source, for who writes comments into it; only Word documents have them.
    """

    kind: str
    blocks: tuple[Block, ...]
    title: str = ""
    notes: tuple[str, ...] = ()
    anchors: tuple[Anchor, ...] = ()


class Refused(Exception):  # noqa: N818 - what the source is
    """A source that cannot be imported: why, in one sentence with the remedy. ``refusal`` is its name in
    docs/refusals.md.
    """

    def __init__(self, refusal: str, reason: str) -> None:
        super().__init__(refusal, reason)
        self.refusal = refusal
        self.reason = reason

    def __str__(self) -> str:
        return self.reason
