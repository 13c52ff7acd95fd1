"""The desk: the one screen of the editor. It lays the parts out and shows what the session holds.

What the keys do stands in `deeds` (their declaration), `lookups` and `workbench` (what each does).
"""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.containers import Container, Horizontal
from textual.geometry import Size
from textual.screen import Screen
from textual.widget import Widget

from giptui.check import Severity
from giptui.display.visible import visible
from giptui.display.width import clipped, clipped_before, width
from giptui.display.wrapping import wrapped
from giptui.report import show
from giptui.session import Session, meaning, remainder
from giptui.tui import paint
from giptui.tui.bar import Bar
from giptui.tui.grid import Grid
from giptui.tui.pane import PANE_WIDTH, Pane
from giptui.tui.parts import Face, Part, parts, place
from giptui.tui.sheet import Sheet, header_sheet, table_sheet

if TYPE_CHECKING:
    from rich.style import Style

    from giptui.tui.prose import Prose

WIDE = 110
"""From so many columns on the parts stand in a pane beside the grid instead of a line above it."""

_ROOM_FOR_HINTS = 60  # on a narrower screen the message itself comes first

Answer = Callable[[events.Key], bool]
"""Takes the key pressed after a question of the message line; False if the key means something else."""


class Desk(Screen[None]):
    """Tabs or pane, the current part, two message lines, the status line."""

    DEFAULT_CSS = """
    Desk { background: ansi_default; color: ansi_default; overflow: hidden hidden; }
    Desk #middle { height: 1fr; }
    Desk #stage { width: 1fr; height: 1fr; overflow: hidden hidden; }
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.parts = parts(session.report.form)
        self._part, self._face = place(self.parts, "applications") or (0, 0)
        self._last_address: dict[Face, str] = {}
        self._answer: Answer | None = None
        self._noticed = False
        self._prose: Prose | None = None
        self._room = Size(0, 0)
        self.grid = Grid()
        self.pane = Pane()
        self.bars = {name: Bar(name) for name in ("tabs", "message", "more")} | {"status": Bar("status", paint.BAR)}

    def compose(self) -> ComposeResult:
        """Everything is in place before the first frame: a frame that is painted twice costs a slow line seconds."""
        self.session.postpone_check()
        self._fit(self.app.size)
        self.show_part()
        yield self.bars["tabs"]
        with Horizontal(id="middle"):
            yield self.pane
            with Container(id="stage"):
                yield self.grid
        yield self.bars["message"]
        yield self.bars["more"]
        yield self.bars["status"]

    def on_mount(self) -> None:
        self.call_after_refresh(self._show_findings)

    def _show_findings(self) -> None:
        """After the first frame: what could wait for it."""
        gc.freeze()
        gc.enable()
        self.session.recheck()
        self.show_changes(())

    def on_resize(self, event: events.Resize) -> None:
        if event.size != self._room:
            self._fit(event.size)
            self.show_part()

    def _fit(self, size: Size) -> None:
        self._room = size
        self.pane.display = size.width >= WIDE
        self.bars["tabs"].display = size.width < WIDE

    # --- what is shown

    @property
    def part(self) -> Part:
        return self.parts[self._part]

    @property
    def face(self) -> Face:
        return self.part.faces[self._face]

    @property
    def in_grid(self) -> bool:
        return bool(self.face.table)

    @property
    def address(self) -> str:
        """Where the person is: a cell, a field or a text."""
        return self.grid.address if self.in_grid else self.face.text

    def go(self, address: str) -> None:
        """Show the address, wherever it stands, and put the cursor there; in a row, on the column it is in."""
        found = place(self.parts, address)
        if found is None:
            return
        if found != (self._part, self._face):
            self.turn_to(*found)
        if self.in_grid:
            self.grid.go(address)
        self.show_messages()

    def turn_to(self, part: int, face: int = 0) -> None:
        """Show a face of a part, the cursor where it was there before."""
        if self.in_grid:
            self._last_address[self.face] = self.grid.address
        self._part, self._face = part, face
        self._answer = None
        self.show_part()

    def show_part(self) -> None:
        """Lay the current face out anew: after a turn, a change of size, a number that outgrew its column."""
        address = self.grid.address if self.grid.address in self._addresses() else ""
        if self.in_grid:
            self.grid.display = True
            if self._prose:
                self._prose.display = False
            wanted = self._last_address.pop(self.face, address)
            self.grid.show(self._sheet(), self.session.report, self.session.marks(), wanted)
            self._focus(self.grid)
        else:
            self.grid.display = False
            self.prose.show(str(self.session.report[self.face.text]), self.face.text)
            self.prose.display = True
            self._focus(self.prose)
        self.show_bars()

    def _focus(self, widget: Widget) -> None:
        """Focus the widget, unless it has the focus (it would be painted again) or gets it with the first frame."""
        if self.is_mounted and self.focused is not widget:
            widget.focus()

    def _addresses(self) -> Iterable[str]:
        return (a for a in self.session.report.form.kinds if self.face.shows(a))

    @property
    def prose(self) -> Prose:
        """The text area, made when the first text is shown."""
        from giptui.tui.prose import Prose

        if self._prose is None:
            self._prose = Prose()
            self.query_one("#stage").mount(self._prose)
        return self._prose

    def _sheet(self) -> Sheet:
        report, room = self.session.report, self._room.width - (PANE_WIDTH if self._room.width >= WIDE else 0)
        if self.face.table == "report":
            return header_sheet(report.form, room)
        widest: Counter[str] = Counter()
        for cell in report.form.tables[self.face.table].cells():
            widest[cell.column.id] = max(widest[cell.column.id], width(show(report[cell.address])))
        return table_sheet(report.form.tables[self.face.table], room, widest)

    def show_changes(self, changed: Iterable[str]) -> None:
        """Show what the session changed: cells, marks, counts; the sheet anew where a number outgrew its column."""
        changed = frozenset(changed)
        if self.in_grid:
            sheet = self._sheet()
            if sheet != self.grid.sheet:
                self.grid.show(sheet, self.session.report, self.session.marks(), self.grid.address)
            else:
                self.grid.update(self.session.report, self.session.marks(), changed)
        elif self.face.text in changed:
            self.prose.show(str(self.session.report[self.face.text]), self.face.text)
        self.show_bars()

    # --- the lines around

    def show_bars(self) -> None:
        """Tabs, messages and status as the session stands now."""
        names = [part.tab + self._part_mark(part) for part in self.parts]
        self.pane.show(tuple(names), self._part)
        first = 0  # where not all fit, the current one does
        while sum(width(name) + 1 for name in names[first : self._part + 1]) > self._room.width:
            first += 1
        styles = (paint.CURRENT_TAB if n == self._part else paint.PLAIN for n in range(len(names)))
        self.bars["tabs"].show([(f" {name}", style) for name, style in zip(names, styles, strict=True)][first:])
        self.show_status()
        self.show_messages()

    def _part_mark(self, part: Part) -> str:
        errors = any(
            finding.severity is Severity.ERROR
            and any(face.shows(cell) for face in part.faces for cell in finding.cells)
            for finding in self.session.findings
        )
        return "!" if errors else " "

    def show_status(self) -> None:
        """File, what is unsaved, where we are; counts of findings and blanks."""
        session = self.session
        unsaved = len(session.unsaved())
        counts = session.counts()
        names = ((Severity.ERROR, "错误"), (Severity.WARNING, "警告"), (Severity.INFO, "提示"))
        told_counts = "  ".join(f"{name} {counts[severity]}" for severity, name in names if counts[severity])
        right = f"{told_counts or '没有问题'}  空白 {session.blanks()}  {self.face.title}  ? 帮助 "
        state = ("  只读" if session.read_only else "") + (f"  已改 {unsaved} 处，未保存" if unsaved else "")
        room = max(self._room.width - width(right) - width(state) - 2, 8)
        name = clipped_before(visible(session.name), room)
        self.bars["status"].show([(f" {name}{state}", paint.BAR)], [(right, paint.BAR)])

    def show_messages(self) -> None:
        """What there is to say of the current cell."""
        if self._answer is not None or self._noticed:
            return
        here = self.session.objections_at(self.address)
        if here:
            finding = here[0]
            number = f"（共 {len(here)} 条）" if len(here) > 1 else ""
            hint = self._pen()
            if self.in_grid:
                hint = "按 ! 改正，按 K 看解释" if finding.fix or finding.alternatives else "按 K 看解释"
            self.tell(
                f"{paint.MARK[finding.severity]} {finding.message}{number}", hint, paint.SEVERITY[finding.severity]
            )
        elif rest := remainder(self.session.report, self.address):
            self.tell(rest)
        elif self.in_grid and self.grid.is_clipped:
            self.tell(meaning(self.session.report, self.address))
        elif not self.in_grid:
            self.tell("", self._pen())
        else:
            self.tell("")

    def _pen(self) -> str:
        """Whether what is typed goes into the text."""
        return "Enter 开始写，Esc 停笔" if self.in_grid or self.prose.read_only else "正在写，Esc 停笔"

    def tell(self, text: str, hint: str = "", style: Style = paint.PLAIN) -> None:
        """Say something on the message lines: the text over both if it is long, the hint where there is room."""
        room = max(self._room.width - 1, 10)
        text = visible(text)
        first = wrapped(text, room)[0]
        rest = text[len(first) :].lstrip()
        if hint and room < _ROOM_FOR_HINTS and width(rest) + width(hint) + 2 > room:
            hint = ""
        rest = clipped(rest, room - width(hint) - 2 if hint else room)
        self.bars["message"].show([(first, style)] if first else [])
        self.bars["more"].show(
            [part for part in ((rest, style), (f"  {hint}" if hint else "", paint.PLAIN)) if part[0]]
        )

    def notice(self, text: str, hint: str = "", style: Style = paint.PLAIN) -> None:
        """Say what a deed has done, or why not; it stands until the next key."""
        self.tell(text, hint, style)
        self._noticed = True

    def ask(self, text: str, hint: str, answer: Answer) -> None:
        """Ask on the message lines; the next key goes to ``answer`` first."""
        self.tell(text, hint)
        self._answer = answer

    def answers(self, event: events.Key) -> bool:
        """Whether the key answered a question; asked before the key means anything else."""
        answer, self._answer = self._answer, None
        if answer is None:
            return False
        self.show_messages()
        if not answer(event):
            return False
        event.stop()
        event.prevent_default()
        return True
