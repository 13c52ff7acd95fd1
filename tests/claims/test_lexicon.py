"""Every row of the lexicon with the sentence it was made for; and the gate that is made from the lexicon."""

from __future__ import annotations

import pytest
import wordings
from claim_reports import bound, claimed
from hypothesis import given
from hypothesis import strategies as st

from giptui.claims import reading
from giptui.claims.lexicon import DENYING, ROWS, Row
from giptui.claims.tokens import tokens


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.kind}-{row.value}")
def test_every_row_reads_its_example(row: Row) -> None:
    assert bound(claimed(row.example, "overview.text")) == row.claims
    assert any((token.kind, token.value) == (row.kind, row.value) for token in tokens(row.example))


def test_every_word_that_denies_is_seen_at_the_gate() -> None:
    denying = [word for row in ROWS if row.kind == "none" for word in row.words]
    assert denying and all(any(short in word for short in DENYING) for word in denying)


WORDS = [word for row in ROWS for word in row.words]
SENTENCES = [sentence for sentence, _ in wordings.RECEIVED + wordings.NONE + wordings.DISPUTES + wordings.LOOKALIKES]


@given(
    st.lists(
        st.sampled_from(["3件", "12", "，", "其中", "共", "未", "无", "均", "全部", "（", "）", "的", "2023年"])
        | st.sampled_from(WORDS)
        | st.sampled_from(SENTENCES)
        | st.text("公开申请信息不予件无0", max_size=4),
        min_size=1,
        max_size=6,
    ).map("".join)
)
def test_no_claim_is_lost_at_the_gate(text: str) -> None:
    """A sentence that the gate passes over claims nothing, whatever governs it."""
    for lead in ("", "收到申请9件，"):
        sentence = lead + text
        if not reading.may_claim(sentence):
            patched = [claim for claim in claimed_ungated(sentence) if claim.metric]
            assert not patched


def claimed_ungated(text: str) -> tuple[object, ...]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading, "may_claim", lambda _: True)
        return claimed(text)
