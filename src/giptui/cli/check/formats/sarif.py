"""Findings as SARIF 2.1.0, for platforms that review code: one log with one run, written while the files are read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from giptui import __version__
from giptui.check import RULES, Rule, Severity, Waived
from giptui.cli.check.formats.json import joined, read
from giptui.cli.check.formats.jsonl import plain_changes
from giptui.cli.check.options import Options
from giptui.cli.check.placing import Placed
from giptui.cli.jsontext import dumps
from giptui.report import Waiver
from giptui.store import Unreadable

_SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def document(entries: Iterable[str | Unreadable]) -> Iterator[str]:
    """The log around the results; the catalogue of rules stands before them, what could not be read behind them."""
    missed: list[Unreadable] = []
    driver = {"name": "giptui", "version": __version__, "language": "zh-CN", "rules": [*map(_rule, RULES)]}
    run = f'"tool": {{"driver": {dumps(driver)}}}, "columnKind": "unicodeCodePoints"'
    opening = f'{{"$schema": "{_SCHEMA}", "version": "2.1.0", "runs": [{{{run}, "results": ['
    yield from joined(opening, read(entries, missed))
    invocation: dict[str, Any] = {"executionSuccessful": not missed}
    if missed:
        invocation["toolExecutionNotifications"] = [*map(_notification, missed)]
    yield f'], "invocations": [{dumps(invocation)}]}}]}}'


def lines(findings: Iterable[Placed], options: Options) -> Iterator[str]:
    """A result a line."""
    placed = [*findings]
    waived = Waived(placed[0].report) if placed else None
    for each in placed:
        yield dumps(_result(each, waived.of(each.finding) if waived else None))


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.name,
        "shortDescription": {"text": rule.title},
        "help": {"text": rule.doc},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _notification(error: Unreadable) -> dict[str, Any]:
    return {
        "descriptor": {"id": error.refusal},
        "level": "error",
        "message": {"text": error.reason},
        "locations": [{"physicalLocation": _physical(error.file, error.line, error.column)}],
    }


def _result(placed: Placed, waiver: Waiver | None) -> dict[str, Any]:
    finding = placed.finding
    result = {
        "ruleId": finding.rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [_location(placed)],
        # the same finding in another run, however far it has moved in the file
        "partialFingerprints": {"cells/v1": f"{finding.rule}:{','.join(finding.cells)}"},
        "properties": {
            "organ": placed.report.organ,
            "year": placed.report.year,
            "fix": plain_changes(finding.fix),
            "alternatives": [plain_changes(answer) for answer in finding.alternatives],
        },
    }
    if waiver:
        result["suppressions"] = [{"kind": "inSource", "justification": waiver.reason}]
    return result


def _location(placed: Placed) -> Mapping[str, Any]:
    location: dict[str, Any] = {"physicalLocation": _physical(placed.source.name, placed.line, placed.column)}
    if placed.finding.cells:
        location["logicalLocations"] = [{"fullyQualifiedName": cell} for cell in placed.finding.cells]
    return location


def _physical(name: str, line: int | None, column: int | None) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(name)}}
    if line is not None:
        physical["region"] = {"startLine": line} if column is None else {"startLine": line, "startColumn": column}
    return physical


def _uri(name: str) -> str:
    """The file's name as a URI, relative where the name is."""
    from pathlib import Path
    from urllib.parse import quote

    path = Path(name)
    return f"{'file://' if path.is_absolute() else ''}{quote(path.as_posix(), errors='surrogateescape')}"
