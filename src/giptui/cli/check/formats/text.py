"""Findings for people and for `errorfmt`: a line each, ``FILE:LINE:COLUMN: severity[rule] message (address)``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from giptui.check import Change, Severity
from giptui.check.relations import relation
from giptui.cli.check.options import Options
from giptui.cli.check.placing import Placed
from giptui.cli.excerpt import excerpt
from giptui.display.visible import one_line
from giptui.form import Form
from giptui.report import value_in_words

# What `--full` shows of a finding is no longer than a screen; the other formats have everything.
_SUMS: Final = 8
_WAYS: Final = 9
_CELLS: Final = 8
_COLORS: Final = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36"}


def lines(findings: Iterable[Placed], options: Options) -> Iterator[str]:
    """The line of each finding; with ``--full`` also the source line, the broken sums with their numbers, the fix."""
    for placed in findings:
        yield _line(placed, options.color == "always")
        if options.full:
            yield from map(one_line, _evidence(placed))


def _line(placed: Placed, color: bool) -> str:
    finding = placed.finding
    place = ":".join(str(part) for part in (placed.source.name, placed.line, placed.column) if part is not None)
    place = f"{place}: {placed.words}" if placed.words else place
    severity = finding.severity.value
    if color:
        severity = f"\x1b[{_COLORS[finding.severity]}m{severity}\x1b[0m"
    address = f" ({placed.address})" if placed.address else ""
    return f"{one_line(place)}: {severity}[{finding.rule}] {one_line(finding.message + address)}"


def _evidence(placed: Placed) -> Iterator[str]:
    finding, form = placed.finding, placed.report.form
    if placed.line is not None:
        yield from excerpt(placed.line, placed.source.line(placed.line), placed.column)
    for verdict in finding.verdicts[:_SUMS]:
        yield f"        {relation(form, verdict)}（{verdict.identity.name}）"
    if (more := len(finding.verdicts) - _SUMS) > 0:
        yield f"        ……还有 {more} 处"
    if finding.fix:
        yield f"  改法：{_changes(form, finding.fix)}"
    for number, answer in enumerate(finding.alternatives[:_WAYS], 1):
        yield f"  {'另一种' if finding.fix else ''}改法 {number}：{_changes(form, answer)}"
    if (more := len(finding.alternatives) - _WAYS) > 0:
        yield f"  ……还有 {more} 种改法，--format json 全部列出"


def _changes(form: Form, changes: Sequence[Change]) -> str:
    named = [
        f"{form.label(c.address)} {value_in_words(c.before)} → {value_in_words(c.after)}（{c.address}）"
        for c in changes[:_CELLS]
    ]
    more = len(changes) - _CELLS
    return "；".join(named) + (f"……等 {len(changes)} 格" if more > 0 else "")
