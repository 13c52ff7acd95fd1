"""What holds for the real form, whatever its numbers: every slip is reported, and the truth is among the answers."""

from __future__ import annotations

from collections.abc import Mapping

from check_reports import changed, clean_tables
from hypothesis import given, settings
from hypothesis import strategies as st

from giptui.check import Finding, check
from giptui.form import LATEST
from giptui.report import Report, State, Value, follow, judge

MATRIX = [cell.address for cell in LATEST.tables["applications"].cells()]
DISPUTES = [cell.address for cell in LATEST.tables["disputes"].cells()]
SUMS = ("row-sum", "column-sum", "balance", "dispute-sum")

clean = clean_tables()
number = st.integers(0, 60)
few = settings(max_examples=60, deadline=None)


def arithmetic(report: Report) -> list[Finding]:
    return [finding for finding in check(report) if finding.rule in SUMS]


def answers(finding: Finding) -> list[dict[str, Value]]:
    given = [finding.fix] if finding.fix else finding.alternatives
    return [{change.address: change.after for change in answer} for answer in given]


def slip(table: Mapping[str, Value], mistakes: Mapping[str, Value]) -> dict[str, Value]:
    """The cells that the mistakes change, with their true values."""
    return {address: table[address] for address, value in mistakes.items() if value != table[address]}


@few
@given(clean)
def test_a_clean_report_has_no_finding(table: dict[str, Value]) -> None:
    assert arithmetic(changed(table)) == []


@few
@given(clean, st.sampled_from(MATRIX), number)
def test_one_wrong_cell_of_the_matrix_is_one_finding_and_its_truth_an_answer(
    table: dict[str, Value], address: str, wrong: int
) -> None:
    if truth := slip(table, {address: wrong}):
        (finding,) = arithmetic(changed({**table, address: wrong}))
        assert truth in answers(finding)
        assert finding.rule == finding.verdicts[0].identity.rule
        assert address in finding.cells


@few
@given(clean, st.sampled_from(DISPUTES), number)
def test_one_wrong_cell_of_section_four_is_among_the_answers(table: dict[str, Value], address: str, wrong: int) -> None:
    if truth := slip(table, {address: wrong}):
        (finding,) = arithmetic(changed({**table, address: wrong}))
        assert truth in answers(finding)  # nearly always one of five; alone where the others would be negative


@few
@given(clean, st.sampled_from(MATRIX), number)
def test_one_mistake_that_the_totals_followed_is_at_most_one_finding_with_its_truth_in_it(
    table: dict[str, Value], address: str, wrong: int
) -> None:
    followed = follow(LATEST, table.__getitem__, {address: wrong})
    found = arithmetic(changed({**table, **followed}))
    if followed:
        (finding,) = found
        assert slip(table, followed) in answers(finding)
    else:
        assert not found


@few
@given(clean, st.lists(st.tuples(st.sampled_from(MATRIX), number), min_size=2, max_size=2))
def test_two_wrong_cells_are_reported_and_their_truth_is_in_the_answers(
    table: dict[str, Value], mistakes: list[tuple[str, int]]
) -> None:
    wrong: dict[str, Value] = dict(mistakes)
    truth = slip(table, wrong)
    found = arithmetic(changed({**table, **wrong}))
    if len(truth) < 2:
        return
    assert found
    parts = [answer for finding in found for answer in answers(finding)]
    singles = all(len(part) == 1 for part in parts)
    assert truth in parts or (singles and all({address: value} in parts for address, value in truth.items()))


@few
@given(clean, st.dictionaries(st.sampled_from(MATRIX + DISPUTES), number, min_size=1, max_size=5))
def test_each_finding_can_be_mended_by_any_of_its_answers(table: dict[str, Value], wrong: dict[str, Value]) -> None:
    report = changed({**table, **wrong})
    for finding in arithmetic(report):
        for answer in answers(finding)[:20]:
            mended = report.with_values(answer)
            assert all(judge(verdict.identity, mended.__getitem__).state is State.HOLDS for verdict in finding.verdicts)
            assert len(arithmetic(mended)) < len(arithmetic(report))


@few
@given(clean, st.dictionaries(st.sampled_from(MATRIX + DISPUTES), st.sampled_from(["", "/", "?"]), max_size=8))
def test_taking_numbers_out_of_a_clean_report_breaks_no_sum(table: dict[str, Value], holes: dict[str, Value]) -> None:
    assert arithmetic(changed({**table, **holes})) == []


@few
@given(clean, st.dictionaries(st.sampled_from(MATRIX), number, min_size=3, max_size=25))
def test_every_broken_sum_is_in_exactly_one_finding(table: dict[str, Value], wrong: dict[str, Value]) -> None:
    report = changed({**table, **wrong})
    broken = [i.name for i in LATEST.identities if judge(i, report.__getitem__).state is State.BROKEN]
    told = [verdict.identity.name for finding in arithmetic(report) for verdict in finding.verdicts]
    assert sorted(told) == sorted(broken)
