"""What stands on the terminal, cell by cell. Of each frame that Textual makes, only the cells that differ are written.

Textual sends whole segments of whole widgets: of a message that changed in one number, the line; of a scrolled table,
every row. A frame that covers the whole screen is written whole, which also mends what something else wrote over it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, zip_longest
from operator import itemgetter
from typing import Any, Final, NamedTuple, TypeVar, cast

from rich.cells import get_character_cell_size
from rich.console import Console, RenderableType
from rich.segment import Segment
from rich.style import Style
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual.app import App
from textual.screen import Screen
from textual.strip import Strip

from giptui.tui.shifting import Shift

_GAP: Final = 5  # cells that are alike and cost no more than a leap of the cursor


class Cell(NamedTuple):
    """A cell of the screen: its character with what combines with it, the style, which half of a wide one it is."""

    text: str
    style: Style | None
    half: int = 0


class Seen:
    """The rows of the terminal as they were written last; one that is not known is written whole."""

    def __init__(self) -> None:
        self._rows: dict[int, list[Cell | None]] = {}
        self._whole: dict[int, list[Strip]] = {}  # of the last whole frame; few are ever looked at

    def forget(self) -> None:
        """Nothing is known any more: something else has written, or the size is another."""
        self._rows.clear()
        self._whole.clear()

    def shift(self, shift: Shift, first: int) -> None:
        """The terminal has moved rows itself; they begin at its line ``first``."""
        last = first + shift.bottom
        rows = [self._row(y) for y in range(first, last + 1)]
        self._rows.update(enumerate(shift.moved(rows, []), first))

    def difference(self, frame: ChopsUpdate | LayoutUpdate) -> CompositorUpdate:
        """The frame, of which what is seen already is left out when it is written."""
        return _Difference(self, frame)

    def written(self, frame: ChopsUpdate | LayoutUpdate, console: Console) -> str:
        """What is to be written for the frame; it is seen from then on."""
        if isinstance(frame, ChopsUpdate):
            return "".join(text for y, painted in _lines(frame) for text in self._written(y, painted, console))
        self.forget()
        frame.strips = [list(line) for line in frame.strips]
        if not frame.region.x:
            self._whole = {y: list(line) for y, line in enumerate(frame.strips, frame.region.y)}
        return frame.render_segments(console)

    def _row(self, y: int) -> list[Cell | None]:
        if (strips := self._whole.pop(y, None)) is not None:
            self._rows[y] = [cell for strip in strips for cell in _cells(strip)]
        return self._rows.setdefault(y, [])

    def _written(self, y: int, painted: list[tuple[int, Strip]], console: Console) -> Iterator[str]:
        old = self._row(y)
        new = old.copy()
        for x, strip in painted:
            cells = _cells(strip)
            new += [None] * (x + len(cells) - len(new))
            new[x : x + len(cells)] = cells
            if None in cells:
                yield f"\x1b[{y + 1};{x + 1}H{strip.render(console)}"
        for start, end in _runs(old, new):
            yield f"\x1b[{y + 1};{start + 1}H"
            yield Strip(_segments(new[start:end])).render(console)
        self._rows[y] = new


Result = TypeVar("Result")


class LeanApp(App[Result], inherit_bindings=False):
    """An app that writes only what differs from what is seen."""

    def __init__(self) -> None:
        super().__init__(ansi_color=True)
        self.seen = Seen()
        self._seen_size = self.size

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        if self.size != self._seen_size:
            self._seen_size = self.size
            self.seen.forget()
        if isinstance(renderable, ChopsUpdate | LayoutUpdate):  # which Rich's types do not know
            renderable = cast(RenderableType, self.seen.difference(renderable))
        super()._display(screen, renderable)


class _Difference(CompositorUpdate):
    def __init__(self, seen: Seen, frame: ChopsUpdate | LayoutUpdate) -> None:
        self._seen, self._frame = seen, frame

    def render_segments(self, console: Console) -> str:
        return self._seen.written(self._frame, console)


def _lines(frame: ChopsUpdate) -> Iterator[tuple[int, list[tuple[int, Strip]]]]:
    """What the frame paints, line by line: columns and contents."""
    for y, spans in groupby(frame.spans, key=itemgetter(0)):
        yield (
            y,
            [
                (x, strip.crop(0, min(end, last) - x))
                for _, first, last in spans
                for end, (x, strip) in zip(frame.chop_ends[y], frame.chops[y].items(), strict=False)
                if strip is not None and x <= last and end > first
            ],
        )


def _cells(strip: Strip) -> list[Cell | None]:
    """The strip cell by cell; unknown ones where Textual counts other widths for a cluster than for its characters."""
    cells: list[Cell | None] = []
    for text, style, _ in strip:
        if text.isascii():
            blank = Cell(" ", style if _shows_on_blanks(style) else None)
            cells += [blank if each == " " else Cell(each, style) for each in text]
            continue
        for each in text:
            wide = get_character_cell_size(each)
            if not wide and cells and (last := cells[-1]):
                halves = last.half + 1
                cells[-halves:] = [Cell(last.text + each, last.style, half) for half in range(halves)]
            else:
                seen = None if each == " " and not _shows_on_blanks(style) else style
                cells += [Cell(each, seen, half) for half in range(wide)]
    return cells if len(cells) == strip.cell_length else [None] * strip.cell_length


def _runs(old: Sequence[Cell | None], new: Sequence[Cell | None]) -> list[tuple[int, int]]:
    """From where to where the cells differ; those with little between them are one."""
    runs: list[tuple[int, int]] = []
    for at, (before, after) in enumerate(zip_longest(old, new)):
        if after and before != after:
            if runs and at - runs[-1][1] <= _GAP and all(new[runs[-1][1] : at]):
                runs[-1] = runs[-1][0], at + 1
            else:
                runs.append((at, at + 1))
    return runs


def _segments(cells: Iterable[Cell | None]) -> Iterator[Segment]:
    """The cells in as few segments as there are styles to be seen."""
    texts: list[str] = []
    current: Style | None = None
    for cell in cells:
        if cell is None or cell.half:
            continue
        if texts and cell.style != current and not (cell.style is None and not _shows_on_blanks(current)):
            yield Segment("".join(texts), current)
            texts = []
        if not texts:
            current = cell.style
        texts.append(cell.text)
    yield Segment("".join(texts), current)


def _shows_on_blanks(style: Style | None) -> bool:
    return bool(style and (style.bgcolor or style.reverse or style.underline or style.strike))
