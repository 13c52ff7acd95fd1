"""Slips of the hand: which change of a number takes one back. They order answers that are equal otherwise.

Used by the search; so a list of answers has the same order in every output and in the editor.
"""

from collections.abc import Iterable

from giptui.check.finding import Change


def slips(answer: Iterable[Change]) -> tuple[int, int]:
    """How many of the changes take back a slip, and how many of these a swap, the commonest; totals that follow a slip
    differ by as much, not by a slip."""
    taken_back = [change for change in answer if is_slip(change.before, change.after)]
    return len(taken_back), sum(_is_swapped(str(change.before), str(change.after)) for change in taken_back)


def is_slip(before: object, after: object) -> bool:
    """Whether the number before is the one after with two neighbouring digits swapped, one doubled, or one lost."""
    if type(before) is not int or type(after) is not int or before <= 0 or after <= 0 or before == after:
        return False
    wrong, right = str(before), str(after)
    return _is_swapped(wrong, right) or _is_doubled(wrong, right) or _is_lost(wrong, right)


def _is_swapped(wrong: str, right: str) -> bool:
    apart = [place for place, pair in enumerate(zip(wrong, right, strict=False)) if pair[0] != pair[1]]
    if len(wrong) != len(right) or len(apart) != 2 or apart[1] != apart[0] + 1:
        return False
    first, second = apart
    return wrong[first] == right[second] and wrong[second] == right[first]


def _is_doubled(wrong: str, right: str) -> bool:
    """11 for 1, 122 for 12."""
    return any(
        wrong[place] == wrong[place - 1] and wrong[:place] + wrong[place + 1 :] == right
        for place in range(1, len(wrong))
    )


def _is_lost(wrong: str, right: str) -> bool:
    """2 for 12, 12 for 120."""
    return any(right[:place] + right[place + 1 :] == wrong for place in range(len(right)))
