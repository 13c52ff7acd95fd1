"""A report's values and text, cells by address, and the sums over them. No input or output."""

from __future__ import annotations

from giptui.report.organ import core_name, guessed_level, level_of, same_organ, scope_of, short_names
from giptui.report.report import Problem, Report, Waiver
from giptui.report.sums import State, Values, Verdict, add_up, follow, judge, side
from giptui.report.values import (
    AMOUNT_PLACES,
    BLANK,
    LARGEST_COUNT,
    NOT_APPLICABLE,
    UNREAD,
    Value,
    addend,
    are_counts,
    fits,
    is_amount,
    is_change,
    is_count,
    is_empty,
    is_money,
    prose,
    same,
    show,
    value_in_words,
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
    "add_up",
    "addend",
    "are_counts",
    "core_name",
    "fits",
    "follow",
    "guessed_level",
    "is_amount",
    "is_change",
    "is_count",
    "is_empty",
    "is_money",
    "judge",
    "level_of",
    "prose",
    "same",
    "same_organ",
    "scope_of",
    "short_names",
    "show",
    "side",
    "value_in_words",
]
