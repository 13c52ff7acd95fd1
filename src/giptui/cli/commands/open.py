"""`giptui FILE`: the editor in a terminal, the printed report elsewhere. The only form that looks at the terminal."""

from __future__ import annotations

import sys

import click

from giptui.cli.exits import Exit
from giptui.cli.help import Argument, Command


@click.command("open", cls=Command, help="在终端里打开编辑器；标准输出不是终端时排印报告。")
@click.argument("file", cls=Argument, metavar="文件", about="报告文件；- 为标准输入，总是排印。")
def command(file: str) -> Exit:
    if sys.stdout.isatty() and file != "-":
        from giptui.cli.commands.edit import open_editor  # one of the two is needed, not both

        return open_editor(file)
    from giptui.cli.commands.report import print_reports

    return print_reports((file,))
