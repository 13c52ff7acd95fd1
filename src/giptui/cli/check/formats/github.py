"""Findings as workflow commands of GitHub Actions, which shows each of them beside its line of the file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from giptui.check import RULES, Severity
from giptui.cli.check.options import Options
from giptui.cli.check.placing import Placed
from giptui.display.visible import visible
from giptui.store import Unreadable

_COMMANDS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_TITLES: Final = {rule.name: rule.title for rule in RULES}

_IN_MESSAGE: Final = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY: Final = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def lines(findings: Iterable[Placed], options: Options) -> Iterator[str]:
    """``::error file=…,line=…,col=…,title=…::message (address)``, a finding a line."""
    return map(_command, findings)


def document(entries: Iterable[str | Unreadable]) -> Iterator[str]:
    """The lines as they are, among them an error for each file that could not be read."""
    return (entry if isinstance(entry, str) else _unreadable(entry) for entry in entries)


def _unreadable(error: Unreadable) -> str:
    title = f"读不出 [{error.refusal}]"
    return _workflow(
        "error", {"file": error.file, "line": error.line, "col": error.column, "title": title}, error.reason
    )


def _command(placed: Placed) -> str:
    finding = placed.finding
    properties = {
        "file": placed.source.name,
        "line": placed.line,
        "col": placed.column,
        "title": f"{_TITLES[finding.rule]} [{finding.rule}]",
    }
    address = f" ({placed.address})" if placed.address else ""
    return _workflow(_COMMANDS[finding.severity], properties, finding.message + address)


def _workflow(command: str, properties: Mapping[str, str | int | None], message: str) -> str:
    described = ",".join(
        f"{name}={visible(str(value)).translate(_IN_PROPERTY)}"
        for name, value in properties.items()
        if value is not None
    )
    return f"::{command} {described}::{visible(message).translate(_IN_MESSAGE)}"
