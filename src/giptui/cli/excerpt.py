"""A line of a file on its way to the terminal: cut to a length that can be read, nothing in it that acts."""

from __future__ import annotations

from typing import Final

from giptui.display.visible import visible

_WINDOW: Final = 160  # a longer source line is cut to that many characters around the caret; a matrix row is shorter


def excerpt(number: int, text: str, column: int | None) -> list[str]:
    """A line of a file with its number, and a caret under the column (characters from 1), aligned by display width."""
    start = max(0, (column or 0) - _WINDOW // 2) if len(text) > _WINDOW else 0
    begun = "…" if start else ""
    shown = visible(begun + text[start : start + _WINDOW])
    rest = "…" if len(text) > start + _WINDOW else ""
    lines = [f"{number:>5} | {shown}{rest}"]
    if column is not None:
        from giptui.display.width import width  # a clean report needs no widths

        before = visible(begun + text[start : column - 1])
        lines.append(f"{'':>5} | {' ' * width(before)}^")
    return lines
