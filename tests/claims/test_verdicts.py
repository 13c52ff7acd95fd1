"""Claims against tables: sets of accepted sums, unknown cells, shares, growth."""

from __future__ import annotations

import pytest
from claim_reports import city, claimed, report

from giptui.claims import claims
from giptui.claims.metrics import accepted, family
from giptui.claims.verdict import Standing, compare, objection
from giptui.form import FORMS, LATEST
from giptui.report import Report, Value


def row(name: str, total: Value) -> dict[str, Value]:
    return {f"applications.{name}.total": total}


def refused(not_processed: int, other: int) -> dict[str, Value]:
    rows = [entry.id for entry, _ in LATEST.tables["applications"].rows()]
    cells: dict[str, Value] = {
        f"applications.{name}.total": 0 for name in rows if name.startswith(("not_processed", "other_processing"))
    }
    return {
        **cells,
        "applications.not_processed.repeat.total": not_processed,
        "applications.other_processing.misc.total": other,
    }


def standing(text: str, cells: dict[str, Value]) -> tuple[Standing, str]:
    (claim,) = claimed(text)
    found = compare(report(text).with_values(cells), claim)
    return found.standing, found.agreeing.label if found.agreeing else ""


def test_all_of_the_citys_numbers_agree() -> None:
    whole = city()
    binding = [claim for claim in claims(whole) if claim.binds]
    standings = [compare(whole, claim).standing for claim in binding]
    assert standings == [Standing.AGREES] * 15 + [Standing.UNKNOWN]  # the fee has no cell


@pytest.mark.parametrize(("number", "label"), [(95, "一"), (103, "一＋二"), (98, "")])
def test_received_may_count_those_carried_in(number: int, label: str) -> None:
    cells = {**row("new_received", 95), **row("carried_in", 8), **row("total_handled", 98)}
    found = standing(f"收到政府信息公开申请{number}件", cells)
    assert found == (Standing.AGREES if label else Standing.DISAGREES, label)


@pytest.mark.parametrize(
    ("number", "label"),
    [(98, "（七）"), (95, "（七）－（五）"), (93, "（七）－（六）"), (90, "（七）－（五）－（六）"), (97, "")],
)
def test_handled_may_leave_out_what_was_not_processed(number: int, label: str) -> None:
    found = standing(f"答复政府信息公开申请{number}件", {**row("total_handled", 98), **refused(3, 5)})
    assert found == (Standing.AGREES if label else Standing.DISAGREES, label)


@pytest.mark.parametrize("value", ["", "?", "3件"])
def test_what_cannot_be_known_is_not_held_against_the_text(value: str) -> None:
    assert standing("新收政府信息公开申请5件", row("new_received", value)) == (Standing.UNKNOWN, "")


def test_inapplicable_counts_as_none() -> None:
    cell = {"proactive_disclosure.government_rules.issued": "/"}
    assert standing("未制定规章", cell)[0] is Standing.AGREES


def test_skipped_claims_have_no_verdict() -> None:
    assert standing("2022年收到政府信息公开申请5件", row("new_received", 1))[0] is Standing.SKIPPED


@pytest.mark.parametrize(
    ("text", "agrees"), [("42.9", True), ("43", True), ("42.86", True), ("42.7", False), ("44", False)]
)
def test_shares_are_rounded(text: str, agrees: bool) -> None:
    written = f"依申请予以公开42件，占答复总数的{text}%"
    cells = {**row("disclosed", 42), **row("total_handled", 98), **refused(0, 0)}
    share = claimed(written)[-1]
    found = compare(report(written).with_values(cells), share)
    assert (found.standing is Standing.AGREES) == agrees


def test_growth_needs_last_years_report() -> None:
    written = "收到政府信息公开申请112件，同比增长12%"
    growth = claimed(written)[-1]
    now = report(written).with_values({**row("new_received", 112), **row("carried_in", 0)})
    assert compare(now, growth).standing is Standing.UNKNOWN
    before = Report(LATEST, {**row("new_received", 100), **row("carried_in", 0)})
    assert compare(now, growth, before).standing is Standing.AGREES
    worse = Report(LATEST, {**row("new_received", 90), **row("carried_in", 0)})
    found = compare(now, growth, worse)
    assert found.standing is Standing.DISAGREES
    assert objection(growth, found) == "growth"


@pytest.mark.parametrize("form", FORMS.values(), ids=lambda form: form.id)
def test_every_sum_is_of_cells_of_the_form(form: object) -> None:
    for one in FORMS.values():
        for metric in ("received", "handled", "not_disclosed", "litigation.upheld", "applicants.organizations"):
            sums = accepted(one, metric)
            assert sums
            assert all(cell in one.cells for each in sums for cell in each.cells)


def test_metrics_counted_together_add_up() -> None:
    (both,) = accepted(LATEST, "disclosed+partially_disclosed")
    assert both.plus == ("applications.disclosed.total", "applications.partially_disclosed.total")
    assert both.label == "（一）＋（二）"


@pytest.mark.parametrize(
    ("metric", "expected"),
    [
        ("worked_on", "received"),
        ("carried", "carried"),
        ("not_disclosed.state_secret", "outcome"),
        ("applicants.natural_person", "applicants"),
        ("litigation_direct.upheld", "disputes"),
        ("government_rules.issued+normative_documents.issued", "documents"),
        ("administrative_license", "decisions"),
        ("processing_fee", "fee"),
    ],
)
def test_families(metric: str, expected: str) -> None:
    assert family(metric) == expected


def test_what_is_counted_together_is_read_alike() -> None:
    """自然人和商业企业申请 N 件: both without what was carried in, or both with it."""
    text = "收到自然人和商业企业申请{}件"
    cells = {**row("new_received", 4), "applications.new_received.natural_person": 3}
    cells |= {"applications.new_received.commercial_enterprise": 1, "applications.carried_in.natural_person": 2}
    cells |= {"applications.carried_in.commercial_enterprise": 4}
    for number, agrees in ((4, True), (10, True), (6, False), (8, False)):
        (claim,) = claimed(text.format(number))
        found = compare(report(text.format(number)).with_values(cells), claim)
        assert (found.standing is Standing.AGREES) == agrees, number
