"""Many reports in one table, part by part: memory does not grow with them."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any, Final, NamedTuple

from giptui.check import RULES, Policy, Severity, Waived, check
from giptui.cli.exits import Exit
from giptui.cli.exporting.options import Options
from giptui.cli.exporting.readiness import Policies, Readiness, readiness, unread_cells
from giptui.cli.exporting.running import Teller, processes, results
from giptui.cli.inputs import Inputs
from giptui.cli.outputs import refuse_incomplete, write_pieces
from giptui.cli.progress import Progress, progress
from giptui.form import FORMS, Form
from giptui.printers.formats import Shape, tables
from giptui.report import Report
from giptui.store import Unreadable, load

_OPENING: Final = 2048  # bytes
_FORM: Final = rb"""(?:\xef\xbb\xbf)?(?:[ \t]*+(?:#[^\n]*+)?\r?\n)*[ \t]*+form[ \t]*+=[ \t]*+["']([^"'\n]*)["']"""
_SUMS: Final = tuple(rule for rule in RULES if rule.name in ("row-sum", "column-sum", "balance", "dispute-sum"))
_CHUNK: Final = 32
_FEWEST_A_PROCESS: Final = 100
"""As in `giptui check`: a row takes no longer to write than a report to check."""


class Task(NamedTuple):
    file: str
    policy: Policy


class Outcome(NamedTuple):
    """What stands of a report in the table; ``part`` is what the format makes of it."""

    file: str
    part: Any = None
    readiness: Readiness = Readiness()
    refused: Unreadable | None = None
    lost: bool = False  # with the process that read it


def gather(inputs: Inputs, policy: Policies, options: Options) -> Exit:
    """All the reports into one table; NotInstalled. A file is written whole or not at all."""
    shape = Shape(forms_of(inputs.files), options.is_long, options.draft)
    tasks = [Task(file, policy(file)) for file in inputs.files]
    jobs = processes(inputs.files, options, _FEWEST_A_PROCESS)
    work = partial(outcomes, options, shape)
    with progress(options.output != "-" or not sys.stdout.isatty()) as line:  # not among the rows
        gathering = _Gathering(inputs, options, line)
        found = results(work, tasks, lambda task: Outcome(task.file, lost=True), jobs, _CHUNK, line)
        pieces = tables(options.format).whole(shape, gathering.parts(found))
        try:
            write_pieces(options.output, _held(pieces) if options.strict else pieces)
        except _NotReady:
            return Exit.FINDINGS
    return gathering.code


class _NotReady(Exception):  # noqa: N818 - what the reports are
    """With ``--strict``: some of them may not leave."""


class _Gathering:
    """The parts as they come, and what is told of them."""

    def __init__(self, inputs: Inputs, options: Options, line: Progress) -> None:
        self._options = options
        self._line = line
        self._teller = Teller(options, line)
        self.code = inputs.exit_code

    def parts(self, found: Iterator[Outcome]) -> Iterator[Any]:
        """Those that there are; after the last of them the table is given up if it must not be written."""
        for outcome in found:
            if outcome.lost:
                self._teller.lose(outcome.file)
                self.code = Exit.DEFECT
            elif outcome.refused:
                self._teller.refuse(outcome.refused)
                self.code = max(self.code, Exit.USAGE)
            else:
                self._teller.tell(outcome.file, outcome.readiness)
                yield outcome.part
        self._teller.end()
        self._line.clear()
        if self.code is not Exit.FINE and self._options.output != "-":
            refuse_incomplete(self._options.output)
        if self._teller.unready and self._options.strict:
            raise _NotReady


def _held(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """The same pieces, but none of them before the last."""
    from tempfile import TemporaryFile  # only for this

    with TemporaryFile() as file:
        file.writelines(pieces)
        file.seek(0)
        while piece := file.read(1 << 20):
            yield piece


def outcomes(options: Options, shape: Shape, tasks: Sequence[Task]) -> Iterator[Outcome]:
    """Report by report; NotInstalled. Where nothing depends on it, only the sums are checked: prose takes longer to
    check than a table to write."""
    part = tables(options.format).part
    for file, policy in tasks:
        try:
            _, report = load(file, one_of_many=len(tasks) > 1)
        except Unreadable as error:
            yield Outcome(file, refused=error)
        else:
            state = readiness(file, report, policy) if options.strict else _sums(report, policy)
            yield Outcome(file, part(shape, file, report), state)


def _sums(report: Report, policy: Policy) -> Readiness:
    found = check(report, _SUMS, policy=policy)
    errors = [finding for finding in found if finding.severity is Severity.ERROR]
    waived = Waived(report) if errors else None
    return Readiness(sum(not (waived and waived.of(each)) for each in errors), unread_cells(report), "处合计不符")


def forms_of(files: Sequence[str]) -> tuple[Form, ...]:
    """The versions of the form that the files have, the latest first; all of them where a file does not say so at its
    beginning, as standard input does not before it is read."""
    found: set[str] = set()
    for file in files:
        found.add(_form_of(file))
        if "" in found:
            return tuple(FORMS.values())
    return tuple(form for form in FORMS.values() if form.id in found)


def _form_of(file: str) -> str:
    if not os.path.isfile(file):  # noqa: PTH113 - what is no file gives its bytes but once
        return ""
    try:
        with open(file, "rb", buffering=0) as opened:  # noqa: PTH123
            match = re.match(_FORM, opened.read(_OPENING))
    except OSError:
        return ""
    name = match[1].decode(errors="replace") if match else ""
    return name if name in FORMS else ""
