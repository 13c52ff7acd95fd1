"""The statutory form, declared. Imports nothing of ours; everything else is a function of what stands here."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from giptui.form.comparable import carried, comparable
from giptui.form.form2019 import FORM_2019
from giptui.form.form2021 import FORM_2021
from giptui.form.header import HEADER, LEVELS, SCOPES
from giptui.form.model import Block, Cell, Column, Field, Form, Identity, Kind, Row, Section, Shape, Table

FORMS: Final[Mapping[str, Form]] = MappingProxyType({form.id: form for form in (FORM_2021, FORM_2019)})
"""Every version of the form by its name in the files, the latest first."""

LATEST: Final = FORM_2021


def named(identifier: str) -> Form:
    """The version of that name; KeyError."""
    return FORMS[identifier]


__all__ = [
    "FORMS",
    "HEADER",
    "LATEST",
    "LEVELS",
    "SCOPES",
    "Block",
    "Cell",
    "Column",
    "Field",
    "Form",
    "Identity",
    "Kind",
    "Row",
    "Section",
    "Shape",
    "Table",
    "carried",
    "comparable",
    "named",
]
