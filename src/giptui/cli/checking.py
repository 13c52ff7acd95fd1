"""What `giptui check` does: read, check, print, count. Needs no click, and on a clean report nothing but the checks.

That keeps the most frequent call, in hooks and over folders, near the cost of reading the file.
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from giptui.check import RULES, Finding, Severity, check
from giptui.cli.exits import Exit, fail, narrate, put
from giptui.cli.inputs import Inputs, search
from giptui.cli.nearest import hint

if TYPE_CHECKING:
    from giptui.cli.placing import Placed

FORMATS: Final = ("text", "json", "jsonl")

_COUNTED: Final = {Severity.ERROR: "个错误", Severity.WARNING: "个警告", Severity.INFO: "个提示"}


class Options(NamedTuple):
    """The options of the command, as they are when none is given."""

    style: str = "text"
    full: bool = False
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    strict: bool = False
    color: str = "auto"


def check_files(paths: Sequence[str], options: Options) -> Exit:
    """Check all the files, print what was found and sum it up; the worst of it is the exit code."""
    wanted = _wanted(options)
    inputs = search(paths)
    counts: Counter[Severity] = Counter()
    for line in _lines(_examine(inputs, wanted, counts), options):
        put(line)
    narrate(_summary(inputs, counts))
    threshold = Severity.WARNING if options.strict else Severity.ERROR
    return max(inputs.exit_code, Exit.FINDINGS if any(each >= threshold for each in counts) else Exit.FINE)


def _examine(inputs: Inputs, wanted: frozenset[str], counts: Counter[Severity]) -> Iterator[Placed]:
    """The findings, file by file; what is found is counted."""
    runs = {rule.check for rule in RULES if rule.name in wanted}
    rules = [rule for rule in RULES if rule.check in runs]
    for source, report in inputs:
        findings = [finding for finding in check(report, rules) if _names(finding) & wanted]
        if findings:
            from giptui.cli.placing import place  # a clean report needs no positions

            counts.update(finding.severity for finding in findings)
            yield from place(source, report, findings)


def _names(finding: Finding) -> set[str]:
    """The rules that a finding is about: a merged one bears the name of the first sum that it breaks."""
    return {finding.rule, *(verdict.identity.rule for verdict in finding.verdicts)}


def _wanted(options: Options) -> frozenset[str]:
    known = frozenset(rule.name for rule in RULES)
    for name in (*options.select, *options.ignore):
        if name not in known:
            fail(f"没有 {name} 这条规则{hint(name, known)}")
    return (frozenset(options.select) or known) - frozenset(options.ignore)


def _lines(findings: Iterator[Placed], options: Options) -> Iterator[str]:
    """The output; a format is imported when it has something to say."""
    if options.style == "text":
        color = _colored(options.color)
        for placed in findings:
            from giptui.cli.formats import text

            yield from text.lines(placed, options.full, color)
    else:
        from giptui.cli.formats import json

        yield from (json.document if options.style == "json" else json.records)(findings)


def _summary(inputs: Inputs, counts: Counter[Severity]) -> str:
    """``3 份报告：1 个错误，2 个警告；跳过 1 个不是报告的文件``."""
    found = "，".join(f"{counts[severity]} {name}" for severity, name in _COUNTED.items() if counts[severity])
    parts = [f"{inputs.read} 份报告：{found or '没有发现问题'}"] if inputs.read else []
    if inputs.unreadable:
        parts.append(f"{inputs.unreadable} 个文件读不出")
    if inputs.skipped:
        parts.append(f"跳过 {inputs.skipped} 个不是报告的 TOML 文件")
    return "；".join(parts)


def _colored(color: str) -> bool:
    """Whether to colour. The only thing about the output that depends on the terminal."""
    if color == "auto":
        return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return color == "always"
