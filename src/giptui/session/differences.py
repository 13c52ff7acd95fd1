"""What would change, in words: for the editor's offer, for `giptui recover` and `giptui import`."""

from __future__ import annotations

from collections.abc import Iterator

from giptui.display.width import ljust
from giptui.form import Form
from giptui.report import Report, Value, value_in_words
from giptui.session.recovery import Recoverable
from giptui.store.merging import Conflict


def differences(report: Report, found: Recoverable) -> Iterator[str]:
    """A line for each value that would change, in the form's order; what needs a decision behind them."""
    form = report.form
    for address in (address for address in form.kinds if address in found.changes):
        yield from difference(form.label(address), report[address], found.changes[address])
    yield from disputed(report, found)


def disputed(report: Report, found: Recoverable) -> Iterator[str]:
    """What needs a decision, since the file has been changed to something else meanwhile."""
    for conflict in found.conflicts:
        yield from side_by_side(report.form, conflict)


def side_by_side(form: Form, conflict: Conflict) -> Iterator[str]:
    """Both values of an address that two have changed, and what it was."""
    yield f"{form.label(conflict.address)}  两边都改了："
    for name, value in (("原来", conflict.was), ("没有保存的", conflict.ours), ("文件里的", conflict.theirs)):
        first, *more = value_in_words(value).split("\n")
        yield f"  {ljust(name, 10)}  {first}"
        yield from (f"{' ' * 14}{line}" for line in more)


def difference(label: str, before: Value, after: Value) -> Iterator[str]:
    """A value and what it would become; of texts the paragraphs that differ."""
    old, new = value_in_words(before), value_in_words(after)
    if "\n" not in old + new and len(old + new) < 60:
        yield f"{label}  {old} → {new}"
        return
    from difflib import unified_diff  # only for texts

    yield label
    paragraphs = unified_diff(old.split("\n"), new.split("\n"), n=0, lineterm="")
    yield from (f"  {line[0]} {line[1:]}" for line in paragraphs if not line.startswith(("---", "+++", "@@")))
