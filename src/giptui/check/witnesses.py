"""Witnesses: what prose and last year's report say of the cells that a broken sum is about.

Arithmetic often has several answers and cannot prefer one. A sentence (“未收到公开申请”, “收到 3 件”) or last year's
四 can. A witness only ever chooses among the answers of arithmetic; it never makes one. Called by the arithmetic rules,
only where a sum is broken.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from giptui.check import words
from giptui.check.lastyear import expected_from_last_year
from giptui.check.lines import Answer
from giptui.check.review import Review
from giptui.claims import Claim
from giptui.claims.metrics import Sum, accepted, family
from giptui.form import carried
from giptui.report import Report

_MATRIX = "applications."


class Witness(NamedTuple):
    """Somebody who says what some cells add up to: one of the sums gives the number. ``words`` are his, as evidence.

    A witness of nothing at all (未收到申请) speaks of every cell of the matrix: what is changed there, is changed to 0.
    """

    words: str
    sums: tuple[Sum, ...]
    number: int
    of_nothing: bool = False

    def touches(self, answer: Answer) -> bool:
        """Whether he speaks of a cell that the answer changes."""
        if self.of_nothing:
            return any(change.address.startswith(_MATRIX) for change in answer)
        told = {address for each in self.sums for address in each.cells}
        return any(change.address in told for change in answer)

    def agrees(self, answer: Answer, report: Report, before: Report) -> bool:
        """Whether he is right once the answer is applied; ``report`` has it applied.

        Whom the report bore out before is not right any more if he would now have to have meant a less likely sum.
        """
        if self.of_nothing:
            return all(change.after in (0, "") for change in answer if change.address.startswith(_MATRIX))
        meant, first = self._meant(report), self._meant(before)
        return meant is not None and (first is None or meant <= first)

    def _meant(self, report: Report) -> int | None:
        """Which of his sums gives the number, the likeliest first; None if none does."""
        return next((place for place, each in enumerate(self.sums) if each.value(report) == self.number), None)


class Testimony(NamedTuple):
    """What the witnesses make of the answers.

    ``answers`` are all of them, first those that no witness speaks against; ``chosen`` is the only answer there is, or
    the only one that they leave; ``open`` are the others that may still be right: all if none is chosen, none if a
    number chose it, but all others if only sentences did that say there was none, which are copied from year to year.
    Then their words: who speaks for it, or for those that come first, and who against it.
    """

    answers: tuple[Answer, ...] = ()
    chosen: Answer = ()
    open: tuple[Answer, ...] = ()
    supporting: tuple[str, ...] = ()
    against: tuple[str, ...] = ()


def testimony(review: Review, answers: tuple[Answer, ...]) -> Testimony:
    """Hear everyone who can tell the answers apart, or who speaks of the only one."""
    only = answers[0] if len(answers) == 1 else ()
    present = [each for each in _witnesses(review) if any(each.touches(answer) for answer in answers)]
    if not present:
        return Testimony(answers, only, () if only else answers)
    mended = [review.report.with_values({change.address: change.after for change in answer}) for answer in answers]
    report = review.report
    votes = {each: [each.agrees(*pair, report) for pair in zip(answers, mended, strict=True)] for each in present}
    return _of_one(review, only, votes) if only else _of_many(answers, votes)


def _of_many(answers: tuple[Answer, ...], votes: Mapping[Witness, Sequence[bool]]) -> Testimony:
    telling = {witness: votes[witness] for witness in votes if len({*votes[witness]}) > 1}
    left = [answer for answer, *said in zip(answers, *telling.values(), strict=True) if all(said)]
    if not telling or not left:
        return Testimony(answers, open=answers)
    kept = {*left}
    ordered = (*left, *(answer for answer in answers if answer not in kept))
    if len(left) > 1:
        return Testimony(ordered, open=ordered, supporting=_words(telling))
    numbered = any(witness.number for witness in telling)
    return Testimony(ordered, left[0], () if numbered else ordered[1:], _words(telling))


def _of_one(review: Review, answer: Answer, votes: Mapping[Witness, Sequence[bool]]) -> Testimony:
    """A witness who was right before as well supports nothing; one who is wrong either way is a matter of the prose."""
    before = {each: not each.of_nothing and each.agrees((), review.report, review.report) for each in votes}
    supporting = _words(each for each, (after,) in votes.items() if after and not before[each])
    against = _words(each for each, (after,) in votes.items() if before[each] and not after)
    return Testimony((answer,), answer, (), supporting, against)


def _words(witnesses: Iterable[Witness]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.words for each in witnesses))


def _witnesses(review: Review) -> Iterator[Witness]:
    for claim in review.claims:
        if witness := _claimant(review.report, claim):
            yield witness
    yield from _last_year(review)


def _claimant(report: Report, claim: Claim) -> Witness | None:
    """The claim as a witness, if it binds: a count of this year's, of the whole, that the text does not qualify."""
    number = 0 if claim.is_none else claim.value
    if not claim.binds or claim.kind not in ("count", "none") or claim.scope != "own" or claim.hedged:
        return None
    if claim.year not in (None, report.year) or claim.unit not in ("", "件") or type(number) is not int:
        return None
    sums = accepted(report.form, claim.metric)
    said = f"{words.text(report.form, claim.address)}写“{words.clipped(claim.clause, 30)}”"
    nothing = number == 0 and family(claim.metric) in ("received", "handled") and not _carried_in(report)
    return Witness(said, sums, number, nothing) if sums else None


def _carried_in(report: Report) -> bool:
    """Whether there may be something to handle although nothing was received."""
    return any(
        report[address] not in (0, "", "/")
        for address, cell in report.form.cells.items()
        if cell.row.id == "carried_in"
    )


def _last_year(review: Review) -> Iterator[Witness]:
    """Last year's 四 is this year's 二, column by column."""
    expected = expected_from_last_year(review)
    if review.previous is None or not expected:
        return
    last = review.previous.form
    for before, now in carried(last, review.report.form).items():
        number, cell = expected.get(now), last.cells[before]
        if type(number) is int:
            said = f"上年报告“{words.row(cell.row)}”{words.column(last, cell)}为 {number}"
            yield Witness(said, (Sum("", (now,)),), number)
