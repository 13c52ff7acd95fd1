"""Findings in their place in the file. Only imported once there is one: positions take longer than a clean check."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from giptui.check import Finding
from giptui.report import Report
from giptui.store import Source, locate


class Placed(NamedTuple):
    """A finding with its place in the file: where its sentence begins, or the first of its cells stands; ``line`` and
    ``column`` are None where nothing is there. ``words`` say it of a source without lines."""

    source: Source
    report: Report
    finding: Finding
    address: str
    line: int | None
    column: int | None
    words: str = ""


def place(source: Source, report: Report, findings: Iterable[Finding]) -> list[Placed]:
    """The findings of one file in the order of the file, those without a place last."""
    positions = locate(source, report.form)
    placed = []
    for finding in findings:
        if finding.span:
            address, start, _ = finding.span
            begin = positions.in_text(address, str(report[address]), start) or (None, None)
            placed.append(Placed(source, report, finding, address, *begin))
            continue
        spots = [(spot, cell) for cell in finding.cells if (spot := positions.at(cell))]
        if spots:
            (line, column), address = min(spots)
            placed.append(Placed(source, report, finding, address, line, column))
        else:
            placed.append(Placed(source, report, finding, next(iter(finding.cells), ""), None, None))
    return sorted(placed, key=lambda each: (each.line is None, each.line, each.column))
