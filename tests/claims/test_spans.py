"""Where claims stand: spans lie inside the text and quote what is claimed, whatever the text."""

from __future__ import annotations

import wordings
from claim_reports import CITY_PROSE, bound, city, claimed
from hypothesis import given
from hypothesis import strategies as st

from giptui.claims import claims
from giptui.report import prose

SENTENCES = [sentence for sentence, _ in wordings.RECEIVED + wordings.OUTCOMES + wordings.DISPUTES + wordings.NONE]
PIECES = st.sampled_from(
    [*SENTENCES, "，", "。", "（", "）", "、", "其中", "未", "3", "件", "申请", "2022年", "占", "3%", "结转"]
)


def squeezed(text: str) -> str:
    return "".join(text.split())


@given(st.lists(PIECES | st.text("收到申请3件（），。无、其中 \n", max_size=8), max_size=12).map("".join))
def test_spans_lie_in_the_text_and_quote_it(text: str) -> None:
    for claim in claimed(text):
        assert 0 <= claim.start < claim.end <= len(text)
        quote = text[claim.start : claim.end]
        assert quote == quote.strip()
        assert squeezed(quote) in squeezed(text)
        assert claim.clause in squeezed(text)
        assert claim.part_of is None or claim.part_of >= 0


@given(st.data())
def test_spaces_and_line_ends_change_no_claim(data: st.DataObject) -> None:
    text = squeezed(data.draw(st.sampled_from(SENTENCES)))
    cuts = data.draw(st.sets(st.integers(1, len(text) - 1), max_size=8))
    space = data.draw(st.sampled_from([" ", "\n", "　", "\u00a0", " \n "]))
    broken = "".join(space + character if index in cuts else character for index, character in enumerate(text))
    before, after = claimed(text), claimed(broken)
    assert [claim[:6] for claim in before] == [claim[:6] for claim in after]
    for one, other in zip(before, after, strict=True):
        assert text[one.start : one.end] == squeezed(broken[other.start : other.end])


def test_a_claim_quotes_its_clause_and_its_place() -> None:
    (claim, _) = claimed("全年共收到政府信息公开\n申请 3 件，答复 2 件。")
    assert (claim.start, claim.end) == (3, 18)
    assert claim.clause == "全年共收到政府信息公开申请3件"
    assert (claim.unit, claim.frame.year, claim.scope) == ("件", None, "own")


def test_the_citys_prose() -> None:
    found = claims(city())
    assert bound(found) == (
        "government_rules.issued 1, received 3119, handled 3050, carried_in 34, carried_out 103, "
        "reconsideration 351, reconsideration.upheld 72, reconsideration.corrected 64, reconsideration.other 178, "
        "reconsideration.pending 37, litigation 46, litigation.upheld 25, litigation.corrected 5, litigation.other 9, "
        "litigation.pending 7, processing_fee 3940"
    )
    text = prose(CITY_PROSE)
    assert [squeezed(text[claim.start : claim.end]) for claim in found if claim.binds][2:5] == [
        "答复3050件",
        "上年度结转申请34件",
        "103件顺延",
    ]
