"""The formats of `giptui check`: each is the module of its name, imported when there is something to print in it.

``lines`` of such a module makes of the findings of one file what is printed of them, and ``document`` of the lines of
all files, and of what could not be read, the whole output. Only of text is what could not be read no part: a person is
told on standard error. `overview` is no format: its tables stand in the place of the list.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from giptui.cli.check.options import Options
    from giptui.cli.check.placing import Placed
    from giptui.store import Unreadable

FORMATS: Final = ("text", "json", "jsonl", "sarif", "github")


def lines(findings: Iterable[Placed], options: Options) -> Iterator[str]:
    """The findings of one file, in the format asked for."""
    made: Iterator[str] = _module(options.output_format).lines(findings, options)
    return made


def document(name: str, entries: Iterable[str | Unreadable]) -> Iterator[str]:
    """The lines of all files, and what could not be read, as the format wants them."""
    if name == "text":
        return (entry for entry in entries if isinstance(entry, str))
    whole: Iterator[str] = _module(name).document(entries)
    return whole


def _module(name: str) -> Any:
    from importlib import import_module  # a clean report needs no format

    return import_module(f"{__name__}.{name}")
