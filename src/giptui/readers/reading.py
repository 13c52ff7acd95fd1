"""A document → what it says of one report: the values, where each stands in the source, and what could not be read.

The one path of all kinds of sources: texts that are tables become grids (`lines`), grids are matched by their labels
(`tables`), the rest is title, metadata and prose by sections (`sections`). Called by `giptui import` and by whatever
else takes a report as the world publishes it.
"""

from collections.abc import Mapping
from typing import NamedTuple

from giptui.form import Form
from giptui.readers.document import Document
from giptui.readers.found import Found
from giptui.report import Report, Value


class Reading(NamedTuple):
    """What was read. ``found`` holds every cell, field and text that the source shows (a blank cell of a table that is
    there too), by address, in the form's order; ``missing`` are the tables that are not there or are pictures;
    ``notes`` sentences on what else a person should look at, the source's own first.
    """

    form: Form
    found: Mapping[str, Found]
    sections: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def values(self) -> dict[str, Value]:
        return {address: found.value for address, found in self.found.items()}

    @property
    def unread(self) -> tuple[Found, ...]:
        """The cells that stand in the source, or should, and could not be read."""
        return tuple(found for found in self.found.values() if found.reason)

    def report(self) -> Report:
        return Report(self.form, self.values, self.sections, imported=True)


def reading(document: Document) -> Reading:
    """The report in the document. Refused if there is none; never a number that the source does not show."""
    raise NotImplementedError
