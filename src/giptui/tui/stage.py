"""The stage: what of the report is seen now, a table as a grid or a text as prose. It changes nothing in the report."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Container
from textual.widget import Widget

from giptui.display.width import width
from giptui.report import show
from giptui.session import Session
from giptui.tui.grid import Grid
from giptui.tui.navigation import Face, Navigation
from giptui.tui.sheet import Sheet, header_sheet, table_sheet

if TYPE_CHECKING:
    from giptui.tui.prose import Prose


class Stage(Container):
    """The current face, in a grid or a text area that stay the same from face to face."""

    DEFAULT_CSS = "Stage { width: 1fr; height: 1fr; overflow: hidden hidden; }"

    def __init__(self, session: Session, navigation: Navigation) -> None:
        super().__init__()
        self._session, self._navigation = session, navigation
        self._columns = 0
        self._prose: Prose | None = None
        self.grid = Grid()

    def compose(self) -> ComposeResult:
        yield self.grid

    @property
    def prose(self) -> Prose:
        """The text area, made when the first text is shown."""
        from giptui.tui.prose import Prose

        if self._prose is None:
            self._prose = Prose()
            self.mount(self._prose)
        return self._prose

    @property
    def in_grid(self) -> bool:
        return bool(self._face.table)

    @property
    def address(self) -> str:
        """Where the person is: a cell, a field or a text."""
        return self.grid.address if self.in_grid else self._face.text

    @property
    def writes(self) -> bool:
        """Whether what is typed goes into a text."""
        return not self.in_grid and not self.prose.read_only

    @property
    def text_offset(self) -> int:
        """Where the cursor is in the text, in characters as the report holds it; 0 in a grid."""
        return 0 if self.in_grid else self.prose.offset_in_text

    def put(self, offset: int) -> None:
        """Put the cursor there in the text."""
        if not self.in_grid:
            self.prose.put(offset)

    def keeps(self, key: str) -> bool:
        """Whether the key moves or edits in a text that is seen, and so is no action's."""
        return not self.in_grid and self.prose.keeps(key)

    def rest(self) -> None:
        """End writing, if a text is written."""
        if not self.in_grid:
            self.prose.read_only = True

    def fit(self, columns: int) -> None:
        """Lay out for so many columns from now on."""
        self._columns = columns

    def turn_to(self, part: int, face: int = 0) -> None:
        """Show a face of a part, the cursor where it was there before."""
        self._navigation.turn(part, face, self.address)
        self.show()

    def show(self) -> None:
        """Lay the current face out anew: after a turn, a change of size, a number that outgrew its column."""
        self.grid.display = self.in_grid
        if self.in_grid:
            if self._prose:
                self._prose.display = False
            self._show_sheet(self._sheet(), self._navigation.left_at() or self.grid.address)
            self._focus(self.grid)
        else:
            self.show_text()
            self.prose.display = True
            self._focus(self.prose)

    def show_text(self) -> None:
        """Show the current text as it will stand in the file."""
        self.prose.show(str(self._session.report[self._face.text]), self._face.text)
        self.prose.highlight(tuple(self._session.found.highlights(self._face.text)))

    def update(self, changed: frozenset[str]) -> None:
        """Show changed values and marks; the sheet anew where a number outgrew its column."""
        if not self.in_grid:
            self.show_text()
        elif (sheet := self._sheet()) != self.grid.sheet:
            self._show_sheet(sheet, self.grid.address)
        else:
            self.grid.update(self._session.report, self._session.marks(), changed)

    @property
    def _face(self) -> Face:
        return self._navigation.face

    def _show_sheet(self, sheet: Sheet, address: str) -> None:
        self.grid.show(sheet, self._session.report, self._session.marks(), address)

    def _sheet(self) -> Sheet:
        report, table = self._session.report, self._face.table
        if table == "report":
            return header_sheet(report.form, self._columns)
        widest: Counter[str] = Counter()
        for cell in report.form.tables[table].cells():
            widest[cell.column.id] = max(widest[cell.column.id], width(show(report[cell.address])))
        return table_sheet(report.form.tables[table], self._columns, widest)

    def _focus(self, widget: Widget) -> None:
        """Focus the widget, unless it has the focus (it would be painted again) or gets it with the first frame."""
        if self.is_attached and self.screen.is_mounted and self.screen.focused is not widget:
            widget.focus()
