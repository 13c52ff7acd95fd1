"""Findings as workflow commands of GitHub Actions, which shows each of them beside its line of the file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from giptui.check import RULES, Severity
from giptui.cli.check.options import Options
from giptui.cli.check.placing import Placed
from giptui.display.visible import visible

_COMMANDS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_TITLES: Final = {rule.name: rule.title for rule in RULES}

_IN_MESSAGE: Final = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY: Final = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def lines(findings: Iterable[Placed], options: Options) -> Iterator[str]:
    """``::error file=…,line=…,col=…,title=…::message (address)``, a finding a line."""
    return map(_command, findings)


def _command(placed: Placed) -> str:
    finding = placed.finding
    properties = {
        "file": placed.source.name,
        "line": placed.line,
        "col": placed.column,
        "title": f"{_TITLES[finding.rule]} [{finding.rule}]",
    }
    described = ",".join(
        f"{name}={visible(str(value)).translate(_IN_PROPERTY)}"
        for name, value in properties.items()
        if value is not None
    )
    address = f" ({placed.address})" if placed.address else ""
    return f"::{_COMMANDS[finding.severity]} {described}::{visible(finding.message + address).translate(_IN_MESSAGE)}"
