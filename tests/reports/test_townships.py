"""Reports that a county office accepts: at most one warning each, every one of them true, no error."""

from __future__ import annotations

import pytest
from townships import TOWNSHIPS, Township

from giptui.check import Severity, check


@pytest.mark.parametrize("township", TOWNSHIPS, ids=lambda each: f"{each.organ}{each.year}")
def test_a_report_of_zeros_is_told_this_and_nothing_else(township: Township) -> None:
    found = check(township.read())
    assert sorted(f"{finding.severity.value}[{finding.rule}]" for finding in found) == sorted(township.findings)
    assert sum(finding.severity > Severity.INFO for finding in found) <= 1
    assert not [finding for finding in found if finding.severity is Severity.ERROR]


def test_there_are_thirty_of_all_years() -> None:
    assert len(TOWNSHIPS) == 30
    assert {township.year for township in TOWNSHIPS} == {2021, 2022, 2023, 2024, 2025}
