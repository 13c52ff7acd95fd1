"""How `giptui export` was called. The values can be sent to a worker process."""

from __future__ import annotations

from typing import NamedTuple

from giptui.printers.formats import Format


class Options(NamedTuple):
    """``output`` is a file, ``-`` standard output; where there is a ``folder``, a file a report goes there instead."""

    format: Format
    output: str = "-"
    folder: str | None = None
    draft: bool = False
    fragment: bool = False
    is_long: bool = False
    strict: bool = False
    jobs: int | None = None
