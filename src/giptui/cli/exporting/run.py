"""What `giptui export` does with its files: one report as pages, each as pages in a folder, or all in one table."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import partial
from typing import Final

from giptui.cli.check.policies import policies
from giptui.cli.exits import Exit
from giptui.cli.exporting import pages
from giptui.cli.exporting.missing import needed
from giptui.cli.exporting.options import Options
from giptui.cli.exporting.readiness import Policies, readiness
from giptui.cli.exporting.running import Teller, processes, results
from giptui.cli.exporting.targets import targets
from giptui.cli.inputs import Inputs, load_or_fail, search
from giptui.cli.outputs import refuse_output, write_over
from giptui.cli.progress import Progress, progress
from giptui.cli.streams import fail, narrate, put_bytes
from giptui.printers.errors import NoFont, NotInstalled
from giptui.printers.formats import remarks

_CHUNK: Final = 2
_FEWEST_A_PROCESS: Final = 4
"""Reports; a page takes about as long to write as a process to start."""


def export(names: Sequence[str], options: Options) -> Exit:
    """Export them all; the worst that happened is the exit code."""
    inputs = search(names)
    try:
        if options.folder is not None:
            return _into_folder(inputs, names, options.folder, options)
        _refuse(inputs, options)
        if options.format.is_table or (options.format.is_data and len(inputs.files) > 1):
            from giptui.cli.exporting import tables  # pages need none of it

            return tables.gather(inputs, _policy(inputs), options)
        return _as_page(inputs, options)
    except NotInstalled as error:
        fail("export-not-installed", needed(options.format, error))
    except NoFont as error:
        fail("export-no-font", needed(options.format, error))


def _refuse(inputs: Inputs, options: Options) -> None:
    """End the command where what comes of the files cannot go where it is to go."""
    name, extension = options.format.name, options.format.extensions[0]
    if options.output != "-":
        refuse_output(options.output, inputs.files)
    elif options.format.is_binary and sys.stdout.isatty():
        fail("export-to-terminal", f"{name} 不是文本，不能写到终端；请加 -o 文件{extension}")
    if len(inputs.files) > 1 and not (options.format.is_table or options.format.is_data):
        fail(
            "export-several",
            f"有 {len(inputs.files)} 份报告，一个 {name} 文件只放一份；请加 -d 文件夹 --format {name}，分别写成文件",
        )


def _policy(inputs: Inputs) -> Policies:
    return policies(inputs.files, (), lambda sentence: None)  # `giptui check` says what is wrong with settings


def _as_page(inputs: Inputs, options: Options) -> Exit:
    [file] = inputs.files
    _, report = load_or_fail(file)
    state = readiness(file, report, _policy(inputs)(file))
    teller = Teller(options, Progress())
    is_kept = options.strict and not state.is_ready
    data = b"" if is_kept else pages.page(file, report, options)
    teller.tell(file, state)
    if is_kept:
        return Exit.FINDINGS
    if options.output == "-":
        put_bytes(data)
    else:
        write_over(options.output, data)
    teller.remark(file, remarks(options.format, report))
    return inputs.exit_code


def _into_folder(inputs: Inputs, names: Sequence[str], folder: str, options: Options) -> Exit:
    policy = _policy(inputs)
    planned = targets(inputs.files, names, folder, options.format.extensions[0])
    tasks = [pages.Task(target, policy(target.source)) for target in planned]
    jobs = processes(inputs.files, options, _FEWEST_A_PROCESS)
    work = partial(pages.outcomes, options)
    worst, written = inputs.exit_code, 0
    with progress() as line:
        teller = Teller(options, line)
        for outcome in results(work, tasks, _lost, jobs, _CHUNK, line):
            _tell(outcome, teller)
            worst = max(worst, _code(outcome))
            written += outcome.written
        teller.end()
    ends = [f"{len(tasks) - written} 份没有写出，原因见上"] * (written < len(tasks))
    narrate("；".join((f"{folder}: 写出 {written} 份报告", *ends)))
    return worst


def _lost(task: pages.Task) -> pages.Outcome:
    return pages.Outcome(task.target, lost=True)


def _tell(outcome: pages.Outcome, teller: Teller) -> None:
    if outcome.lost:
        teller.lose(outcome.target.source)
    elif outcome.refused:
        teller.refuse(outcome.refused)
    else:
        teller.tell(outcome.target.source, outcome.readiness)
        teller.remark(outcome.target.source, outcome.remarks)


def _code(outcome: pages.Outcome) -> Exit:
    if outcome.lost:
        return Exit.DEFECT
    if outcome.refused:
        return Exit.USAGE
    return Exit.FINE if outcome.written else Exit.FINDINGS
