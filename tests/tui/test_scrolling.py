"""How the table scrolls: over its edge by half a page. One line further costs the same bytes, at every key."""

from __future__ import annotations

from tui.person import Person, editing, seed

HEADS, AROUND = 4, 4  # lines: of the matrix's heads; tabs, two messages, status


def _labels(person: Person) -> list[str]:
    """The row labels in view."""
    return [line[:32].rstrip() for line in person.screen[1 + HEADS : -3]]


async def _after_scrolling(person: Person, key: str) -> list[str]:
    """The labels once the key has scrolled the table."""
    before = _labels(person)
    for _ in range(40):
        await person.press(key)
        if _labels(person) != before:
            return _labels(person)
    raise AssertionError("it never scrolled")


async def test_a_step_over_the_edge_scrolls_by_half_a_page() -> None:
    async with editing(seed(), 80, 24) as person:
        half = (24 - HEADS - AROUND) // 2
        top = _labels(person)
        down = await _after_scrolling(person, "down")
        assert down[:half] == top[half:]
        assert person.at == "applications.unable_to_provide.requires_creation.natural_person"
        assert "2.没有现成信息需要另行制作" in down[half], "the cursor is in the middle of the table"
        bottom = await _after_scrolling(person, "down")
        assert bottom[-1].startswith("四、结转"), "no further than the last line"
        up = await _after_scrolling(person, "up")
        assert up[half:] == bottom[:half]
        assert await _after_scrolling(person, "up") == top, "no further than the first line"
