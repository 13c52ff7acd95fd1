"""`giptui check`: how it is called. What it does stands in `giptui.cli.checking`, which needs no click."""

from __future__ import annotations

from typing import Any

import click

from giptui.cli.checking import FORMATS, Options, check_files
from giptui.cli.completion import paths, rule_names
from giptui.cli.exits import Exit
from giptui.cli.help import Argument, Choice, Command


@click.command(
    "check",
    cls=Command,
    help="""
    检查报告，列出全部发现。

    一个发现一行：文件:行:列: 程度[规则] 说明 (地址)。没有发现时标准输出为空；小结在标准错误。
    """,
    epilog="退出码：0 没有错误；1 有错误（加 --strict 则警告也算）；2 用法不对或有文件读不出。",
)
@click.argument(
    "files",
    cls=Argument,
    metavar="路径…",
    nargs=-1,
    required=True,
    shell_complete=paths,
    about="报告文件；- 为标准输入；文件夹则逐层查找其中的 *.toml 报告，隐藏的文件夹除外。",
)
@click.option("--format", "style", type=Choice(FORMATS), default="text", metavar="|".join(FORMATS), help="输出格式。")
@click.option("--full", is_flag=True, help="另列出原文所在行、不成立的算式及其数值、改法（只对 text 有用）。")
@click.option("--select", multiple=True, metavar="规则", shell_complete=rule_names, help="只列这条规则；可重复。")
@click.option("--ignore", multiple=True, metavar="规则", shell_complete=rule_names, help="不列这条规则；可重复。")
@click.option("--strict", is_flag=True, help="警告也算不合格。")
@click.option(
    "--color",
    type=Choice(("auto", "always", "never")),
    default="auto",
    metavar="auto|always|never",
    help="是否用颜色。",
)
def command(files: tuple[str, ...], **options: Any) -> Exit:
    return check_files(files, Options(**options))
