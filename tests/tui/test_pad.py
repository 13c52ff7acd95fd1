"""A text in rows under random keys: the rows are always the text, and the screen shows what a plain buffer holds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from giptui.tui.pad import Pad

_TEXTS = st.text("甲乙，。“（ab1 \n\u3000\u0301\u200b😀", max_size=60)
_ERASING = ("backspace", "delete", "ctrl+w", "ctrl+u", "ctrl+k")
_MOVES = ("up", "down", "left", "right", "home", "end", "ctrl+home", "ctrl+end", "pageup", "pagedown", "ctrl+left")
_KEYS = st.sampled_from([*_ERASING, *_MOVES, *(f"shift+{move}" for move in _MOVES), "ctrl+right"])


def _stands(pad: Pad) -> None:
    """Every character is in one row or is the newline between two; the cursor is in its row."""
    assert pad.rows[0].start == 0 and pad.rows[-1].end == len(pad.text)
    for row, below in zip(pad.rows, pad.rows[1:], strict=False):
        assert row.start <= row.end and "\n" not in pad.text[slice(*row)]
        assert pad.text[row.end : below.start] in ("", "\n")
        assert row.start < row.end or pad.text[row.end : below.start] == "\n"
    assert pad.rows[pad.row].start <= pad.cursor <= pad.rows[pad.row].end


@given(_TEXTS, st.integers(2, 12), st.lists(st.tuples(_TEXTS | _KEYS, st.integers(1, 5)), max_size=12))
def test_after_any_keys_the_rows_are_the_text(text: str, cells: int, keys: list[tuple[str, int]]) -> None:
    pad = Pad.of(text, cells)
    _stands(pad)
    for key, page in keys:
        low, high = pad.selected
        moved = pad.moved(key, page)
        changed = moved or pad.erased(key)
        if moved:
            assert moved.text == pad.text
        elif changed:
            assert len(changed.text) <= len(pad.text)
        else:
            changed = pad.put(key)
            assert changed.text == pad.text[:low] + key + pad.text[high:]
            assert changed.cursor == low + len(key)
        pad = changed
        _stands(pad)
    assert pad.laid_out(cells).rows == Pad.of(pad.text, cells).rows
