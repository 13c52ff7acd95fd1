"""Sentence → claims, over all the wordings; and the sentences that only look like claims."""

from __future__ import annotations

import pytest
import wordings
from claim_reports import bound, claimed

CLAIMING = [
    *wordings.RECEIVED,
    *wordings.HANDLED,
    *wordings.CARRIED,
    *wordings.OUTCOMES,
    *wordings.APPLICANTS,
    *wordings.DISPUTES,
    *wordings.DOCUMENTS,
    *wordings.NONE,
    *wordings.RELATIVE,
    *wordings.FEES,
    *wordings.WHOLE_SENTENCES,
]
SECTIONS = dict.fromkeys(dict(wordings.DISPUTES), "disputes.text")
"""Where a sentence stands, if not in the first section."""


def claims_of(sentence: str, written: str) -> str:
    """What a sentence claims, written so."""
    return bound(claimed(written, SECTIONS.get(sentence, "overview.text")))


@pytest.mark.parametrize(("sentence", "expected"), CLAIMING)
def test_what_a_sentence_claims(sentence: str, expected: str) -> None:
    assert claims_of(sentence, sentence) == expected


@pytest.mark.parametrize(("sentence", "reason"), wordings.LOOKALIKES)
def test_what_only_looks_like_a_claim(sentence: str, reason: str) -> None:
    claims = claimed(sentence)
    assert bound(claims) == ""
    if reason:
        assert any(reason in claim.skipped for claim in claims)
    else:
        assert not claims


def test_there_are_wordings_enough() -> None:
    assert len(dict(CLAIMING + wordings.LOOKALIKES)) >= 200


@pytest.mark.parametrize(("sentence", "expected"), CLAIMING)
def test_pages_break_lines_and_words_anywhere(sentence: str, expected: str) -> None:
    assert claims_of(sentence, "　" + " ".join(sentence)) == expected
    assert claims_of(sentence, "\n".join(sentence)) == expected
    assert claims_of(sentence, "\u200b".join(sentence)) == expected


@pytest.mark.parametrize(("sentence", "expected"), CLAIMING)
def test_full_width_digits_are_digits(sentence: str, expected: str) -> None:
    wide = sentence.translate({ord(digit): ord(digit) + 0xFEE0 for digit in "0123456789"})
    assert claims_of(sentence, wide) == expected
