"""The stage: what of the report is seen now, a table as a grid or a text as prose. It changes nothing in the report."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Container
from textual.widget import Widget

from giptui.display.width import width
from giptui.report import show
from giptui.session import Session, last_paragraphs, last_values
from giptui.tui.grid import Grid
from giptui.tui.navigation import Face, Navigation
from giptui.tui.sheet import Sheet, header_sheet, paired_sheet, table_sheet

if TYPE_CHECKING:
    from giptui.tui.beside import Beside
    from giptui.tui.prose import Prose


_SIDE_BY_SIDE = 96  # from so many columns on two texts have room side by side
_ROOM_FOR_TWO = 103  # beside the pane on a screen of 120


class Stage(Container):
    """The current face, in a grid or a text area that stay the same from face to face."""

    DEFAULT_CSS = "Stage { width: 1fr; height: 1fr; overflow: hidden hidden; }"

    def __init__(self, session: Session, navigation: Navigation) -> None:
        super().__init__()
        self._session, self._navigation = session, navigation
        self._columns = 0
        self._prose: Prose | None = None
        self._beside: Beside | None = None
        self._asked: bool | None = None  # whether last year's is wanted beside; None: where there is room
        self.grid = Grid()

    def compose(self) -> ComposeResult:
        yield self.grid
        if self._prose:
            yield self._prose

    @property
    def prose(self) -> Prose:
        """The text area, made when the first text is shown."""
        from giptui.tui.prose import Prose

        if self._prose is None:
            self._prose = Prose()
            if self.is_attached:
                self.mount(self._prose)
        return self._prose

    @property
    def beside(self) -> Beside:
        """Last year's text, made when it is first shown."""
        from giptui.tui.beside import Beside

        if self._beside is None:
            self._beside = Beside()
            self.mount(self._beside)
        return self._beside

    @property
    def shows_last_year(self) -> bool:
        """Whether last year's report is shown beside this one: where it was asked for, or there is room."""
        wanted = self._columns >= _ROOM_FOR_TWO if self._asked is None else self._asked
        return wanted and self._session.previous is not None

    def toggle_last_year(self) -> None:
        """Show last year's report beside this one, or do not any more."""
        self._asked = not self.shows_last_year
        self.show()

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
        return not self.in_grid and self.prose.writes

    @property
    def text_offset(self) -> int:
        """Where the cursor is in the text, in characters as the report holds it; 0 in a grid."""
        return 0 if self.in_grid else self.prose.offset_in_text

    def go_to(self, offset: int) -> None:
        """Put the cursor there in the text."""
        if not self.in_grid:
            self.prose.go_to(offset)

    def rest(self) -> None:
        """End writing, if a text is written: it is read as it will stand in the file."""
        if self.writes:
            self.prose.rest()
            self.show_text()

    def move(self, how: str) -> None:
        """Move the cursor of what is seen: up, down."""
        if self.in_grid:
            self.grid.move(how)
        else:
            self.prose.moves(how)

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
        self._show_beside()

    def _show_beside(self) -> None:
        """Last year's text stands on the right where there is room, else below."""
        last = self._session.previous
        if self.in_grid or last is None or not self.shows_last_year:
            if self._beside:
                self._beside.display = False
            return
        address = self._face.text
        paragraphs = last_paragraphs(self._session.report, last, address)
        said = f"{last.year or '上'}年{'' if paragraphs else '没有写'}   F9 抄入亮的一段   Ctrl+↑↓ 选段   o 收起"
        self.beside.show(said, paragraphs)
        self.beside.display = True
        self.styles.layout = "horizontal" if self._columns >= _SIDE_BY_SIDE else "vertical"

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
            self.grid.update(self._session.report, self._session.found.marks(), changed)

    @property
    def _face(self) -> Face:
        return self._navigation.face

    def _show_sheet(self, sheet: Sheet, address: str) -> None:
        self.grid.show(sheet, self._session.report, self._session.found.marks(), address)

    def _sheet(self) -> Sheet:
        report, table = self._session.report, self._face.table
        if table == "report":
            return header_sheet(report.form, self._columns)
        widest: Counter[str] = Counter()
        for cell in report.form.tables[table].cells():
            widest[cell.column.id] = max(widest[cell.column.id], width(show(report[cell.address])))
        last = self._session.previous if self.shows_last_year else None
        if last is None:
            return table_sheet(report.form.tables[table], self._columns, widest)
        shown = {address: show(value) for address, value in last_values(report, last).items()}
        return paired_sheet(report.form.tables[table], self._columns, widest, shown)

    def _focus(self, widget: Widget) -> None:
        """Focus the widget, unless it has the focus (it would be painted again) or gets it with the first frame."""
        if self.is_attached and self.screen.is_mounted and self.screen.focused is not widget:
            widget.focus()
