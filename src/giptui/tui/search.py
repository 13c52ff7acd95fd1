"""Searching a report for words: in labels, values and prose. Functions over a session."""

from __future__ import annotations

import unicodedata

from giptui.report import BLANK, show
from giptui.session import Session
from giptui.tui.navigation import around


def matches(session: Session, words: str) -> list[str]:
    """The addresses whose label, value or text holds all the words, in the form's order. A label that many cells share
    counts once, at its first cell; where nothing else matches, part of an address does.
    """
    wanted = plain(words).split()
    if not wanted:
        return []
    form, report = session.report.form, session.report
    found: list[str] = []
    rows: set[str] = set()
    for address in form.kinds:
        row, label = address.rpartition(".")[0], form.label(address)
        value = "" if report[address] == BLANK else show(report[address])
        field = form.fields.get(address)
        value = field.choices.get(value, value) if field else value
        if all(word in plain(value) for word in wanted):
            found.append(address)
        elif all(word in plain(label) for word in wanted) and not (row in rows and _in_row(label, wanted)):
            found.append(address)
            rows.add(row)
    return found or [address for address in form.kinds if all(word in address for word in wanted)]


def _in_row(label: str, wanted: list[str]) -> bool:
    """Whether the words name the row of a cell, and so every cell of it."""
    return all(word in plain(label.rpartition("，")[0]) for word in wanted)


def following(session: Session, found: list[str], address: str, by: int) -> str:
    """The address after or before this one among those found, around the end; empty if none was found."""
    order = {each: place for place, each in enumerate(session.report.form.kinds)}
    number = around([(order[each], 0) for each in found], (order.get(address, -1), 0), by)
    return "" if number is None else found[number]


def plain(text: str) -> str:
    """Text as it is compared: whatever its width or case."""
    return unicodedata.normalize("NFKC", text).casefold()
