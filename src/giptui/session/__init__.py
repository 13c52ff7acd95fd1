"""One open document: edits, undo, findings, what is unsaved, and what to say of a cell. Knows no screen."""

from __future__ import annotations

from giptui.session.advice import Advice, advice, changes_in_words, meaning
from giptui.session.explain import SEVERITIES, equation, explain_address, explain_rule
from giptui.session.filling import is_being_filled, remainder
from giptui.session.found import BLANKS, Found, Mark, Place
from giptui.session.headline import headline
from giptui.session.history import History, Step
from giptui.session.joined import claim_at, claims_on, in_words
from giptui.session.session import Session

__all__ = [
    "BLANKS",
    "SEVERITIES",
    "Advice",
    "Found",
    "History",
    "Mark",
    "Place",
    "Session",
    "Step",
    "advice",
    "changes_in_words",
    "claim_at",
    "claims_on",
    "equation",
    "explain_address",
    "explain_rule",
    "headline",
    "in_words",
    "is_being_filled",
    "meaning",
    "remainder",
]
