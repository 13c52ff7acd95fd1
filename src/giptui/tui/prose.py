"""Prose: a text that is read and, from the first character typed or pasted, written until Esc. What is written is in
the session at once.

A widget of our own, drawn line by line: Textual's TextArea repaints the whole text for a key.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Offset, Region
from textual.strip import Strip
from textual.widget import Widget

from giptui.check import Severity
from giptui.display.visible import visible_in_place
from giptui.report import prose
from giptui.tui import paint
from giptui.tui.pad import Pad, cleaned
from giptui.tui.places import in_report, in_writing
from giptui.tui.rows import char_width
from giptui.tui.seen import LeanApp
from giptui.tui.shifting import shift

Drawn = tuple[tuple[str, Style], ...]
Highlight = tuple[int, int, Severity]

_MARGIN: Final = 1  # left of the text; on the right, the cursor's own cell
_READING: Final = {"j": "down", "k": "up", "h": "left", "l": "right", "G": "ctrl+end", "space": "pagedown"}


class Prose(Widget, can_focus=True):
    """One text of the report, a paragraph a line with an empty line between, as in the file.

    It has no undo: the session has the one history.
    """

    DEFAULT_CSS = "Prose { height: 1fr; width: 1fr; overflow: hidden hidden; }"

    def __init__(self) -> None:
        super().__init__()
        self.writes = False
        self._address = ""
        self._pad = Pad.of("", 10)
        self._top = 0
        self._painted: list[Drawn] = []  # what stands on the terminal
        self._lit: tuple[Highlight, ...] = ()
        self._lit_here: tuple[Highlight, ...] = ()  # the same by places in the pad
        self._seams: dict[int, set[int]] = {}  # where a row in view is cut into segments

    # --- what is shown

    def show(self, text: str, address: str) -> None:
        """Show the text of that address; if it was shown before, the cursor goes where the new one differs. Another
        text is read, not written."""
        again, self._address = address == self._address, address
        self.writes = self.writes and again
        spread = text.replace("\n", "\n\n")
        if again and self.value == text and (self.writes or self._pad.text == spread):
            return
        old = self._pad
        at = 0
        if again:
            at = _same_place(old.text, old.cursor, spread) if self.value == text else _changed_until(old.text, spread)
        self._show(Pad.of(spread, self._pad.cells, at), top=None if again else 0)

    def write(self) -> None:
        """From now on keys are text."""
        self.writes = True
        self._point()

    def rest(self) -> None:
        """The text is read again, each paragraph broken anew."""
        if self.writes:
            self.writes = False
            self._show(self._pad.laid_out(self._pad.cells))

    def put(self, text: str) -> None:
        """Write a text where the cursor is, as typed or pasted; control characters are left out, content never."""
        self._write(self._pad.put(cleaned(text)))

    def put_paragraph(self, text: str) -> None:
        """Write a paragraph behind the one the cursor is in."""
        old = self._pad.text
        end = old.find("\n", self._pad.cursor)
        at = len(old) if end < 0 else end
        before = "\n\n" if old[:at].strip() else ""
        pad = replace(self._pad, cursor=at, anchor=None)
        self._write(pad.put(before + text))

    @property
    def value(self) -> str:
        """The text as the report holds it."""
        return prose(self._pad.text)

    def find(self, word: str, folded: Callable[[str], str], onwards: bool) -> bool:
        """Put the cursor on the word, in a text that is ``folded`` letter by letter: on the next one, or the first."""
        text = "".join(folded(each)[:1] or " " for each in self._pad.text)
        at = text.find(word, self._pad.cursor + 1 if onwards else 0)
        if at >= 0:
            self._show(replace(self._pad, cursor=at, late=False, anchor=None))
        return at >= 0

    @property
    def indent(self) -> str:
        """What the paragraph of the cursor is indented by."""
        start = self._pad.text.rfind("\n", 0, self._pad.cursor) + 1
        line = self._pad.text[start : self._pad.cursor]
        return line[: len(line) - len(line.lstrip("\N{IDEOGRAPHIC SPACE}"))]

    @property
    def selected(self) -> str:
        start, end = self._pad.selected
        return self._pad.text[start:end]

    @property
    def offset_in_text(self) -> int:
        """Where the cursor is, in characters of the text as the report holds it."""
        return in_report(self._pad.text, self._pad.cursor)

    def go_to(self, offset: int) -> None:
        """Put the cursor there."""
        self._show(replace(self._pad, cursor=in_writing(self._pad.text, offset), anchor=None))

    def highlight(self, lit: tuple[Highlight, ...]) -> None:
        """Mark these stretches of the text, as the report holds it: from, to, severity."""
        if lit != self._lit:
            before = [self._drawn(y) for y in range(self.size.height)]
            self._lit = lit
            self._place_highlights()
            for y, old in enumerate(before):
                if old != (new := self._drawn(y)):
                    self._repaint(y, old, new)

    def _place_highlights(self) -> None:
        text = self._pad.text
        self._lit_here = tuple((in_writing(text, first), in_writing(text, last), s) for first, last, s in self._lit)

    # --- keys, given by the screen

    def moves(self, key: str) -> bool:
        """Move the cursor, or select, by a key; False if it is none of those."""
        bare = key if self.writes else _READING.get(key, key)
        moved = self._pad.moved(bare, max(self.size.height - 1, 1))
        if moved is None:
            return False
        self._show(moved)
        return True

    def erases(self, key: str) -> bool:
        """Take away what a key takes away; False if it takes nothing away."""
        erased = self._pad.erased(key)
        if erased:
            self._write(erased)
        return bool(erased)

    def _write(self, pad: Pad) -> None:
        if pad.text != self._pad.text:
            self.writes = True
            self._show(pad)

    # --- drawing

    def _show(self, pad: Pad, top: int | None = None) -> None:
        """Show the pad, its cursor in view: scrolled by half a page, since one row repaints as much."""
        before = [self._drawn(y) for y in range(self.size.height)]
        changed = pad.text != self._pad.text
        self._pad, self._top = pad, self._top if top is None else top
        if changed:
            self._place_highlights()
        height, row = max(self.size.height, 1), pad.row
        if not self._top <= row < self._top + height:
            self._top = max(row - height // 2, 0) if row >= height else 0
        self._seams.clear()
        self._shift(before)
        for y, old in enumerate(before):
            if old != (new := self._drawn(y)):
                self._repaint(y, old, new)
        self._point()

    def _shift(self, before: list[Drawn]) -> None:
        """Let the terminal move the rows that only moved, if they stand on it as we think and nothing stands beside."""
        region, screen = self.region, self.screen
        if before != self._painted or region.width != screen.size.width or self.app.screen is not screen:
            return
        moved = shift(before, [self._drawn(y) for y in range(len(before))])
        if moved and (driver := self.app._driver) and not self.app.is_headless:
            driver.write(moved.sequence(region.y))
            if isinstance(self.app, LeanApp):
                self.app.seen.shift(moved, region.y)
            before[:] = self._painted = moved.moved(before, ())
            self._styles_cache.clear()  # its lines stand elsewhere now

    def _repaint(self, y: int, old: Drawn, new: Drawn) -> None:
        """Paint of a row what differs. Textual sends whole segments: the row is cut into them there."""
        shorter = min(len(old), len(new))
        first = next((n for n in range(shorter) if old[n] != new[n]), shorter)
        same = 0
        if len(old) == len(new):
            same = next(n for n in range(shorter) if old[-1 - n] != new[-1 - n])
        cells = [sum(char_width(character) for character, _ in row) for row in (new[:first], old, new, new[-same:])]
        end = max(cells[1], cells[2]) - (cells[3] if same and cells[1] == cells[2] else 0)
        self._seams[y] = {first, len(new) - same}
        self.refresh(Region(cells[0] + _MARGIN, y, max(end - cells[0], 1), 1))

    def _drawn(self, y: int) -> Drawn:
        """A row as it looks: its characters, each with its style: the cursor, what is selected, what is wrong."""
        pad, number = self._pad, self._top + y
        if number >= len(pad.rows):
            return ()
        row, here = pad.rows[number], pad.cursor if number == pad.row else -1
        low, high = pad.selected
        text = visible_in_place(pad.text[row.start : row.end])
        styles = self._styles(row.start, row.end)
        drawn = tuple(
            (each, paint.CURSOR if at == here or low <= at < high else styles.get(at, paint.PLAIN))
            for at, each in enumerate(text, row.start)
        )
        return (*drawn, (" ", paint.CURSOR)) if here == row.end else drawn

    def _styles(self, start: int, end: int) -> dict[int, Style]:
        """How what is wrong in a row looks, by place."""
        styles: dict[int, Style] = {}
        for low, high, severity in self._lit_here:
            styles.update(dict.fromkeys(range(max(low, start), min(high, end)), paint.SPAN[severity]))
        return styles

    def _point(self) -> None:
        """The real cursor stands where one types: an input method shows its candidates there."""
        if self.display and self.is_attached:
            offset = Offset(self._pad.column + _MARGIN, self._pad.row - self._top)
            self.app.cursor_position = self.region.offset + offset

    def on_resize(self, event: events.Resize) -> None:
        cells = max(event.size.width - _MARGIN - 1, 2)
        if cells != self._pad.cells:
            self._pad = self._pad.laid_out(cells)
        self._show(self._pad)
        self.refresh()

    def on_show(self) -> None:
        self._point()

    def render_line(self, y: int) -> Strip:
        drawn = self._drawn(y)
        self._painted += [()] * (self.size.height - len(self._painted))
        self._painted[y] = drawn
        del self._painted[self.size.height :]
        seams = self._seams.get(y, set())
        pieces = [Segment(" " * _MARGIN, paint.PLAIN)]
        start = 0
        for at in range(1, len(drawn) + 1):
            if at == len(drawn) or at in seams or drawn[at][1] != drawn[start][1]:
                text = "".join(character for character, _ in drawn[start:at])
                pieces.append(Segment(text, drawn[start][1]))
                start = at
        return Strip(pieces).adjust_cell_length(self.size.width, paint.PLAIN)


def _same_place(old: str, cursor: int, new: str) -> int:
    """Behind the same character, where two texts differ in blanks only."""
    behind = sum(not each.isspace() for each in old[:cursor])
    filled = [at for at, each in enumerate(new) if not each.isspace()]
    return filled[behind - 1] + 1 if behind else 0


def _changed_until(old: str, new: str) -> int:
    """Where in the new text the difference from the old one ends: there a person looks for what was changed."""
    shorter = min(len(old), len(new))
    same = next((n for n in range(1, shorter + 1) if old[-n] != new[-n]), shorter + 1) - 1
    start = next((n for n in range(shorter) if old[n] != new[n]), shorter)
    return max(len(new) - same, start)
