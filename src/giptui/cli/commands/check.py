"""`giptui check`: how it is called. What it does stands in `giptui.cli.check`, which needs no click."""

from __future__ import annotations

from typing import Any

import click

from giptui.cli.candidates import rule_names
from giptui.cli.check.formats import FORMATS
from giptui.cli.check.options import Options
from giptui.cli.check.run import check_files
from giptui.cli.exits import Exit
from giptui.cli.help import Choice, Command, Number
from giptui.cli.parameters import FILE, PATHS, PREVIOUS, output_format


@click.command(
    "check",
    cls=Command,
    help="""
    检查报告，列出全部发现。

    一个发现一行：文件:行:列: 程度[规则] 说明 (地址)。没有发现时标准输出为空；小结在标准错误。

    文件里由人确认过的发现（[[waiver]]）只计数，不列出。
    规则的程度、停用的规则、乡镇的公布期限，可写在同一文件夹或上级文件夹的 giptui.toml 里。
    """,
    epilog="退出码：0 没有错误；1 有错误（加 --strict 则警告也算）；2 用法不对，或有文件读不出、改不了。",
)
@PATHS
@PREVIOUS
@output_format((*FORMATS, "tsv"))
@click.option("--full", is_flag=True, help="另列出原文所在行、不成立的算式及其数值、改法（只对 text 有用）。")
@click.option(
    "--select",
    multiple=True,
    metavar="规则",
    shell_complete=rule_names,
    help="只列这些规则：规则名或名称，几条用逗号隔开；text- 指名字这样开头的各条。可重复。",
)
@click.option("--ignore", multiple=True, metavar="规则", shell_complete=rule_names, help="不列这些规则；写法同上。")
@click.option("--strict", is_flag=True, help="警告也算不合格。")
@click.option("--fix", is_flag=True, help="把只有一种改法、不必判断的改好存回，一处一行；再列出余下的。")
@click.option("--dry-run", is_flag=True, help="与 --fix 同用：只显示改动（diff），什么也不写。")
@click.option(
    "--comment",
    metavar="文件",
    type=FILE,
    help="检查一份 Word 文档（docx），发现写成批注，存为这个文件；只有一种改法的另成修订，其余原样。",
)
@click.option("--exit-zero", is_flag=True, help="有错误也以 0 退出；用法不对、文件读不出仍是 2。")
@click.option("--stdin-filename", metavar="文件", help="标准输入（-）在发现里叫这个名字，并照它找设置和上年的报告。")
@click.option("--show-waived", is_flag=True, help="已由人确认的也列出，注明“已由人确认”；仍不计数。")
@click.option(
    "--summary",
    is_flag=True,
    help="不列发现，每份报告一行：文件、机关、年度、错误、警告、空格数、最严重的发现；可加 --format tsv 或 jsonl。",
)
@click.option("--statistics", is_flag=True, help="不列发现，每条规则一行：次数、程度、规则、名称。")
@click.option("--quiet", "-q", is_flag=True, help="标准错误里不写小结和提醒；读不出的文件仍要说明。")
@click.option(
    "--jobs", "-j", type=Number(), metavar="个数", help="同时用几个进程；不写则有几个核心用几个。输出的次序不变。"
)
@click.option(
    "--color",
    type=Choice(("auto", "always", "never")),
    default="auto",
    metavar="auto|always|never",
    help="是否用颜色。",
)
def command(files: tuple[str, ...], **options: Any) -> Exit:
    return check_files(files, Options(**options))
