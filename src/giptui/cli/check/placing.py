"""Findings in their place in the file. Only imported once there is one: positions take longer than a clean check."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from giptui.check import Finding
from giptui.report import Report
from giptui.store import Source, locate


class Placed(NamedTuple):
    """A finding with the first of its cells in the file; ``line`` and ``column`` are None where nothing is there."""

    source: Source
    report: Report
    finding: Finding
    address: str
    line: int | None
    column: int | None


def place(source: Source, report: Report, findings: Iterable[Finding]) -> list[Placed]:
    """The findings of one file in the order of the file, those without a place last."""
    at = locate(source, report.form).at
    placed = []
    for finding in findings:
        spots = [(spot, cell) for cell in finding.cells if (spot := at(cell))]
        if spots:
            (line, column), address = min(spots)
            placed.append(Placed(source, report, finding, address, line, column))
        else:
            placed.append(Placed(source, report, finding, next(iter(finding.cells), ""), None, None))
    return sorted(placed, key=lambda each: (each.line is None, each.line, each.column))
