"""Places in a text as the report holds it, a line a paragraph, and as it is written, with empty lines between."""

from __future__ import annotations


def in_report(written: str, at: int) -> int:
    """The place in the report's text of a place in what is written."""
    *before, line = written[:at].split("\n")
    return sum(len(each) + 1 for each in before if each.strip()) + len(line)


def in_writing(written: str, at: int) -> int:
    """The place in what is written of a place in the report's text; its end, if there is none."""
    start = 0
    for line in written.split("\n"):
        if line.strip():
            if at <= len(line):
                return start + at
            at -= len(line) + 1
        start += len(line) + 1
    return len(written)
