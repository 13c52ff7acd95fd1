"""A report's values and text, cells by address, and the sums over them. No input or output."""

from __future__ import annotations

from giptui.report.organ import guessed_level, level_of
from giptui.report.report import Problem, Report, Waiver
from giptui.report.sums import State, Values, Verdict, follow, judge, side
from giptui.report.values import (
    AMOUNT_PLACES,
    BLANK,
    LARGEST_COUNT,
    NOT_APPLICABLE,
    UNREAD,
    Value,
    addend,
    fits,
    is_amount,
    is_count,
    is_empty,
    prose,
    same,
    show,
)

__all__ = [
    "AMOUNT_PLACES",
    "BLANK",
    "LARGEST_COUNT",
    "NOT_APPLICABLE",
    "UNREAD",
    "Problem",
    "Report",
    "State",
    "Value",
    "Values",
    "Verdict",
    "Waiver",
    "addend",
    "fits",
    "follow",
    "guessed_level",
    "is_amount",
    "is_count",
    "is_empty",
    "judge",
    "level_of",
    "prose",
    "same",
    "show",
    "side",
]
