"""Changes and amounts of the form of 2019: what was typed survives with its sign and its unit."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giptui.form import Kind
from giptui.report import Value, fits, same, show
from giptui.report.typed import typed


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("19", 19),
        ("-3", -3),
        ("−3", -3),
        ("+19", "+19"),
        ("＋１９", "+19"),
        ("增10", "增10"),
        ("增 10项", "增10"),
        ("减少1,234", "减少1234"),
        ("=25-19", 6),
        ("", ""),
        ("/", "/"),
    ],
)
def test_a_change_keeps_the_sign_that_a_number_would_lose(text: str, value: Value) -> None:
    assert same(typed(text, Kind.CHANGE), value)
    assert fits(value, Kind.CHANGE)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("8040", 8040),
        ("8,040", 8040),
        ("96171.60", Decimal("96171.60")),
        ("251000元", "251000元"),
        ("１４２４.４万元", "1424.4万元"),
        (" 1,424.40 万元 ", "1,424.40 万元"),
    ],
)
def test_money_keeps_its_unit(text: str, value: Value) -> None:
    assert same(typed(text, Kind.MONEY), value)
    assert fits(value, Kind.MONEY)


@pytest.mark.parametrize("text", ["-5万元", "8040  万元", "12345678901234万元", "约5元", "元", "5角", "3件"])
def test_no_unit_is_dropped_from_what_cannot_be_read(text: str) -> None:
    assert typed(text, Kind.MONEY) == text
    assert not fits(text, Kind.MONEY)


@pytest.mark.parametrize("text", ["持平", "增", "+", "约3", "1.5项", "++3", "增/减3", "+" + "9" * 13])
def test_what_is_no_change_stays_what_it_is(text: str) -> None:
    assert typed(text, Kind.CHANGE) == text
    assert not fits(text, Kind.CHANGE)


@given(st.sampled_from([Kind.CHANGE, Kind.MONEY]), st.text("+-增减加少0123456789,.万亿元 件/?", max_size=9))
def test_what_is_shown_reads_back_as_the_same(kind: Kind, text: str) -> None:
    value = typed(text, kind)
    assert same(typed(show(value), kind), value)


def test_a_sign_is_for_changes_and_a_unit_for_money_only() -> None:
    assert not fits("+19", Kind.COUNT)
    assert not fits(-3, Kind.COUNT)
    assert not fits("251000元", Kind.AMOUNT)
    assert not fits(-3, Kind.MONEY)
    assert not fits("251000元", Kind.CHANGE)
