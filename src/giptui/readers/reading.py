"""A document → what it says of one report: the values, where each stands in the source, and what could not be read.

The one path of all kinds of sources: texts that are tables become grids (`lines`), grids are matched by their labels
(`tables`), the rest is title, metadata and prose by sections (`sections`). Called by `giptui import` and by whatever
else takes a report as the world publishes it.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from giptui.form import FORMS, LATEST, Form
from giptui.readers import proof
from giptui.readers.document import Place
from giptui.readers.found import Exported, Found, Readable
from giptui.readers.lines import tabled
from giptui.readers.lines.glue import unglued
from giptui.readers.prose.sections import divided
from giptui.readers.tables import matched
from giptui.readers.tables.parting import parted
from giptui.readers.tables.versions import form_of
from giptui.report import BLANK, Report, Value


class Reading(NamedTuple):
    """What was read. ``found`` holds every cell, field and text that the source shows (a blank cell of a table that is
    there too), by address, in the form's order; ``missing`` are the tables that are not there or are pictures;
    ``notes`` sentences on what else a person should look at, the source's own first; ``headings`` where those of the
    sections stand.
    """

    form: Form
    found: Mapping[str, Found]
    sections: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    headings: Mapping[str, Place] = MappingProxyType({})

    @property
    def values(self) -> dict[str, Value]:
        return {address: found.value for address, found in self.found.items()}

    @property
    def unread(self) -> tuple[Found, ...]:
        """The cells that stand in the source, or should, and could not be read."""
        return tuple(found for found in self.found.values() if found.reason)

    def report(self) -> Report:
        return Report(self.form, self.values, self.sections, imported=True)


def reading(document: Readable) -> Reading:
    """The report in the document. Refused if there is none; never a number that the source does not show."""
    if isinstance(document, Exported):
        said = {each.address.partition(".")[0] for each in document.found}
        sections = tuple(section.id for section in document.form.sections if section.id in said)
        return _whole(document.form, document.found, document.notes, sections)
    blocks = tabled(unglued(document.blocks))
    told = form_of(blocks)
    form = told or LATEST
    parts = parted(blocks, form)
    tables = matched(parts, form)
    prose = divided(parts, tables.at, form, document.title)
    if told is None and (form := _form_by_year(prose.found)) is not LATEST:
        tables = matched(parts, form)
    notes = (*document.notes, *tables.notes, *prose.notes)
    whole = _whole(form, (*tables.found, *prose.found), notes, prose.sections, tables.missing)
    return whole._replace(headings=prose.headings)


def _whole(
    form: Form,
    found: Sequence[Found],
    notes: Sequence[str],
    sections: tuple[str, ...],
    missing: tuple[str, ...] = (),
) -> Reading:
    """In the form's order, with what the sums say."""
    by_address = {each.address: each for each in found}
    ordered = {address: by_address[address] for address in form.kinds if address in by_address}
    values = {address: each.value for address, each in ordered.items()}
    said = (*notes, *proof.notes(form, lambda address: values.get(address, BLANK)))
    return Reading(form, MappingProxyType(ordered), sections, missing, tuple(dict.fromkeys(said)))


def _form_by_year(found: Sequence[Found]) -> Form:
    """The form of the report's year, where no table tells."""
    years = [each.value for each in found if each.address == "report.year"]
    fitting = (form for form in FORMS.values() for year in years if _is_of(form, year))
    return next(fitting, LATEST)


def _is_of(form: Form, year: Value) -> bool:
    return isinstance(year, int) and form.first_year <= year <= (form.last_year or year)
