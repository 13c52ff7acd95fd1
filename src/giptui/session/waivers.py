"""What a person has judged right since the last save, and how that gets into the file."""

from __future__ import annotations

from typing import NamedTuple

from giptui import store
from giptui.report import Report, Waiver


class Judged(NamedTuple):
    """The waivers that were added since the last save, and those taken back."""

    added: tuple[Waiver, ...]
    gone: tuple[Waiver, ...]

    @classmethod
    def between(cls, saved: Report, report: Report) -> Judged:
        """What lies between the report on disk and as it stands."""
        before, now = saved.waivers, report.waivers
        return cls(tuple(each for each in now if each not in before), tuple(each for each in before if each not in now))

    def over(self, theirs: Report) -> tuple[Waiver, ...]:
        """The waivers of a report that somebody else has saved, with what was judged here."""
        return tuple(waiver for waiver in (*theirs.waivers, *self.added) if waiver not in self.gone)

    def written(self, edited: store.Edited) -> store.Edited:
        """The file with the waivers that were added, and without those taken back."""
        if self.gone:
            edited = store.unwaived(edited.source, list(self.gone))
        for waiver in self.added:
            edited = store.waived(edited.source, waiver)
        return edited
