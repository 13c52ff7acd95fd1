"""What `giptui import` does with its sources: one to standard output or a file, several into a folder."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Final, NamedTuple

from giptui.cli.exits import Exit
from giptui.cli.importing.outcome import Imported, Missed, Outcome, outcomes
from giptui.cli.importing.published import PLACES, published
from giptui.cli.importing.single import imported, refuse_several
from giptui.cli.importing.targets import Names, Written, must_not_differ, put
from giptui.cli.inputs import complain
from giptui.cli.outputs import refuse_folder, write_over
from giptui.cli.progress import progress
from giptui.cli.streams import fail, narrate, put_bytes
from giptui.store import Unreadable, Unwritable
from giptui.store.errors import system_reason
from giptui.store.source import STANDARD_INPUT

_PAGE: Final = 50_000
"""Bytes of a usual web page; reading one takes as long as sending work to several processes saves."""
_FEWEST_A_PROCESS: Final = 10  # pages
_CHUNK: Final = 2
_MANY: Final = 4  # sources, of which a person wants to see how far it is


class Options(NamedTuple):
    """How `giptui import` was called."""

    output: str | None = None
    folder: str | None = None
    merge: bool = False
    with_places: bool = False
    jobs: int | None = None


def import_all(names: Sequence[str], options: Options) -> Exit:
    """Import all of them; the worst that happened is the exit code."""
    sources = published(names)
    for error in sources.unreadable:
        complain(error)
    if not sources.files:
        fail("import-no-sources", f"{'、'.join(names)}: 没有找到可以导入的文件；请给出公开的报告，或放着它们的文件夹")
    worst = Exit.USAGE if sources.unreadable else Exit.FINE
    if options.folder is None:
        if options.output is not None:
            refuse_folder(options.output)
        if len(sources.files) > 1:
            refuse_several(f"{len(sources.files)} 个来源")
        return max(worst, _import_one(sources.files[0], options))
    return max(worst, _import_several(sources.files, options.folder, options))


def _import_one(source: str, options: Options) -> Exit:
    from giptui.cli.importing.words import proof_lines, target_lines

    one = imported(source, options.with_places)
    if options.output is None:
        put_bytes(one.data)
    for line in proof_lines(one):
        narrate(line)
    if options.output is not None:
        written = _put(one, options.output, options)
        for line in target_lines(written) if written else ():
            narrate(line)
        if written is None or not _is_settled(written):
            return Exit.USAGE
    return _code(one)


def _import_several(sources: Sequence[str], folder: str, options: Options) -> Exit:
    from giptui.cli.importing.words import Summary, target_lines

    _make(folder)
    names, summary, worst = Names(folder), Summary(), Exit.FINE
    for outcome in _shown(_outcomes(sources, options), len(sources)):
        if isinstance(outcome, Missed):
            summary.miss(outcome)
            worst = max(worst, Exit.DEFECT if outcome.lost else Exit.USAGE)
            continue
        target = names.of(outcome)
        written = _put(outcome, target, options)
        worst = max(worst, _code(outcome), Exit.FINE if written and _is_settled(written) else Exit.USAGE)
        summary.add(outcome, written, written is not None and written.is_new and target in names.numbered)
        for line in target_lines(written) if written and written.told else ():
            narrate(line)
    for line in summary.lines(folder):
        narrate(line)
    return worst


def _put(imported: Imported, target: str, options: Options) -> Written | None:
    """Write the file; what keeps it from being written is told, and nothing comes of it."""
    try:
        written = put(imported, target, options.merge)
    except Unreadable as error:
        complain(error)
    except Unwritable as error:
        narrate(str(error))
    else:
        if options.with_places and _is_settled(written):
            from giptui.cli.jsontext import dumps  # only where it is asked for

            write_over(f"{target}{PLACES}", f"{dumps(imported.places)}\n".encode())
        return written
    return None


def _is_settled(written: Written) -> bool:
    """Whether the file says what was read, or as much as was to be merged; if it says something else, that is told."""
    try:
        must_not_differ(written)
    except Unwritable as error:
        narrate(str(error))
        return False
    return True


def _code(imported: Imported) -> Exit:
    return Exit.FINDINGS if imported.proof.unread_cells else Exit.FINE


def _make(folder: str) -> None:
    try:
        os.makedirs(folder, exist_ok=True)  # noqa: PTH103
    except (OSError, ValueError) as error:
        fail("import-folder", f"{folder}: 不能当作放文件的文件夹：{system_reason(error)}；请换一个文件夹")


def _outcomes(sources: Sequence[str], options: Options) -> Iterator[Outcome]:
    """Source by source in their order, on as many cores as are worth their while."""
    work = partial(outcomes, options.with_places)
    jobs = _jobs(sources, options)
    if jobs == 1:
        return work(sources)
    from giptui.cli.jobs import in_order, workers  # a few files do not pay for it
    from giptui.readers import reading  # noqa: F401 - what a process is forked with it need not load

    return in_order(workers, jobs, work, sources, _lost, _CHUNK)


def _lost(source: str) -> Outcome:
    sentence = f"{source}: 没有读完：读它的进程被系统中止了，多半是内存不够；请单独再导入这个文件"
    return Missed(source, sentence, lost=True)


def _jobs(sources: Sequence[str], options: Options) -> int:
    """How many processes; only this one has the standard input."""
    if options.jobs == 1 or len(sources) < 2 or STANDARD_INPUT in sources:
        return 1
    pages = sum(max(1, _size(source) // _PAGE) for source in sources)
    most = min(pages // _FEWEST_A_PROCESS, len(sources))
    if most < 2:
        return 1
    from giptui.cli.jobs import cores

    return min(options.jobs or cores(), most)


def _size(source: str) -> int:
    try:
        return os.stat(source).st_size  # noqa: PTH116
    except (OSError, ValueError):
        return 0


def _shown(outcomes: Iterator[Outcome], count: int) -> Iterator[Outcome]:
    """The outcomes; of many it is shown how far they are."""
    with progress() as line:
        for number, outcome in enumerate(outcomes):
            if count >= _MANY:
                line.show(f"正在导入 {count} 个来源：{min(number * 100 // count, 100)}%")
            yield outcome
