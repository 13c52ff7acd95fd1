"""The options of `giptui check`, and the little that follows from them alone."""

from collections.abc import Iterable
from typing import Final, NamedTuple

FORMATS: Final = ("text", "json", "jsonl", "sarif", "github")


class Options(NamedTuple):
    """As they are when none is given. The values can be sent to a worker process."""

    style: str = "text"
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

    @property
    def lists(self) -> bool:
        """Whether every finding is listed; a summary or statistics stand in the place of the list."""
        return not (self.summary or self.statistics)

    def wanted(self, rules: Iterable[str]) -> frozenset[str]:
        """Which of these rules are to run."""
        return (frozenset(self.select) or frozenset(rules)) - frozenset(self.ignore)
