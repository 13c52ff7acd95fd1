"""Where a person is in the report: the parts they move between, and what each of them shows.

The parts are the report's own lines, then the six sections, each with its table and its prose. Knows no widget.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Flag, auto

from giptui.form import Form, Section


class Where(Flag):
    """What a face shows, and where an action is to be had."""

    TABLE = auto()
    HEADER = auto()
    PROSE = auto()
    GRID = TABLE | HEADER
    ANYWHERE = GRID | PROSE


@dataclass(frozen=True, slots=True)
class Face:
    """One thing a part shows: a table (``table``: its identifier, "report" for the header) or a text (its address)."""

    title: str
    table: str = ""
    text: str = ""

    @property
    def where(self) -> Where:
        if not self.table:
            return Where.PROSE
        return Where.HEADER if self.table == "report" else Where.TABLE

    @property
    def address(self) -> str:
        """What leads here: the table's identifier or the text's address."""
        return self.table or self.text

    def shows(self, address: str) -> bool:
        """Whether the address, or the section it names, is seen here."""
        if self.table:
            return address == self.table or (
                address.startswith(self.table + ".") and not address.endswith((".text", ".text_after"))
            )
        return address in (self.text, self.text.partition(".")[0])


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the report with its faces, the one shown first in front."""

    tab: str
    title: str
    faces: tuple[Face, ...]


def parts(form: Form) -> tuple[Part, ...]:
    """The parts in the order of the page."""
    header = Part("报头", "报头", (Face("报头", table="report"), Face("前言", text="preface.text")))
    sections = (Part(section.ordinal + section.short, section.title, _faces(section)) for section in form.sections)
    return (header, *sections)


def _faces(section: Section) -> tuple[Face, ...]:
    if section.table is None:
        return (Face("文字", text=section.texts[0]),)
    before, after = section.texts
    return (Face("表格", table=section.id), Face("表前文字", text=before), Face("表后文字", text=after))


def find(all_parts: tuple[Part, ...], address: str) -> tuple[int, int] | None:
    """Which part, and which face of it, shows the address; None if none does."""
    for index, part in enumerate(all_parts):
        for number, face in enumerate(part.faces):
            if face.shows(address):
                return index, number
    return None


def around(places: Sequence[tuple[int, int]], here: tuple[int, int], by: int) -> int | None:
    """The number of the first place after this one, or the last one before it, around the end; None of none."""
    if not places:
        return None
    if by > 0:
        return next((number for number, place in enumerate(places) if place > here), 0)
    return next((number for number in reversed(range(len(places))) if places[number] < here), len(places) - 1)


class Navigation:
    """The current part and face (``place``), and where the cursor was in those that were left. The screen owns it."""

    def __init__(self, form: Form, first: str) -> None:
        self.parts = parts(form)
        self.place = find(self.parts, first) or (0, 0)
        self._left_at: dict[Face, str] = {}

    @property
    def part(self) -> Part:
        return self.parts[self.place[0]]

    @property
    def face(self) -> Face:
        return self.part.faces[self.place[1]]

    def turn(self, part: int, face: int, here: str) -> None:
        """Turn to a face of a part; ``here`` is the address of the cursor, which is remembered."""
        self._left_at[self.face] = here
        self.place = part, face

    def after(self, by: int) -> int | None:
        """The part so many further on; None beyond the ends."""
        number = self.place[0] + by
        return number if 0 <= number < len(self.parts) else None

    def next_face(self) -> int:
        """The face of this part that follows the current one, around the end."""
        return (self.place[1] + 1) % len(self.part.faces)

    def left_at(self) -> str:
        """Where the cursor was when the current face was left; empty if it was not yet shown or is come back to."""
        return self._left_at.pop(self.face, "")
