"""`giptui import`: reports as they are published become files, with the proof of how well they were read."""

from __future__ import annotations

import click

from giptui.cli.candidates import paths
from giptui.cli.exits import Exit
from giptui.cli.help import Argument, Command, Number
from giptui.cli.outputs import named
from giptui.cli.parameters import FILE
from giptui.cli.usage import WrongUsage


@click.command(
    "import",
    cls=Command,
    help="""
    导入公开过的报告，写成报告文件。

    来源可以是网页、Word、WPS、PDF、OFD、电子表格、纯文本；种类看内容，不看文件名。

    文件夹逐层查找，*.toml 和隐藏的文件除外；zip 里的逐个导入。

    每个数按行和列的名称对号入座；读不准的写作“?”，不猜，也不补 0。读出多少、哪些格没有读出、在原件何处，写在标准错误。

    已有的文件绝不覆盖，只列出不同之处。

    --merge 取新读出的数，注释、人工确认、自用的键（[x]）都保留；新读为空白或没有读出的，保留原来的数。

    需要另装读这些格式的库：pip install 'giptui[import]'；纯文本不用。
    """,
    epilog="""
    退出码：0 每一格都已读出；1 有没有读出的格；2 有来源不能导入，或没有写入。

    例：giptui import 年报.html | giptui check -
    例：giptui import 年报.pdf -o 2023.toml
    例：giptui import 各乡镇年报 -d 2023
    """,
)
@click.argument(
    "sources",
    cls=Argument,
    metavar="来源…",
    nargs=-1,
    required=True,
    shell_complete=paths,
    about="公开的报告，或放着它们的文件夹、压缩包；- 为标准输入。",
)
@click.option("-o", "--output", metavar="文件", type=FILE, help="写入这个文件；不写则写到标准输出。")
@click.option("-d", "--directory", metavar="文件夹", type=FILE, help="写到这个文件夹里，文件名为 机关-年度.toml。")
@click.option("--merge", is_flag=True, help="文件已有时，取新读出的数，其余保留。")
@click.option("--origin", is_flag=True, help="另写一个 文件.origin.json，列出各格在原件的何处。")
@click.option("-j", "--jobs", type=Number(), metavar="N", help="同时用几个进程；不写则有几个核用几个。")
def command(
    sources: tuple[str, ...], output: str | None, directory: str | None, merge: bool, origin: bool, jobs: int | None
) -> Exit:
    if output == "-":
        output = None
    if output is not None and directory is not None:
        raise WrongUsage("import-two-targets", "-o 和 -d 只能用一个：一份报告用 -o 文件，几份用 -d 文件夹")
    to_file = output is not None or directory is not None
    if not to_file and (merge or origin):
        option = "--merge" if merge else "--origin"
        raise WrongUsage("import-without-file", f"{option} 要有写入的文件，请加 -o 文件 或 -d 文件夹")
    from giptui.cli.importing.run import Options, import_all

    return import_all(sources, Options(output and named(output), directory, merge, origin, jobs))
