"""The formats of `giptui check`, a module each, imported when it is asked for.

``text`` is for people and has options of its own. The others are for programs: their ``records`` make a line of each
finding, and ``document``, where the format is one whole document, puts the beginning and the end around them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from giptui.cli.placing import Placed


def records(style: str, findings: Iterable[Placed]) -> Iterator[str]:
    """The findings of one file."""
    if style == "sarif":
        from giptui.cli.formats import sarif

        return sarif.records(findings)
    if style == "github":
        from giptui.cli.formats import github

        return github.records(findings)
    from giptui.cli.formats import json

    return json.records(findings)


def framed(style: str, lines: Iterator[str]) -> Iterator[str]:
    """The lines of all files as the format wants them."""
    if style == "sarif":
        from giptui.cli.formats import sarif

        return sarif.document(lines)
    if style == "json":
        from giptui.cli.formats import json

        return json.document(lines)
    return lines
