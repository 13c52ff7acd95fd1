"""What `giptui check` does: read, fix, check, print, count. On a clean report it loads nothing but the checks.

That keeps the most frequent call, in hooks and over folders, near the cost of reading the file.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import chain
from typing import Final

from giptui.cli.check.formats import document
from giptui.cli.check.options import Options
from giptui.cli.check.outcome import Outcome, Task, outcomes
from giptui.cli.check.policies import policies
from giptui.cli.check.tally import Tally
from giptui.cli.exits import Exit
from giptui.cli.inputs import complain, refuse_unreadable_previous, search
from giptui.cli.streams import fail, narrate, put
from giptui.store import Unreadable
from giptui.store.source import STANDARD_INPUT

_COLUMNS: Final = 80
"""Of a table where there is no terminal."""

_FEWEST_A_PROCESS: Final = 100
"""With fewer files than that for each, starting processes takes longer than they save."""


def check_files(paths: Sequence[str], options: Options) -> Exit:
    """Check all the files, print what was found and sum it up; the worst of it is the exit code."""
    _refuse(paths, options)
    if options.select or options.ignore:
        from giptui.cli.check.selection import named  # only where somebody selects

        options = options._replace(select=named(options.select), ignore=named(options.ignore))
    refuse_unreadable_previous(options.previous)
    inputs = search(paths)
    tally = Tally(inputs.skipped)
    note = _silent if options.quiet else narrate
    policy = policies(map(options.called, inputs.files), options.select, note)
    tasks = [(file, policy(options.called(file))) for file in inputs.files]
    options = options._replace(color="always" if _colored(options.color) else "never")
    if options.fix and not options.dry_run:
        _fix(tasks, paths, options, tally, put if options.output_format == "text" and options.lists else note)
    for error in inputs.unreadable:
        tally.miss(error)
    entries = chain(inputs.unreadable, _counted(_outcomes(tasks, options), tally, note))
    for line in document(options.output_format if options.lists else "text", entries):
        put(line)
    for line in _overview(tally, options):
        put(line)
    note(tally.sentence(options.dry_run))
    code = tally.exit_code(options.strict)
    return Exit.FINE if options.exit_zero and code is Exit.FINDINGS else code


def _refuse(paths: Sequence[str], options: Options) -> None:
    """End the command where the options make no sense together."""
    if options.output_format == "tsv" and not options.summary:
        fail("tsv-without-summary", "--format tsv 只用于 --summary；逐条列出发现可用 --format jsonl")
    overviews = ("text",) if options.statistics else ("text", "tsv", "jsonl")
    if not options.lists and options.output_format not in overviews:
        fail(
            "overview-with-format",
            "--summary 只能与 --format tsv、jsonl 同用，--statistics 不能与 --format 同用；请去掉其中一方",
        )
    if options.stdin_filename is not None and STANDARD_INPUT not in paths:
        fail("stdin-filename-without-stdin", "--stdin-filename 是给标准输入的名字；请把文件写作 -，或去掉这个选项")
    if options.dry_run and not options.fix:
        fail("dry-run-without-fix", "--dry-run 要与 --fix 一起用")
    if options.dry_run and (options.output_format != "text" or not options.lists):
        fail(
            "dry-run-with-format",
            "--fix --dry-run 只列出改动，不能与 --format、--summary、--statistics 同用；请去掉这些选项",
        )
    if options.fix and not options.dry_run and "-" in paths:
        fail("fix-of-stdin", "标准输入不能存回，--fix 改不了；请给出文件名，或加 --dry-run 只看改动")
    if options.comment is not None:
        _refuse_comment(options.comment, paths, options)


def _refuse_comment(target: str, paths: Sequence[str], options: Options) -> None:
    if options.fix:
        fail("comment-with-fix", "--fix 改的是报告文件，不能与 --comment 同用；批注文档里的修订由收到的人接受或拒绝")
    if len(paths) != 1:
        fail("comment-of-several", "--comment 一次只批注一份 Word 文档；请只给出一个 docx 文件")
    if not target.lower().endswith(".docx"):
        fail("comment-not-docx", f"--comment 写出的是 Word 文档，{target} 不是；请换一个以 .docx 结尾的文件名")


def _silent(sentence: str) -> None:
    """What ``--quiet`` makes of narration."""


def _fix(
    tasks: Sequence[Task], paths: Sequence[str], options: Options, tally: Tally, show: Callable[[str], None]
) -> None:
    """Fix the files before they are checked; a line a change."""
    from giptui.cli.check.fix import Fixed, change_lines, fix_files

    for outcome in fix_files(tasks, options, paths):
        if isinstance(outcome, Fixed):
            tally.fixed += len(outcome.changes)
            for line in change_lines(outcome):
                show(line)
        else:
            tally.unwritten += 1
            narrate(str(outcome))


def _outcomes(tasks: Sequence[Task], options: Options) -> Iterator[Outcome]:
    """File by file in their order, on as many cores as are worth their while."""
    if options.dry_run:
        from giptui.cli.check.fix import previews

        yield from previews(tasks, options)
        return
    if options.comment is not None:
        from giptui.cli.check.commenting import commented_outcomes

        yield from commented_outcomes(options.comment, tasks, options)
        return
    work = partial(outcomes, options)
    jobs = _jobs(tasks, options)
    if jobs == 1:
        yield from work(tasks)
        return
    from giptui.cli.jobs import in_order, workers  # a few files do not pay for it

    yield from in_order(workers, jobs, work, tasks, lambda task: Outcome(lost=task[0]))


def _jobs(tasks: Sequence[Task], options: Options) -> int:
    """How many processes; only this one has the standard input."""
    most = len(tasks) // _FEWEST_A_PROCESS
    if most < 2 or options.jobs == 1 or any(file == "-" for file, _ in tasks):
        return 1
    from giptui.cli.jobs import cores

    return min(options.jobs or cores(), most)


def _counted(outcomes: Iterator[Outcome], tally: Tally, note: Callable[[str], None]) -> Iterator[str | Unreadable]:
    """The lines of all files, and in its place what could not be read, which is also reported; all of it counted."""
    for outcome in outcomes:
        wrong = outcome.wrong_previous
        if wrong and wrong.file not in tally.wrong_previous:  # once is enough, for however many files
            tally.wrong_previous.add(wrong.file)
            complain(wrong)
            yield wrong
        if outcome.lost:
            tally.lost += 1
            narrate(f"{outcome.lost}: 没有查完：检查它的进程被系统中止了，多半是内存不够；请加 -j 1 单独再查这个文件")
            continue
        if outcome.written:
            note(outcome.written)
        if outcome.uncompared:
            note(outcome.uncompared)
        if outcome.unreadable:
            tally.miss(outcome.unreadable)
            complain(outcome.unreadable)
            yield outcome.unreadable
        elif outcome.unwritable:
            tally.unwritten += 1
            narrate(str(outcome.unwritable))
        else:
            tally.add(outcome)
            yield from outcome.lines


def _overview(tally: Tally, options: Options) -> Iterator[str]:
    """The tables that stand in the place of the list."""
    if options.lists:
        return
    from giptui.cli.check.formats import overview

    if options.summary:
        yield from overview.summary(tally.rows, options.output_format, _columns())
    if options.summary and options.statistics:
        yield ""
    if options.statistics:
        yield from overview.statistics(tally.rules)


def _columns() -> int:
    """How wide a table for people may be."""
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or _COLUMNS
    except (OSError, ValueError):  # no terminal
        return _COLUMNS


def _colored(color: str) -> bool:
    """Whether to colour. The only thing about the output that depends on the terminal."""
    if color == "auto":
        return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return color == "always"
