"""The JSON Schema of what `giptui export --format json` writes: one report, a value by each address of its form."""

from __future__ import annotations

from typing import Any, Final

from giptui.cli.schemas import DRAFT
from giptui.cli.schemas.file import VALUES
from giptui.form import Form, Kind

Schema = dict[str, Any]

_DECIMAL: Final[Schema] = {"type": "string", "pattern": r"^[0-9]{1,12}(?:\.[0-9]{1,40})?$"}
"""A number with a point is a string, so that no digit of it is lost."""


def report_schema(form: Form) -> Schema:
    """The schema of a report in this version of the form."""
    values = {address: {"description": form.label(address), **_value(kind)} for address, kind in form.kinds.items()}
    return {
        "$schema": DRAFT,
        "title": f"giptui export --format json 写出的一份报告（{form.document}）",
        "type": "object",
        "properties": {
            "form": {"const": form.id, "description": f"格式版本：{form.document}"},
            "draft": {"const": True, "description": "草案；不是草案的没有这一项"},
            **values,
        },
        "required": ["form", *values],
        "additionalProperties": False,
    }


def _value(kind: Kind) -> Schema:
    """As in a file, except that what is no whole number is a string."""
    if kind not in (Kind.AMOUNT, Kind.MONEY):
        return VALUES[kind]
    number, *others = VALUES[kind]["anyOf"]
    return {"anyOf": [{**number, "type": "integer"}, _DECIMAL, *others]}
