"""One report, checked and written into its file. What a worker process of `giptui export -d` does.

What comes back is small and plain, so that it costs little to send between processes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from giptui.check import Policy
from giptui.cli.exporting.options import Options
from giptui.cli.exporting.readiness import Readiness, readiness
from giptui.cli.exporting.targets import Target
from giptui.cli.outputs import put_over
from giptui.printers.formats import Shape, pages, remarks, tables
from giptui.report import Report
from giptui.store import Unreadable, Unwritable, load


class Task(NamedTuple):
    target: Target
    policy: Policy


class Outcome(NamedTuple):
    """What became of a report; ``refused`` is why no file did, where it was not that it is not ready."""

    target: Target
    readiness: Readiness = Readiness()
    written: bool = False
    remarks: tuple[str, ...] = ()
    refused: Unreadable | Unwritable | None = None
    lost: bool = False  # with the process that wrote it


def outcomes(options: Options, tasks: Sequence[Task]) -> Iterator[Outcome]:
    """Each report into its file; NotInstalled, NoFont."""
    for target, policy in tasks:
        try:
            _, report = load(target.source)
            state = readiness(target.source, report, policy)
            if options.strict and not state.is_ready:
                yield Outcome(target, state)
                continue
            put_over(target.path, page(target.source, report, options))
        except (Unreadable, Unwritable) as error:
            yield Outcome(target, refused=error)
        else:
            yield Outcome(target, state, written=True, remarks=remarks(options.format, report))


def page(file: str, report: Report, options: Options) -> bytes:
    """The report in the format that was asked for; NotInstalled, NoFont."""
    if options.format.is_table:
        shape, table = Shape((report.form,), options.is_long), tables(options.format)
        return b"".join(table.whole(shape, iter([table.part(shape, file, report)])))
    if options.fragment:
        from giptui.printers.html import fragment  # only web pages have any

        return fragment(report, options.draft)
    return pages(options.format).write(report, options.draft)
