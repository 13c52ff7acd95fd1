"""`giptui chart`: what came in and what came of it, over the years of a body or beside its peers, as a picture."""

from __future__ import annotations

import os

import click

from giptui.cli.candidates import paths
from giptui.cli.exits import Exit
from giptui.cli.help import Argument, Command, Number
from giptui.cli.parameters import FILE
from giptui.cli.streams import fail


@click.command(
    "chart",
    cls=Command,
    help="""
    画图比较一个机关的各年，或各机关的一年。

    画的是本年新收的申请，和办结的申请各是什么结果。

    只给一个文件时，画它的机关的各年，其他年度的在它的文件夹里、旁边以年度命名的文件夹里找；给一个文件和文件夹时，画这一年它与文件夹里的其他机关。

    不写 -o 时在终端里用字符画，宽 80 列，不用颜色。

    图只写成 SVG：Word、WPS、浏览器都能插入或打开，放大不糊；不写 PNG。
    """,
    epilog="""
    例：giptui chart 2024/白鹤镇.toml
    例：giptui chart 2024 --year 2024 -o 各镇.svg
    """,
)
@click.argument(
    "files",
    cls=Argument,
    metavar="路径…",
    nargs=-1,
    required=True,
    shell_complete=paths,
    about="报告文件，或放着它们的文件夹。",
)
@click.option("--organ", metavar="机关", help="只画这个机关的报告。")
@click.option("--year", type=Number(), metavar="年度", help="只画这个年度的报告。")
@click.option("-o", "--output", metavar="文件", type=FILE, help="写成 SVG 文件；- 为标准输出。")
def command(files: tuple[str, ...], organ: str | None, year: int | None, output: str | None) -> Exit:
    if output is not None and output != "-" and os.path.splitext(output)[1].lower() != ".svg":  # noqa: PTH122
        stem = os.path.splitext(output)[0] or "图"  # noqa: PTH122
        fail("chart-not-svg", f"{output}: 图只写成 SVG；请换一个文件名，如 {stem}.svg，它能插入 Word、WPS")
    from giptui.cli.charting import chart
    from giptui.cli.outputs import refuse_incomplete, refuse_output, write_over
    from giptui.cli.streams import put, put_bytes

    if output is not None and output != "-":
        refuse_output(output, files)
    drawn, inputs = chart(files, organ, year)
    if output is None:
        from giptui.printers.charts.text import text

        put(text(drawn), end="")
        return inputs.exit_code
    from giptui.printers.charts.svg import svg

    if output == "-":
        put_bytes(svg(drawn))
        return inputs.exit_code
    if inputs.unreadable:
        refuse_incomplete(output)
    write_over(output, svg(drawn))
    return Exit.FINE
