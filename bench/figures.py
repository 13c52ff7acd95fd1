"""What a measurement says: one line of the table that `make bench` prints."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median, quantiles


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured value beside the one aimed at; `note` says what a reader needs to judge it."""

    name: str
    value: float
    unit: str
    aim: float | None = None
    note: str = ""

    @property
    def line(self) -> str:
        aim = "" if self.aim is None else f"≤ {self.aim:g}"
        mark = "over" if self.aim is not None and self.value > self.aim else ""
        return f"{self.name:<46} {self.value:>9.5g} {self.unit:<7} {aim:<8} {mark:<5} {self.note}".rstrip()


def ratio(name: str, pairs: Sequence[tuple[float, float]], aim: float) -> Figure:
    """The median of the pairs' ratios; each pair was measured side by side. The note has the times themselves."""
    ratios = [measured / base for base, measured in pairs]
    low, _, high = quantiles(ratios, n=4)
    milliseconds = median(measured for _, measured in pairs) * 1000
    return Figure(
        name, median(ratios), "×", aim, f"{milliseconds:.0f} ms; half of {len(pairs)} in {low:.2f}–{high:.2f}"
    )
