"""`giptui edit`: the editor. The only command that needs a terminal, and the only way to Textual."""

from __future__ import annotations

import os
import sys

import click

from giptui.cli.completion import paths
from giptui.cli.exits import Exit, fail
from giptui.cli.help import Argument, Command
from giptui.cli.inputs import complain
from giptui.store import Unreadable


@click.command(
    "edit",
    cls=Command,
    help="""
    在终端里填报、修改一份报告，边填边校验。

    按 ? 看全部按键，w 保存，q 退出。
    """,
)
@click.argument("file", cls=Argument, metavar="文件", shell_complete=paths, about="报告文件；新建一份用 giptui new。")
@click.option("--read-only", is_flag=True, help="只看，不能修改。")
def command(file: str, read_only: bool) -> Exit:
    return open_editor(file, read_only)


def open_editor(name: str, read_only: bool = False) -> Exit:
    """Edit the file until the person quits; the command ends with a sentence where there is no terminal for it."""
    if name == "-":
        fail("编辑器不能打开标准输入，请给出文件名；只看可用 giptui report -")
    streams = {"标准输入": sys.stdin, "标准输出": sys.stdout, "标准错误": sys.stderr}
    if missing := [label for label, stream in streams.items() if not stream.isatty()]:
        fail(
            f"编辑器要在终端里用，而{'、'.join(missing)}不是终端；"
            "排印用 giptui report，检查用 giptui check，读写单元格用 giptui get、giptui set"
        )
    if os.environ.get("TERM") == "dumb":
        fail("这个终端（TERM=dumb）不能移动光标，编辑器用不了；请换一个终端，或用 giptui get、giptui set 读写单元格")
    from giptui.tui import edit  # Textual takes longer to start than any other command to finish

    try:
        return Exit(edit(name, read_only))
    except Unreadable as error:
        complain(error)
        return Exit.USAGE
