"""What was found in the report as it stands: one truth for marks, counts, lists and the way from finding to finding.

The findings are those of ``giptui check``. Some of them only say that a table is not yet filled in: they are counted
apart (*awaited*), so that nobody who fills in a table is told of errors that are none yet.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Final, NamedTuple

from giptui.check import Change, Finding, Severity
from giptui.report import Report
from giptui.session.filling import is_being_filled

_MOST_LIKELY: Final = 8

BLANKS: Final = "blank-cells"
MISSING: Final = "section-missing"


class Mark(NamedTuple):
    """How a cell is marked: as the likely culprit, or as one that has a part in what is broken."""

    severity: Severity
    is_likely: bool = True


class Place(NamedTuple):
    """Where a finding leads: an address, in a text a place in it."""

    address: str
    offset: int = 0


class Found(NamedTuple):
    """The findings of one state of the report, in the form's order. ``awaited`` are those that only say that something
    has not been entered yet; ``edited`` the cells changed last. ``is_made``: the checks have run.
    """

    report: Report
    findings: tuple[Finding, ...] = ()
    awaited: tuple[Finding, ...] = ()
    edited: tuple[str, ...] = ()
    is_made: bool = False
    suspects: frozenset[str] = frozenset()  # the cells that sums say are probably wrong

    @property
    def objections(self) -> tuple[Finding, ...]:
        """What is marked in the tables and texts: neither blanks, which are seen, nor what is still being filled in."""
        return tuple(f for f in self.findings if f.rule != BLANKS and f not in self.awaited)

    def objections_at(self, address: str) -> tuple[Finding, ...]:
        """The objections to that address, most severe first, and first those that hold it likely to be wrong."""
        here = [
            f for f in self.objections if address in f.cells or any(address in v.identity.cells for v in f.verdicts)
        ]
        return tuple(sorted(here, key=lambda f: (f.severity, address in self.likely(f)), reverse=True))

    def blanks_at(self, address: str) -> tuple[Finding, ...]:
        """What is found about blanks, if the address is one of them."""
        return tuple(finding for finding in self.findings if finding.rule == BLANKS and address in finding.cells)

    def counts(self) -> Counter[Severity]:
        """How many findings there are of each severity, those that are awaited aside."""
        return Counter(finding.severity for finding in self.findings if finding not in self.awaited)

    def marks(self) -> dict[str, Mark]:
        """For each address with objections the gravest mark; a likely culprit goes before one that has a part in it."""
        marks: dict[str, Mark] = {}
        for finding in sorted(self.objections, key=lambda finding: finding.severity):
            parts = (*finding.cells, *(cell for v in finding.verdicts for cell in v.identity.cells))
            for address in dict.fromkeys(parts):
                if address not in marks or not marks[address].is_likely:
                    marks[address] = Mark(finding.severity, is_likely=False)
            marks.update(dict.fromkeys(self.likely(finding), Mark(finding.severity)))
        return marks

    def place(self, finding: Finding) -> Place:
        """Where to look first: what is probably wrong. Of prose and table, the table only if its sums are broken."""
        if finding.span and self.suspects.isdisjoint(finding.cells):
            return Place(finding.span.address, finding.span.start)
        cells = [cell for cell in finding.cells if not finding.span or cell != finding.span.address]
        likely = [cell for cell in self.likely(finding) if cell in cells] or cells
        if finding.rule == MISSING:
            return Place(self._begin_of_part(cells[0]))
        return Place(likely[0] if likely else "")

    def _begin_of_part(self, text: str) -> str:
        """Where somebody begins to fill in the part of that text: in its table, if it has one."""
        form = self.report.form
        part = next((each for each in form.sections if text in each.texts and each.table), None)
        return next(iter(form.tables[part.id].cells())).address if part else text

    def in_turn(self) -> list[tuple[Finding, Place]]:
        """Every finding with its place, in the form's order; those without a place last."""
        order = {address: number for number, address in enumerate(self.report.form.kinds)}
        placed = [(finding, self.place(finding)) for finding in self.findings]
        return sorted(placed, key=lambda each: (order.get(each[1].address, len(order)), each[1].offset))

    def likely(self, finding: Finding) -> tuple[str, ...]:
        """The cells that are probably wrong: those of the fix, or of a way to put it right that undoes a slip or what
        was edited last; where any of a whole column may be wrong, the ends of what is broken."""
        if finding.span:
            return (finding.span.address,) if self.suspects.isdisjoint(finding.cells) else finding.cells
        if finding.rule == BLANKS and finding.fix:
            return (finding.fix[0].address,)  # whose number the sums know
        if not finding.verdicts or finding.fix:
            return tuple(change.address for change in finding.fix) or finding.cells
        if finding.alternatives and self.stands_out(finding.alternatives[0]):
            return tuple(change.address for change in finding.alternatives[0])
        if len(finding.cells) <= _MOST_LIKELY:
            return finding.cells
        ends = (v.identity.right if v.identity.is_sum else v.identity.cells for v in finding.verdicts)
        return tuple(dict.fromkeys(address for end in ends for address in end))

    def stands_out(self, way: tuple[Change, ...]) -> bool:
        """Whether this way to put something right undoes a slip of the hand, or what was edited last."""
        from giptui.check.repair.slips import slips  # loaded by the checks, which come after the first screen

        return slips(way) > (0, 0) or any(change.address in self.edited[:1] for change in way)

    def highlights(self, address: str) -> Iterator[tuple[int, int, Severity]]:
        """The stretches of a text that findings are about: from, to, severity; the gravest last."""
        for finding in sorted(self.findings, key=lambda finding: finding.severity):
            if finding.span and finding.span.address == address:
                yield finding.span.start, finding.span.end, finding.severity

    def fix_at(self, address: str) -> Finding | None:
        """The most severe finding there that has a fix or alternatives; if there is none, that of a blank there whose
        number the sums know, although blanks are not marked.
        """
        fixable = [finding for finding in self.objections_at(address) if finding.fix or finding.alternatives]
        blanks = (finding for finding in self.findings if finding.rule == BLANKS)
        filling = (finding for finding in blanks if any(change.address == address for change in finding.fix))
        return fixable[0] if fixable else next(filling, None)


def found(report: Report, findings: Iterable[Finding], edited: tuple[str, ...] = ()) -> Found:
    """What these findings mean for somebody who fills in the report."""
    order = {address: place for place, address in enumerate(report.form.kinds)}
    in_order = sorted(findings, key=lambda finding: min((order.get(a, -1) for a in finding.cells), default=-1))
    awaited = tuple(finding for finding in in_order if is_being_filled(report, finding))
    made = Found(report, tuple(in_order), awaited, edited, is_made=True)
    likely = (made.likely(finding) for finding in made.objections if finding.verdicts)
    return made._replace(suspects=frozenset(chain.from_iterable(likely)))
