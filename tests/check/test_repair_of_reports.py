"""What holds for the real form, whatever its numbers: every slip is reported, and the truth is among the answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from random import Random

from check_reports import changed, clean_tables
from hypothesis import given
from hypothesis import strategies as st

from giptui.check import Finding, check
from giptui.check.repair import RowOrColumn, rows_and_columns_of
from giptui.form import LATEST
from giptui.report import Report, State, Value, follow, judge
from giptui.store import blank, decode, parse

MATRIX = [cell.address for cell in LATEST.tables["applications"].cells()]
DISPUTES = [cell.address for cell in LATEST.tables["disputes"].cells()]
COLUMNS = [column.id for column in LATEST.tables["applications"].blocks[0].columns]
ROWS = [row.id for row, _ in LATEST.tables["applications"].rows()]
SUMS = ("row-sum", "column-sum", "balance", "dispute-sum")

clean = clean_tables()
number = st.integers(0, 60)


def arithmetic(report: Report) -> list[Finding]:
    return [finding for finding in check(report) if finding.rule in SUMS]


def answers(finding: Finding) -> list[dict[str, Value]]:
    given = [finding.fix] if finding.fix else finding.alternatives
    return [{change.address: change.after for change in answer} for answer in given]


def slip(table: Mapping[str, Value], mistakes: Mapping[str, Value]) -> dict[str, Value]:
    """The cells that the mistakes change, with their true values."""
    return {address: table[address] for address, value in mistakes.items() if value != table[address]}


@given(clean)
def test_a_clean_report_has_no_finding(table: dict[str, Value]) -> None:
    assert arithmetic(changed(table)) == []


@given(clean, st.sampled_from(MATRIX), number)
def test_one_wrong_cell_of_the_matrix_is_one_finding_and_its_truth_an_answer(
    table: dict[str, Value], address: str, wrong: int
) -> None:
    if truth := slip(table, {address: wrong}):
        (finding,) = arithmetic(changed({**table, address: wrong}))
        assert truth in answers(finding)
        assert finding.rule == finding.verdicts[0].identity.rule
        assert address in finding.cells


@given(clean, st.sampled_from(DISPUTES), number)
def test_one_wrong_cell_of_section_four_is_among_the_answers(table: dict[str, Value], address: str, wrong: int) -> None:
    if truth := slip(table, {address: wrong}):
        (finding,) = arithmetic(changed({**table, address: wrong}))
        assert truth in answers(finding)  # nearly always one of five; alone where the others would be negative


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


@given(clean, st.dictionaries(st.sampled_from(MATRIX + DISPUTES), number, min_size=1, max_size=5))
def test_each_finding_can_be_mended_by_any_of_its_answers(table: dict[str, Value], wrong: dict[str, Value]) -> None:
    report = changed({**table, **wrong})
    for finding in arithmetic(report):
        for answer in answers(finding)[:20]:
            after = report.with_values(answer)
            assert all(judge(verdict.identity, after.__getitem__).state is State.HOLDS for verdict in finding.verdicts)
            assert len(arithmetic(after)) < len(arithmetic(report))


@given(clean, st.dictionaries(st.sampled_from(MATRIX + DISPUTES), st.sampled_from(["", "/", "?"]), max_size=8))
def test_taking_numbers_out_of_a_clean_report_breaks_no_sum(table: dict[str, Value], holes: dict[str, Value]) -> None:
    assert arithmetic(changed({**table, **holes})) == []


@given(clean, st.dictionaries(st.sampled_from(MATRIX), number, min_size=3, max_size=25))
def test_every_broken_sum_is_in_exactly_one_finding(table: dict[str, Value], wrong: dict[str, Value]) -> None:
    report = changed({**table, **wrong})
    broken = [i.name for i in LATEST.identities if judge(i, report.__getitem__).state is State.BROKEN]
    explained = [verdict.identity.name for finding in arithmetic(report) for verdict in finding.verdicts]
    assert sorted(explained) == sorted(broken)


@given(clean, st.sampled_from(ROWS))
def test_a_row_left_out_is_one_finding_with_its_numbers_among_the_answers(table: dict[str, Value], name: str) -> None:
    left_out = {f"applications.{name}.{column}": 0 for column in COLUMNS}
    if truth := slip(table, left_out):
        (finding,) = arithmetic(changed({**table, **left_out}))
        assert truth in answers(finding)


@given(clean, st.sampled_from(ROWS))
def test_a_row_left_blank_is_one_finding_that_says_what_the_sums_know(table: dict[str, Value], name: str) -> None:
    left_out: dict[str, Value] = {f"applications.{name}.{column}": "" for column in COLUMNS}
    (finding,) = [one for one in check(changed({**table, **left_out})) if one.rule in (*SUMS, "blank-cells")]
    assert finding.rule == "blank-cells"
    if any(table[address] for address in left_out):
        assert {change.address: change.after for change in finding.fix} == {a: table[a] for a in left_out}


PARTS = [cell for cell in MATRIX + DISPUTES if not cell.endswith(".total") and ".total_handled." not in cell]
holes = st.randoms(use_true_random=False)


def used(table: Mapping[str, Value], chance: Random, count: int, cells: Sequence[str] = PARTS) -> list[str]:
    """Some of the cells that hold a number that is not 0."""
    numbers = [cell for cell in cells if table[cell]]
    return chance.sample(numbers, min(count, len(numbers)))


def proposed(report: Report) -> dict[str, Value]:
    """What the blanks should be, of all tables."""
    found = [finding for finding in check(report) if finding.rule == "blank-cells"]
    return {address: value for finding in found for answer in answers(finding) for address, value in answer.items()}


@given(clean, holes)
def test_one_blank_cell_is_told_its_number_where_that_is_not_0(table: dict[str, Value], chance: Random) -> None:
    for address in used(table, chance, 3):
        report = changed({**table, address: ""})
        (finding,) = [finding for finding in check(report) if finding.rule in (*SUMS, "blank-cells")]
        assert answers(finding) == [{address: table[address]}]
        assert finding.message.endswith(f"应为 {table[address]}")


@given(clean, st.sampled_from(PARTS))
def test_one_blank_cell_where_nothing_happened_is_to_be_0(table: dict[str, Value], address: str) -> None:
    if not table[address]:
        (finding,) = [finding for finding in check(changed({**table, address: ""})) if finding.rule == "blank-cells"]
        assert finding.fix == ()
        assert finding.message.endswith("；没有发生的填 0")


@given(clean, st.sets(st.sampled_from(MATRIX + DISPUTES), min_size=1, max_size=8), holes)
def test_what_is_proposed_for_several_blanks_is_true(table: dict[str, Value], zero: set[str], chance: Random) -> None:
    report = changed({**table, **dict.fromkeys([*zero, *used(table, chance, 8)], "")})
    assert all(table[address] == value for address, value in proposed(report).items())


@given(clean, holes)
def test_blanks_in_rows_and_columns_of_their_own_are_all_told(table: dict[str, Value], chance: Random) -> None:
    lines: set[str] = set()
    chosen = []
    for address in used(table, chance, 12):
        row, _, column = address.rpartition(".")
        if lines.isdisjoint((row, f"*.{column}")):
            chosen.append(address)
            lines |= {row, f"*.{column}"}
    assert proposed(changed({**table, **dict.fromkeys(chosen, "")})) == {cell: table[cell] for cell in chosen}


@given(clean, holes)
def test_a_blank_under_totals_added_up_without_it_is_the_first_answer(table: dict[str, Value], chance: Random) -> None:
    for address in used(table, chance, 2, [cell for cell in PARTS if cell in MATRIX]):
        followed = {**follow(LATEST, table.__getitem__, {address: 0}), address: ""}
        (finding,) = arithmetic(changed({**table, **followed}))
        assert answers(finding)[0] == slip(table, followed)


@given(clean, holes)
def test_blanks_in_columns_of_their_own_are_filled_together_first(table: dict[str, Value], chance: Random) -> None:
    by_column = {address.rpartition(".")[2]: address for address in used(table, chance, 9) if address in MATRIX}
    chosen = [*by_column.values()][: chance.randint(2, 4)]
    followed = {**follow(LATEST, table.__getitem__, dict.fromkeys(chosen, 0)), **dict.fromkeys(chosen, "")}
    for finding in arithmetic(changed({**table, **followed})):  # none where what is lacking left and right is the same
        assert answers(finding)[0] == slip(table, followed)


@given(clean, st.sampled_from([name for name in ROWS if "." in name or "disclosed" in name]))
def test_a_row_left_out_that_the_totals_followed_is_at_most_one_finding(table: dict[str, Value], name: str) -> None:
    left_out: dict[str, Value] = {f"applications.{name}.{column}": 0 for column in COLUMNS}
    followed = follow(LATEST, table.__getitem__, left_out)
    if followed:
        (finding,) = arithmetic(changed({**table, **followed}))
        assert slip(table, followed) in answers(finding)


@given(clean, st.sampled_from(COLUMNS))
def test_a_column_left_out_is_one_finding_with_its_numbers_among_the_answers(
    table: dict[str, Value], name: str
) -> None:
    left_out = {f"applications.{row}.{name}": 0 for row in ROWS}
    if truth := slip(table, left_out):
        (finding,) = arithmetic(changed({**table, **left_out}))
        assert truth in answers(finding)


@given(clean, st.sampled_from(rows_and_columns_of(LATEST.identities)), st.sampled_from((0, 1)), st.booleans())
def test_a_line_that_slipped_is_one_finding_with_its_numbers_among_the_answers(
    table: dict[str, Value], line: RowOrColumn, along: int, on: bool
) -> None:
    run = line.runs[along]
    numbers = [table[address] for address in run]
    slipped = dict(zip(run, [0, *numbers[:-1]] if on else [*numbers[1:], 0], strict=True))
    if truth := slip(table, slipped):
        (finding,) = arithmetic(changed({**table, **slipped}))
        assert truth in answers(finding)


@given(clean, st.randoms(use_true_random=False))
def test_what_is_found_does_not_depend_on_how_the_file_is_written(table: dict[str, Value], chance: Random) -> None:
    report = changed(table)
    lines = blank(report.form, report.values).splitlines()
    for n, line in enumerate(lines):
        if line.endswith("]") and "= [" in line and chance.random() < 0.5:
            lines[n] = line.replace(",", chance.choice((" , ", ",", ",   "))) + "  # 核对过"
    for n in sorted(chance.choices(_between(lines), k=4), reverse=True):
        lines[n:n] = ["", chance.choice(("# 备注", "   ", "#"))]
    text = chance.choice(("\n", "\r\n")).join(lines) + "\n"
    again = parse(decode("report.toml", chance.choice((b"", b"\xef\xbb\xbf")) + text.encode()))
    assert {address: again[address] for address in LATEST.cells} == {
        address: table[address] for address in LATEST.cells
    }
    assert check(again) == check(report)
    assert arithmetic(again) == []


def _between(lines: Sequence[str]) -> list[int]:
    """The places where a line may be put in: outside of texts."""
    places, inside = [0], False
    for n, line in enumerate(lines, 1):
        inside ^= line.count('"""') == 1
        if not inside:
            places.append(n)
    return places
