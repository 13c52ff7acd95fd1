"""The two message lines: what is to be said of the current cell, what an action has done, what is asked.

A question waits for the next key and a notice stands until it; meanwhile nothing is said of the cell. The screen owns
these lines and gives them what `status.about` says of the place where the person is.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from textual import events
from textual.geometry import Offset

from giptui.display.visible import visible
from giptui.display.width import clipped, width
from giptui.display.wrapping import wrapped
from giptui.tui import paint
from giptui.tui.bar import Bar
from giptui.tui.entry import Entry
from giptui.tui.line import Line

if TYPE_CHECKING:
    from rich.style import Style

_ROOM_FOR_HINTS = 60  # on a narrower screen the text itself comes first
_LONGEST = 4  # so many characters a cell of a line are more than two lines

Answer = Callable[[events.Key], bool]
"""Takes the key pressed after a question; False if the key means something else."""


class Notice(NamedTuple):
    """A text, and the keys that lead on from it."""

    text: str
    hint: str = ""
    style: Style = paint.PLAIN


def shortened(text: str, room: int) -> str:
    """The text in so many cells: where it is too long, up to the end of a phrase, so that no name is cut in two."""
    if width(text) <= room:
        return text
    cut = clipped(text, max(room - 2, 2)).removesuffix("..")
    end = max(cut.rfind(stop) for stop in "；，。）")
    return (cut[:end] if 2 * end > len(cut) else cut) + " .."


class Messages:
    """Two bars, the text over both if it is long, the hint where there is room."""

    def __init__(self) -> None:
        self.bars = Line("message"), Bar("more")
        self._columns = 0
        self._answer: Answer | None = None
        self._noticed = False

    def fit(self, columns: int) -> None:
        """Write for so many columns from now on."""
        self._columns = columns

    @property
    def are_free(self) -> bool:
        """Whether neither a question nor a notice stands here."""
        return self._answer is None and not self._noticed

    @property
    def are_asking(self) -> bool:
        """Whether a question stands here."""
        return self._answer is not None

    def tell(self, notice: Notice) -> None:
        """Say something until something else is said."""
        room = max(self._columns - 1, 10)
        text, hint, style = visible(notice.text[: _LONGEST * room]), notice.hint, notice.style
        first = wrapped(text, room)[0]
        rest = text[len(first) :].lstrip()
        if hint and room < _ROOM_FOR_HINTS and width(rest) + width(hint) + 2 > room:
            hint = ""
        rest = shortened(rest, room - width(hint) - 2 if hint else room)
        upper, lower = self.bars
        upper.show([(first, style)] if first else [])
        lower.show([piece for piece in ((rest, style), (f"  {hint}" if hint else "", paint.PLAIN)) if piece[0]])

    def notice(self, text: str, hint: str = "", style: Style = paint.PLAIN) -> None:
        """Say what an action has done, or why not; it stands until the next key."""
        self.tell(Notice(text, hint, style))
        self._noticed = True

    def prompt(self, label: str, entry: Entry) -> Offset:
        """Show a line that is being typed; it stands until the next key. Where its cursor is on the screen."""
        upper, lower = self.bars
        at = upper.write(entry, label)
        lower.show([])
        self._noticed = True
        return upper.region.offset + Offset(at, 0)

    def refuse(self) -> None:
        """Say that a report opened for reading is not changed."""
        self.notice("只读打开，不能修改")

    def ask(self, text: str, hint: str, answer: Answer, style: Style = paint.PLAIN) -> None:
        """Ask; the next key goes to ``answer`` first."""
        self.tell(Notice(text, hint, style))
        self._answer = answer

    def heed(self) -> None:
        """A key was pressed: what was noticed has been read."""
        self._noticed = False

    def take_answer(self) -> Answer | None:
        """What takes the answer to the question that stands here, which is over with that."""
        answer, self._answer = self._answer, None
        return answer
