"""Evidence: what prose and last year's report say of the cells that a broken sum is about.

Arithmetic often has several answers and cannot prefer one. A sentence (“未收到公开申请”, “收到 3 件”) or last year's
四 can. Evidence only ever chooses among the answers of arithmetic; it never makes one. Called by the arithmetic rules,
only where a sum is broken.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from giptui.check import words
from giptui.check.repair.rows_and_columns import Answer
from giptui.check.review import Review
from giptui.check.year_on_year import expected_from_last_year
from giptui.claims import Claim
from giptui.claims.metrics import Sum, accepted, family
from giptui.claims.siblings import parted
from giptui.form import carried
from giptui.report import Report

_MATRIX = "applications."


class Evidence(NamedTuple):
    """What some cells add up to, by another source: one of the sums gives the number. ``words`` quote the source.

    ``of_nothing``: that there was nothing at all (未收到申请). It is about every cell of the matrix: what is changed
    there, is changed to 0.
    """

    words: str
    sums: tuple[Sum, ...]
    number: int
    of_nothing: bool = False

    def touches(self, answer: Answer) -> bool:
        """Whether it is about a cell that the answer changes."""
        if self.of_nothing:
            return any(change.address.startswith(_MATRIX) for change in answer)
        concerned = {address for each in self.sums for address in each.cells}
        return any(change.address in concerned for change in answer)

    def agrees(self, answer: Answer, report: Report, before: Report) -> bool:
        """Whether it is right once the answer is applied; ``report`` has it applied.

        What agreed with the report before does not agree any more if it would now have to mean a less likely sum.
        """
        if self.of_nothing:
            return all(change.after in (0, "") for change in answer if change.address.startswith(_MATRIX))
        meant, first = self._meant(report), self._meant(before)
        return meant is not None and (first is None or meant <= first)

    def _meant(self, report: Report) -> int | None:
        """Which of its sums gives the number, the likeliest first; None if none does."""
        return next((place for place, each in enumerate(self.sums) if each.value(report) == self.number), None)


class Judgement(NamedTuple):
    """What the evidence makes of the answers.

    ``answers`` are all of them, first those that no evidence contradicts; ``chosen`` is the only answer there is, or
    the only one that is left; ``open`` are the others that may still be right: all if none is chosen, none if a number
    chose it, but all others if only sentences did that say there was none, which are copied from year to year.
    Then the words: the evidence for what is chosen, or for the answers that come first, and that against it.
    """

    answers: tuple[Answer, ...] = ()
    chosen: Answer = ()
    open: tuple[Answer, ...] = ()
    evidence: tuple[str, ...] = ()
    counter_evidence: tuple[str, ...] = ()


def choose(review: Review, answers: tuple[Answer, ...]) -> Judgement:
    """Weigh all evidence that distinguishes the answers, or that is about the only one."""
    only = answers[0] if len(answers) == 1 else ()
    present = [each for each in _all_evidence(review) if any(each.touches(answer) for answer in answers)]
    if not present:
        return Judgement(answers, only, () if only else answers)
    after = [review.report.with_values({change.address: change.after for change in answer}) for answer in answers]
    report = review.report
    verdicts = {each: [each.agrees(*pair, report) for pair in zip(answers, after, strict=True)] for each in present}
    return _of_one(review, only, verdicts) if only else _of_many(answers, verdicts)


def _of_many(answers: tuple[Answer, ...], verdicts: Mapping[Evidence, Sequence[bool]]) -> Judgement:
    deciding = {each: agreed for each, agreed in verdicts.items() if len({*agreed}) > 1}
    left = [answer for answer, *agreed in zip(answers, *deciding.values(), strict=True) if all(agreed)]
    if not deciding or not left:
        return Judgement(answers, open=answers)
    kept = {*left}
    ordered = (*left, *(answer for answer in answers if answer not in kept))
    if len(left) > 1:
        return Judgement(ordered, open=ordered, evidence=_words(deciding))
    numbered = any(each.number for each in deciding)
    return Judgement(ordered, left[0], () if numbered else ordered[1:], _words(deciding))


def _of_one(review: Review, answer: Answer, verdicts: Mapping[Evidence, Sequence[bool]]) -> Judgement:
    """Evidence that agreed before as well supports nothing; what is wrong either way is a matter of the prose."""
    before = {each: not each.of_nothing and each.agrees((), review.report, review.report) for each in verdicts}
    supporting = _words(each for each, (after,) in verdicts.items() if after and not before[each])
    against = _words(each for each, (after,) in verdicts.items() if before[each] and not after)
    return Judgement((answer,), answer, (), supporting, against)


def _words(evidence: Iterable[Evidence]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.words for each in evidence))


def _all_evidence(review: Review) -> Iterator[Evidence]:
    for claim in review.claims:
        alone = not claim.listed.beside and not parted(review.claims, claim)
        if alone and (evidence := _of_claim(review.report, claim)):
            yield evidence
    yield from _of_last_year(review)


def _of_claim(report: Report, claim: Claim) -> Evidence | None:
    """The claim as evidence, if it binds: a count of this year's, of the whole, that the text does not qualify."""
    number = 0 if claim.is_none else claim.value
    if not claim.binds or claim.kind not in ("count", "none") or claim.scope != "own" or claim.hedged:
        return None
    if claim.frame.year not in (None, report.year) or claim.unit not in ("", "件") or type(number) is not int:
        return None
    sums = accepted(report.form, claim.metric)
    quote = f"{words.text(report.form, claim.address)}写“{words.clipped(claim.clause, 30)}”"
    nothing = number == 0 and family(claim.metric) in ("received", "handled") and not _carried_in(report)
    return Evidence(quote, sums, number, nothing) if sums else None


def _carried_in(report: Report) -> bool:
    """Whether there may be something to handle although nothing was received."""
    return any(
        report[address] not in (0, "", "/")
        for address, cell in report.form.cells.items()
        if cell.row.id == "carried_in"
    )


def _of_last_year(review: Review) -> Iterator[Evidence]:
    """Last year's 四 is this year's 二, column by column."""
    expected = expected_from_last_year(review)
    if review.previous is None or not expected:
        return
    last = review.previous.form
    for before, now in carried(last, review.report.form).items():
        number, cell = expected.get(now), last.cells[before]
        if type(number) is int:
            quote = f"上年报告“{words.row(cell.row)}”{words.column(last, cell)}为 {number}"
            yield Evidence(quote, (Sum("", (now,)),), number)
