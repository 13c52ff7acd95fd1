"""Findings for programs as one JSON document: those of `jsonl` in a list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from giptui.cli.check.formats import jsonl

lines = jsonl.lines


def document(lines: Iterable[str]) -> Iterator[str]:
    """``{"schema": 1, "findings": […]}`` around the records, written while the files are read."""
    return joined('{"schema": 1, "findings": [', lines, "]}")


def joined(opening: str, lines: Iterable[str], closing: str) -> Iterator[str]:
    """Items of a list, a comma behind each but the last, between the text before and behind them."""
    yield opening
    before = None
    for line in lines:
        if before is not None:
            yield f"{before},"
        before = line
    if before is not None:
        yield before
    yield closing
