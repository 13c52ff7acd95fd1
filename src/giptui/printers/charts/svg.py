"""A picture as SVG: what Word, WPS and browsers show sharp at every size. Two bars a report; each part tells its number
where it is pointed at, and all of it stands there in words for whoever does not see it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from typing import Final

from giptui.display.visible import one_line
from giptui.display.width import clipped, width
from giptui.printers.charts.bars import Bar, Chart

_WIDE: Final = 800
_EDGE: Final = 20
_CELL: Final = 7  # half a character of 14 px
_TITLE: Final = 18  # px, if it has room
_LONGEST_LABEL: Final = 36  # cells
_STEP: Final = 52  # from report to report
_THICK: Final = 16
_NUMBERS: Final = 70  # behind the longest bar
_RECEIVED: Final = "#4d4d4d"
_COLOURS: Final = ("#009e73", "#56b4e9", "#d55e00", "#e69f00", "#cc79a7", "#999999")
"""Told apart by colour-blind eyes too (Okabe and Ito)."""
_FAMILIES: Final = ("Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", "SimHei", "sans-serif")
_DRESS: Final = 'role="img" aria-labelledby="title desc" font-size="14" fill="#111"'


def svg(chart: Chart, families: Sequence[str] = _FAMILIES) -> bytes:
    """The picture; the same bytes for the same numbers. ``families`` are fonts, the first that is there is used."""
    room = min(max(width(one_line(bar.label)) for bar in chart.bars), _LONGEST_LABEL) * _CELL
    left = _EDGE + room + 50
    scale = (_WIDE - left - _NUMBERS) / max(chart.most, 1)
    letter = min(_TITLE, 2 * (_WIDE - 2 * _EDGE) / max(width(one_line(chart.title)), 1))
    legend, top = _legend(chart)
    bottom = top + len(chart.bars) * _STEP
    size = f'width="{_WIDE}" height="{bottom + 10}"'
    font = f'font-family="{escape(", ".join(families))}"'
    parts = [
        f"""<svg xmlns="http://www.w3.org/2000/svg" {size} viewBox="0 0 {_WIDE} {bottom + 10}" {_DRESS} {font}>""",
        f'<title id="title">{_said(chart.title)}</title>',
        f'<desc id="desc">{_said("；".join(_words(chart, bar) for bar in chart.bars))}</desc>',
        f'<rect {size} fill="#fff"/>',
        f'<text x="{_WIDE // 2}" y="34" font-size="{letter:.1f}" text-anchor="middle">{_said(chart.title)}</text>',
        *legend,
        f'<path d="M{left} {top - 6}V{bottom}" stroke="#999"/>',
    ]
    for number, bar in enumerate(chart.bars):
        parts += _bar(chart, bar, left, top + number * _STEP, scale)
    return "".join(f"{part}\n" for part in (*parts, "</svg>")).encode()


def _bar(chart: Chart, bar: Bar, left: int, top: int, scale: float) -> Iterator[str]:
    weight = ' font-weight="bold"' if bar.is_own else ""
    label = _said(clipped(one_line(bar.label), _LONGEST_LABEL))
    yield f'<text x="{left - 50}" y="{top + 24}" text-anchor="end"{weight}>{label}</text>'
    received = [("本年新收", _RECEIVED, bar.received or 0)]
    handled = [] if bar.handled is None else [*zip(chart.outcomes, _COLOURS, bar.outcomes, strict=True)]
    for down, word, count, parts in ((2, "新收", bar.received, received), (22, "办结", bar.handled, handled)):
        base = top + down
        yield f'<text x="{left - 6}" y="{base + 13}" font-size="12" text-anchor="end" fill="#555">{word}</text>'
        at = float(left)
        for name, colour, part in parts:
            if part:
                yield from _part(name, colour, part, (at, base, part * scale))
                at += part * scale
        shown = "?" if count is None else count
        yield f'<text x="{at + 5:.1f}" y="{base + 13}" font-size="12">{shown}</text>'


def _part(name: str, colour: str, count: int, box: tuple[float, int, float]) -> Iterator[str]:
    at, top, wide = box
    place = f'x="{at:.1f}" y="{top}" width="{wide:.1f}" height="{_THICK}"'
    yield f'<rect {place} fill="{colour}" stroke="#fff" stroke-width="0.5"><title>{_said(name)} {count}</title></rect>'


def _legend(chart: Chart) -> tuple[list[str], int]:
    """What the colours mean, and where it ends."""
    names = [("本年新收", _RECEIVED), *zip(chart.outcomes, _COLOURS, strict=True)]
    parts, at = [], _EDGE
    for name, colour in names:
        parts.append(f'<rect x="{at}" y="54" width="12" height="12" fill="{colour}"/>')
        parts.append(f'<text x="{at + 17}" y="65" font-size="13">{_said(name)}</text>')
        at += 17 + width(name) * _CELL + 18
    return parts, 90


def _words(chart: Chart, bar: Bar) -> str:
    counts = [("本年新收", bar.received), *zip(chart.outcomes, bar.outcomes, strict=True)]
    return f"{bar.label}：" + "，".join(f"{name}{'不详' if n is None else f' {n} 件'}" for name, n in counts)


def _said(text: str) -> str:
    return escape(one_line(text))
