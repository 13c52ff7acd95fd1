"""A page as the text that other programs draw from its PDF: row by row, or with the layout kept by blanks."""

from __future__ import annotations

from collections.abc import Iterator

from giptui.printers.cells import Placed, Role
from readers.writing.page import Line, Page, Sheet
from readers.writing.texts import words

_VERTICAL = "三、本年度办理结果"


def raw(page: Page, numbers: str = "middle", per_page: int = 34) -> str:
    """A row a line, cells apart by a blank, blank cells gone. A long label breaks; its numbers stand on its middle line
    or, ``own``, on a line behind it. What spans the matrix comes a character a line between rows. Prose breaks
    anywhere, page numbers stand in between.
    """
    lines = [line for part in page for line in (_prose(part) if isinstance(part, Line) else _rows(part, numbers))]
    return _numbered(lines, per_page)


def wrapped(page: Page, below: bool = True) -> str:
    """Rows as in ``raw``, the columns so narrow that the last digits of the numbers are on a line of their own below;
    or the label stands between the two lines.
    """

    def rows(sheet: Sheet) -> Iterator[str]:
        for row in sheet.rows():
            numbers = [cell.text for cell in row if cell.role is Role.VALUE and cell.text]
            label = " ".join(cell.text.replace("\n", "") for cell in row if cell.role is not Role.VALUE)
            tops = " ".join(number[:-1] if number.isdecimal() else number for number in numbers)
            rest = " ".join(number[-1] for number in numbers if number.isdecimal())
            lines = (f"{label} {tops}", rest) if below else (tops, label, rest)
            yield from (line.strip() for line in lines if line.strip())

    lines = (line for part in page for line in (_prose(part) if isinstance(part, Line) else rows(part)))
    return "\n".join(lines) + "\n"


def _numbered(lines: list[str], per_page: int) -> str:
    """A page number and a form feed behind so many lines."""
    found: list[str] = []
    for number, line in enumerate(lines, 1):
        found.append(line)
        if number % per_page == 0:
            found += ["", f"- {number // per_page} -", "\f"]
    return "\n".join(found) + "\n"


def _prose(line: Line) -> Iterator[str]:
    indent = "    " if line.role in ("prose", "preface") else ""
    yield from broken(indent + words(line), 38)


def broken(text: str, length: int) -> Iterator[str]:
    """The text in lines of at most that many characters."""
    return (text[at : at + length] for at in range(0, len(text), length))


def _rows(sheet: Sheet, numbers: str) -> Iterator[str]:
    vertical = iter(("三、", *_VERTICAL[2:]))
    for row in sheet.rows():
        values = " ".join(cell.text for cell in row if cell.role is Role.VALUE).split()
        labels = [cell.text for cell in row if cell.role in (Role.LABEL, Role.GROUP) and cell.text != _VERTICAL]
        if not any(cell.role is Role.LABEL for cell in row):
            yield from (line for cell in row if cell.role is not Role.VALUE for line in cell.text.split("\n"))
            yield from [" ".join(values)] if values else []
            continue
        pieces = [*broken(" ".join(labels), 24)]
        if numbers == "own":
            yield from (*pieces, " ".join(values))
        else:
            middle = len(pieces) // 2
            yield from (" ".join((piece, *values)) if at == middle else piece for at, piece in enumerate(pieces))
        if row[0].column > 0 and (character := next(vertical, "")):
            yield character


def layout(page: Page, per_page: int = 40) -> str:
    """Columns by blanks, every character one wide; labels broken within their column, numbers on the middle line."""
    lines = [line for part in page for line in (_prose(part) if isinstance(part, Line) else _aligned(part))]
    return _numbered(lines, per_page)


def _aligned(sheet: Sheet) -> Iterator[str]:
    margin = min(cell.column for cell in sheet.cells if cell.role is Role.VALUE)
    widths = {0: [6] * 15, 1: [18, 20, 20, 20], 3: [4, 10, 16, *[10] * 7]}[margin]
    edges = [sum(widths[:at]) for at in range(len(widths) + 1)]
    rows = sheet.rows()
    pieces = {cell: [*_pieces(cell, edges[cell.column + cell.columns] - edges[cell.column])] for cell in sheet.cells}
    heights = [max((len(pieces[cell]) for cell in row if cell.rows == 1), default=1) for row in rows]
    tops = [sum(heights[:at]) for at in range(len(rows) + 1)]
    lines = [""] * tops[-1]
    for cell in sorted(sheet.cells, key=lambda cell: cell.column):
        room = tops[cell.row + cell.rows] - tops[cell.row]
        at = tops[cell.row] + (room - len(pieces[cell])) // 2
        for piece in pieces[cell]:
            if piece and at < len(lines):
                width = edges[cell.column + cell.columns] - edges[cell.column]
                start = edges[cell.column] + max(0, (width - len(piece)) // 2)
                gap = " " if lines[at] else ""
                lines[at] = (lines[at] + gap).ljust(start) + piece
            at += 1
    yield from lines


def _pieces(cell: Placed, width: int) -> Iterator[str]:
    for line in cell.text.split("\n"):
        yield from broken(line, max(2, width - 2)) if line else ("",)
