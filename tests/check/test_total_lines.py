"""The 总计 column that nobody filled in is one cause, and one short message, whatever stands in it."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from check_reports import changed, clean_tables
from hypothesis import assume, given
from hypothesis import strategies as st

from giptui.check import Finding, check
from giptui.form import LATEST
from giptui.report import Report, Value, add_up

ROWS = {"new_received": 5, "disclosed": 3, "unable_to_provide.not_held": 2, "total_handled": 5}
TOTALS = [cell for cell in LATEST.cells if cell.startswith("applications.") and cell.endswith(".total")]

DETAILS = [cell for cell in TOTALS if cell.split(".")[1] in ("disclosed", "partially_disclosed", "not_disclosed")]


def table(total: Value, changes: Mapping[str, Value]) -> Report:
    """Five applications of natural persons, beside a column of totals that holds the same everywhere."""
    people = {f"applications.{name}.natural_person": number for name, number in ROWS.items()}
    return changed({**people, **dict.fromkeys(TOTALS, total), **changes})


def about_the_table(report: Report) -> list[Finding]:
    return [each for each in check(report) if each.rule == "blank-cells" or each.verdicts]


@pytest.mark.parametrize(("total", "stands"), [(0, "填 0"), ("", "空着")])
def test_a_stray_number_in_it_is_part_of_the_one_message(total: Value, stands: str) -> None:
    report = table(total, {"applications.partially_disclosed.total": 9})
    (finding,) = about_the_table(report)
    assert (finding.rule, finding.severity.value) == ("row-sum", "error")
    assert finding.message.startswith(
        f"第三部分表格：总计列没有填写，有 4 行应有数而{stands}；"
        "只有（二）部分公开填 9，与前面各列之和 0 不符；每行应填前面各列之和"
    )
    mended = report.with_values({change.address: change.after for change in finding.fix})
    assert add_up(LATEST.identities, mended.values)


def test_a_blank_column_is_named_as_a_column() -> None:
    (finding,) = about_the_table(table("", {}))
    assert finding.message.startswith("第三部分表格：有 25 格空着（总计列整列）；按各行差额，应为")


@pytest.mark.parametrize(("total", "stray"), [("", ""), (0, 9), ("", 9)])
def test_an_error_beside_it_is_a_second_short_message(total: Value, stray: Value) -> None:
    wrong = {"applications.disclosed.natural_person": 8, "applications.partially_disclosed.total": stray}
    found = about_the_table(table(total, wrong))
    assert len(found) == 2
    (other,) = [each for each in found if each.rule == "column-sum"]
    assert "自然人列" in other.message
    assert all(len(each.message) <= 160 for each in found)
    totals = [each for each in found if each is not other]
    assert not totals[0].fix or not stray  # numbers are not added up over a part that is wrong


def test_a_column_with_right_numbers_in_it_is_searched_as_usual() -> None:
    report = table(0, {"applications.new_received.total": 5, "applications.partially_disclosed.total": 9})
    assert not any("总计列没有填写" in each.message for each in about_the_table(report))


def test_a_column_of_zeros_beside_another_error_is_a_message_of_its_own() -> None:
    """Three rows were entered, nobody added up, and one of them is wrong."""
    found = about_the_table(table(0, {"applications.new_received.natural_person": 6}))
    assert found[0].message == ("第三部分表格：总计列没有填写，有 4 行应有数而填 0；每行应填前面各列之和")
    assert [each.rule for each in found] == ["row-sum", "balance"]


@given(clean_tables(), st.sampled_from(DETAILS), st.integers(1, 50))
def test_whatever_the_table_holds_the_line_is_one_finding_and_its_fix_is_the_table(
    tables: Mapping[str, Value], stray: str, more: int
) -> None:
    right = changed(tables)
    wrong = right.with_values({**dict.fromkeys(TOTALS, 0), stray: int(str(tables[stray])) + more})
    lacking = [cell for cell in TOTALS if tables[cell] and cell != stray]
    assume(len(lacking) > 1)
    found = [each for each in check(wrong) if each.verdicts]
    assert len(found) == 1
    assert "总计列没有填写" in found[0].message
    assert len(found[0].message) <= 160
    assert wrong.with_values({change.address: change.after for change in found[0].fix}).values == right.values
