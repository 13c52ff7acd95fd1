"""`giptui check --fix`: what may be fixed without asking is fixed in the files, before they are checked.

What that is, `giptui.check.fixes` says. With ``--dry-run`` the changes are shown as a diff and nothing is written.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Final, NamedTuple

from giptui.check import Change, standing
from giptui.check.fixes import applicable
from giptui.cli.check.options import Options
from giptui.cli.check.outcome import Checked, Outcome, Task, check_report
from giptui.cli.inputs import last_years
from giptui.display.visible import one_line
from giptui.report import BLANK, NOT_APPLICABLE, Report, Value, same, value_in_words
from giptui.store import Source, Unreadable, Unwritable, edited, load, locate, update

_MOST_ROUNDS: Final = 10  # in one file: a number that can be read, then the sums over it; more than three are not known


class Fixed(NamedTuple):
    """A file as it was, as it should be, and what is still found in that."""

    before: Source
    after: Source
    report: Report
    changes: tuple[Change, ...]
    checked: Checked


def fix_files(tasks: Sequence[Task], options: Options, given: Sequence[str]) -> Iterator[Fixed | Unwritable]:
    """Fix and write the files one after another: each that was changed, and each that could not be written. ``given``
    are the paths that a person has named.

    A report can be last year's of another, so they are gone through until none changes any more; but not for ever.
    """
    refused: set[str] = set()
    for _ in range(len(tasks) + 1):
        changed = False
        for task in tasks:
            try:
                fixed = None if task[0] in refused else update(task[0], partial(_edit, task, options), given)
                if fixed and fixed.changes:
                    changed = True
                    yield fixed
            except Unwritable as error:
                refused.add(task[0])
                yield error
            except Unreadable:  # the check that follows says so
                continue
        last_years.cache_clear()
        if not changed:
            break


def previews(tasks: Sequence[Task], options: Options) -> Iterator[Outcome]:
    """For each file the changes as a diff, and what would be left to find; nothing is written."""
    for task in tasks:
        try:
            fixed = _fixed(task, options, *load(task[0], called=options.called(task[0])))
        except Unreadable as error:
            yield Outcome(unreadable=error)
        except Unwritable as error:
            yield Outcome(unwritable=error)
        else:
            findings = fixed.checked.findings
            left = standing(fixed.report, findings)
            yield Outcome(
                lines=tuple(_diff(fixed.before, fixed.after)),
                counts=tuple((finding.rule, finding.severity) for finding in left),
                waived=len(findings) - len(left),
                fixed=len(fixed.changes),
                uncompared=fixed.checked.uncompared,
                wrong_previous=fixed.checked.wrong_previous,
            )


def change_lines(fixed: Fixed) -> Iterator[str]:
    """``FILE:LINE: 已改 （七）总计，其他 1→0 (address)``, a line a change."""
    form, at = fixed.report.form, locate(fixed.after, fixed.report.form).at
    for change in fixed.changes:
        place = ":".join(str(part) for part in (fixed.after.name, *(at(change.address) or ())[:1]))
        values = f"{_value(change.before)}→{_value(change.after)}"
        yield one_line(f"{place}: 已改 {form.label(change.address)} {values} ({change.address})")


def _edit(task: Task, options: Options, source: Source, report: Report) -> tuple[Source, Fixed]:
    fixed = _fixed(task, options, source, report)
    return fixed.after, fixed


def _fixed(task: Task, options: Options, before: Source, as_read: Report) -> Fixed:
    """The file with everything fixed that may be, in as many rounds as it takes.

    Last year's report is looked up in each: it can be found once the year of this one can be read.
    """
    name, policy = options.called(task[0]), task[1]
    source, report = before, as_read
    rules = options.rules
    checked = check_report(name, report, rules, policy, options.previous)
    for _ in range(_MOST_ROUNDS):
        changes = applicable(report.form, standing(report, checked.findings))
        if not changes:
            break
        source, report = edited(source, {change.address: change.after for change in changes})
        checked = check_report(name, report, rules, policy, options.previous)
    return Fixed(before, source, report, tuple(_changes(as_read, report)), checked)


def _changes(before: Report, after: Report) -> Iterator[Change]:
    for address in after.form.kinds:
        if not same(before[address], after[address]):
            yield Change(address, before[address], after[address])


def _value(value: Value) -> str:
    """A value; text in quotation marks, to distinguish “3” from 3."""
    return f"“{value}”" if isinstance(value, str) and value not in (BLANK, NOT_APPLICABLE) else value_in_words(value)


def _diff(before: Source, after: Source) -> Iterator[str]:
    """The change as `patch` takes it; tabs are let through, other control characters are not."""
    from difflib import unified_diff  # only for a preview

    old, new = ([f"{line}\n" for line in source.text.split("\n")] for source in (before, after))
    for lines in (old, new):
        lines[-1] = lines[-1].removesuffix("\n")  # empty where the file ends in a newline
    for line in unified_diff([*filter(None, old)], [*filter(None, new)], before.name, after.name):
        yield "\t".join(map(one_line, line.removesuffix("\n").split("\t")))
        if not line.endswith("\n"):
            yield "\\ No newline at end of file"
