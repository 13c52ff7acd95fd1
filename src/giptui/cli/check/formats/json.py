"""Findings for programs as one JSON document: those of `jsonl` in a list, and what could not be read in another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from giptui.cli.check.formats import jsonl
from giptui.store import Unreadable

lines = jsonl.lines


def document(entries: Iterable[str | Unreadable]) -> Iterator[str]:
    """``{"schema": 1, "findings": […], "unreadable": […]}`` around the records, written while the files are read."""
    missed: list[Unreadable] = []
    yield from joined('{"schema": 1, "findings": [', read(entries, missed))
    yield f'], "unreadable": [{", ".join(map(jsonl.unreadable, missed))}]}}'


def read(entries: Iterable[str | Unreadable], missed: list[Unreadable]) -> Iterator[str]:
    """The lines of what was read; what was not is put into the list."""
    for entry in entries:
        if isinstance(entry, str):
            yield entry
        else:
            missed.append(entry)


def joined(opening: str, lines: Iterable[str]) -> Iterator[str]:
    """The items of a list behind the text that opens it, a comma after each but the last."""
    yield opening
    before = None
    for line in lines:
        if before is not None:
            yield f"{before},"
        before = line
    if before is not None:
        yield before
