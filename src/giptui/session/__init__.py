"""One open document: edits, undo, findings, what is unsaved, and what to say of a cell. Knows no screen."""

from __future__ import annotations

from giptui.session.advice import Advice, advice, changes_in_words, meaning
from giptui.session.dates import DATES, date_in_words, date_typed
from giptui.session.deeds import done_in_words
from giptui.session.explain import SEVERITIES, equation, explain_address, explain_rule
from giptui.session.filling import is_being_filled, remainder
from giptui.session.history import History, Step
from giptui.session.last_year import change_in_words, last_paragraphs, last_values
from giptui.session.session import Session

__all__ = [
    "DATES",
    "SEVERITIES",
    "Advice",
    "History",
    "Session",
    "Step",
    "advice",
    "change_in_words",
    "changes_in_words",
    "date_in_words",
    "date_typed",
    "done_in_words",
    "equation",
    "explain_address",
    "explain_rule",
    "is_being_filled",
    "last_paragraphs",
    "last_values",
    "meaning",
    "remainder",
]
