"""The parts a person moves between: the report's own lines, then the six sections, each with table and prose."""

from __future__ import annotations

from dataclasses import dataclass

from giptui.form import Form, Section


@dataclass(frozen=True, slots=True)
class Face:
    """One thing a part shows: a table (``table``: its identifier, "report" for the header) or a text (its address)."""

    title: str
    table: str = ""
    text: str = ""

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


def place(all_parts: tuple[Part, ...], address: str) -> tuple[int, int] | None:
    """Which part, and which face of it, shows the address; None if none does."""
    for index, part in enumerate(all_parts):
        for number, face in enumerate(part.faces):
            if face.shows(address):
                return index, number
    return None
