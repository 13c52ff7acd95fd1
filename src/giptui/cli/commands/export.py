"""`giptui export`: reports as documents, web pages, workbooks, PDF, and as tables for programs."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

import click

from giptui.cli.exits import Exit
from giptui.cli.help import Choice, Command, Number
from giptui.cli.parameters import FILE, PATHS
from giptui.cli.streams import fail
from giptui.cli.usage import WrongUsage
from giptui.printers.formats import FORMATS, Format, by_extension, named, nearest_to

_NAMES = tuple(each.name for each in FORMATS)
_TABLES = tuple(each.name for each in FORMATS if each.is_table)


@click.command(
    "export",
    cls=Command,
    help=f"""
    把报告写成公文、网页、电子表格、PDF，或供程序用的数据。

    格式看 -o 的扩展名，或由 --format 指定：{"、".join(_NAMES)}。同一份报告每次写出的文件一字不差。

    {"、".join(_TABLES)} 可把许多报告并成一张表，一份报告一行，列名是地址；加 --long 则一格一行。
    json 有几份报告时写成一个数组。

    有错误或没有读出的格，写在标准错误，照样写出；加 --strict 则不写出。

    已有的报告文件（*.toml）绝不覆盖。

    pdf、xlsx 要另装：pip install 'giptui[export]'；parquet 要另装 'giptui[parquet]'。
    """,
    epilog="""
    退出码：0 已写出；1 加了 --strict 而有报告没有写出；2 用法不对，或有文件读不出、写不进。

    例：giptui export 报告.toml -o 报告.docx
    例：giptui export 报告.toml --format html --fragment
    例：giptui export 各乡镇 -d 公开稿 --format pdf
    例：giptui export 各乡镇 -o 全县.csv
    """,
)
@PATHS
@click.option("-o", "--output", metavar="文件", type=FILE, help="写入这个文件；不写或写 - 则写到标准输出。")
@click.option(
    "-d", "--directory", metavar="文件夹", type=FILE, help="一份报告写成一个文件，放到这个文件夹里，沿用报告的文件名。"
)
@click.option("--format", "format_name", type=Choice(_NAMES), metavar="格式", help="写成这种格式。")
@click.option("--draft", is_flag=True, help="页面上标明“草案”。")
@click.option("--fragment", is_flag=True, help="只用于 html：只写正文，样式写在标签里，可贴进网站后台。")
@click.option("--long", "is_long", is_flag=True, help=f"只用于 {'、'.join(_TABLES)}：一格一行。")
@click.option("--strict", is_flag=True, help="有错误或没有读出的格的报告不写出。")
@click.option("-j", "--jobs", type=Number(), metavar="个数", help="同时用几个进程；不写则有几个核心用几个。")
def command(
    files: tuple[str, ...], output: str | None, directory: str | None, format_name: str | None, **options: Any
) -> Exit:
    output = output or "-"
    if output != "-" and directory is not None:
        raise WrongUsage("export-two-targets", "-o 和 -d 只能用一个：一个文件用 -o，一份报告一个文件用 -d 文件夹")
    chosen = _format(output, format_name)
    _refuse_idle(chosen, options)
    from giptui.cli.exporting.options import Options  # reports are checked and printed only now
    from giptui.cli.exporting.run import export

    return export(files, Options(chosen, output, directory, **options))


def _format(output: str, name: str | None) -> Format:
    """What is to be written; the command ends where that is not known, or said twice and otherwise."""
    stem, extension = os.path.splitext(output)  # noqa: PTH122
    by_name = by_extension(extension)
    if name and by_name and by_name.name != name:
        fail(
            "export-format-differs",
            f"{output}: 文件名是 {by_name.name}，--format 却是 {name}；请去掉 --format，或把文件名改成 "
            f"{stem}{named(name).extensions[0]}",
        )
    if name:
        return named(name)
    if by_name:
        return by_name
    if output == "-":
        raise WrongUsage("export-without-format", f"要写成什么？请加 -o 文件，或 --format {'|'.join(_NAMES)}")
    kin = nearest_to(extension)
    if kin:
        remedy = f"请改用 {stem}{kin.extensions[0]}（{kin.called}）"
    else:
        remedy = f"能写的有 {'、'.join(_NAMES)}；请换一个文件名，或加 --format"
    what = f" {extension} 文件" if extension else "没有扩展名的文件"
    return fail("export-unknown-format", f"{output}: 不能写成{what}；{remedy}")


def _refuse_idle(chosen: Format, options: Mapping[str, Any]) -> None:
    """End the command where an option would do nothing."""
    idle = (
        ("--draft", options["draft"] and chosen.is_table, "有页面的格式"),
        ("--fragment", options["fragment"] and chosen.name != "html", " html"),
        ("--long", options["is_long"] and not chosen.is_table, f" {'、'.join(_TABLES)}"),
    )
    for option, is_idle, formats in idle:
        if is_idle:
            fail("export-idle-option", f"{option} 只用于{formats}，不用于 {chosen.name}；请去掉这个选项")
