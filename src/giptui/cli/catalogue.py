"""The catalogue of rules as `giptui rules`, and `giptui explain` alone, print it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from giptui.check import RULES, Rule
from giptui.check.rules import CHAPTERS
from giptui.display.width import ljust, width


def table(names: Collection[str]) -> Iterator[str]:
    """A line a rule: name, usual severity, title; aligned."""
    rules = [rule for rule in RULES if rule.name in names]
    room = max(width(rule.name) for rule in rules)
    for rule in rules:
        yield f"{ljust(rule.name, room)}  {ljust(rule.severity.value, len('warning'))}  {rule.title}"


def document(names: Collection[str]) -> dict[str, Any]:
    """The same for programs, with the documentation."""
    chapters = {rule.name: chapter for chapter, rules in CHAPTERS.items() for rule in rules}
    return {"schema": 1, "rules": [_record(rule, chapters[rule.name]) for rule in RULES if rule.name in names]}


def _record(rule: Rule, chapter: str) -> dict[str, Any]:
    return {
        "name": rule.name,
        "title": rule.title,
        "severity": rule.severity.value,
        "chapter": chapter,
        "doc": rule.doc,
    }
