"""The tables of `giptui check`: one row a report, one row a rule. For people; aligned by display width."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from giptui.check import RULES, Severity
from giptui.cli.check.outcome import SummaryRow
from giptui.display.fields import tsv_field
from giptui.display.visible import one_line
from giptui.display.width import clipped, clipped_before, ljust, rjust, width
from giptui.store import Unreadable


def summary(rows: Iterable[SummaryRow | Unreadable], output_format: str, columns: int) -> Iterator[str]:
    """A row for each report, in its place one for each that could not be read: file, organ, year, errors, warnings,
    blanks, the most severe finding. As text it is as wide as that many columns at most."""
    if output_format == "jsonl":
        return map(_json, rows)
    if output_format == "tsv":
        return chain(["\t".join(SummaryRow._fields)], map(_tsv, rows))
    heads = ("文件", "机关", "年度", "错误", "警告", "空格", "最严重的发现")
    return _table(heads, [*map(_cells, rows)], "<<>>>><", columns)


def _json(row: SummaryRow | Unreadable) -> str:
    from giptui.cli.check.formats import jsonl  # the table needs no json
    from giptui.cli.jsontext import dumps

    if not isinstance(row, SummaryRow):
        return jsonl.unreadable(row)
    worst = {} if row.rule else {"severity": None, "rule": None, "message": None}
    return dumps(row._asdict() | worst)


def _tsv(row: SummaryRow | Unreadable) -> str:
    if not isinstance(row, SummaryRow):
        fields = (row.file, *[""] * 5, "unreadable", row.refusal, row.reason)
    else:
        fields = tuple("" if value is None else str(value) for value in row)
    return "\t".join(map(tsv_field, fields))


def _cells(row: SummaryRow | Unreadable) -> tuple[str, ...]:
    if not isinstance(row, SummaryRow):
        return (row.file, *[""] * 5, f"读不出[{row.refusal}] {row.reason}")
    year = "" if row.year is None else str(row.year)
    worst = f"{row.severity}[{row.rule}] {row.message}" if row.rule else ""
    return (row.file, row.organ, year, str(row.errors), str(row.warnings), str(row.blanks), worst)


def statistics(counts: Counter[tuple[str, Severity]]) -> Iterator[str]:
    """A row for each rule and severity that was found: the most frequent first, else in the order of the catalogue."""
    titles = {rule.name: rule.title for rule in RULES}
    order = {name: place for place, name in enumerate(titles)}
    found = sorted(counts.items(), key=lambda entry: (-entry[1], order[entry[0][0]]))
    rows = [(str(count), severity.value, rule, titles[rule]) for (rule, severity), count in found]
    return _table(("次数", "程度", "规则", "名称"), rows, "><<<", sys.maxsize) if rows else iter(())


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]], alignment: str, columns: int) -> Iterator[str]:
    lines = [heads, *(tuple(map(one_line, row)) for row in rows)]
    widths = _fitted([max(map(width, column)) for column in zip(*lines, strict=True)], columns)
    sides = [rjust if side == ">" else ljust for side in alignment]
    for line in lines:
        shown = map(_cut, range(len(line)), line, widths)
        cells = (side(cell, room) for side, cell, room in zip(sides, shown, widths, strict=True))
        yield "  ".join(cells).rstrip()


def _fitted(widths: list[int], columns: int) -> list[int]:
    """The widths, the last column and the wider of the first two made narrower by turns until a line has room."""
    last = len(widths) - 1
    for names, least in ((False, 20), (True, 10), (False, 8), (True, 4)):
        while sum(widths) + 2 * last > columns:
            at = max((0, 1), key=widths.__getitem__) if names else last
            if widths[at] <= least:
                break
            widths[at] -= 1
    return widths


def _cut(place: int, cell: str, room: int) -> str:
    """Of a path, in the first column, the end tells most; of all else the beginning."""
    return clipped(cell, room) if place else clipped_before(cell, room)
