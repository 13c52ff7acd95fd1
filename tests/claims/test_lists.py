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


def test_a_total_behind_its_parts() -> None:
    for text in (
        "受理渠道：网络 61 件、信函 17 件、现场 2 件，合计 80 件政府信息公开申请。",
        "网络61件＋信函17件＋现场2件＝80件政府信息公开申请。",
    ):
        assert parts(text) == [("", 3, True), ("", 3, True), ("", 3, True), ("worked_on", None, False)]
    assert parts("推进“互联网＋政务服务”，收到申请 3 件。") == [("received", None, False)]
    assert parts("收到网上申请 6 件，培训 3 次，共答复申请 9 件。")[0][1:] == (None, False)
