"""Parameters that several commands share, declared once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

import click

from giptui.cli.candidates import paths
from giptui.cli.help import Argument, Choice

FILE: Final = click.Path(readable=False)
"""A name. Whether it can be read, whoever reads it says: click would say it in English."""

PATHS: Final = click.argument(
    "files",
    cls=Argument,
    metavar="路径…",
    nargs=-1,
    required=True,
    shell_complete=paths,
    about="报告文件；- 为标准输入；文件夹则逐层查找其中的 *.toml 报告，隐藏的文件夹除外。",
)

PREVIOUS: Final = click.option(
    "--previous",
    type=FILE,
    metavar="文件|文件夹",
    help="上年的报告，或从中找上年报告的文件夹；不写则在本文件旁边和上年的文件夹里找。",
)


def output_format(names: Sequence[str]) -> Callable[[Any], Any]:
    """``--format``, one of these; the first is what a command prints that is not asked for another."""
    return click.option(
        "--format", "output_format", type=Choice(names), default=names[0], metavar="|".join(names), help="输出格式。"
    )
