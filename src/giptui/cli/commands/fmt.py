"""`giptui fmt`: files in the canonical layout."""

from __future__ import annotations

import click

from giptui.cli.exits import Exit
from giptui.cli.help import Command
from giptui.cli.inputs import search
from giptui.cli.outputs import write
from giptui.cli.parameters import PATHS
from giptui.cli.streams import narrate, put
from giptui.display.visible import one_line
from giptui.store import Unwritable, canonical


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
    code = Exit.FINE
    for source, _ in inputs:
        try:
            after = canonical(source).source
        except Unwritable as error:
            narrate(str(error))
            code = Exit.USAGE
            continue
        changed = after.data != source.data
        if check:
            if changed:
                put(one_line(source.name))
                code = max(code, Exit.FINDINGS)
        elif changed or source.name == "-":
            write(source.name, after.data, source.data)
            if source.name != "-":
                narrate(f"{source.name}: 已排成统一的版式")
    return max(code, inputs.exit_code)
