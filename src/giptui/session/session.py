"""One open report: its edits, undo, findings, what is unsaved. The editor drives it; it knows no screen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from giptui import store
from giptui.check import USUAL, Change, Finding, Policy
from giptui.report import BLANK, Report, Value, Waiver, follow, same
from giptui.session.advice import advice
from giptui.session.changed import with_changes
from giptui.session.checks import Checks, policy_for
from giptui.session.found import Found
from giptui.session.history import History, Step
from giptui.session.journal import Journal
from giptui.session.published import report_in
from giptui.session.recovery import Recoverable
from giptui.session.waivers import Judged
from giptui.store.merging import Conflict, merged

_EDITED: Final = 8
"""So many of the last steps say where a mistake is likely."""


class OtherForm(Exception):  # noqa: N818 - what the file is
    """The file is of another version of the form by now: nothing can be merged by address."""


class Session:
    """An open document. All values live here; a screen shows them and asks for changes.

    ``report`` is the report as it stands now, ``saved`` as it stands on disk. What is not saved is in the ``journal``
    of a document that was opened by name. ``conflicts`` are the addresses that somebody else has changed otherwise,
    until a person decides.
    """

    def __init__(
        self,
        source: store.Source,
        report: Report,
        read_only: bool = False,
        last_years: store.LastYears | None = None,
        policy: Policy = USUAL,
        journal: Journal | None = None,
    ) -> None:
        self.source = source
        self.saved = report
        self.report = report
        self.read_only = read_only
        self.journal = journal
        self.conflicts: tuple[Conflict, ...] = ()
        self._checks = Checks(policy, last_years)
        self._history = History()

    @classmethod
    def open(cls, name: str, read_only: bool = False, previous: str | None = None) -> Session:
        """Open a report file; ``previous`` is last year's, or a folder to look for it in.

        Unreadable if one of them or the settings cannot be read, or the file given is not last year's.
        """
        source, report = store.load(name)
        last_years = store.LastYears(previous, report_in)
        last_years.of(name, report)
        return cls(source, report, read_only, last_years, policy_for(name), Journal(name, source.data))

    @property
    def name(self) -> str:
        return self.source.name

    # --- what a screen shows

    @property
    def previous(self) -> Report | None:
        """Last year's report: sought anew when the organ or the year changes."""
        return self._checks.previous.of(self.name, self.report)

    @property
    def found(self) -> Found:
        """The findings on the report as it stands that no person has judged right: those of ``giptui check``."""
        known = self._checks.found
        return known or self._checks.look(self.name, self.report, self.unsaved(), self._edited())

    def _edited(self) -> tuple[str, ...]:
        """The cells changed since the last save, the last one first."""
        unsaved = self.unsaved()
        return tuple(dict.fromkeys(step.at for step in reversed(self._history.done[-_EDITED:]) if step.at in unsaved))

    def postpone_check(self) -> None:
        """Find nothing until :meth:`recheck` or the next change: a first screen need not wait for the checks."""
        self._checks.found = Found(self.report)

    def recheck(self) -> None:
        """Look again."""
        self._checks.found = None

    def fix_at(self, address: str) -> Finding | None:
        """What can be done about the address at once: a finding with a fix, or with ways to choose from; what the cell
        should be, where a finding only says that it is something else."""
        if fixable := self.found.fix_at(address):
            return fixable
        if (here := self.found.objections_at(address)) and address in here[0].cells:
            should_be = advice(self.report, address, self.previous).value
            if should_be is not None and not same(should_be, self.report[address]):
                return here[0]._replace(fix=(Change(address, self.report[address], should_be),))
        return None

    def blanks(self) -> int:
        """How many numeric cells are blank."""
        return sum(self.report[address] == BLANK for address in self.report.form.cells)

    def unsaved(self) -> dict[str, Value]:
        """What a save would change: address and new value. An edit back to what is on disk is no change."""
        return {address: value for address, value in self.report.values.items() if not same(value, self.saved[address])}

    @property
    def dirty(self) -> bool:
        return bool(self.unsaved() or self.conflicts) or self.report.waivers != self.saved.waivers

    # --- actions

    def commit(
        self, edits: Mapping[str, Value], at: str = "", exact: bool = False, typing: bool = False, action: str = ""
    ) -> frozenset[str]:
        """Set values as one step of undo; totals that agreed with their parts follow, unless ``exact``. ``action`` is
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
        self._history.record(Step(at or next(iter(changes)), before, changes, typing, action))
        return self._put(changes, typing)

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
            self._take(step, step.before)
        return step

    def redo(self) -> Step | None:
        """Do the step again that was taken back last; None if there is none."""
        if step := self._history.redo():
            self._take(step, step.after)
        return step

    def _take(self, step: Step, values: Mapping[str, Value]) -> None:
        """Put the values of a step into the report; where others have changed its totals, they follow."""
        self._put(follow(self.report.form, self.report.__getitem__, values) if step.rebased else values)

    def waived(self) -> list[tuple[Finding, Waiver]]:
        """The findings that a person has judged right, and by which of the report's waivers."""
        return self._checks.waived(self.name, self.report, self._edited())

    def waive(self, finding: Finding, reason: str) -> None:
        """Judge the finding right, for that reason; in the file with the next save."""
        cells = {cell: self.report[cell] for cell in finding.cells}
        self._keep_waivers((*self.report.waivers, Waiver(finding.rule, cells, reason)))

    def unwaive(self, waiver: Waiver) -> None:
        """Take that back."""
        self._keep_waivers(tuple(each for each in self.report.waivers if each != waiver))

    def _keep_waivers(self, waivers: tuple[Waiver, ...]) -> None:
        if not self.read_only:
            self.report = self.report.replaced(waivers=waivers)
            self._checks.found = None

    @property
    def _judged(self) -> Judged:
        return Judged.between(self.saved, self.report)

    def save(self) -> int:
        """Write what is unsaved; returns how many values that were.

        Unwritable, with the old file whole and the edits still here, if the file cannot be written or is not the one
        that was opened any more.
        """
        changes = self.unsaved()
        if self.dirty:
            after = self._judged.written(store.edited(self.source, changes))
            store.save(self.name, after.source.data, self.source.data)
            self._is_saved(after)
        self._history.settle()
        return len(changes)

    def save_as(self, name: str) -> None:
        """Write the report as it stands here to a new file, which the document is from now on. Unwritable if there is
        such a file, or none can be had; what keeps the edits out of the old file's text is no reason.
        """
        try:
            after = self._judged.written(store.edited(self.source, self.unsaved()))
        except store.Unwritable:
            after = Judged(self.report.waivers, ()).written(store.created(name, self.report.form, self.report.values))
        store.save(name, after.source.data, None)
        self._checks.previous.forget()
        self._is_saved(store.Edited(after.source._replace(name=name), after.report))

    def _is_saved(self, after: store.Edited) -> None:
        self.source, self.report = after
        self.saved = self.report
        self._checks.found = None
        self._rebase_journal()

    def merge(self) -> frozenset[str] | None:
        """Take in what others have made of the file; the addresses that changed here, None if it is as we know it.

        What only one side changed stands as that side has it; the rest is in ``conflicts``, and here as in the file.
        Unreadable or OtherForm, with everything as it was, if the file is not this report any more.
        """
        source = store.read(self.name)
        if source.data == self.source.data:
            return None
        theirs, old = store.parse(source), self.report
        if theirs.form is not old.form:
            raise OtherForm
        joined = merged(self.saved, self.unsaved(), theirs)
        again = {conflict.address for conflict in joined.conflicts}
        open_still = [c._replace(theirs=theirs[c.address]) for c in self.conflicts if c.address not in again]
        self.conflicts = tuple(c for c in (*open_still, *joined.conflicts) if not same(c.ours, c.theirs))
        judged = self._judged
        self.source = source
        self.saved = self.report = theirs
        self._keep_waivers(judged.over(theirs))
        self._put(joined.changes, journaled=False)
        changed = frozenset(a for a in old.form.kinds if not same(old[a], self.report[a]))
        self._history.rebase(changed)
        self._rebase_journal()
        return changed

    def restore(self, found: Recoverable) -> frozenset[str]:
        """Have the edits back that a killed editor left, as one step; where the file says otherwise, somebody must
        decide."""
        self.conflicts += tuple(found.conflicts)
        changed = self.commit(found.changes, exact=True, action="恢复没有保存的修改")
        if self.journal and self.conflicts:
            self.journal.record(self._undecided())
        return changed

    def decide(self, conflict: Conflict, value: Value) -> frozenset[str]:
        """A person has chosen this value where two had changed one address; the addresses that changed."""
        self.conflicts = tuple(each for each in self.conflicts if each.address != conflict.address)
        changed = self.commit({conflict.address: value})
        self._rebase_journal()
        return changed

    def _rebase_journal(self) -> None:
        """The file is another now. While something is to be decided, the journal goes on from what the file was: then
        the next start asks again.
        """
        if self.journal:
            opened = self.journal.opened if self.conflicts else self.source.data
            self.journal.rebase(self.name, opened, {**self.unsaved(), **self._undecided()})

    def _undecided(self) -> dict[str, Value]:
        return {conflict.address: conflict.ours for conflict in self.conflicts}

    def close(self) -> int:
        """The editor ends, and nobody gave up what is not saved: the journal keeps it. How many edits those are."""
        if self.journal is None or not self.journal.is_there:
            return 0
        if not self.dirty and not self.journal.has_draft:
            self.journal.drop()
            return 0
        self.journal.close()
        return len(self.unsaved()) or 1

    def give_up(self) -> None:
        """Nothing that is not saved is wanted any more."""
        if self.journal:
            self.journal.drop()

    def _put(self, changes: Mapping[str, Value], waits: bool = False, journaled: bool = True) -> frozenset[str]:
        self.report = with_changes(self.saved, self.report, changes)
        self._checks.found = None
        if self.journal and journaled:
            self.journal.record(changes, waits)
        return frozenset(changes)
