"""Findings for programs, one JSON object a line, and one for what could not be read. The keys are a public format."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from giptui.check import Change
from giptui.cli.check.options import Options
from giptui.cli.check.placing import Placed
from giptui.cli.jsontext import dumps, plain_value
from giptui.store import Unreadable


def lines(findings: Iterable[Placed], options: Options) -> Iterator[str]:
    """A finding a line."""
    return (dumps(_record(placed)) for placed in findings)


def document(entries: Iterable[str | Unreadable]) -> Iterator[str]:
    """The lines as they are, among them one for each file that could not be read."""
    return (entry if isinstance(entry, str) else unreadable(entry) for entry in entries)


def unreadable(error: Unreadable) -> str:
    """The line of what could not be read: it has a ``refusal`` where a finding has a ``rule``."""
    return dumps(
        {
            "file": error.file,
            "line": error.line,
            "column": error.column,
            "refusal": error.refusal,
            "message": error.reason,
        }
    )


def _record(placed: Placed) -> dict[str, Any]:
    finding = placed.finding
    return {
        "file": placed.source.name,
        "line": placed.line,
        "column": placed.column,
        "rule": finding.rule,
        "severity": finding.severity.value,
        "message": finding.message,
        "organ": placed.report.organ,
        "year": placed.report.year,
        "cells": list(finding.cells),
        "identities": [
            {"name": verdict.identity.name, "left": verdict.left, "right": verdict.right}
            for verdict in finding.verdicts
        ],
        "fix": plain_changes(finding.fix),
        "alternatives": [plain_changes(answer) for answer in finding.alternatives],
    }


def plain_changes(changes: Iterable[Change]) -> list[dict[str, Any]]:
    """Changes of values: an object each."""
    return [
        {"address": change.address, "from": plain_value(change.before), "to": plain_value(change.after)}
        for change in changes
    ]
