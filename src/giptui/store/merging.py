"""Two people's changes to one report, joined by address: what only one of them changed stands as that one has it.

A total that followed its parts on both sides follows the parts of both. Pure; called by the session and `recover`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from giptui.form import Identity
from giptui.report import Report, State, Value, follow, judge, same


class Conflict(NamedTuple):
    """An address that both changed, each to something else: what it was, what is ours and what is theirs."""

    address: str
    was: Value
    ours: Value
    theirs: Value


class Merged(NamedTuple):
    """What of ours is to be changed in their report, and what a person must decide."""

    changes: Mapping[str, Value]
    conflicts: Sequence[Conflict]


def merged(was: Report, ours: Mapping[str, Value], theirs: Report) -> Merged:
    """Our changes to the report as it ``was``, as changes to the report as it is now."""
    form, mine = theirs.form, was.with_values(ours)
    changed = {a: v for a, v in ours.items() if a in form.kinds and not same(v, theirs[a])}
    free = {address for address in changed if same(was[address], theirs[address])}

    def is_joint(address: str) -> bool:
        """Whether it is a total on both sides, and not what we alone have made of it."""
        return _is_sum(address, mine) and _is_sum(address, theirs) and _is_touched(address, was, theirs)

    joint = set(filter(is_joint, changed))
    followed = follow(form, theirs.__getitem__, {a: v for a, v in changed.items() if a in free - joint})
    changes = {a: v for a, v in followed.items() if a in free or is_joint(a)}
    clashing = [address for address in changed if address not in free | joint]
    return Merged(changes, [Conflict(a, was[a], changed[a], theirs[a]) for a in clashing])


def _is_sum(address: str, report: Report) -> bool:
    """Whether it is a total that is the sum of its parts."""
    sums = _sums(report, address)
    return bool(sums) and all(judge(identity, report.__getitem__).state is State.HOLDS for identity in sums)


def _is_touched(address: str, was: Report, theirs: Report) -> bool:
    """Whether the total or one of its parts is another in their report."""
    cells = {cell for identity in _sums(theirs, address) for cell in identity.cells}
    return any(not same(was[cell], theirs[cell]) for cell in cells)


def _sums(report: Report, address: str) -> list[Identity]:
    return [i for i in report.form.identities_at.get(address, ()) if i.is_sum and i.right == (address,)]
