"""Of several answers to a broken sum, those that take back a slip of the hand come first."""

from __future__ import annotations

import pytest
from check_reports import changed

from giptui.check import check
from giptui.check.repair.slips import is_slip


@pytest.mark.parametrize(
    ("before", "after"),
    [(21, 12), (1302, 1320), (11, 1), (122, 12), (1223, 123), (2, 12), (12, 120), (103, 1003), (5, 55)],
)
def test_a_digit_swapped_doubled_or_lost(before: int, after: int) -> None:
    assert is_slip(before, after)


@pytest.mark.parametrize(
    ("before", "after"), [(12, 12), (0, 10), (10, 0), (12, 13), (123, 321), (120, 12), ("", 12), (7, 9), (12, 3)]
)
def test_any_other_change_is_none(before: int | str, after: int) -> None:
    assert not is_slip(before, after)


def test_the_answer_that_swaps_two_digits_comes_first() -> None:
    """27 + 4 + 5 = 36, not 63: each of the five cells may be wrong, the total most easily."""
    names = ("upheld", "corrected", "other", "pending", "total")
    group = {f"disputes.reconsideration.{name}": n for name, n in zip(names, (27, 4, 5, 0, 63), strict=True)}
    (finding,) = [each for each in check(changed(dict(group))) if each.rule == "dispute-sum"]
    assert [change.address for change in finding.alternatives[0]] == ["disputes.reconsideration.total"]
    assert finding.alternatives[0][0].after == 36
    assert len(finding.alternatives) == 5
    assert "以下任一处改正都能平：总计由 63 改为 36" in finding.message
