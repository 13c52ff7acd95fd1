"""The catalogue: a rule stands in one of these modules and is in force by standing there."""

from __future__ import annotations

from typing import Final

from giptui.check.rule import Rule
from giptui.check.rules import (
    arithmetic,
    cells,
    copies,
    dates,
    fees,
    file,
    names,
    narrative,
    plausibility,
    structure,
    years,
)

RULES: Final[tuple[Rule, ...]] = tuple(
    entry
    for module in (file, structure, cells, arithmetic, plausibility, narrative, fees, dates, names, years, copies)
    for entry in vars(module).values()
    if isinstance(entry, Rule)
)
"""Every rule in the order in which they run."""
