"""A line to type into: a bar that shows an entry. Prompt, list and question for a name have one each."""

from __future__ import annotations

from giptui.display.visible import visible
from giptui.display.width import width
from giptui.tui import paint
from giptui.tui.bar import Bar
from giptui.tui.entry import Entry

_FEWEST = 4  # cells for the text, however long its label


class Line(Bar):
    """Shows what is being typed, scrolled so that its cursor is in view."""

    def write(self, entry: Entry, label: str = "") -> int:
        """Show an entry behind its label; returns in which cell its cursor is, where an input method shows its
        candidates.
        """
        text, cursor = entry.text, entry.cursor
        columns = self.app.size.width
        room = max(columns - width(label) - 2, _FEWEST)
        start = max(cursor - room, 0)  # whatever its length: no character in view takes less than a cell
        while width(visible(text[start:cursor])) > room:
            start += 1
        before, at, after = text[start:cursor], text[cursor : cursor + 1] or " ", text[cursor + 1 :][:columns]
        self.show([(label, paint.PLAIN), (before, paint.PLAIN), (at, paint.CURSOR), (after, paint.PLAIN)])
        return width(label + visible(before))
