"""One file, read and checked, its findings as lines of output. What a worker process of `giptui check` does.

What comes back is small and plain, so that it costs little to send between processes and nothing to keep in order.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from giptui.check import Effects, Finding, Policy, Rule, Severity, Waived, check
from giptui.cli.check import formats
from giptui.cli.check.options import Options
from giptui.cli.inputs import last_years
from giptui.report import BLANK, Report
from giptui.store import LastYear, Source, Unreadable, Unwritable, load

if TYPE_CHECKING:
    from giptui.cli.check.placing import Placed

    Places = Callable[[Iterable[Finding]], list[Placed]]

_FEW: Final = 24
"""With more files than that, loading the quick parser pays."""

Task = tuple[str, Policy]
"""A file and the policy that holds for it."""


class SummaryRow(NamedTuple):
    """The row of a report in ``--summary``."""

    file: str
    organ: str
    year: int | None
    errors: int
    warnings: int
    blanks: int
    severity: str = ""  # of the most severe finding, of several the first; empty if there is none
    rule: str = ""
    message: str = ""


class Outcome(NamedTuple):
    """All that is printed and counted of one file."""

    lines: tuple[str, ...] = ()  # the findings, in the format asked for
    counts: tuple[tuple[str, Severity], ...] = ()  # rule and severity of each finding
    waived: int = 0
    row: SummaryRow | None = None
    fixed: int = 0  # changes that ``--fix --dry-run`` shows
    unreadable: Unreadable | None = None
    unwritable: Unwritable | None = None  # it cannot be fixed
    settings: str = ""  # the file that settles something, and what it has changed
    settled: tuple[Effects, ...] = ()
    written: str = ""  # what was made of it: a document with comments
    lost: str = ""  # the file's name, where the process that checked it was killed
    uncompared: str = ""  # why it was not compared with last year's, where that was asked for
    wrong_previous: Unreadable | None = None  # what was given as last year's report is not that


class Checked(NamedTuple):
    """The findings of one report, what the settings left out, and what kept it from being compared with last year's."""

    findings: tuple[Finding, ...]
    settled: tuple[Effects, ...] = ()
    uncompared: str = ""
    wrong_previous: Unreadable | None = None


def outcomes(options: Options, tasks: Sequence[Task]) -> Iterator[Outcome]:
    """The files one after another."""
    rules = options.rules
    many = len(tasks) > _FEW
    for file, policy in tasks:
        name = options.called(file)
        try:
            source, report = load(file, one_of_many=many, called=name)
        except Unreadable as error:
            yield Outcome(unreadable=error)
        else:
            checked = check_report(name, report, rules, policy, options.previous)
            yield outcome_of(report, checked, policy, options, name, partial(_placed, source, report))


def check_report(name: str, report: Report, rules: Iterable[Rule], policy: Policy, previous: str | None) -> Checked:
    """Check it, with last year's report if one of the rules looks at that or hears it as a witness."""
    last, wrong = LastYear(), None
    try:
        if any(not rule.needs.isdisjoint("Pp") for rule in rules):
            last = last_years(previous).of(name, report)
    except Unreadable as error:
        wrong = error
    settled: list[Effects] = []
    found = check(report, rules, last.report, policy, settled.append)
    return Checked(found, tuple(settled), f"{name}: {last.why_not}" if last.why_not else "", wrong)


def outcome_of(
    report: Report, checked: Checked, policy: Policy, options: Options, name: str, place: "Places"
) -> Outcome:
    """What is printed and counted of a report that goes by that name; ``place`` finds the places of findings."""
    found = checked.findings
    standing, waived = _sorted_out(report, found) if report.waivers else (found, ())
    shown = (*standing, *waived) if options.show_waived else standing
    return Outcome(
        lines=tuple(formats.lines(place(shown), options)) if shown and options.lists else (),
        counts=tuple((finding.rule, finding.severity) for finding in standing),
        waived=len(waived),
        settings=policy.origin,
        settled=checked.settled,
        row=_row(name, report, standing) if options.summary else None,
        uncompared=checked.uncompared,
        wrong_previous=checked.wrong_previous,
    )


def _sorted_out(report: Report, found: Iterable[Finding]) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """The findings that stand, and those that a person has judged right, marked as such."""
    waivers, standing, waived = Waived(report), [], []
    for finding in found:
        if waiver := waivers.of(finding):
            reason = f"：{waiver.reason}" if waiver.reason else ""
            waived.append(finding._replace(message=f"{finding.message}（已由人确认{reason}）"))
        else:
            standing.append(finding)
    return tuple(standing), tuple(waived)


def _placed(source: Source, report: Report, findings: Iterable[Finding]) -> "list[Placed]":
    """The findings in the order of the file."""
    from giptui.cli.check.placing import place  # only once there is a finding

    return place(source, report, findings)


def _row(name: str, report: Report, findings: Sequence[Finding]) -> SummaryRow:
    severities = [finding.severity for finding in findings]
    worst = max(findings, key=lambda finding: finding.severity, default=None)
    return SummaryRow(
        file=name,
        organ=report.organ,
        year=report.year,
        errors=severities.count(Severity.ERROR),
        warnings=severities.count(Severity.WARNING),
        blanks=sum(report[address] == BLANK for address in report.form.cells),
        **{"severity": worst.severity.value, "rule": worst.rule, "message": worst.message} if worst else {},
    )
