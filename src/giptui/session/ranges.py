"""Several cells at once: as text, filled from their first row or column, and what they should be. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from giptui.report import BLANK, Report, Value, addend, follow, same, show
from giptui.session.advice import advice

Region = Sequence[Sequence[str]]
"""Addresses row by row."""


def as_text(report: Report, region: Region) -> str:
    """The cells as a spreadsheet copies them: tabs between columns, a row a line."""
    return "\n".join("\t".join(show(report[address]).replace("\n", " ") for address in row) for row in region)


def cleared(region: Region) -> dict[str, Value]:
    """Every cell blank."""
    return {address: BLANK for row in region for address in row}


def filled_down(report: Report, region: Region) -> dict[str, Value]:
    """Every row as the first."""
    return {address: report[source] for row in region[1:] for source, address in zip(region[0], row, strict=False)}


def filled_right(report: Report, region: Region) -> dict[str, Value]:
    """Every column as the first."""
    return {address: report[row[0]] for row in region for address in row[1:]}


class Expected(NamedTuple):
    """What some cells should be: what changes, how many are right already, how many nothing is known of."""

    edits: dict[str, Value]
    right: int
    unknown: int


def expected(report: Report, addresses: Iterable[str], previous: Report | None = None) -> Expected:
    """What the cells should be, totals after their parts."""
    wanted, edits, unknown = tuple(addresses), dict[str, Value](), set(addresses)
    for _ in range(3):  # totals of totals
        now = Report(report.form, {**report.values, **edits}, report.sections)
        for address in wanted:
            should_be = advice(now, address, previous)
            if should_be.value is None:
                continue
            unknown.discard(address)
            edits[address] = should_be.value
        edits = {address: edits[address] for address in wanted if address in edits}
    changes = {address: value for address, value in edits.items() if not same(value, report[address])}
    return Expected(changes, len(edits) - len(changes), len(unknown))


def range_in_words(report: Report, region: Region) -> str:
    """How large the range is, what it adds up to, how much of it is blank."""
    cells = [report[address] for row in region for address in row]
    numbers = [addend(cell) for cell in cells]
    known = [number for number in numbers if number is not None]
    size = f"选中 {len(region)} 行 {max(map(len, region))} 列"
    blank = sum(cell == BLANK for cell in cells)
    total = f"，合计 {sum(known)}" if len(known) == len(numbers) else ""
    return size + total + (f"，空白 {blank} 格" if blank else "")


def with_totals(report: Report, edits: dict[str, Value]) -> dict[str, Value]:
    """The edits with the totals that follow; a total among the edits is as it was set, even if it was so before."""
    return follow(report.form, report.__getitem__, edits)
