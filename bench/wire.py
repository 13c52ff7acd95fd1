"""What the editor sends over the line for a key at 80×24, and how much memory it takes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from statistics import median, quantiles

from figures import Figure
from terminal import Terminal

COLUMNS_WALKED = 3


def editor(giptui: str, file: Path, env: Mapping[str, str]) -> Iterator[Figure]:
    """Bytes a key in the matrix of section three; then bytes at rest and memory."""
    with Terminal([giptui, file], env=env) as terminal:
        terminal.wait_for("总计")
        terminal.settle(1)
        terminal.press("Down")
        still, scrolling = _walk(terminal)
        yield Figure("move that does not scroll, median", median(still), "bytes", 300, f"{len(still)} moves")
        yield Figure("move that does not scroll, 95 %", quantiles(still, n=20)[-1], "bytes", 420, f"most {max(still)}")
        yield Figure("move that scrolls, most", max(scrolling), "bytes", 2500, f"{len(scrolling)} moves")
        terminal.press("ctrl+home")
        digits = []
        for _ in range(8):
            digits.append(len(terminal.press("5")))
            terminal.press("Escape")
            terminal.press("Down")
        yield Figure("typed digit, median", median(digits), "bytes", 80, f"most {max(digits)}")
        terminal.press("ctrl+home")
        edits = [sum(len(terminal.press(key)) for key in ("1", "2", "3", "Enter", "Down")) for _ in range(12)]
        yield Figure(
            "three digits, Enter, Down, median", median(edits), "bytes", 1000, f"{len(edits)} edits, most {max(edits)}"
        )
        yield Figure("left alone for 5 s", len(terminal.idle(5)), "bytes", 0)
        if mebibytes := _memory(terminal.pid):
            yield Figure("memory of the editor, peak", mebibytes, "MiB", 48)


def _walk(terminal: Terminal) -> tuple[list[int], list[int]]:
    """Down one column and up the next: the bytes of each move, by whether it scrolled the rows."""
    still: list[int] = []
    scrolling: list[int] = []
    terminal.press("ctrl+home")
    for column in range(COLUMNS_WALKED):
        for key in [*["Up" if column % 2 else "Down"] * 24, "Right"]:
            before = _labels(terminal)
            written = len(terminal.press(key))
            (still if _labels(terminal) == before else scrolling).append(written)
    return still, scrolling


def _labels(terminal: Terminal) -> list[str]:
    """The row labels in view: all of them change places when the table scrolls, none otherwise."""
    return [line[:12] for line in terminal.screen[5:21]]


def _memory(pid: int) -> float:
    """The most resident memory so far in MiB; 0 where the system does not tell."""
    status = Path(f"/proc/{pid}/status")
    if not status.exists():
        return 0
    return int(status.read_text().partition("VmHWM:")[2].split()[0]) / 1024
