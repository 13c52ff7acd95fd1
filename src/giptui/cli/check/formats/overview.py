"""The tables of `giptui check`: one row a report, one row a rule. For people; aligned by display width."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from giptui.check import RULES, Severity
from giptui.cli.check.outcome import SummaryRow
from giptui.display.visible import one_line
from giptui.display.width import ljust, rjust, width


def summary(rows: Iterable[SummaryRow]) -> Iterator[str]:
    """A row for each report: organ, errors, warnings, blanks, the most severe finding."""
    cells = [(row.organ, str(row.errors), str(row.warnings), str(row.blanks), row.worst) for row in rows]
    return _table(("机关", "错误", "警告", "空格", "最严重的发现"), cells, "<>>><")


def statistics(counts: Counter[tuple[str, Severity]]) -> Iterator[str]:
    """A row for each rule and severity that was found: the most frequent first, else in the order of the catalogue."""
    titles = {rule.name: rule.title for rule in RULES}
    order = {name: place for place, name in enumerate(titles)}
    found = sorted(counts.items(), key=lambda entry: (-entry[1], order[entry[0][0]]))
    rows = [(str(count), severity.value, rule, titles[rule]) for (rule, severity), count in found]
    return _table(("次数", "程度", "规则", "名称"), rows, "><<<") if rows else iter(())


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]], alignment: str) -> Iterator[str]:
    lines = [heads, *(tuple(map(one_line, row)) for row in rows)]
    widths = [max(map(width, column)) for column in zip(*lines, strict=True)]
    sides = [rjust if side == ">" else ljust for side in alignment]
    for line in lines:
        cells = (side(cell, room) for side, cell, room in zip(sides, line, widths, strict=True))
        yield "  ".join(cells).rstrip()
