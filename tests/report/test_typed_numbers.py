"""A number is never guessed: only full-width forms of ASCII and thousands separators are folded."""

from __future__ import annotations

import sys
import unicodedata
from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giptui.form import Kind
from giptui.report import Value, same
from giptui.report.halfwidth import BLANKS, halfwidth
from giptui.report.typed import typed

FIGURES = (Kind.COUNT, Kind.AMOUNT, Kind.CHANGE, Kind.MONEY, Kind.YEAR, Kind.DATE, Kind.MOMENT)
_FULL_WIDTH = "".join(map(chr, range(0xFF01, 0xFF5F))) + "\u3000"
_WORDS = "件项个年月日度万元增加减少\N{MINUS SIGN}"
_KNOWN = {*map(chr, range(0x80)), *_FULL_WIDTH, *_WORDS}
_FOREIGN = [chr(code) for code in range(sys.maxunicode + 1) if chr(code) not in _KNOWN]
_LOOKALIKES = "²⁶①㈢፩Ⅷ٣४𝟗🄃一〇\u200b\u202e\ufeff\xad\u2212\u2028\u2003\xa0"


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("１２３", Kind.COUNT, 123),
        ("１，２３４", Kind.COUNT, 1234),
        ("1,234,567件", Kind.COUNT, 1234567),
        ("＝３＋２", Kind.COUNT, 5),
        ("= 3 - 2", Kind.COUNT, 1),
        ("\u30003 件\xa0", Kind.COUNT, 3),
        ("／", Kind.COUNT, "/"),
        ("0.00", Kind.AMOUNT, Decimal("0.00")),
        ("１．５０万元", Kind.AMOUNT, Decimal("1.50")),
        ("２０２３年度", Kind.YEAR, 2023),
        ("２０２４．１．２３", Kind.DATE, date(2024, 1, 23)),
        ("2024年1月23日 16:12", Kind.MOMENT, datetime(2024, 1, 23, 16, 12)),
    ],
)
def test_what_an_input_method_types_is_folded(text: str, kind: Kind, value: Value) -> None:
    assert same(typed(text, kind), value)


@pytest.mark.parametrize(
    "text", ["12①", "5²", "10⁶", "፩", "Ⅷ", "㈢", "٣", "१२", "𝟗", "3\u200b", "1\u2003件", "=3-\t2", "１２,３"]
)
@pytest.mark.parametrize("kind", [Kind.COUNT, Kind.AMOUNT, Kind.CHANGE, Kind.MONEY])
def test_what_is_no_number_is_kept_as_typed(text: str, kind: Kind) -> None:
    assert typed(text, kind) == text


@pytest.mark.parametrize("text", ["2024年1月2①日", "２０２４-①-2", "2024年2月30日", "٢٠٢٤-01-02", "2024-1-2²"])
def test_what_is_no_day_is_kept_as_typed(text: str) -> None:
    assert typed(text, Kind.DATE) == text


def test_of_all_of_unicode_only_full_width_forms_are_folded() -> None:
    everything = "".join(map(chr, range(sys.maxunicode + 1)))
    folded = halfwidth(everything)
    assert {old for old, new in zip(everything, folded, strict=True) if old != new} == {*_FULL_WIDTH}


@pytest.mark.parametrize("kind", FIGURES)
def test_what_passes_for_a_digit_elsewhere_is_in_no_number(kind: Kind) -> None:
    """Whatever Python or NFKC takes for a digit, a sign or a blank, in each place of what would be a value without."""
    whole = {Kind.YEAR: "2023", Kind.DATE: "2024-01-12", Kind.MOMENT: "2024-01-12 10:20"}.get(kind, "12")
    for foreign in filter(_is_tempting, _FOREIGN):
        for at in range(len(whole) + 1):
            text = f"{whole[:at]}{foreign}{whole[at:]}"
            if foreign in text.strip(BLANKS):
                assert typed(text, kind) == text, ascii(text)


def _is_tempting(character: str) -> bool:
    is_ascii = unicodedata.normalize("NFKC", character).isascii()
    return character.isnumeric() or character.isspace() or is_ascii or unicodedata.category(character) == "Cf"


@given(
    st.sampled_from(FIGURES),
    st.text(st.sampled_from(sorted(_KNOWN & {*"0123456789=+-/., 年月日件", *"０１２－．"})), max_size=8),
    st.sampled_from(_FOREIGN) | st.sampled_from(_LOOKALIKES),
    st.text(st.sampled_from("0123456789 年月日件"), max_size=6),
)
def test_a_foreign_character_is_in_no_number(kind: Kind, before: str, foreign: str, after: str) -> None:
    text = before + foreign + after
    stripped = text.strip(BLANKS)
    if foreign in stripped and foreign != "\N{MINUS SIGN}":
        assert typed(text, kind) == stripped


@given(st.text())
def test_folding_is_letter_by_letter(text: str) -> None:
    folded = halfwidth(text)
    assert len(folded) == len(text)
    assert all(new == old or old in _FULL_WIDTH for old, new in zip(text, folded, strict=True))
