"""What `giptui check` does: read, check, print, count. Needs no click, and on a clean report nothing but the checks.

That keeps the most frequent call, in hooks and over folders, near the cost of reading the file.
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from giptui.check import RULES, Severity
from giptui.cli.examining import Outcome, Task, examine
from giptui.cli.exits import Exit, fail, narrate, put
from giptui.cli.formats import framed
from giptui.cli.inputs import Inputs, complain, search
from giptui.cli.lastyear import refuse_unreadable
from giptui.cli.nearest import hint
from giptui.cli.options import Options
from giptui.cli.settling import settled

if TYPE_CHECKING:
    from giptui.cli.examining import Body

_COUNTED: Final = {Severity.ERROR: "个错误", Severity.WARNING: "个警告", Severity.INFO: "个提示"}

_FEWEST_A_PROCESS: Final = 100
"""With fewer files than that for each, starting processes takes longer than they save."""


class Tally:
    """What a run has found so far; grows with the number of rules, not of files, but for the rows of ``--summary``."""

    def __init__(self) -> None:
        self.rules: Counter[tuple[str, Severity]] = Counter()
        self.waived = 0
        self.fixed = 0
        self.unwritten = 0
        self.bodies: list[Body] = []
        self.misgiven: set[str] = set()  # names of files that are not the last year's reports they were given as

    def add(self, outcome: Outcome) -> None:
        self.rules.update(outcome.counts)
        self.waived += outcome.waived
        self.fixed += outcome.fixed
        if outcome.body:
            self.bodies.append(outcome.body)

    @property
    def severities(self) -> Counter[Severity]:
        counts: Counter[Severity] = Counter()
        for (_, severity), count in self.rules.items():
            counts[severity] += count
        return counts


def check_files(paths: Sequence[str], options: Options) -> Exit:
    """Check all the files, print what was found and sum it up; the worst of it is the exit code."""
    _refuse(paths, options)
    refuse_unreadable(options.previous)
    inputs, tally = search(paths), Tally()
    tell = _silent if options.quiet else narrate
    settings = settled(inputs.files, options.select, tell)
    tasks = [(file, settings(file)) for file in inputs.files]
    options = options._replace(color="always" if _colored(options.color) else "never")
    if options.fix and not options.dry_run:
        _fix(tasks, options, tally, put if options.style == "text" and options.lists else tell)
    for line in framed(options.style, _listed(_outcomes(tasks, options), inputs, tally, tell)):
        put(line)
    for line in _overview(tally, options):
        put(line)
    tell(_summary(inputs, tally, options))
    threshold = Severity.WARNING if options.strict else Severity.ERROR
    done = Exit.USAGE if tally.misgiven or tally.unwritten else inputs.exit_code
    return max(done, Exit.FINDINGS if any(each >= threshold for each in tally.severities) else Exit.FINE)


def _refuse(paths: Sequence[str], options: Options) -> None:
    """End the command where the options make no sense together."""
    known = frozenset(rule.name for rule in RULES)
    for name in (*options.select, *options.ignore):
        if name not in known:
            fail(f"没有 {name} 这条规则{hint(name, known)}")
    if options.style != "text" and not options.lists:
        fail("--summary 和 --statistics 是给人看的表，不能与 --format 同用")
    if options.dry_run and not options.fix:
        fail("--dry-run 要与 --fix 一起用")
    if options.dry_run and (options.style != "text" or not options.lists):
        fail("--fix --dry-run 只列出改动，不能与 --format、--summary、--statistics 同用")
    if options.fix and not options.dry_run and "-" in paths:
        fail("标准输入不能存回，--fix 改不了；请给出文件名，或加 --dry-run 只看改动")


def _silent(sentence: str) -> None:
    """What ``--quiet`` makes of narration."""


def _fix(tasks: Sequence[Task], options: Options, tally: Tally, say: Callable[[str], None]) -> None:
    """Mend the files before they are checked; a line a change."""
    from giptui.cli.fixing import Mended, fix_files, told

    for outcome in fix_files(tasks, options):
        if isinstance(outcome, Mended):
            tally.fixed += len(outcome.changes)
            for line in told(outcome):
                say(line)
        else:
            tally.unwritten += 1
            narrate(str(outcome))


def _outcomes(tasks: Sequence[Task], options: Options) -> Iterator[Outcome]:
    """File by file in their order, on as many cores as are worth their while."""
    if options.dry_run:
        from giptui.cli.fixing import previewed

        yield from previewed(tasks, options)
        return
    work = partial(examine, options)
    jobs = _jobs(tasks, options)
    if jobs == 1:
        yield from work(tasks)
        return
    from giptui.cli.jobs import in_order, workers  # a few files do not pay for it

    executor = workers(jobs)
    try:
        yield from in_order(executor, jobs, work, tasks)
    finally:
        executor.shutdown(cancel_futures=True)


def _jobs(tasks: Sequence[Task], options: Options) -> int:
    """How many processes; only this one has the standard input."""
    most = len(tasks) // _FEWEST_A_PROCESS
    if most < 2 or options.jobs == 1 or any(file == "-" for file, _ in tasks):
        return 1
    from giptui.cli.jobs import cores

    return min(options.jobs or cores(), most)


def _listed(outcomes: Iterator[Outcome], inputs: Inputs, tally: Tally, tell: Callable[[str], None]) -> Iterator[str]:
    """The lines of all files; what was found is counted, and what could not be read is told in its place."""
    for outcome in outcomes:
        if outcome.misgiven and outcome.misgiven.name not in tally.misgiven:  # once is enough, for however many files
            tally.misgiven.add(outcome.misgiven.name)
            complain(outcome.misgiven)
        if outcome.uncompared:
            tell(outcome.uncompared)
        if outcome.unreadable:
            inputs.unreadable += 1
            complain(outcome.unreadable)
        elif outcome.unwritable:
            tally.unwritten += 1
            narrate(str(outcome.unwritable))
        else:
            inputs.read += 1
            tally.add(outcome)
            yield from outcome.lines


def _overview(tally: Tally, options: Options) -> Iterator[str]:
    """The tables that stand in the place of the list."""
    if options.lists:
        return
    from giptui.cli.formats import overview

    if options.summary:
        yield from overview.summary(tally.bodies)
    if options.summary and options.statistics:
        yield ""
    if options.statistics:
        yield from overview.statistics(tally.rules)


def _summary(inputs: Inputs, tally: Tally, options: Options) -> str:
    """``3 份报告：1 个错误，2 个警告；另有 2 条已由人确认；跳过 1 个不是报告的文件``."""
    counts = tally.severities
    found = "，".join(f"{counts[severity]} {name}" for severity, name in _COUNTED.items() if counts[severity])
    after = "改后" if options.dry_run else ""
    parts = [f"{inputs.read} 份报告{after}：{found or '没有发现问题'}"] if inputs.read else []
    if tally.waived:
        parts.append(f"另有 {tally.waived} 条已由人确认")
    if tally.fixed:
        parts.append(f"{'可改' if options.dry_run else '已改'} {tally.fixed} 处")
    if tally.unwritten:
        parts.append(f"{tally.unwritten} 个文件改不了")
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
