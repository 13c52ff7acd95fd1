"""What a rule is: a name, a title, a usual severity, what it needs to see, and a function from a report to findings."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from giptui.check.finding import Finding, Severity
from giptui.report import Report

Check = Callable[[Report], Iterable[Finding]]


class Rule(NamedTuple):
    """One rule of the catalogue.

    ``needs`` says what it looks at: F this file, P last year's file, G the organ's level, N narrative. ``doc`` is what
    users read about it: what it checks, why, how to mend it, what it leaves alone.
    """

    name: str
    title: str
    severity: Severity
    needs: frozenset[str]
    check: Check
    doc: str


def rule(name: str, title: str, severity: Severity, needs: str = "F") -> Callable[[Check], Rule]:
    """Make a rule of a function; its docstring becomes the rule's documentation."""

    def made(check: Check) -> Rule:
        return Rule(name, title, severity, frozenset(needs), check, paragraphs(check.__doc__ or ""))

    return made


def paragraphs(doc: str) -> str:
    """A docstring without its indentation."""
    return "\n".join(line.strip() for line in doc.strip().splitlines())
