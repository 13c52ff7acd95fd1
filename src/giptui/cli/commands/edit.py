"""`giptui edit`: the editor. The only command that needs a terminal, and the only way to Textual."""

from __future__ import annotations

import click

from giptui.cli.candidates import paths
from giptui.cli.help import Argument, Command
from giptui.cli.opening import offer_import, open_editor
from giptui.cli.parameters import PREVIOUS
from giptui.store.find import is_published


@click.command(
    "edit",
    cls=Command,
    help="""
    在终端里填报、修改一份报告，边填边校验。

    按 ? 看全部按键，w 保存，q 退出。
    """,
)
@click.argument("file", cls=Argument, metavar="文件", shell_complete=paths, about="报告文件；新建一份用 giptui new。")
@click.option("--read-only", is_flag=True, help="只看，不能修改。")
@PREVIOUS
def command(file: str, read_only: bool, previous: str | None) -> int:
    return offer_import(file) if is_published(file) else open_editor(file, read_only, previous)
