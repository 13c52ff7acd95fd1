"""One open report: its edits, undo, findings, what is unsaved. The editor drives it; it knows no screen."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Mapping
from itertools import count
from typing import Final

from giptui import store
from giptui.check import RULES, USUAL, Finding, Policy, Severity, check, standing, understood
from giptui.report import BLANK, UNREAD, Problem, Report, Value, follow, same
from giptui.session.filling import is_being_filled
from giptui.session.history import History, Step

_MOST_MARKS: Final = 8


class Session:
    """An open document. All values live here; a screen shows them and asks for changes.

    ``report`` is the report as it stands now, ``saved`` as it stands on disk.
    """

    def __init__(
        self,
        source: store.Source,
        report: Report,
        read_only: bool = False,
        last_years: store.LastYears | None = None,
        policy: Policy = USUAL,
    ) -> None:
        self.source = source
        self.saved = report
        self.report = report
        self.read_only = read_only
        self._policy = policy
        self._last_years = last_years
        self._sought: tuple[str, int | None] | None = None  # the organ and year that last year's was sought for
        self._previous: Report | None = None
        self._history = History()
        self._findings: tuple[Finding, ...] | None = None

    @classmethod
    def open(cls, name: str, read_only: bool = False, previous: str | None = None) -> Session:
        """Open a report file; ``previous`` is last year's, or a folder to look for it in.

        Unreadable if one of them or the settings cannot be read, or the file given is not last year's.
        """
        source, report = store.load(name)
        last_years = store.LastYears(previous)
        last_years.of(name, report)
        return cls(source, report, read_only, last_years, _policy_for(name))

    @property
    def name(self) -> str:
        return self.source.name

    # --- what a screen shows

    @property
    def previous(self) -> Report | None:
        """Last year's report: sought anew when the organ or the year changes."""
        asked = self.report.organ, self.report.year
        if self._last_years is not None and asked != self._sought:
            self._sought = asked
            try:
                self._previous = self._last_years.of(self.name, self.report).report
            except store.Unreadable:  # what was given is not last year's report of this organ any more
                self._previous = None
        return self._previous

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings on the report as it stands that no person has judged right, in the form's order.

        While a column is being filled, its balance is no error yet: the message line names the remainder
        instead. ``giptui check`` knows no such patience.
        """
        if self._findings is None:
            order = {address: place for place, address in enumerate(self.report.form.kinds)}
            patient = [finding for finding in self._standing() if not is_being_filled(self.report, finding)]
            self._findings = tuple(
                sorted(patient, key=lambda finding: min((order.get(a, -1) for a in finding.cells), default=-1))
            )
        return self._findings

    def _standing(self) -> tuple[Finding, ...]:
        """What no person has judged right. What does not add up while someone types was not misread by a program: once
        a number is not the one on disk any more, the mistakes are listed one by one instead.
        """
        found = standing(self.report, check(self.report, previous=self.previous, policy=self._policy))
        misread = any(finding.rule == "extraction-suspect" for finding in found)
        if misread and not self.report.form.cells.keys().isdisjoint(self.unsaved()):
            report = self.report.by_hand()
            return standing(report, check(report, previous=self.previous, policy=self._policy))
        return found

    def postpone_check(self) -> None:
        """Find nothing until :meth:`recheck` or the next change: a first screen need not wait for the checks."""
        self._findings = ()

    def recheck(self) -> None:
        """Look again."""
        self._findings = None

    @property
    def objections(self) -> tuple[Finding, ...]:
        """The findings that are marked and gone to, cell by cell: all but the blanks, which are only counted."""
        return tuple(finding for finding in self.findings if finding.rule != "blank-cells")

    def objections_at(self, address: str) -> tuple[Finding, ...]:
        """The objections to that address, most severe first."""
        here = [finding for finding in self.objections if address in (*finding.cells, *marked(finding))]
        return tuple(sorted(here, key=lambda finding: finding.severity, reverse=True))

    def fix_at(self, address: str) -> Finding | None:
        """The most severe finding there that has a fix or alternatives; if there is none, that of a blank there whose
        number the sums know, although blanks are not marked.
        """
        fixable = [finding for finding in self.objections_at(address) if finding.fix or finding.alternatives]
        blanks = (finding for finding in self.findings if finding.rule == "blank-cells")
        filling = (finding for finding in blanks if any(change.address == address for change in finding.fix))
        return fixable[0] if fixable else next(filling, None)

    def marks(self) -> dict[str, Severity]:
        """For each address with objections the highest severity."""
        marks: dict[str, Severity] = {}
        for finding in sorted(self.objections, key=lambda finding: finding.severity):
            marks.update(dict.fromkeys(marked(finding), finding.severity))
        return marks

    def counts(self) -> Counter[Severity]:
        """How many objections there are of each severity."""
        return Counter(finding.severity for finding in self.objections)

    def blanks(self) -> int:
        """How many numeric cells are blank."""
        return sum(self.report[address] == BLANK for address in self.report.form.cells)

    def unsaved(self) -> dict[str, Value]:
        """What a save would change: address and new value. An edit back to what is on disk is no change."""
        return {address: value for address, value in self.report.values.items() if not same(value, self.saved[address])}

    @property
    def dirty(self) -> bool:
        return bool(self.unsaved())

    # --- actions

    def commit(
        self, edits: Mapping[str, Value], at: str = "", exact: bool = False, typing: bool = False, deed: str = ""
    ) -> frozenset[str]:
        """Set values as one step of undo; totals that agreed with their parts follow, unless ``exact``. ``deed`` is
        what undo says of it where it was more than a value typed.

        Returns the addresses that changed. A read-only session changes nothing.
        """
        if self.read_only:
            return frozenset()
        changes = {a: v for a, v in edits.items() if not same(v, self.report[a])}
        if not exact:
            changes = follow(self.report.form, self.report.__getitem__, changes)
        if not changes:
            return frozenset()
        before = {address: self.report[address] for address in changes}
        self._history.record(Step(at or next(iter(changes)), before, changes, typing, deed))
        return self._put(changes)

    def settle(self) -> None:
        """End a stretch of typing, so that undo stops here."""
        self._history.settle()

    def tell_time_by(self, clock: Callable[[], float]) -> None:
        """Measure pauses in typing by this clock instead of the machine's."""
        self._history.clock = clock

    @property
    def next_undone(self) -> Step | None:
        """The step that undo would take back."""
        return self._history.done[-1] if self._history.done else None

    @property
    def next_redone(self) -> Step | None:
        """The step that redo would do again."""
        return self._history.undone[-1] if self._history.undone else None

    def undo(self) -> Step | None:
        """Take the last step back; None if there is none."""
        if step := self._history.undo():
            self._put(step.before)
        return step

    def redo(self) -> Step | None:
        """Do the step again that was taken back last; None if there is none."""
        if step := self._history.redo():
            self._put(step.after)
        return step

    def save(self) -> int:
        """Write what is unsaved; returns how many values that were.

        Unwritable, with the old file whole and the edits still here, if the file cannot be written or is not the one
        that was opened any more.
        """
        changes = self.unsaved()
        if changes:
            after = store.edited(self.source, changes)
            store.save(self.name, after.source.data, self.source.data)
            self.source, self.report = after
            self.saved = self.report
            self._findings = None
        self._history.settle()
        return len(changes)

    def save_copy(self) -> str:
        """Write the report as it stands here to a new file beside its own; the new file's name. Unwritable if not."""
        stem = self.name.removesuffix(".toml")
        name = next(free for n in count(1) if not os.path.lexists(free := f"{stem}.副本{n}.toml"))
        store.save(name, store.edited(self.source, self.unsaved()).source.data, None)
        return name

    def _put(self, changes: Mapping[str, Value]) -> frozenset[str]:
        saved, values = self.saved, {**self.report.values, **changes}
        # A blank where the file has nothing is nothing: a table that is not there is missing again after undo.
        for address, value in changes.items():
            if value == BLANK and address not in saved.values:
                del values[address]
        problems = tuple(problem for problem in saved.problems if _is_left(problem, values))
        self.report = Report(saved.form, values, saved.sections, problems, saved.waivers, saved.imported)
        self._findings = None
        return frozenset(changes)


def _is_left(problem: Problem, values: Mapping[str, Value]) -> bool:
    """Whether what the problem kept from being read is still not there: unread cells, or a header field or text. Of
    what else there is in the file, an unknown key for one, nothing can be fixed here."""
    if problem.cells:
        return any(values.get(cell) == UNREAD for cell in problem.cells)
    return values.get(problem.address, BLANK) == BLANK


def _policy_for(name: str) -> Policy:
    """What the office has decided; what in its settings file has no effect, `giptui check` reports."""
    file = store.settings_file(name)
    if file is None or file.objection:
        return USUAL
    _, content = store.load_settings(file.name)
    return understood(content, [rule.name for rule in RULES])[0]


def marked(finding: Finding) -> tuple[str, ...]:
    """The cells that a finding is marked at. Where any of a whole column may be wrong, only the ends of what is broken:
    a screen full of marks shows nothing.
    """
    if len(finding.cells) <= _MOST_MARKS or not finding.verdicts:
        return finding.cells
    ends = (v.identity.right if v.identity.is_sum else v.identity.cells for v in finding.verdicts)
    return tuple(dict.fromkeys(address for end in ends for address in end))
