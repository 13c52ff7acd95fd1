"""The numbers that no claim is about, for who wants to see all that stands in the prose; `check` needs none of them."""

from collections.abc import Iterator, Sequence
from typing import Final

from giptui.claims.claim import Claim, Span, Words
from giptui.claims.clauses import Clause, clauses
from giptui.claims.reading import claims
from giptui.claims.sentences import sentences
from giptui.claims.tokens import COUNTED, MONEY, PERCENT, Token, tokens
from giptui.report import Report

_UNBOUND: Final = "没有认出与表格里的哪个数有关"
_UNITS: Final = frozenset((*COUNTED, *PERCENT, *MONEY))


def numbers(report: Report) -> list[Claim]:
    """The report's claims, and between them, as skipped ones, the numbers with a unit that are in none of them."""
    found: list[Claim] = []
    bound = claims(report)
    place: dict[int, int] = {}  # of a claim among all numbers, by its place among the claims
    for address in report.form.texts:
        text = report.values.get(address)
        own = [(index, claim) for index, claim in enumerate(bound) if claim.address == address]
        between = [(None, each) for each in _unbound(address, text, bound)] if isinstance(text, str) else []
        for index, claim in sorted([*own, *between], key=lambda each: each[1].start):
            if index is not None:
                place[index] = len(found)
            found.append(claim)
    return [_moved(claim, place) for claim in found]


def _unbound(address: str, text: str, bound: Sequence[Claim]) -> Iterator[Claim]:
    covered = bytearray(len(text))
    for claim in bound:
        if claim.address == address:
            covered[claim.start : claim.end] = bytes([1]) * (claim.end - claim.start)
    for number, sentence in enumerate(sentences(text)):
        for clause in clauses(tokens(sentence.text), len(sentence.text)):
            for index in clause.numbers:
                token = clause.tokens[index]
                start, end = sentence.place(token.start, token.end)
                if token.value in _UNITS and not any(covered[start:end]):
                    words = sentence.text[clause.start : clause.end]
                    yield _claim(Span(address, start, end, words, number), sentence.text, clause, token)


def _claim(span: Span, text: str, clause: Clause, number: Token) -> Claim:
    words = Words(text, clause, number.start, number.end, frozenset(), "", _UNBOUND)
    return Claim("", "count", number.number, number.value, words, _UNBOUND, span)


def _moved(claim: Claim, place: dict[int, int]) -> Claim:
    """The claim, where it names others by their places."""
    listed = claim.listed
    return claim._replace(
        listed=listed._replace(
            of=None if listed.of is None else place[listed.of],
            adds=tuple(place[each] for each in listed.adds),
            beside=tuple(place[each] for each in listed.beside),
        )
    )
