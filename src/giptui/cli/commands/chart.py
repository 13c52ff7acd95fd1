"""`giptui chart`: what came in and what came of it, over the years of a body or beside its peers, as a picture."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

import click

from giptui.cli.candidates import paths
from giptui.cli.exits import Exit
from giptui.cli.help import Argument, Command, Number
from giptui.cli.parameters import FILE
from giptui.cli.streams import fail, put, put_bytes

if TYPE_CHECKING:
    from giptui.printers.charts import Chart

_PIXELS: Final = ".png"


@click.command(
    "chart",
    cls=Command,
    help="""
    画图比较一个机关的各年，或各机关的一年。

    画的是本年新收的申请，和办结的申请各是什么结果。

    只给一个文件时，画它的机关的各年，其他年度的在它的文件夹里、旁边以年度命名的文件夹里找；给一个文件和文件夹时，画这一年它与文件夹里的其他机关。

    不写 -o 时在终端里用字符画，宽 80 列，不用颜色。

    SVG 能插入 Word、WPS，放大不糊；PNG 要另装：pip install 'giptui[export]'。
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
@click.option("-o", "--output", metavar="文件", type=FILE, help="写成 SVG 或 PNG，看扩展名；- 把 SVG 写到标准输出。")
def command(files: tuple[str, ...], organ: str | None, year: int | None, output: str | None) -> Exit:
    from giptui.cli.charting import chart
    from giptui.cli.outputs import refuse_incomplete, refuse_output, write_over

    if output is not None and output != "-":
        _refuse_format(output)
        refuse_output(output, files)
    drawn, inputs = chart(files, organ, year)
    if output is None:
        from giptui.printers.charts.text import text

        put(text(drawn), end="")
    elif output == "-":
        put_bytes(_picture(drawn, output))
    else:
        if inputs.unreadable:
            refuse_incomplete(output)
        write_over(output, _picture(drawn, output))
    return inputs.exit_code


def _refuse_format(output: str) -> None:
    stem, suffix = os.path.splitext(output)  # noqa: PTH122
    if suffix.lower() not in (".svg", _PIXELS):
        fail("chart-format", f"{output}: 图只写成 SVG 或 PNG；请换一个文件名，如 {stem}.svg，它能插入 Word、WPS")


def _picture(chart: Chart, output: str) -> bytes:
    stem, suffix = os.path.splitext(output)  # noqa: PTH122
    if suffix.lower() != _PIXELS:
        from giptui.printers.charts.svg import svg

        return svg(chart)
    from giptui.printers.charts.png import png
    from giptui.printers.errors import NoFont, NotInstalled

    try:
        return png(chart)
    except NotInstalled as error:
        fail(
            "chart-not-installed",
            f"写 PNG 要先安装 {error.library}：pip install 'giptui[{error.extra}]'；不装的话，请写成 {stem}.svg",
        )
    except NoFont as error:
        fail(
            "chart-no-font",
            f"写 PNG 要有中文字体，这里一种也没有；请先装一种，如思源宋体，或用环境变量 {error.variable} "
            f"指明放字体的文件夹，或写成 {stem}.svg",
        )
