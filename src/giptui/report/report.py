"""One annual report: a form and the values at its addresses. A value itself; no input or output."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from giptui.form import Form
from giptui.report.values import BLANK, Value


class Problem(NamedTuple):
    """Something in a data file's own structure that keeps a part of it from being read.

    ``rule`` is unknown-key, row-length or wrong-type; ``address`` the dotted key; ``detail`` what stands there.
    """

    rule: str
    address: str
    detail: str = ""
    cells: tuple[str, ...] = ()  # the cells that could not be read because of it


class Waiver(NamedTuple):
    """A finding that a person has judged right: while rule, cells and values are the same, it stays waived."""

    rule: str
    cells: Mapping[str, Value]
    reason: str


class Report:
    """The values of one report by address; not to be changed. An address that has no value is blank.

    ``sections`` are those that the source has at all, even if empty, in its order. ``imported`` says that the numbers
    were read from a published page by a program; ``unread_at`` then where in it stands what could not be read, in
    words, by the address of a cell, a row or a table.
    """

    __slots__ = ("form", "imported", "problems", "sections", "unread_at", "values", "waivers")
    __hash__ = None  # type: ignore[assignment]

    def __init__(
        self,
        form: Form,
        values: Mapping[str, Value],
        sections: tuple[str, ...] = (),
        problems: tuple[Problem, ...] = (),
        waivers: tuple[Waiver, ...] = (),
        imported: bool = False,
        unread_at: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self.form = form
        self.values = values
        self.sections = sections
        self.problems = problems
        self.waivers = waivers
        self.imported = imported
        self.unread_at = unread_at

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Report) and all(getattr(self, name) == getattr(other, name) for name in self.__slots__)

    def __getitem__(self, address: str) -> Value:
        return self.values.get(address, BLANK)

    def has(self, section: str) -> bool:
        """Whether the section is there: in the source, or because something has been entered in it since."""
        return section in self.sections or any(
            value != BLANK and address.startswith(f"{section}.") for address, value in self.values.items()
        )

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

    def with_values(self, changes: Mapping[str, Value]) -> "Report":
        """This report with some values changed."""
        return self.replaced(values={**self.values, **changes})

    def replaced(self, **parts: Any) -> "Report":
        """This report with some of its parts others."""
        return Report(**{**{name: getattr(self, name) for name in self.__slots__}, **parts})

    def by_hand(self) -> "Report":
        """This report as one that a person fills in: what does not add up while someone types was not misread."""
        return self.replaced(imported=False)

    def whereabouts(self, address: str) -> str:
        """Where in the source the unread cell stands, and why it could not be read; empty if nobody knows."""
        while address and address not in self.unread_at:
            address = address.rpartition(".")[0]
        return self.unread_at.get(address, "")
