"""`giptui serve`: the editor in a browser on this machine."""

from __future__ import annotations

import shlex
import socket
import sys
from pathlib import Path

import click

from giptui.cli.candidates import paths
from giptui.cli.exits import Exit
from giptui.cli.help import Argument, Command, Number
from giptui.cli.inputs import load_or_fail
from giptui.cli.parameters import FILE, PREVIOUS
from giptui.cli.streams import fail, narrate, put
from giptui.store.errors import system_reason

_LAST_PORT = 65535
_DRIVER = "giptui.tui.page:PageDriver"  # named for the editor's own process; here nothing of it is loaded


@click.command(
    "serve",
    cls=Command,
    help="""
    在本机的浏览器里填报、修改一份报告，编辑器与终端里的相同。

    只在 127.0.0.1 上提供，网址里有口令，每次启动都不同；页面不从别处取任何东西。按 Ctrl+C 停止。

    从别的机器上用，先建 SSH 隧道：ssh -L 8000:127.0.0.1:8000 主机，再在那台主机上 giptui serve --port 8000 文件。

    需要另装 textual-serve：pip install textual-serve。
    """,
    epilog="""
    关闭页面等于不保存退出；浏览器会先问一声。
    """,
)
@click.argument("file", cls=Argument, metavar="文件", type=FILE, shell_complete=paths, about="报告文件。")
@click.option("--port", type=Number(_LAST_PORT), metavar="端口", help="端口号；不写则任用一个空闲的。")
@click.option("--read-only", is_flag=True, help="只看，不能修改。")
@PREVIOUS
def command(file: str, port: int | None, read_only: bool, previous: str | None) -> Exit:
    if file == "-":
        fail("serve-stdin", "浏览器里不能编辑标准输入，请给出文件名；只看可用 giptui report -")
    load_or_fail(file)  # here the person reads why not
    try:
        from giptui.cli.serve.server import ADDRESS, EditorServer
    except ImportError:
        fail(
            "serve-not-installed",
            "giptui serve 还缺 textual-serve；请先安装：pip install textual-serve，"
            "用 pipx 装的则是 pipx inject giptui textual-serve",
        )
    listening = socket.socket()
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((ADDRESS, port or 0))
        listening.listen()  # whoever opens the address at once waits a moment
    except OSError as error:
        fail("serve-port", f"端口 {port} 用不了：{system_reason(error)}；请用 --port 换一个，或不写 --port")
    options = [*(["--read-only"] if read_only else []), *(["--previous", previous] if previous else [])]
    edit = [sys.executable, "-m", "giptui", "edit", *options, "--", file]
    server = EditorServer(
        f"exec env TEXTUAL_DRIVER={_DRIVER} {shlex.join(edit)}", f"{Path(file).name} - giptui", listening
    )
    put(server.url)
    narrate("请在本机的浏览器里打开上面的网址；按 Ctrl+C 停止")
    server.run(sys.stderr)
    return Exit.FINE
