"""`giptui FILE`: what it means stands in `giptui.cli.opening`, which needs no click."""

from __future__ import annotations

import click

from giptui.cli.help import Argument, Command
from giptui.cli.opening import open_file
from giptui.cli.parameters import PREVIOUS


@click.command("open", cls=Command, help="在终端里打开编辑器；标准输出不是终端时排印报告。")
@click.argument("file", cls=Argument, metavar="文件", about="报告文件；- 为标准输入，总是排印。")
@click.option("--read-only", is_flag=True, help="只看，不能修改。")
@PREVIOUS
def command(file: str, read_only: bool, previous: str | None) -> int:
    return open_file(file, read_only, previous)
