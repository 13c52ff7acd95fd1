"""A picture for the terminal: two bars of characters a report, in 80 cells. All characters of bars are ASCII, as those
that other programs draw with are two cells wide in some Chinese terminals, and none has a colour.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate, pairwise
from typing import Final

from giptui.display.visible import one_line
from giptui.display.width import clipped, ljust, rjust, width
from giptui.display.wrapping import wrapped
from giptui.printers.charts.bars import Bar, Chart
from giptui.printers.page import WIDTH

_RECEIVED: Final = "*"
_MARKS: Final = "#=xo-."
_LONGEST_LABEL: Final = 34  # cells
_LEGEND_GAP: Final = "  "


def text(chart: Chart) -> str:
    """Title, bars, and what their characters mean; ends in a newline."""
    labels = [("> " if bar.is_own else "") + one_line(bar.label) for bar in chart.bars]
    room = min(max(map(width, labels)), _LONGEST_LABEL)
    numbers = max(len(_number(count)) for bar in chart.bars for count in (bar.received, bar.handled))
    cells = WIDTH - room - numbers - len("  新收  ") - 2 - len("  ")
    scale = min(1.0, cells / max(chart.most, 1))
    lines = [*wrapped(one_line(chart.title), WIDTH), ""]
    for label, bar in zip(labels, chart.bars, strict=True):
        for head, word, count, drawn in _rows(label, bar, scale):
            line = f"{ljust(clipped(head, room), room)}  {word}  {rjust(_number(count), numbers)}  {drawn}"
            lines.append(line.rstrip())
    return "\n".join([*lines, "", *_legend(chart, scale)]) + "\n"


def _rows(label: str, bar: Bar, scale: float) -> Iterator[tuple[str, str, int | None, str]]:
    yield label, "新收", bar.received, _RECEIVED * round((bar.received or 0) * scale)
    yield "", "办结", bar.handled, "" if bar.handled is None else _stacked(bar, scale)


def _stacked(bar: Bar, scale: float) -> str:
    """Each outcome by its character; rounded together, so that the whole is as long as its sum."""
    edges = [round(edge * scale) for edge in accumulate((count or 0 for count in bar.outcomes), initial=0)]
    return "".join(mark * (end - start) for mark, (start, end) in zip(_MARKS, pairwise(edges), strict=True))


def _number(count: int | None) -> str:
    return "?" if count is None else str(count)


def _legend(chart: Chart, scale: float) -> Iterator[str]:
    marks = [f"{_RECEIVED} 本年新收", *(f"{mark} {name}" for mark, name in zip(_MARKS, chart.outcomes, strict=True))]
    line = ""
    for mark in marks:
        longer = f"{line}{_LEGEND_GAP}{mark}" if line else mark
        if width(longer) > WIDTH:
            yield line
            longer = mark
        line = longer
    yield line
    if scale < 1:
        yield f"一个字符约 {1 / scale:.1f} 件，四舍五入"
    if any(count is None for bar in chart.bars for count in (bar.received, bar.handled)):
        yield "? 报告没有填，或填的不是数"
