"""The program, noting each refusal that it makes: a line ``NAME<tab>REASON`` in the file that ``NOTED`` names."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from typing import Any

from giptui.cli.streams import Stopped
from giptui.readers.document import Refused
from giptui.store import Unreadable, Unwritable


def noting(note: Callable[[str, str], None]) -> Iterator[tuple[type, Callable[..., None]]]:
    """The classes that carry the name of a refusal, each with an ``__init__`` that notes name and reason."""
    for refusal in (Unreadable, Unwritable, Refused, Stopped):

        def init(self: Any, name: str, *rest: Any, _init: Callable[..., None] = refusal.__init__) -> None:
            _init(self, name, *rest)
            note(name, getattr(self, "reason", ""))

        yield refusal, init


def _write(name: str, reason: str) -> None:
    with open(os.environ["NOTED"], "a", encoding="utf-8") as file:  # noqa: PTH123
        file.write(f"{name}\t{reason}\n")


def start() -> None:
    """Note what this process refuses, until it ends."""
    for refusal, init in noting(_write):
        refusal.__init__ = init  # type: ignore[misc]


if __name__ == "__main__":
    from giptui.__main__ import run

    start()
    run()
