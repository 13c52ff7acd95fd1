"""What the sums say of a reading: one cause of all that fails, else where to look; never another number."""

from __future__ import annotations

import pytest

from giptui.form import LATEST
from giptui.readers import proof
from giptui.report import State, Value, follow

LINES = LATEST.lines


def consistent() -> dict[str, Value]:
    """A report whose sums all hold, with numbers in every detail."""
    values: dict[str, Value] = dict.fromkeys(LATEST.cells, 0)
    parts = [
        address
        for address in LATEST.cells
        if address.startswith(("applications.", "disputes."))
        and not address.endswith(".total")
        and not address.startswith(("applications.total_handled.", "applications.new_received."))
    ]
    values |= follow(LATEST, values.__getitem__, {address: 3 + n * n % 89 for n, address in enumerate(parts)})
    for first, second, third, fourth in zip(
        *(LINES[f"applications.{row}"].cells for row in ("new_received", "carried_in", "total_handled", "carried_out")),
        strict=True,
    ):
        handled, out, before = values[third], values[fourth], values[second]
        assert isinstance(handled, int)
        assert isinstance(out, int)
        assert isinstance(before, int)
        values[first] = handled + out - before
    assert proof.sums(LATEST, values.__getitem__) == {State.HOLDS: 42}
    return values


def said(values: dict[str, Value]) -> str:
    return " ".join(proof.notes(LATEST, values.__getitem__))


def exchanged(values: dict[str, Value], some: tuple[str, ...], others: tuple[str, ...]) -> dict[str, Value]:
    turned = {**dict(zip(some, others, strict=True)), **dict(zip(others, some, strict=True))}
    return values | {address: values[other] for address, other in turned.items()}


def column(name: str) -> tuple[str, ...]:
    return tuple(address for address in LATEST.cells if address.startswith("applications.") and address.endswith(name))


def test_nothing_is_said_of_sums_that_hold() -> None:
    assert said(consistent()) == ""


@pytest.mark.parametrize(
    ("some", "others", "cause"),
    [
        (column(".total"), column(".other_organization"), "“其他”和“总计”两列对调"),
        (
            LINES["applications.new_received"].cells,
            LINES["applications.total_handled"].cells,
            "“一、本年新收政府信息公开申请数量”和“（七）总计”两行对调",
        ),
    ],
    ids=["columns", "rows"],
)
def test_two_columns_or_rows_exchanged_are_the_one_cause(
    some: tuple[str, ...], others: tuple[str, ...], cause: str
) -> None:
    values = exchanged(consistent(), some, others)
    before = dict(values)
    assert f"若把{cause}，就全都对上：数照原样" in said(values)
    assert values == before


def test_a_row_one_cell_too_far_is_the_one_cause() -> None:
    values = consistent()
    cells = LINES["applications.not_disclosed.third_party_rights"].cells
    first = cells[0]
    values |= follow(LATEST, values.__getitem__, {first: 0})
    values["applications.new_received.natural_person"] = values["applications.new_received.natural_person"]
    shifted = values | dict(zip(cells, [*(values[cell] for cell in cells[1:]), ""], strict=True))
    balanced = "applications.new_received.natural_person"
    for totals in (balanced, "applications.new_received.total"):
        lost = consistent()[first]
        now = shifted[totals]
        assert isinstance(lost, int)
        assert isinstance(now, int)
        shifted[totals] = now - lost
    assert "若把“4.保护第三方合法权益”一行的数各往后移一格，就全都对上" in said(shifted)


def test_a_wrong_cell_comes_first_among_those_to_look_at() -> None:
    """It stands in most of the broken sums."""
    values = consistent()
    wrong = "applications.disclosed.commercial_enterprise"
    values[wrong] = 4711
    assert proof.suspects(LATEST, values.__getitem__)[0] == wrong
    assert said(values) == (
        "合计有 2 处对不上，先看：（一）予以公开，商业企业；"
        + "；".join(LATEST.label(address) for address in proof.suspects(LATEST, values.__getitem__)[1:3])
    )
