"""Lists: which claims are parts of which, and which list ought to name all."""

from __future__ import annotations

from claim_reports import claimed


def parts(text: str) -> list[tuple[str, int | None, bool]]:
    return [(claim.metric, claim.part_of, claim.closed) for claim in claimed(text)]


def test_a_bracket_names_all_parts() -> None:
    assert parts("答复申请8件（予以公开5件、不予公开3件）") == [
        ("handled", None, False),
        ("disclosed", 0, True),
        ("not_disclosed", 0, True),
    ]


def test_words_of_part_leave_the_list_open() -> None:
    assert parts("答复申请8件（含上年结转2件，另有1件结转下年）") == [
        ("handled", None, False),
        ("carried_in", 0, False),
        ("carried_out", 0, False),
    ]
    assert parts("答复申请8件，其中予以公开5件、不予公开3件") == [
        ("handled", None, False),
        ("disclosed", 0, False),
        ("not_disclosed", 0, False),
    ]


def test_parts_that_the_form_does_not_know() -> None:
    found = claimed("收到申请10件（征地6件、教育4件）")
    assert [(claim.metric, claim.value, claim.part_of, claim.closed) for claim in found] == [
        ("received", 10, None, False),
        ("", 6, 0, True),
        ("", 4, 0, True),
    ]
    assert all(claim.skipped and claim.scope == "part" for claim in found[1:])


def test_another_flow_ends_the_list() -> None:
    assert parts("收到申请10件，其中自然人8件，答复9件") == [
        ("received", None, False),
        ("applicants.natural_person", 0, False),
        ("handled", None, False),
    ]


def test_the_list_ends_with_its_bracket() -> None:
    assert parts("收到申请10件（自然人8件、商业企业2件），答复9件") == [
        ("received", None, False),
        ("applicants.natural_person", 0, True),
        ("applicants.commercial_enterprise", 0, True),
        ("handled", None, False),
    ]
