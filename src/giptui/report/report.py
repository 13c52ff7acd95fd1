"""One annual report: a form and the values at its addresses. A value itself; no input or output."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from giptui.form import Form
from giptui.report.values import BLANK, Value


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a data file's own structure that keeps a part of it from being read.

    ``rule`` is unknown-key, row-length or wrong-type; ``address`` the dotted key; ``detail`` what stands there.
    """

    rule: str
    address: str
    detail: str = ""
    cells: tuple[str, ...] = ()  # the cells that could not be read because of it


@dataclass(frozen=True, slots=True)
class Waiver:
    """A finding that a person has judged right: while rule, cells and values are the same, it stays waived."""

    rule: str
    cells: Mapping[str, Value]
    reason: str


@dataclass(frozen=True)
class Report:
    """The values of one report by address. An address that has no value is blank.

    ``sections`` are the sections that the source has at all, even if empty. ``imported`` says that the numbers were
    read from a published page by a program.
    """

    form: Form
    values: Mapping[str, Value]
    sections: frozenset[str] = frozenset()
    problems: tuple[Problem, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    imported: bool = False

    def __getitem__(self, address: str) -> Value:
        return self.values.get(address, BLANK)

    def paragraphs(self, address: str) -> tuple[str, ...]:
        """The paragraphs of a text; none if it is blank."""
        value = self.values.get(address, BLANK)
        return tuple(str(value).split("\n")) if value != BLANK else ()

    def line(self, field_id: str) -> str:
        """A header field as text, such as ``line("title")``; empty if it is blank."""
        return str(self.values.get(f"report.{field_id}", BLANK))

    @property
    def organ(self) -> str:
        return self.line("organ")

    @property
    def year(self) -> int | None:
        """The reported year; None if it is blank or no number."""
        year = self.values.get("report.year")
        return year if type(year) is int else None

    def with_values(self, changes: Mapping[str, Value]) -> Report:
        """This report with some values changed. A section that receives a value is there from then on."""
        values = {**self.values, **changes}
        touched = {address.partition(".")[0] for address, value in changes.items() if value != BLANK}
        sections = self.sections | (touched & {section.id for section in self.form.sections})
        return replace(self, values=values, sections=sections)
