"""What a check says: a finding, its severity, the changes that would mend it. Values; made by the rules."""

from __future__ import annotations

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

    def __lt__(self, other: Severity) -> bool:
        order = tuple(Severity)
        return order.index(self) < order.index(other)


class Change(NamedTuple):
    """One value put in place of another."""

    address: str
    before: Value
    after: Value


class Finding(NamedTuple):
    """Something that a reviewer would object to.

    ``cells`` are the addresses it points at, ``verdicts`` the broken identities it is about. ``fix`` is there only if
    it is the only smallest mend; where there are several, all of them are ``alternatives``.
    """

    rule: str
    severity: Severity
    message: str
    cells: tuple[str, ...]
    verdicts: tuple[Verdict, ...] = ()
    fix: tuple[Change, ...] = ()
    alternatives: tuple[tuple[Change, ...], ...] = ()
