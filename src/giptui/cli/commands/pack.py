"""`giptui pack`: all files that an office hands on of a report, in one call, with their check sums."""

from __future__ import annotations

import click

from giptui.cli.candidates import paths
from giptui.cli.exits import Exit
from giptui.cli.help import Argument, Command
from giptui.cli.parameters import FILE


@click.command(
    "pack",
    cls=Command,
    help="""
    把一份报告的各种文件一次写齐。

    放进一个文件夹的有 Word、PDF、网页、电子表格、JSON、纯文本，文件名由机关名称和年度组成。

    SHA-256SUMS 是它们的校验和，用 sha256sum -c SHA-256SUMS 核对。同一份报告每次写出的一字不差，PDF 还要字体相同。

    要么全部写出，要么一个不动。有错误或没有读出的格，写在标准错误，照样写出；缺软件包或字体而写不了的格式，写在标准错误，略过。

    PDF 用本机的字体；设了环境变量 GIPTUI_FONTS，则只用它指明的文件夹里的字体。
    """,
    epilog="""
    退出码：0 已写齐；1 有格式没有写出，或加了 --strict 而没有写出；2 用法不对，或文件读不出、写不进。

    例：giptui pack 报告.toml -d 上报
    """,
)
@click.argument("file", cls=Argument, metavar="文件", shell_complete=paths, about="报告文件；- 为标准输入。")
@click.option("-d", "--directory", metavar="文件夹", type=FILE, required=True, help="放到这个文件夹里；没有则新建。")
@click.option("--draft", is_flag=True, help="页面上标明“草案”。")
@click.option("--strict", is_flag=True, help="有错误、没有读出的格或写不了的格式，就一个文件也不写。")
@click.option("--force", is_flag=True, help="换掉文件夹里内容不同的同名文件。")
def command(file: str, directory: str, draft: bool, strict: bool, force: bool) -> Exit:
    from giptui.cli.exporting.pack import Packing, pack  # reports are checked and printed only now

    return pack(file, Packing(directory, draft, strict, force))
