"""What stands in a table of many reports: its columns, and the values of one report in their order.

Wide, a row a report: its file, its form, every field of the header and every cell, each in the column of its address;
a cell that the report's form does not have is blank, and the column ``form`` tells it from a blank one. Long, a row a
cell. The prose is in neither: a table is for numbers. Called by the tables of every format.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from giptui.form import FORMS
from giptui.printers.formats import Shape
from giptui.report import Report, Value, show

FIRST: Final = ("file", "form")
"""The columns of a wide table before those of the addresses."""

LONG: Final = ("file", "organ", "year", "address", "label", "value")
"""The columns of a long table, as `giptui get --format tsv` has them, with the form's words for the address."""


def addresses(shape: Shape) -> tuple[str, ...]:
    """The addresses that are columns of a wide table, in the order of the forms, each once."""
    return _addresses(tuple(form.id for form in shape.forms))


@lru_cache(maxsize=8)
def _addresses(forms: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(address for form in forms for address in (*FORMS[form].fields, *FORMS[form].cells)))


@lru_cache(maxsize=8)
def labels(form: str) -> tuple[tuple[str, str], ...]:
    """Every cell of the form with its label."""
    return tuple((address, FORMS[form].label(address)) for address in FORMS[form].cells)


def long_rows(file: str, report: Report) -> Iterator[tuple[str, str, str, str, str, Value]]:
    """The rows of a long table for one report."""
    organ, year = report.organ, show(report["report.year"])
    for address, label in labels(report.form.id):
        yield file, organ, year, address, label, report[address]
