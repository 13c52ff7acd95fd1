"""Findings for programs, one JSON object a line. The keys are a public format."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from giptui.check import Change
from giptui.cli.check.options import Options
from giptui.cli.check.placing import Placed
from giptui.cli.jsontext import dumps, plain_value


def lines(findings: Iterable[Placed], options: Options) -> Iterator[str]:
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
