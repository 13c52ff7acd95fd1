"""A sheet for a table of the form: heading, official heads and labels, the values, totals that add themselves up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from giptui.form import Identity, Kind, Section, Shape, Table
from giptui.printers.cells import Placed, Role, cells
from giptui.printers.xlsx.book import RED, At, Book, height, lines
from giptui.report import BLANK, State, Value, Verdict, fits, judge, show

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_TOP: Final = 1  # the row in which the table begins, below the heading
_WIDTHS: Final = {
    Shape.BLOCKS: (24, 20),  # of the columns of labels, then of each column of values
    Shape.MATRIX: (5, 11, 32, 8.5),
    Shape.WIDE: (6.5,),
}
_LEAST: Final = 22  # points; of a row
_EXACT: Final = 15  # digits that a spreadsheet keeps
_SCALE: Final = {Role.CAPTION: {"font_name": "黑体"}, Role.HEAD: {"font_name": "黑体"}}


def add(book: Book, section: Section, table: Table) -> None:
    """The sheet of the section's table, called as there is room: 申请办理."""
    sheet = book.sheet(section.short, one_page=True)
    placed = cells(book.report, table)
    across = max(cell.column + cell.columns for cell in placed)
    widths = _widths(table, across)
    for column, each in enumerate(widths):
        sheet.set_column(column, column, each)
    heading = book.look(font_name="黑体", font_size=14, text_wrap=False)
    sheet.merge_range(0, 0, 0, across - 1, section.title, heading)
    sheet.set_row(0, 30)
    for row, points in enumerate(_heights(placed, widths), _TOP):
        sheet.set_row(row, points)
    for cell in placed:
        if cell.role is Role.VALUE:
            book.place(cell.address, At(section.short, cell.row + _TOP, cell.column))
    _fill(book, sheet, section.short, placed)
    first = min(cell.row for cell in placed if cell.role is Role.VALUE) + _TOP
    if table.shape is Shape.MATRIX:
        sheet.freeze_panes(first, 0)
        sheet.repeat_rows(_TOP, first - 1)
    bottom = max(cell.row + cell.rows for cell in placed) + _TOP
    sheet.print_area(0, 0, bottom - 1, across - 1)
    sheet.ignore_errors({"number_stored_as_text": f"A1:Z{bottom}"})


def _widths(table: Table, across: int) -> list[float]:
    *labels, values = _WIDTHS[table.shape]
    return [*labels, *[values] * (across - len(labels))]


def _heights(placed: Sequence[Placed], widths: Sequence[float]) -> Iterator[float]:
    """Every row as high as the texts that stand in it alone."""
    for row in range(max(cell.row + cell.rows for cell in placed)):
        own = (cell for cell in placed if cell.row == row and cell.rows == 1 and cell.role is not Role.VALUE)
        needed = (lines(cell.text, sum(widths[cell.column : cell.column + cell.columns])) for cell in own)
        yield max(_LEAST, height(max(needed, default=1)))


def _fill(book: Book, sheet: Worksheet, name: str, placed: Sequence[Placed]) -> None:
    totals = _totals(book)
    for cell in placed:
        value = book.report[cell.address] if cell.role is Role.VALUE else cell.text
        verdicts = totals.get(cell.address, ())
        wrong = [verdict for verdict in verdicts if verdict.state is State.BROKEN]
        look = book.look(**_look(cell, value, bool(wrong)))
        row, column = cell.row + _TOP, cell.column
        if cell.rows > 1 or cell.columns > 1:
            sheet.merge_range(row, column, row + cell.rows - 1, column + cell.columns - 1, "", look)
        if cell.role is not Role.VALUE or not _is_number(value, book.report.form.cells[cell.address].kind):
            sheet.write_string(row, column, cell.text, look) if cell.text else sheet.write_blank(row, column, "", look)
        elif verdicts and all(verdict.state is State.HOLDS for verdict in verdicts):
            parts = ",".join(book.ranges(verdicts[0].identity.left, name))
            sheet.write_formula(row, column, f"=SUM({parts})", look, value)
        else:
            sheet.write_number(row, column, value, look)
        if wrong:
            note = "；".join(map(_contradiction, wrong))
            sheet.write_comment(row, column, note, {"author": "", "width": 200, "height": 60, "font_size": 9})


def _totals(book: Book) -> dict[str, list[Verdict]]:
    """For each total how the sums that end in it stand."""
    found: dict[str, list[Verdict]] = {}
    for identity in book.report.form.identities:
        if identity.is_sum:
            found.setdefault(identity.right[0], []).append(judge(identity, book.report.__getitem__))
    return found


def _contradiction(verdict: Verdict) -> str:
    return f"{parts_of(verdict.identity)}为 {verdict.left}，这里填的是 {verdict.right}"


def parts_of(identity: Identity) -> str:
    """What a total is the sum of."""
    return "上面各行之和" if identity.rule == "column-sum" else "前面各列之和"


def _is_number(value: Value, kind: Kind) -> bool:
    """Whether it is a number that the cell's kind admits and that a spreadsheet keeps; all else is text, as it is in
    the sums of the form."""
    return not isinstance(value, str) and fits(value, kind) and len(re.findall("[0-9]", show(value))) <= _EXACT


def _look(cell: Placed, value: Value, wrong: bool) -> dict[str, Any]:
    """Numbers on the right with the digits as typed, smaller where there is no room; heads in the middle."""
    if cell.role is not Role.VALUE:
        align = "left" if cell.role is Role.LABEL else "center"
        return {"border": 1, "align": align, **_SCALE.get(cell.role, {})}
    look = {"border": 1, "align": "right", "text_wrap": False, "shrink": True, "num_format": _digits(value)}
    return {**look, "font_color": RED, "bold": True} if wrong else look


def _digits(value: Value) -> str:
    """The number format that shows so many places as were typed; text stays text."""
    if isinstance(value, str) and value != BLANK:
        return "@"
    places = len(show(value).partition(".")[2]) if isinstance(value, Decimal) else 0
    return f"0.{'0' * places}" if places else "0"
