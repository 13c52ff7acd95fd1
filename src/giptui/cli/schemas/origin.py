"""The JSON Schema of what `giptui import --origin` writes: where in the source each value stands."""

from __future__ import annotations

from typing import Any, Final

from giptui.cli.schemas import DRAFT
from giptui.form import FORMS

Schema = dict[str, Any]

_COUNT: Final[Schema] = {"type": "integer", "minimum": 1}


def origin_schema() -> Schema:
    """The schema; the kinds of places are those of `giptui.readers.document`."""
    addresses = dict.fromkeys(address for form in FORMS.values() for address in form.kinds)
    return {
        "$schema": DRAFT,
        "title": "giptui import --origin 写出的 文件.origin.json：各个值在原件的何处",
        "type": "object",
        "propertyNames": {"enum": [*addresses]},
        "additionalProperties": {
            "anyOf": [
                _place("纯文本的一行", line=_COUNT),
                _place("网页或文档的表格里的一格", table=_COUNT, row=_COUNT, column=_COUNT),
                _place("电子表格的一格", sheet={"type": "string"}, cell={"type": "string"}),
                _place("网页或文档的一段", paragraph=_COUNT),
                _place("giptui 导出的文件里的一项", report=_COUNT, address={"type": "string"}),
                _on_page(),
            ]
        },
    }


def _place(description: str, **properties: Schema) -> Schema:
    return {
        "description": f"{description}；都从 1 起",
        "type": "object",
        "properties": properties,
        "required": [*properties],
        "additionalProperties": False,
    }


def _on_page() -> Schema:
    box = {
        "description": "左、上、右、下，以点计，从左上角起",
        "type": "array",
        "items": {"type": "number"},
        "minItems": 4,
        "maxItems": 4,
    }
    page = _place("纸上的一处：页", page=_COUNT, box=box)
    return {**page, "required": ["page"]}
