"""Last year's report as a person names it: a file of ours, or the report as it was published.

Called by the session, and by the commands that compare with last year's.
"""

from __future__ import annotations

from itertools import islice

from giptui.report import Report
from giptui.store import Unreadable, load
from giptui.store.find import is_published
from giptui.store.source import read_bytes


def report_in(name: str) -> Report:
    """The report in that file, of whichever kind; Unreadable if there is none, or more than one."""
    if not is_published(name):
        return load(name)[1]
    from giptui.readers.document import Refused  # only what was published needs readers
    from giptui.readers.reading import reading
    from giptui.readers.sources import documents

    try:
        found = [*islice(documents(name, read_bytes(name)), 2)]
        if len(found) > 1:
            raise Unreadable("previous-of-several", name, "里面不止一份报告；请给出上年的那一份")
        _, document = found[0]
        if isinstance(document, Refused):
            raise document
        return reading(document).report()
    except Refused as error:
        raise Unreadable(error.refusal, name, error.reason) from None
