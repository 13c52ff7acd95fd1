"""A document of Word 97 to 2003, or of WPS → its lines and tables. Runs in a child process (`child`), for `doc`."""

from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from itertools import groupby
from typing import Final, NamedTuple

from giptui.readers import refusals
from giptui.readers.document import Block, Cell, Document, Grid, InParagraph, InTable, Picture, Text
from giptui.readers.formats import word97
from giptui.readers.formats.spans import parts
from giptui.readers.formats.word97 import Divided, Paragraph

KIND: Final = "Word 97 或 WPS 文档"
_SAME_EDGE: Final = 60  # twips that the edges of one column may be apart


class _Written(NamedTuple):
    text: str
    doubt: str


class _Row(NamedTuple):
    cells: tuple[_Written, ...]
    divided: tuple[Divided, ...]


def read(data: bytes) -> Document:
    """What the document shows. Refused as broken if it is not of this format, so that another way may be tried."""
    import olefile  # type: ignore[import-untyped]

    try:
        with olefile.OleFileIO(BytesIO(data)) as file:
            main, first, second, other = (
                file.openstream(name).read() if file.exists(name) else b""
                for name in ("WordDocument", "0Table", "1Table", "Data")
            )
            found = list(word97.paragraphs(main, {False: first, True: second}, other))
    except word97.Encrypted:
        raise refusals.encrypted(KIND) from None
    except (word97.Unfit, olefile.OleFileError, OSError):
        raise refusals.broken(KIND) from None
    notes = ("文本框里的文字没有读",) if word97.has_boxes(main) else ()
    return Document(KIND, tuple(_blocks(found)), notes=notes)


def _blocks(paragraphs: Sequence[Paragraph]) -> Iterator[Block]:
    table = number = 0
    for in_table, run in groupby(paragraphs, key=lambda each: each.in_table):
        if in_table:
            table += 1
            yield from _table(list(run), table)
            continue
        for paragraph in run:
            number += 1
            place = InParagraph(number)
            yield from (Text(line, place) for line in paragraph.text.split("\n") if line)
            if paragraph.pictured:
                yield Picture(place)


def _table(paragraphs: Sequence[Paragraph], number: int) -> Iterator[Block]:
    for part in parts(_cells(list(_rows(paragraphs)), number)):
        if isinstance(part, Grid):
            yield part
        else:
            yield from (Text(line, cell.place) for cell in part for line in cell.text.split("\n"))


def _rows(paragraphs: Sequence[Paragraph]) -> Iterator[_Row]:
    cells: list[_Written] = []
    lines: list[Paragraph] = []
    for paragraph in paragraphs:
        if paragraph.ends == "row":
            yield _Row(tuple(cells), paragraph.cells)
            cells = []
            continue
        lines.append(paragraph)
        if paragraph.ends == "cell":
            cells.append(_written(lines))
            lines = []
    if cells or lines:
        yield _Row((*cells, *([_written(lines)] if lines else ())), ())


def _written(lines: Sequence[Paragraph]) -> _Written:
    text = "\n".join(filter(None, (part.strip() for line in lines for part in line.text.split("\n"))))
    return _Written(text, "单元格里是图片" if not text and any(line.pictured for line in lines) else "")


def _cells(rows: Sequence[_Row], number: int) -> list[Cell]:
    """The cells by the edges of all rows; a row whose division is not told has them one after the other."""
    edges = _edges(edge for row in rows for cell in row.divided for edge in (cell.left, cell.right))
    found: list[Cell] = []
    latest: dict[int, int] = {}  # column → which cell begins there, lowest down
    for at, row in enumerate(rows):
        told = row.divided if len(row.divided) == len(row.cells) else _one_by_one(len(row.cells), edges)
        for (text, doubt), (left, right, joins_left, joins_up) in zip(row.cells, told, strict=True):
            column, end = _nearest(edges, left), _nearest(edges, right)
            above = latest.get(column)
            if joins_left and found and found[-1].row == at:
                found[-1] = found[-1]._replace(columns=end - (found[-1].column or 0))
            elif joins_up and above is not None and found[above].row + found[above].rows == at:
                found[above] = found[above]._replace(rows=found[above].rows + 1)
            else:
                latest[column] = len(found)
                place = InTable(number, at + 1, column + 1)
                found.append(Cell(text, place, at, column, 1, max(end - column, 1), doubt))
    return found


def _one_by_one(count: int, edges: Sequence[int]) -> tuple[Divided, ...]:
    places = [edges[at] if at < len(edges) else at * _SAME_EDGE * 2 for at in range(count + 1)]
    return tuple(Divided(places[at], places[at + 1], False, False) for at in range(count))


def _edges(edges: Iterable[int]) -> list[int]:
    """Where columns begin and end, edges almost in one place as one."""
    found: list[int] = []
    for edge in sorted(set(edges)):
        if not found or edge - found[-1] > _SAME_EDGE:
            found.append(edge)
    return found


def _nearest(edges: Sequence[int], place: int) -> int:
    return min(range(len(edges)), key=lambda at: abs(edges[at] - place))
