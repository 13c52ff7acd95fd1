"""`giptui check --fix`: what may be mended without asking is mended in the files, before they are checked.

What that is, `giptui.check.fixes` says. With ``--dry-run`` the changes are shown as a diff and nothing is written.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from giptui.check import Change, Finding, check, standing
from giptui.check.fixes import applicable
from giptui.cli.examining import Outcome, Task, last_year, wanted_rules
from giptui.cli.lastyear import last_years
from giptui.cli.options import Options
from giptui.display.visible import one_line
from giptui.form import Form
from giptui.report import BLANK, NOT_APPLICABLE, Report, Value, said, same
from giptui.store import Source, Unreadable, Unwritable, decode, edited, load, parse, places, save

_MOST_ROUNDS: Final = 10  # in one file: a number that can be read, then the sums over it; more than three are not known


class Mended(NamedTuple):
    """A file as it was, as it should be, and what is still found in that."""

    before: Source
    after: Source
    report: Report
    changes: tuple[Change, ...]
    found: tuple[Finding, ...]
    uncompared: str
    misgiven: Unreadable | None


def fix_files(tasks: Sequence[Task], options: Options) -> Iterator[Mended | Unwritable]:
    """Mend and write the files one after another: each that was changed, and each that could not be written.

    A report can be last year's of another, so they are gone through until none changes any more; but not for ever.
    """
    refused: set[str] = set()
    for _ in range(len(tasks) + 1):
        changed = False
        for task in tasks:
            try:
                mended = None if task[0] in refused else _mended(task, options)
                if mended and mended.changes:
                    save(task[0], mended.after.data, mended.before.data)
                    changed = True
                    yield mended
            except Unwritable as error:
                refused.add(task[0])
                yield error
            except Unreadable:  # the check that follows says so
                continue
        last_years.cache_clear()
        if not changed:
            break


def previewed(tasks: Sequence[Task], options: Options) -> Iterator[Outcome]:
    """For each file the changes as a diff, and what would be left to find; nothing is written."""
    for task in tasks:
        try:
            mended = _mended(task, options)
        except Unreadable as error:
            yield Outcome(unreadable=error)
        except Unwritable as error:
            yield Outcome(unwritable=error)
        else:
            left = standing(mended.report, mended.found)
            yield Outcome(
                lines=tuple(_diff(mended.before, mended.after)),
                counts=tuple((finding.rule, finding.severity) for finding in left),
                waived=len(mended.found) - len(left),
                fixed=len(mended.changes),
                uncompared=mended.uncompared,
                misgiven=mended.misgiven,
            )


def told(mended: Mended) -> Iterator[str]:
    """``FILE:LINE: 已改 （七）总计，其他 1→0 (address)``, a line a change."""
    form, at = mended.report.form, places(mended.after, mended.report.form)
    for change in mended.changes:
        place = ":".join(str(part) for part in (mended.after.name, *(at(change.address) or ())[:1]))
        values = f"{_said(change.before)}→{_said(change.after)}"
        yield one_line(f"{place}: 已改 {form.label(change.address)} {values} ({change.address})")


def _mended(task: Task, options: Options) -> Mended:
    """The file with everything mended that may be, in as many rounds as it takes.

    Last year's report is looked up in each: it can be found once the year of this one can be read.
    """
    name, settings = task
    source, report = before = load(name)
    rules = wanted_rules(options)

    def look(report: Report) -> tuple[tuple[Finding, ...], str, Unreadable | None]:
        last, uncompared, misgiven = last_year(name, report, rules, options)
        return check(report, rules, last, settings), uncompared, misgiven

    found, uncompared, misgiven = look(report)
    for _ in range(_MOST_ROUNDS):
        changes = applicable(report.form, standing(report, found))
        if not changes:
            break
        source = decode(name, edited(source, report.form, {change.address: change.after for change in changes}))
        report = parse(source)
        found, uncompared, misgiven = look(report)
    changed = tuple(_changed(report.form, before[1], report))
    return Mended(before[0], source, report, changed, found, uncompared, misgiven)


def _changed(form: Form, before: Report, after: Report) -> Iterator[Change]:
    for address in form.kinds:
        if not same(before[address], after[address]):
            yield Change(address, before[address], after[address])


def _said(value: Value) -> str:
    """A value; text in quotation marks, so that “3” can be told from 3."""
    return f"“{value}”" if isinstance(value, str) and value not in (BLANK, NOT_APPLICABLE) else said(value)


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
