"""What a check says: a finding, its severity, the changes that would put it right. Values; made by the rules."""

from enum import Enum
from functools import total_ordering
from typing import NamedTuple

from giptui.report import Value, Verdict


@total_ordering
class Severity(Enum):
    """How bad a finding is; ``INFO < WARNING < ERROR``."""

    INFO = "info"  # worth a look
    WARNING = "warning"  # probably wrong, but a lawful explanation exists
    ERROR = "error"  # breaks printed arithmetic, or is legally impossible

    def __lt__(self, other: "Severity") -> bool:
        order = tuple(Severity)
        return order.index(self) < order.index(other)


class Change(NamedTuple):
    """One value put in place of another."""

    address: str
    before: Value
    after: Value


class Span(NamedTuple):
    """A stretch of a text: the address of that, and from where to where, in characters as the report holds it."""

    address: str
    start: int
    end: int


class Finding(NamedTuple):
    """Something that a reviewer would object to.

    ``cells`` are the addresses it points at, ``verdicts`` the broken identities it is about. ``fix`` is there only if
    it is the only smallest one, or evidence chose it; ``alternatives`` are the other ways that are open. ``evidence``
    is what speaks for the fix beside the numbers themselves, ``counter_evidence`` what speaks against it, in words.
    ``span`` is the sentence that a finding about prose is about.
    """

    rule: str
    severity: Severity
    message: str
    cells: tuple[str, ...]
    verdicts: tuple[Verdict, ...] = ()
    fix: tuple[Change, ...] = ()
    alternatives: tuple[tuple[Change, ...], ...] = ()
    evidence: tuple[str, ...] = ()
    counter_evidence: tuple[str, ...] = ()
    span: Span | None = None

    @property
    def rules(self) -> frozenset[str]:
        """The rules that it is about: a merged one has the name of the first sum that it breaks."""
        return frozenset((self.rule, *(verdict.identity.rule for verdict in self.verdicts)))
