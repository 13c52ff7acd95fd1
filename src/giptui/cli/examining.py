"""One file, examined: read, checked, its findings as lines of output. What a worker process of `giptui check` does.

What comes back is small and plain, so that it costs little to send between processes and nothing to keep in order.
"""

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from giptui.check import RULES, Finding, Policy, Rule, Severity, check, waiver_of
from giptui.cli.lastyear import last_years
from giptui.cli.options import Options
from giptui.report import BLANK, Report
from giptui.store import Source, Unreadable, Unwritable, load

_NOT_ASKED: Final = (None, "", None)

Task = tuple[str, Policy]
"""A file and the policy that holds for it."""


class Body(NamedTuple):
    """The row of a report in ``--summary``."""

    organ: str
    errors: int
    warnings: int
    blanks: int
    worst: str  # the gravest finding, of several the first; empty if there is none


class Outcome(NamedTuple):
    """What there is to say of one file."""

    lines: tuple[str, ...] = ()  # the findings, in the format asked for
    counts: tuple[tuple[str, Severity], ...] = ()  # rule and severity of each finding
    waived: int = 0
    body: Body | None = None
    fixed: int = 0  # changes that ``--fix --dry-run`` shows
    unreadable: Unreadable | None = None
    unwritable: Unwritable | None = None  # it cannot be mended
    uncompared: str = ""  # why it was not compared with last year's, where that was asked for
    misgiven: Unreadable | None = None  # what was given as last year's report is not that


def examine(options: Options, tasks: Iterable[Task]) -> Iterator[Outcome]:
    """The files one after another."""
    rules = wanted_rules(options)
    for name, settings in tasks:
        try:
            source, report = load(name)
        except Unreadable as error:
            yield Outcome(unreadable=error)
            continue
        last, uncompared, misgiven = last_year(name, report, rules, options)
        found = check(report, rules, last, settings)
        outcome = _outcome(source, report, found, options)
        yield outcome._replace(uncompared=uncompared, misgiven=misgiven) if uncompared or misgiven else outcome


def wanted_rules(options: Options) -> list[Rule]:
    """The rules that are to run."""
    wanted = options.wanted(rule.name for rule in RULES)
    return [rule for rule in RULES if rule.name in wanted]


def last_year(
    name: str, report: Report, rules: Iterable[Rule], options: Options
) -> tuple[Report | None, str, Unreadable | None]:
    """Last year's report if one of the rules looks at it or hears it as a witness, else what to say of that."""
    if all(rule.needs.isdisjoint("Pp") for rule in rules):
        return _NOT_ASKED
    try:
        last = last_years(options.previous).of(name, report)
    except Unreadable as error:
        return None, "", error
    return last.report, f"{name}: {last.why_not}" if last.why_not else "", None


def _outcome(source: Source, report: Report, found: tuple[Finding, ...], options: Options) -> Outcome:
    standing, waived = _sorted_out(report, found) if report.waivers else (found, [])
    shown = (*standing, *waived) if options.show_waived else standing
    return Outcome(
        lines=tuple(_lines(source, report, shown, options)) if shown and options.lists else (),
        counts=tuple((finding.rule, finding.severity) for finding in standing),
        waived=len(waived),
        body=_body(source, report, standing) if options.summary else None,
    )


def _sorted_out(report: Report, found: Iterable[Finding]) -> tuple[tuple[Finding, ...], list[Finding]]:
    """The findings that stand, and those that a person has judged right, marked as such."""
    standing, waived = [], []
    for finding in found:
        if waiver := waiver_of(report, finding):
            reason = f"：{waiver.reason}" if waiver.reason else ""
            waived.append(finding._replace(message=f"{finding.message}（已由人确认{reason}）"))
        else:
            standing.append(finding)
    return tuple(standing), waived


def _lines(source: Source, report: Report, findings: Iterable[Finding], options: Options) -> Iterator[str]:
    """The findings in their format, in the order of the file. What makes them is imported when there are some."""
    from giptui.cli.placing import place

    placed = place(source, report, findings)
    if options.style == "text":
        from giptui.cli.formats import text

        for each in placed:
            yield from text.lines(each, options.full, options.color == "always")
    else:
        from giptui.cli.formats import records

        yield from records(options.style, placed)


def _body(source: Source, report: Report, findings: Iterable[Finding]) -> Body:
    graves = [finding.severity for finding in findings]
    worst = max(findings, key=lambda finding: finding.severity, default=None)
    return Body(
        organ=report.organ or source.name,
        errors=graves.count(Severity.ERROR),
        warnings=graves.count(Severity.WARNING),
        blanks=sum(report[address] == BLANK for address in report.form.cells),
        worst=f"{worst.severity.value}[{worst.rule}] {worst.message}" if worst else "",
    )
