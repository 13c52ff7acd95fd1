"""The JSON Schemas of what `giptui check` writes: of the document of ``--format json``, and of a line of ``jsonl``."""

from __future__ import annotations

from typing import Any, Final

from giptui.check import RULES, Severity
from giptui.cli.schemas import DRAFT
from giptui.form import LATEST

Schema = dict[str, Any]

_POSITION: Final[Schema] = {"type": ["integer", "null"], "minimum": 1}
_VALUE: Final[Schema] = {
    "type": ["integer", "string"],
    "description": "格中的值：件数是数，其余是字符串，空白是空字符串",
}
_SUM: Final[Schema] = {"type": "integer"}


def findings_schema() -> Schema:
    """The schema; it is that of ``"schema": 1``."""
    return {
        "$schema": DRAFT,
        "title": "giptui check 的发现",
        **_object(
            {
                "schema": {"const": 1},
                "findings": _list({"$ref": "#/$defs/finding"}),
                "unreadable": _list({"$ref": "#/$defs/unreadable"}),
            }
        ),
        "$defs": _definitions(),
    }


def line_schema() -> Schema:
    """The schema of a line of ``jsonl``."""
    return {
        "$schema": DRAFT,
        "title": "giptui check --format jsonl 的一行",
        "anyOf": [{"$ref": "#/$defs/finding"}, {"$ref": "#/$defs/unreadable"}],
        "$defs": _definitions(),
    }


def _definitions() -> Schema:
    return {"finding": _finding(), "unreadable": _unreadable(), "change": _change()}


def _unreadable() -> Schema:
    return {
        "description": "读不出的文件",
        **_object(
            {
                "file": {"type": "string", "description": "文件或文件夹；- 为标准输入"},
                "line": {**_POSITION, "description": "行，从 1 起；不知道时为 null"},
                "column": {**_POSITION, "description": "列，从 1 起，以字计；不知道时为 null"},
                "refusal": {
                    "type": "string",
                    "pattern": "^[a-z0-9-]+$",
                    "description": "为什么读不出，见 docs/refusals.md",
                },
                "message": {"type": "string", "description": "说明"},
            }
        ),
    }


def _finding() -> Schema:
    identities = sorted({identity.rule for identity in LATEST.identities})
    return _object(
        {
            "file": {"type": "string", "description": "文件；- 为标准输入"},
            "line": {**_POSITION, "description": "行，从 1 起；文件里没有这一处时为 null"},
            "column": {**_POSITION, "description": "列，从 1 起，以字计；文件里没有这一处时为 null"},
            "rule": {"enum": [rule.name for rule in RULES], "description": "规则"},
            "severity": {"enum": [severity.value for severity in Severity], "description": "程度"},
            "message": {"type": "string", "description": "说明"},
            "organ": {"type": "string", "description": "机关名称"},
            "year": {"type": ["integer", "null"], "description": "报告年度"},
            "cells": {**_list({"type": "string"}), "description": "所涉各处的地址"},
            "identities": {
                **_list(_object({"name": _named(identities), "left": _SUM, "right": _SUM})),
                "description": "不成立的算式；left 是各部分之和，right 是总计（勾稽关系是一＋二与（七）＋四）",
            },
            "fix": {**_list({"$ref": "#/$defs/change"}), "description": "改法，只在仅有一种最小改法时有"},
            "alternatives": {
                **_list(_list({"$ref": "#/$defs/change"})),
                "description": "fix 以外还可能的改法，全部列出",
            },
        }
    )


def _change() -> Schema:
    return _object({"address": {"type": "string"}, "from": _VALUE, "to": _VALUE})


def _named(rules: list[str]) -> Schema:
    return {"type": "string", "pattern": f"^({'|'.join(rules)}):"}


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _object(properties: dict[str, Schema]) -> Schema:
    """An object that has all of these keys and no others."""
    return {"type": "object", "properties": properties, "required": [*properties], "additionalProperties": False}
