"""Last year's reports for the commands that compare. Each process finds them once for all the files that it does."""

from __future__ import annotations

from functools import lru_cache

from giptui.cli.exits import Exit
from giptui.cli.inputs import complain
from giptui.store import LastYears, Unreadable


@lru_cache(maxsize=1)
def last_years(given: str | None) -> LastYears:
    """Where to look for them, in this process; Unreadable if what was given cannot be read."""
    return LastYears(given)


def refuse_unreadable(given: str | None) -> None:
    """End the command if the file or folder that was given as last year's cannot be read."""
    try:
        last_years(given)
    except Unreadable as error:
        complain(error)
        raise SystemExit(Exit.USAGE) from None
