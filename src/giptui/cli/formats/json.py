"""Findings for programs: one JSON document, or one object a line. The keys are a public format."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from giptui.check import Change
from giptui.cli.jsontext import dumps, plain_value
from giptui.cli.placing import Placed


def document(lines: Iterable[str]) -> Iterator[str]:
    """``{"schema": 1, "findings": […]}`` around the records, written while the files are read."""
    return joined('{"schema": 1, "findings": [', lines, "]}")


def joined(opening: str, lines: Iterable[str], closing: str) -> Iterator[str]:
    """Items of a list, a comma behind each but the last, between the text before and behind them."""
    yield opening
    before = None
    for line in lines:
        if before is not None:
            yield f"{before},"
        before = line
    if before is not None:
        yield before
    yield closing


def records(findings: Iterable[Placed]) -> Iterator[str]:
    """A finding a line."""
    return (dumps(_record(placed)) for placed in findings)


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
