"""Like claims beside a claim: what they say together is what the tables are asked first.

“网上答复 6 件，信函答复 3 件” are parts of a whole that nobody names; neither 6 nor 3 contradicts a 9.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from giptui.claims.claim import Claim
from giptui.claims.comparable import slot

_PARTED = ("body", "channel", "matter")


def like(claims: Sequence[Claim], claim: Claim) -> Iterator[tuple[int | Decimal, int]]:
    """What the claim and those like it add up to, and how many they are: in its sentence, then in its text."""
    for same_sentence in (True, False):
        beside = [
            other
            for other in claims
            if other.metric == claim.metric
            and other.span.address == claim.span.address
            and (not same_sentence or other.span.sentence == claim.span.sentence)
            and other.kind == "count"
            and other.listed.of == claim.listed.of
            and _counts(other)
        ]
        if len(beside) > 1:
            yield sum((other.value for other in beside if other.value is not None), 0), len(beside)


def parted(claims: Sequence[Claim], claim: Claim) -> bool:
    """Whether another claim of its sentence counts the same, so that none of them need be the whole."""
    return any(
        other is not claim
        and other.metric == claim.metric
        and other.value != claim.value
        and (other.span.address, other.span.sentence) == (claim.span.address, claim.span.sentence)
        and other.kind == "count"
        and _counts(other)
        for other in claims
    )


def _counts(claim: Claim) -> bool:
    """Whether it counts towards a whole: it binds, or is skipped for being one body's, one way's, of one matter."""
    return claim.binds or slot(claim.skipped) in _PARTED
