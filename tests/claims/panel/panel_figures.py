"""What the reader makes of the panel: false findings, numbers read, mutants found; for the test and `make bench`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from panel_entries import Entry, Mark
from panel_mutants import Mutant, mutants

from giptui.check import RULES, Finding, check
from giptui.claims import Claim, claims
from giptui.report import Report

PROSE = tuple(rule for rule in RULES if rule.name.startswith("text-"))


class Figures(NamedTuple):
    """Counts, and the lines that name what went wrong."""

    reports: int
    false_findings: int
    alarmed: int
    numbers: int
    read: int
    mutants: int
    found: int
    misses: tuple[str, ...]


def measured(panel: Sequence[Entry]) -> Figures:
    """The figures over these paragraphs and all their mutants."""
    counts: Counter[str] = Counter()
    misses: list[str] = []
    untrue = {entry.name: findings(entry.report(), entry.before()) for entry in panel}
    for entry in panel:
        counts["false"] += len(untrue[entry.name])
        counts["alarmed"] += bool(untrue[entry.name])
        misses += [f"{entry.name} false {finding.rule}: {finding.message}" for finding in untrue[entry.name]]
        unread = tuple(_unread(entry, claims(entry.report())))
        counts["read"] += len(entry.marks) - len(unread)
        misses += [f"{entry.name} unread {mark.written} ({mark.meaning}): {around(entry, mark)}" for mark in unread]
    changed = [mutant for entry in panel for mutant in mutants(entry)]
    for mutant in changed:
        known = {(finding.rule, finding.message) for finding in untrue[mutant.entry.name]}
        if seen(mutant, known):
            counts["found"] += 1
        else:
            misses.append(f"{mutant.entry.name} missed {mutant.change}: {mutant.text}")
    return Figures(
        len(panel),
        counts["false"],
        counts["alarmed"],
        sum(len(entry.marks) for entry in panel),
        counts["read"],
        len(changed),
        counts["found"],
        tuple(misses),
    )


def findings(report: Report, previous: Report | None) -> tuple[Finding, ...]:
    return check(report, PROSE, previous)


def seen(mutant: Mutant, known: Iterable[tuple[str, str]]) -> bool:
    """Whether something is found that was not found before the change."""
    report = mutant.entry.report(mutant.text, mutant.tables)
    return any((each.rule, each.message) not in known for each in findings(report, mutant.entry.before()))


def _unread(entry: Entry, found: Iterable[Claim]) -> Iterable[Mark]:
    """The numbers that no comparable claim is about; parts of a list may be parts of it only."""
    usable = [claim for claim in found if claim.binds or claim.part_of is not None or claim.value is not None]
    for mark in entry.marks:
        loose = mark.kind in {"list", "group"}
        if not any(
            claim.start <= mark.start < claim.end
            and _same(claim, mark)
            and (claim.binds or (loose and (claim.part_of is not None or mark.inner == "whole")))
            for claim in usable
        ):
            yield mark


def _same(claim: Claim, mark: Mark) -> bool:
    if claim.value is None:
        return claim.kind == "none" and not mark.value
    return abs(Decimal(claim.value)) == mark.value  # a fall may be read as a negative growth


def around(entry: Entry, mark: Mark) -> str:
    return entry.text[max(0, mark.start - 16) : mark.start + 8].replace("\n", " ")
