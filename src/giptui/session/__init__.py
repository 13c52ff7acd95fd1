"""One open document: edits, undo, findings, what is unsaved, and what to say of a cell. Knows no screen."""

from __future__ import annotations

from giptui.session.advice import Advice, advice, changes_in_words, meaning
from giptui.session.dates import DATES, date_in_words, date_typed
from giptui.session.explain import SEVERITIES, equation, explain_address, explain_rule
from giptui.session.filling import is_being_filled, remainder
from giptui.session.found import BLANKS, Found, Mark, Place
from giptui.session.headline import headline
from giptui.session.history import History, Step
from giptui.session.joined import claim_at, claim_in_words, claims_on
from giptui.session.journal import Journal
from giptui.session.last_year import change_in_words, last_paragraphs, last_values
from giptui.session.recovery import Left, Recoverable, aside, discard, left_behind, recoverable
from giptui.session.session import OtherForm, Session
from giptui.session.steps import step_in_words

__all__ = [
    "BLANKS",
    "DATES",
    "SEVERITIES",
    "Advice",
    "Found",
    "History",
    "Journal",
    "Left",
    "Mark",
    "OtherForm",
    "Place",
    "Recoverable",
    "Session",
    "Step",
    "advice",
    "aside",
    "change_in_words",
    "changes_in_words",
    "claim_at",
    "claim_in_words",
    "claims_on",
    "date_in_words",
    "date_typed",
    "discard",
    "equation",
    "explain_address",
    "explain_rule",
    "headline",
    "is_being_filled",
    "last_paragraphs",
    "last_values",
    "left_behind",
    "meaning",
    "recoverable",
    "remainder",
    "step_in_words",
]
