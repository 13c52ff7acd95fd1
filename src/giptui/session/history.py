"""Undo and redo without limit: steps as (address, before, after), never as commands to play again."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from giptui.report import Value

PAUSE: Final = 2.0
"""Seconds without a key that end a stretch of typing."""


@dataclass(frozen=True, slots=True)
class Step:
    """What one action changed. ``at`` is the address the person was at; ``typing`` marks a step that may still grow;
    ``rebased`` one that lacks values which somebody else has changed since: its totals follow anew.
    ``action`` says what it was where it is more than a value typed.
    """

    at: str
    before: Mapping[str, Value]
    after: Mapping[str, Value]
    typing: bool = False
    action: str = ""
    rebased: bool = False

    def without(self, addresses: Collection[str]) -> Step:
        """This step, saying nothing of these addresses."""
        if self.after.keys().isdisjoint(addresses):
            return self
        before, after = ({a: v for a, v in each.items() if a not in addresses} for each in (self.before, self.after))
        return replace(self, before=before, after=after, rebased=True)

    def joined(self, later: Step) -> Step:
        """This step and the next as one: the oldest values before, the newest after."""
        return replace(
            later, before={**later.before, **self.before}, after={**self.after, **later.after}, typing=later.typing
        )


@dataclass(slots=True)
class History:
    """The steps done and, until something else is done, the steps undone."""

    done: list[Step] = field(default_factory=list)
    undone: list[Step] = field(default_factory=list)
    clock: Callable[[], float] = time.monotonic
    _typed_at: float = 0.0

    def record(self, step: Step) -> None:
        """Add a step. Typing in one text joins the typing before it, unless there was a pause: undo takes back a
        stretch, not a letter.
        """
        now, before = self.clock(), self._typed_at
        self._typed_at = now
        self.undone.clear()
        last = self.done[-1] if self.done else None
        if last and last.typing and step.typing and last.at == step.at and now - before <= PAUSE:
            step = self.done.pop().joined(step)
        self.done.append(step)

    def settle(self) -> None:
        """End the stretch of typing: what comes next is a step of its own."""
        if self.done and self.done[-1].typing:
            self.done[-1] = replace(self.done[-1], typing=False)

    def rebase(self, addresses: Collection[str]) -> None:
        """Somebody else has changed these: no undo or redo is to take that back."""
        self.settle()
        self.done = [step for each in self.done if (step := each.without(addresses)).after]
        self.undone = [step for each in self.undone if (step := each.without(addresses)).after]

    def undo(self) -> Step | None:
        """The step to take back, or None."""
        self.settle()
        if not self.done:
            return None
        self.undone.append(self.done.pop())
        return self.undone[-1]

    def redo(self) -> Step | None:
        """The step to do again, or None."""
        self.settle()
        if not self.undone:
            return None
        self.done.append(self.undone.pop())
        return self.done[-1]
