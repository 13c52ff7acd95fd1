"""A spreadsheet (xlsx, xls, et, ods) → its lines and tables, sheet by sheet. Runs in a child process, for `sources`.

A blank row parts tables. Numbers are written as a cell without a number format shows them: 3, not 3.0; but with the
decimal places that the format of the cell demands. In the place of a line that says in which sheet a table is
(（表格见工作表“申请办理”）, as our own workbooks have it) that sheet is read, and a text that begins with a zero-width
space goes on with the one before.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from io import BytesIO
from itertools import groupby
from typing import TYPE_CHECKING, Final

from giptui.readers import refusals
from giptui.readers.document import Block, Cell, Document, Grid, InSheet, Text
from giptui.readers.formats.decimals import Places, shown_places
from giptui.readers.formats.spans import parts
from giptui.readers.formats.valueless import Doubts, doubts

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

KIND: Final = "电子表格"
_MOST_ROWS: Final = 2000
_MOST_COLUMNS: Final = 200
_MOST_SHEETS: Final = 50
_SUMS: Final = "勾稽关系"  # a sheet that repeats the tables' labels beside sums of its own
_MORE: Final = "\u200b"
_ELSEWHERE: Final = re.compile("[（(]表格见工作表“(.+)”[）)]")

_NO_NUMBER: Final = "格里是日期或逻辑值，不是数"

_Value = int | float | str | bool | time | date | datetime | timedelta
_Spans = Mapping[tuple[int, int], tuple[int, int]]


def read(data: bytes) -> Document:
    """What the sheets show that are not hidden."""
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    workbook = _opened(data)
    places = shown_places(data)
    sheets = [sheet for sheet in workbook.sheets_metadata if sheet.typ == SheetTypeEnum.WorkSheet][:_MOST_SHEETS]
    found: dict[str, tuple[Block, ...]] = {}
    odd = doubts(data, _MOST_ROWS)
    notes: list[str] = []
    for sheet in sheets:
        if sheet.visible != SheetVisibleEnum.Visible:
            notes.append(f"隐藏的工作表“{sheet.name}”没有读")
        elif sheet.name == _SUMS and len(sheets) > 1:
            notes.append(f"工作表“{sheet.name}”是核对用的，没有读")
        else:
            content = workbook.get_sheet_by_name(sheet.name)
            found[sheet.name] = tuple(_continued(_blocks(content, places.get(sheet.name, {}), odd)))
            if content.total_height > _MOST_ROWS or content.total_width > _MOST_COLUMNS:
                notes.append(f"工作表“{sheet.name}”很大，只读了前 {_MOST_ROWS} 行、前 {_MOST_COLUMNS} 列")
    return Document(KIND, tuple(_joined(found)), notes=tuple(notes))


def _continued(blocks: Iterator[Block]) -> Iterator[Block]:
    """The same, with every text and what goes on with it as one."""
    before: Block | None = None
    for block in blocks:
        if isinstance(block, Text) and block.text.startswith(_MORE) and isinstance(before, Text):
            before = before._replace(text=before.text + block.text.removeprefix(_MORE))
            continue
        if before:
            yield before
        before = block
    if before:
        yield before


def _joined(sheets: Mapping[str, Sequence[Block]]) -> Iterator[Block]:
    """The sheets one after another, but one that is named by a line before it in the place of that line, without the
    heading that stands on both."""
    done: set[str] = set()
    for name, blocks in sheets.items():
        if name in done:
            continue
        done.add(name)
        said: set[str] = set()
        for block in blocks:
            named = _ELSEWHERE.fullmatch(block.text.strip()) if isinstance(block, Text) else None
            if named and named[1] in sheets and named[1] not in done:
                done.add(named[1])
                yield from (each for each in sheets[named[1]] if not (isinstance(each, Text) and each.text in said))
            else:
                yield block
                said |= {block.text} if isinstance(block, Text) else set()


def _opened(data: bytes) -> "CalamineWorkbook":
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    try:
        return CalamineWorkbook.from_filelike(BytesIO(data))
    except PasswordError:
        raise refusals.encrypted(KIND) from None
    except CalamineError:
        raise refusals.broken(KIND) from None


def _blocks(sheet: "CalamineSheet", places: Places, doubts: Doubts) -> Iterator[Block]:
    values = [row[:_MOST_COLUMNS] for row in sheet.to_python(skip_empty_area=False, nrows=_MOST_ROWS)]
    odd = {(row, at): _NO_NUMBER for row, line in enumerate(values) for at, value in enumerate(line) if _is_odd(value)}
    odd |= {(row, at): doubt for (name, row, at), doubt in doubts.items() if name == sheet.name}
    rows = [
        [_shown(value, places.get((row, column), 0)) for column, value in enumerate(line)]
        for row, line in enumerate(values)
    ]
    spans, covered = _merged(sheet.merged_cell_ranges or ())
    joined = {row + down for (row, _), (deep, _) in spans.items() for down in range(1, deep)}  # to the row above
    shown = joined | {row for row, _ in odd}
    for blank, run in groupby(enumerate(rows), key=lambda each: not any(each[1]) and each[0] not in shown):
        if not blank:
            yield from _part(sheet.name, list(run), spans, covered, odd)


def _part(
    sheet: str,
    rows: Sequence[tuple[int, Sequence[str]]],
    spans: _Spans,
    covered: set[tuple[int, int]],
    odd: Mapping[tuple[int, int], str],
) -> Iterator[Block]:
    """The blocks of rows without a blank one between them, from the first column that is not blank to the last."""
    top, bottom = rows[0][0], rows[-1][0]
    filled = [(row, at) for row, line in rows for at, text in enumerate(line) if text]
    filled += [(row, at) for row, at in odd if top <= row <= bottom and at < _MOST_COLUMNS]
    left, right = min(at for _, at in filled), max(place[1] + spans.get(place, (1, 1))[1] for place in filled)
    cells = [
        Cell(
            (line[at] if at < len(line) else "").strip(),
            InSheet(sheet, f"{_letters(at)}{row + 1}"),
            row - top,
            at - left,
            min(spans.get((row, at), (1, 1))[0], len(rows) - row + top),
            min(spans.get((row, at), (1, 1))[1], right - at),
            odd.get((row, at), ""),
        )
        for row, line in rows
        for at in range(left, right)
        if (row, at) not in covered
    ]
    for part in parts(cells, unmerged=True):
        if isinstance(part, Grid):
            yield part
        else:
            yield from (Text(line, cell.place) for cell in part for line in cell.text.split("\n"))


def _merged(
    ranges: Sequence[tuple[tuple[int, int], tuple[int, int]]],
) -> tuple[dict[tuple[int, int], tuple[int, int]], set[tuple[int, int]]]:
    """Rows and columns of each merged cell, and what it covers beside its first cell."""
    spans: dict[tuple[int, int], tuple[int, int]] = {}
    covered: set[tuple[int, int]] = set()
    for (top, left), (bottom, right) in ranges:
        if top < _MOST_ROWS and left < _MOST_COLUMNS:
            deep, wide = min(bottom + 1, _MOST_ROWS) - top, min(right + 1, _MOST_COLUMNS) - left
            spans[top, left] = deep, wide
            covered.update((top + down, left + along) for down in range(deep) for along in range(wide) if down or along)
    return spans, covered


def _is_odd(value: _Value) -> bool:
    """Whether a program took what was typed (3-5) for something else than a number."""
    return isinstance(value, bool | date | time | timedelta)


def _shown(value: _Value, places: int) -> str:
    match value:
        case bool():
            return str(value).upper()
        case float() if value.is_integer() and abs(value) < 1e15:
            return f"{value:.{places}f}"
        case float():
            digits = f"{value:.15g}"  # what the programs themselves keep of it
            return digits if "e" in digits else digits.ljust(digits.index(".") + 1 + places, "0")
        case datetime() if value.time() == time():
            return value.date().isoformat()
    return str(value)


def _letters(column: int) -> str:
    """The name of a column counted from 0: A, Z, AA."""
    name = ""
    column += 1
    while column:
        column, letter = divmod(column - 1, 26)
        name = chr(ord("A") + letter) + name
    return name
