"""The reports that the command line names, and last year's to compare them with; used by every command that reads some.

What cannot be read is reported at once and remembered; the others are done all the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from giptui.cli.excerpt import excerpt
from giptui.cli.exits import Exit
from giptui.cli.streams import fail, narrate
from giptui.report import Report
from giptui.store import LastYears, Source, Unreadable, find, load
from giptui.store.find import is_published


class Inputs:
    """The reports in these files. Iterate once; then the exit code is that of the whole run."""

    def __init__(self, files: Sequence[str], skipped: int = 0, unreadable: Sequence[Unreadable] = ()) -> None:
        self.files = files
        self.skipped = skipped  # TOML files in the folders that are no reports
        self.unreadable = [*unreadable]

    def __iter__(self) -> Iterator[tuple[Source, Report]]:
        for name in self.files:
            try:
                source, report = load(name)
            except Unreadable as error:
                self.unreadable.append(error)
                complain(error)
            else:
                yield source, report

    @property
    def exit_code(self) -> Exit:
        return Exit.USAGE if self.unreadable else Exit.FINE


def search(paths: Sequence[str]) -> Inputs:
    """The reports that these files and folders hold; the command ends if there is none."""
    found = find(paths)
    for error in found.unreadable:
        complain(error)
    if not found.files:
        fail(
            "no-reports",
            f"{'、'.join(paths)}: 没有找到报告（含顶层 form 的 *.toml 文件）；新建一份用 giptui new 文件名",
        )
    return Inputs(found.files, found.skipped, found.unreadable)


def load_or_fail(name: str) -> tuple[Source, Report]:
    """The one report that a command is about; without it the command ends."""
    try:
        return load(name)
    except Unreadable as error:
        complain(error)
        raise SystemExit(Exit.USAGE) from None


@lru_cache(maxsize=1)
def last_years(given: str | None) -> LastYears:
    """Where to look for last year's reports, found once a process; Unreadable if what was given cannot be read."""
    return LastYears(given, _report_in)


def _report_in(name: str) -> Report:
    if not is_published(name):
        return load(name)[1]
    from giptui.session.published import report_in  # only what was published needs readers

    return report_in(name)


def refuse_unreadable_previous(given: str | None) -> None:
    """End the command if the file or folder that was given as last year's cannot be read."""
    try:
        last_years(given)
    except Unreadable as error:
        complain(error)
        raise SystemExit(Exit.USAGE) from None


def complain(error: Unreadable) -> None:
    """Say why a file cannot be read, with the offending line where there is one."""
    narrate(str(error))
    if error.line is not None and error.source_line:
        for line in excerpt(error.line, error.source_line, error.column):
            narrate(line)
