"""The JSON Schema of a report file: a function of the declared form, so that no label and no key stands twice.

Editors complete and explain keys with it; what the numbers must be to each other is the matter of `giptui check`. A
schema sees TOML through JSON, where a date is the string that it is written as.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from giptui.check import RULES
from giptui.cli.schemas import DRAFT
from giptui.form import Column, Field, Form, Kind, Row, Section, Shape, Table
from giptui.report import BLANK, LARGEST_COUNT, NOT_APPLICABLE, UNREAD
from giptui.report.values import SIGNED, WITH_UNIT, YEARS

Schema = dict[str, Any]

_DATE: Final[Schema] = {"type": "string", "format": "date", "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
_MOMENTS: Final[tuple[Schema, ...]] = tuple(
    {"type": "string", "format": name, "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ][0-9]{2}:[0-9]{2}"}
    for name in ("date-time-local", "date-time")  # the former, without a time zone, is known to editors of TOML only
)
_EMPTY: Final[Schema] = {"enum": [BLANK, NOT_APPLICABLE, UNREAD]}
_AMOUNT: Final[Schema] = {"type": "number", "minimum": 0, "maximum": LARGEST_COUNT}

VALUES: Final[Mapping[Kind, Schema]] = {
    Kind.COUNT: {"anyOf": [{**_AMOUNT, "type": "integer"}, _EMPTY]},
    Kind.AMOUNT: {"anyOf": [_AMOUNT, _EMPTY]},
    Kind.CHANGE: {
        "anyOf": [
            {"type": "integer", "minimum": -LARGEST_COUNT, "maximum": LARGEST_COUNT},
            {"type": "string", "pattern": f"^(?:{SIGNED})$"},
            _EMPTY,
        ]
    },
    Kind.MONEY: {"anyOf": [_AMOUNT, {"type": "string", "pattern": f"^(?:{WITH_UNIT})$"}, _EMPTY]},
    Kind.LINE: {"type": "string"},
    Kind.PROSE: {"type": "string"},
    Kind.YEAR: {"anyOf": [{"type": "integer", "minimum": YEARS[0], "maximum": YEARS[-1]}, {"const": BLANK}]},
    Kind.DATE: {"anyOf": [_DATE, {"const": BLANK}]},
    Kind.MOMENT: {"anyOf": [*_MOMENTS, _DATE, {"const": BLANK}]},
    Kind.CHOICE: {"type": "string"},
}
"""What may stand where, by the kind of the address."""


def file_schema(form: Form) -> Schema:
    """The schema of the files of this version of the form."""
    return {
        "$schema": DRAFT,
        "title": f"政府信息公开工作年度报告（{form.document}）",
        **_table(
            {
                "form": {"const": form.id, "description": f"格式版本：{form.document}"},
                "report": _table({field.id: _field(field) for field in form.header}, "标题、机关、年度、日期"),
                "preface": _table({"text": _text(form, "preface.text")}, form.label("preface.text")),
                **{section.id: _section(form, section) for section in form.sections},
                "waiver": {"type": "array", "items": _waiver(), "description": "由人确认过、不再列出的发现"},
                "origin": _origin(),
                "x": {"description": "自用的内容，原样保留，不读不查"},
            }
        ),
        "required": ["form"],
    }


def _table(properties: Mapping[str, Schema], description: str = "") -> Schema:
    """A table that has these keys and no others."""
    schema: Schema = {"type": "object", "properties": dict(properties), "additionalProperties": False}
    return {"description": description, **schema} if description else schema


def _field(field: Field) -> Schema:
    described = {"description": _sentences(field.label, field.note)}
    if not field.choices:
        return {**described, **VALUES[field.kind]}
    return {**described, **_named({**field.choices, BLANK: "不填"})}


def _named(names: Mapping[str, str]) -> Schema:
    """One of these words; editors that know how show beside each what it means."""
    return {"enum": [*names], "x-taplo": {"docs": {"enumValues": [*names.values()]}}}


def _text(form: Form, address: str) -> Schema:
    return {"description": _sentences(form.label(address), "一行一段"), **VALUES[Kind.PROSE]}


def _section(form: Form, section: Section) -> Schema:
    before, *after = section.texts
    schema = _table({_key(before): _text(form, before)}, section.title)
    if section.table is not None:
        for row, columns in section.table.rows():
            _put(schema, row, _row(section.table, row, columns))
    schema["properties"].update((_key(address), _text(form, address)) for address in after)
    return schema


def _put(schema: Schema, row: Row, content: Schema) -> None:
    """Put a row where its dotted identifier says, the tables of its groups described by the labels that span it."""
    *groups, own = row.id.split(".")
    for group, label in zip(groups, row.groups[-len(groups) :], strict=False):
        schema = schema["properties"].setdefault(group, _table({}, label))
    schema["properties"][own] = content


def _row(table: Table, row: Row, columns: Sequence[Column]) -> Schema:
    label = "，".join(row.path)
    if table.shape is Shape.BLOCKS:
        cells = {column.id: _cell(row, column) for column in columns}
        return _table(cells, _sentences(label, row.note))
    (kind,) = {column.kind for column in columns}  # not all editors know ``prefixItems``: one schema for all columns
    order = f"{len(columns)} 个数依次为：{'、'.join(column.label for column in columns)}"
    return {
        "description": _sentences(label, order, row.note),
        "type": "array",
        "items": VALUES[kind],
        "minItems": len(columns),
        "maxItems": len(columns),
        "default": [BLANK] * len(columns),
    }


def _cell(row: Row, column: Column) -> Schema:
    return {"description": f"{row.label}，{column.label}", **VALUES[column.kind]}


def _waiver() -> Schema:
    return {
        "type": "object",
        "properties": {
            "rule": {"description": "规则名", **_named({rule.name: rule.title for rule in RULES})},
            "cells": {
                "description": "确认时的格和其中的值",
                "type": "object",
                "additionalProperties": {"type": ["number", "string"]},
            },
            "reason": {"description": "理由", "type": "string"},
        },
        "required": ["rule", "cells"],
    }


def _origin() -> Schema:
    return {
        "description": "导入时写下的来源",
        "type": "object",
        "properties": {
            "file": {"description": "来源的文件名", "type": "string"},
            "sha256": {"description": "来源的 SHA-256", "type": "string"},
            "unread": {
                "description": "没有读出的格（或整行、整张表）在来源的何处，为什么没有读出",
                "type": "object",
                "additionalProperties": {"type": "string"},
            },
        },
    }


def _key(address: str) -> str:
    return address.rpartition(".")[2]


def _sentences(*parts: str) -> str:
    return "。".join(part.removesuffix("。") for part in parts if part)
