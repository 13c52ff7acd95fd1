"""`giptui recover`: what editors that were killed had not saved, for scripts and for a broken terminal."""

from __future__ import annotations

import os
import time
from collections.abc import Callable

import click

from giptui import store
from giptui.cli.candidates import paths
from giptui.cli.exits import Exit
from giptui.cli.help import Argument, Command
from giptui.cli.inputs import complain
from giptui.cli.streams import narrate, put
from giptui.display.visible import one_line, visible
from giptui.report import Report
from giptui.session.differences import differences, disputed
from giptui.session.recovery import Left, Recoverable, discard, left_behind, recoverable
from giptui.store import Source, Unreadable, Unwritable


@click.command(
    "recover",
    cls=Command,
    help="""
    列出、恢复编辑器被中断时没有保存的修改。

    不写文件，就列出所有的文件。恢复时按单元格并入文件现在的内容；两边都改过而又不同的不动，列出两边的值。
    """,
    epilog="退出码：0 没有或已办妥；1 有两边都改过的，没有恢复；2 有文件读不出、写不进。",
)
@click.argument("file", cls=Argument, metavar="文件", required=False, shell_complete=paths, about="报告文件。")
@click.option("--diff", "how", flag_value="diff", help="以统一差异格式（unified diff）显示会怎样改动文件。")
@click.option("--apply", "how", flag_value="apply", help="写进文件。")
@click.option("--discard", "how", flag_value="discard", help="丢弃，不再能恢复。")
def command(file: str | None, how: str | None) -> Exit:
    journals: dict[str, list[Left]] = {}
    for left in left_behind(file, set_aside=True):
        journals.setdefault(file or left.file, []).append(left)
    if not journals:
        narrate(f"{file}: 没有可以恢复的修改" if file else "没有可以恢复的修改")
    does = {"diff": _compare, "apply": _apply, "discard": _discard}.get(how or "", _list)
    return max((_done(does, name, each) for name, each in journals.items()), default=Exit.FINE)


_Action = Callable[[str, list[Left]], Exit]


def _done(does: _Action, name: str, journals: list[Left]) -> Exit:
    try:
        return does(name, journals)
    except Unreadable as error:
        complain(error)
    except Unwritable as error:
        narrate(str(error))
    return Exit.USAGE


def _list(name: str, journals: list[Left]) -> Exit:
    source, report = _now(name, journals)
    found = recoverable(report, journals)
    when = time.strftime("%Y-%m-%d %H:%M", time.localtime(found.time))
    gone = "" if os.path.lexists(name) else "，文件已不在"
    put(one_line(f"{source.name}: {found.size} 处修改没有保存（{when}{gone}）"))
    for line in differences(report, found):
        put(visible(f"  {line}"))
    return Exit.FINE


def _compare(name: str, journals: list[Left]) -> Exit:
    from difflib import unified_diff

    source, report = _now(name, journals)
    found = recoverable(report, journals)
    after = store.edited(source, found.changes).source.text
    for line in unified_diff(source.text.split("\n"), after.split("\n"), name, name, lineterm=""):
        put(visible(line))
    return _disputed(report, found)


def _apply(name: str, journals: list[Left]) -> Exit:
    def edit(source: Source, report: Report) -> tuple[Source, tuple[Report, Recoverable]]:
        found = recoverable(report, journals)
        return store.edited(source, found.changes).source, (report, found)

    if os.path.lexists(name):
        report, found = store.update(name, edit)
    else:
        source, (report, found) = edit(*_now(name, journals))
        store.save(name, source.data, None)
    narrate(f"{name}: 已恢复 {len(found.changes)} 处修改")
    if not found.conflicts:
        discard(journals)
    return _disputed(report, found)


def _discard(name: str, journals: list[Left]) -> Exit:
    discard(journals)
    narrate(f"{name}: 已丢弃没有保存的修改")
    return Exit.FINE


def _now(name: str, journals: list[Left]) -> tuple[Source, Report]:
    """The file as it stands; one that is gone, as the last editor opened it."""
    if os.path.lexists(name):
        return store.load(name)
    source = store.decode(name, journals[-1].opened)
    return source, store.parse(source)


def _disputed(report: Report, found: Recoverable) -> Exit:
    for line in disputed(report, found):
        narrate(line)
    return Exit.FINDINGS if found.conflicts else Exit.FINE
