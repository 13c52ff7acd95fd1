"""The reports that the command line names, one after another; used by every command that reads some.

What cannot be read is told at once and remembered; the others are done all the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from giptui.cli.exits import Exit, fail, narrate
from giptui.cli.lines import excerpt
from giptui.report import Report
from giptui.store import Source, Unreadable, find, load


class Inputs:
    """The reports in these files. Iterate once; then the tallies are those of the whole run."""

    def __init__(self, files: Sequence[str], skipped: int = 0, unreadable: int = 0) -> None:
        self.files = files
        self.skipped = skipped  # TOML files in the folders that are no reports
        self.unreadable = unreadable
        self.read = 0

    def __iter__(self) -> Iterator[tuple[Source, Report]]:
        for name in self.files:
            try:
                source, report = load(name)
            except Unreadable as error:
                self.unreadable += 1
                complain(error)
            else:
                self.read += 1
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
        fail(f"{'、'.join(paths)}: 没有找到报告（含顶层 form 的 *.toml 文件）；新建一份用 giptui new 文件名")
    return Inputs(found.files, found.skipped, len(found.unreadable))


def load_or_fail(name: str) -> tuple[Source, Report]:
    """The one report that a command is about; without it the command ends."""
    try:
        return load(name)
    except Unreadable as error:
        complain(error)
        raise SystemExit(Exit.USAGE) from None


def complain(error: Unreadable) -> None:
    """Say why a file cannot be read, with the offending line where there is one."""
    narrate(str(error))
    if error.line is not None and error.source_line:
        for line in excerpt(error.line, error.source_line, error.column):
            narrate(line)
