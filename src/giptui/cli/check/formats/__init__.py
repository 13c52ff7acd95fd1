"""The formats of `giptui check`: each is the module of its name, imported when there is something to print in it.

``lines`` of such a module makes of the findings of one file what is printed of them. A format that is one whole
document has a ``document`` too, which puts the beginning and the end around the lines of all files. `overview` is no
format: its tables stand in the place of the list.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from giptui.cli.check.options import Options
    from giptui.cli.check.placing import Placed

FORMATS: Final = ("text", "json", "jsonl", "sarif", "github")

_DOCUMENTS: Final = ("json", "sarif")


def lines(findings: Iterable[Placed], options: Options) -> Iterator[str]:
    """The findings of one file, in the format asked for."""
    made: Iterator[str] = _module(options.output_format).lines(findings, options)
    return made


def document(name: str, lines: Iterator[str]) -> Iterator[str]:
    """The lines of all files as the format wants them."""
    whole: Iterator[str] = _module(name).document(lines) if name in _DOCUMENTS else lines
    return whole


def _module(name: str) -> Any:
    from importlib import import_module  # a clean report needs no format

    return import_module(f"{__name__}.{name}")
