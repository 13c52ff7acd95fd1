"""`giptui FILE`: what it means stands in `giptui.cli.opening`, which needs no click."""

from __future__ import annotations

import click

from giptui.cli.help import Argument, Command
from giptui.cli.opening import open_file


@click.command("open", cls=Command, help="在终端里打开编辑器；标准输出不是终端时排印报告。")
@click.argument("file", cls=Argument, metavar="文件", about="报告文件；- 为标准输入，总是排印。")
def command(file: str) -> int:
    return open_file(file)
