"""The form's identities over a report's values: do they hold, and which totals follow an edit?

Blank is not zero: in a sum blank and “/” count as 0, and a side short of the other only because of blanks is open,
not broken. A cell that holds no number makes its identities unknown.
"""

from collections.abc import Callable, Iterable, Mapping
from enum import Enum
from typing import NamedTuple

from giptui.form import Form, Identity
from giptui.report.values import BLANK, Value, addend, is_empty, same

Values = Callable[[str], Value]
"""Looks a value up by address."""


class State(Enum):
    """How an identity stands."""

    HOLDS = "holds"
    OPEN = "open"  # the sides differ, but blanks may make up for it
    BROKEN = "broken"
    UNKNOWN = "unknown"  # a cell could not be read or holds no number


class Verdict(NamedTuple):
    """An identity with the sums of its two sides (blanks as 0), None where unknown."""

    identity: Identity
    state: State
    left: int | None
    right: int | None


def side(addresses: tuple[str, ...], values: Values) -> int | None:
    """The sum over some cells, blanks as 0; None if one of them holds no number."""
    total = 0
    for address in addresses:
        number = addend(values(address))
        if number is None:
            return None
        total += number
    return total


def judge(identity: Identity, values: Values) -> Verdict:
    """Whether the identity holds over these values."""
    left, right = side(identity.left, values), side(identity.right, values)
    if left is None or right is None:
        state = State.UNKNOWN
    elif left == right:
        state = State.HOLDS
    else:
        short = identity.right if left > right else identity.left
        state = State.OPEN if any(is_empty(values(address)) for address in short) else State.BROKEN
    return Verdict(identity, state, left, right)


def add_up(identities: Iterable[Identity], values: Mapping[str, Value]) -> bool:
    """Whether plain sums show at once that no identity is broken, as they do where all cells are filled and right.

    False says nothing: then :func:`judge` knows.
    """
    get = values.get
    try:
        return all(sum(map(get, each.left)) == sum(map(get, each.right)) for each in identities)  # type: ignore[arg-type]
    except (TypeError, ArithmeticError):  # a blank, or something else that is no number, such as inf − inf
        return False


def follow(form: Form, before: Values, edits: Mapping[str, Value]) -> dict[str, Value]:
    """The edits together with the totals that follow them.

    A total that agreed with its parts before agrees after; one that did not agree is left alone, and so is one that is
    itself edited. An all-blank total over blanks follows too, and is blank again when its last part is cleared.
    """
    changes = {address: value for address, value in edits.items() if not same(value, before(address))}
    touched = [
        identity
        for identity in form.identities
        if identity.is_sum and identity.right[0] not in edits and _agrees(identity, before)
    ]

    def after(address: str) -> Value:
        return changes[address] if address in changes else before(address)

    for _ in range(2):  # a second time for the total of totals, whose parts follow in the first
        for identity in touched:
            if not any(address in changes for address in identity.left):
                continue
            total = identity.right[0]
            parts = side(identity.left, after)
            if parts is None:
                continue
            blank = all(after(address) == BLANK for address in identity.left)
            changes[total] = BLANK if blank else parts
    return {address: value for address, value in changes.items() if not same(value, before(address))}


def keeps_itself(form: Form, values: Values, address: str) -> bool:
    """Whether the cell is a total that agrees with its parts, and so follows them."""
    sums = [each for each in form.identities_at.get(address, ()) if each.is_sum and each.right == (address,)]
    return bool(sums) and all(_agrees(each, values) for each in sums)


def _agrees(identity: Identity, values: Values) -> bool:
    total = values(identity.right[0])
    if total == BLANK:
        return all(values(address) == BLANK for address in identity.left)
    parts = side(identity.left, values)
    return parts is not None and type(total) is int and parts == total
