"""One open report: its edits, undo, findings, what is unsaved. The editor drives it; it knows no screen."""

from __future__ import annotations

import os
from collections.abc import Mapping
from itertools import count
from typing import Final

from giptui import store
from giptui.check import RULES, USUAL, Change, Finding, Policy, Waived, check, understood
from giptui.check import standing as standing_of
from giptui.report import BLANK, UNREAD, Problem, Report, Value, Waiver, follow, same
from giptui.session.advice import advice
from giptui.session.found import Found, Mark, found
from giptui.session.history import History, Step

_EDITED: Final = 8
"""So many of the last steps say where a mistake is likely."""


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
        self._found: Found | None = None

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
    def found(self) -> Found:
        """The findings on the report as it stands that no person has judged right: those of ``giptui check``."""
        if self._found is None:
            self._found = found(self.report, self._standing(), self._edited())
        return self._found

    @property
    def findings(self) -> tuple[Finding, ...]:
        return self.found.findings

    def _standing(self) -> tuple[Finding, ...]:
        """What no person has judged right. What does not add up while someone types was not misread by a program: once
        a number is not the one on disk any more, the mistakes are listed one by one instead.
        """
        standing = standing_of(self.report, self._checked(self.report))
        misread = any(finding.rule == "extraction-suspect" for finding in standing)
        if misread and not self.report.form.cells.keys().isdisjoint(self.unsaved()):
            report = self.report.by_hand()
            return standing_of(report, self._checked(report))
        return standing

    def _checked(self, report: Report) -> tuple[Finding, ...]:
        return check(report, previous=self.previous, policy=self._policy, edited=self._edited())

    def _edited(self) -> tuple[str, ...]:
        """The cells changed since the last save, the last one first."""
        unsaved = self.unsaved()
        return tuple(dict.fromkeys(step.at for step in reversed(self._history.done[-_EDITED:]) if step.at in unsaved))

    def postpone_check(self) -> None:
        """Find nothing until :meth:`recheck` or the next change: a first screen need not wait for the checks."""
        self._found = Found(self.report)

    def recheck(self) -> None:
        """Look again."""
        self._found = None

    def objections_at(self, address: str) -> tuple[Finding, ...]:
        """The objections to that address, most severe first."""
        return self.found.objections_at(address)

    def fix_at(self, address: str) -> Finding | None:
        """What can be done about the address at once: a finding with a fix, or with ways to choose from; what the cell
        should be, where a finding only says that it is something else."""
        if fixable := self.found.fix_at(address):
            return fixable
        if (here := self.objections_at(address)) and address in here[0].cells:
            should_be = advice(self.report, address, self.previous).value
            if should_be is not None and not same(should_be, self.report[address]):
                return here[0]._replace(fix=(Change(address, self.report[address], should_be),))
        return None

    def marks(self) -> dict[str, Mark]:
        """For each address with objections how it is marked."""
        return self.found.marks()

    def blanks(self) -> int:
        """How many numeric cells are blank."""
        return sum(self.report[address] == BLANK for address in self.report.form.cells)

    def unsaved(self) -> dict[str, Value]:
        """What a save would change: address and new value. An edit back to what is on disk is no change."""
        return {address: value for address, value in self.report.values.items() if not same(value, self.saved[address])}

    @property
    def dirty(self) -> bool:
        return bool(self.unsaved()) or self.report.waivers != self.saved.waivers

    # --- actions

    def commit(
        self, edits: Mapping[str, Value], at: str = "", exact: bool = False, typing: bool = False
    ) -> frozenset[str]:
        """Set values as one step of undo; totals that agreed with their parts follow, unless ``exact``.

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
        self._history.record(Step(at or next(iter(changes)), before, changes, typing))
        return self._put(changes)

    def settle(self) -> None:
        """End a stretch of typing, so that undo stops here."""
        self._history.settle()

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

    def waived(self) -> list[tuple[Finding, Waiver]]:
        """The findings that a person has judged right, and by which of the report's waivers."""
        waived = Waived(self.report)
        return [(each, waiver) for each in self._checked(self.report) if (waiver := waived.of(each))]

    def waive(self, finding: Finding, reason: str) -> None:
        """Judge the finding right, for that reason; in the file with the next save."""
        cells = {cell: self.report[cell] for cell in finding.cells}
        self._keep_waivers((*self.report.waivers, Waiver(finding.rule, cells, reason)))

    def unwaive(self, waiver: Waiver) -> None:
        """Take that back."""
        self._keep_waivers(tuple(each for each in self.report.waivers if each != waiver))

    def _keep_waivers(self, waivers: tuple[Waiver, ...]) -> None:
        if not self.read_only:
            old = self.report
            self.report = Report(old.form, old.values, old.sections, old.problems, waivers, old.imported)
            self._found = None

    def _with_waivers(self, edited: store.Edited) -> store.Edited:
        """The file with the waivers that were added, and without those taken back."""
        before, now = self.saved.waivers, self.report.waivers
        if gone := [waiver for waiver in before if waiver not in now]:
            edited = store.unwaived(edited.source, gone)
        for waiver in now:
            if waiver not in before:
                edited = store.waived(edited.source, waiver)
        return edited

    def save(self) -> int:
        """Write what is unsaved; returns how many values that were.

        Unwritable, with the old file whole and the edits still here, if the file cannot be written or is not the one
        that was opened any more.
        """
        changes = self.unsaved()
        if self.dirty:
            after = self._with_waivers(store.edited(self.source, changes))
            store.save(self.name, after.source.data, self.source.data)
            self.source, self.report = after
            self.saved = self.report
            self._found = None
        self._history.settle()
        return len(changes)

    def save_copy(self) -> str:
        """Write the report as it stands here to a new file beside its own; the new file's name. Unwritable if not."""
        stem = self.name.removesuffix(".toml")
        name = next(free for n in count(1) if not os.path.lexists(free := f"{stem}.副本{n}.toml"))
        store.save(name, self._with_waivers(store.edited(self.source, self.unsaved())).source.data, None)
        return name

    def _put(self, changes: Mapping[str, Value]) -> frozenset[str]:
        saved, values = self.saved, {**self.report.values, **changes}
        # A blank where the file has nothing is nothing: a table that is not there is missing again after undo.
        for address, value in changes.items():
            if value == BLANK and address not in saved.values:
                del values[address]
        problems = tuple(problem for problem in saved.problems if _is_left(problem, values))
        self.report = Report(saved.form, values, saved.sections, problems, self.report.waivers, saved.imported)
        self._found = None
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
