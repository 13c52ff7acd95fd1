"""`giptui fmt`: files in the canonical layout."""

from __future__ import annotations

from collections.abc import Sequence

import click

from giptui.cli.exits import Exit
from giptui.cli.help import Command
from giptui.cli.inputs import Inputs, complain, search
from giptui.cli.outputs import update
from giptui.cli.parameters import PATHS
from giptui.cli.streams import narrate, put
from giptui.display.visible import one_line
from giptui.report import Report
from giptui.store import Source, Unreadable, Unwritable, canonical


@click.command(
    "fmt",
    cls=Command,
    help="""
    把文件排成统一的版式，与 giptui new 写出的一样。

    只动次序、对齐和各行后面的名称：数值照原来的写法，注释、自用的键（[x]）、人工确认都保留，不添行也不删行。
    """,
    epilog="退出码：0 已是统一的版式，或已排好；1 加了 --check 而有文件要排；2 有文件读不出、排不了。",
)
@PATHS
@click.option("--check", is_flag=True, help="什么也不写，只列出版式不统一的文件。")
def command(files: tuple[str, ...], check: bool) -> Exit:
    inputs = search(files)
    return _listed(inputs) if check else _laid_out(inputs, files)


def _listed(inputs: Inputs) -> Exit:
    """Print the names of the files whose layout is another."""
    code = Exit.FINE
    for source, _ in inputs:
        try:
            if canonical(source).source.data != source.data:
                put(one_line(source.name))
                code = max(code, Exit.FINDINGS)
        except Unwritable as error:
            narrate(str(error))
            code = Exit.USAGE
    return max(code, inputs.exit_code)


def _laid_out(inputs: Inputs, given: Sequence[str]) -> Exit:
    """Give each file the canonical layout; those that cannot have it are left alone."""
    code = inputs.exit_code
    for name in inputs.files:
        try:
            changed = update(name, _edit, given)
        except Unreadable as error:
            complain(error)
            code = Exit.USAGE
        except Unwritable as error:
            narrate(str(error))
            code = Exit.USAGE
        else:
            if changed and name != "-":
                narrate(f"{name}: 已排成统一的版式")
    return code


def _edit(source: Source, _: Report) -> tuple[Source, bool]:
    after = canonical(source).source
    return after, after.data != source.data
