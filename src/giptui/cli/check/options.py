"""The options of `giptui check`, and the little that follows from them alone."""

from typing import NamedTuple

from giptui.check import RULES, Rule
from giptui.store.source import STANDARD_INPUT


class Options(NamedTuple):
    """As they are when none is given. The values can be sent to a worker process."""

    output_format: str = "text"
    full: bool = False
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    strict: bool = False
    previous: str | None = None
    color: str = "auto"
    show_waived: bool = False
    summary: bool = False
    statistics: bool = False
    quiet: bool = False
    jobs: int | None = None  # None: as many as there are cores
    fix: bool = False
    dry_run: bool = False  # only with ``fix``
    exit_zero: bool = False
    comment: str | None = None  # the Word document to be written, with the findings as comments
    stdin_filename: str | None = None

    @property
    def lists(self) -> bool:
        """Whether every finding is listed; a summary or statistics stand in the place of the list."""
        return not (self.summary or self.statistics)

    def called(self, file: str) -> str:
        """The name under which a file is reported, and its settings and last year's report are looked for."""
        return self.stdin_filename if file == STANDARD_INPUT and self.stdin_filename else file

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules that are to run."""
        selected = [rule for rule in RULES if rule.name in self.select] if self.select else RULES
        return tuple(rule for rule in selected if rule.name not in self.ignore)
