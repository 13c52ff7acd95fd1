"""The editor, and what a bare file name means. Needs no click, so that the editor is on the screen the sooner."""

from __future__ import annotations

import os
import signal
import sys
from typing import Final

from giptui.cli.exits import Exit
from giptui.cli.inputs import complain
from giptui.cli.streams import fail, narrate
from giptui.store import Unreadable
from giptui.store.find import is_published

_SIGNALLED: Final = 128  # and the number of the signal: the exit code


def open_file(name: str, read_only: bool = False, previous: str | None = None) -> int:
    """`giptui FILE`: the editor in a terminal, the printed report elsewhere. Only this form looks at the terminal."""
    if is_published(name):
        return offer_import(name)
    if (sys.stdout.isatty() or _has_driver()) and name != "-":
        return open_editor(name, read_only, previous)
    from giptui.cli.commands.report import print_reports  # one of the two is needed, not both

    return print_reports((name,))


def offer_import(name: str) -> int:
    """Offer to import the report, where there is somebody to take the offer."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()) or os.environ.get("TERM") == "dumb":
        fail("open-published", f"{name}: 不是报告文件；公开过的报告要先导入：giptui import {name} -o 报告.toml")
    from giptui.cli.starting import offer

    return offer(name)


def open_editor(name: str, read_only: bool = False, previous: str | None = None) -> int:
    """Edit the file until the person quits; the command ends with a sentence where there is no terminal for it."""
    if name == "-":
        fail("editor-on-stdin", "编辑器不能打开标准输入，请给出文件名；只看可用 giptui report -")
    if _has_driver():
        _demand_driver()
    else:
        _demand_terminal()
    signal.signal(signal.SIGINT, signal.default_int_handler)  # of which the editor's loop takes care itself
    from giptui.tui import edit  # Textual takes longer to start than any other command to finish

    try:
        code, kept = edit(name, read_only, previous)
    except Unreadable as error:
        complain(error)
        from giptui.session import left_behind

        if left_behind(name):
            narrate(f"{name}: 上次没有保存的修改还在；看用 giptui recover {name}，写回用 giptui recover {name} --apply")
        return Exit.USAGE
    if code > _SIGNALLED or kept:
        why = f"编辑器被信号 {signal.Signals(code - _SIGNALLED).name} 结束" if code > _SIGNALLED else "编辑器已结束"
        left = f"没有保存的 {kept} 处修改已经记下，下次打开 {name} 时可以恢复" if kept else "没有未保存的修改"
        narrate(f"{why}；{left}")
    return code


def _has_driver() -> bool:
    """Whether Textual is told to show the editor by other means than a terminal, in a browser for one."""
    return bool(os.environ.get("TEXTUAL_DRIVER"))


def _demand_driver() -> None:
    """Textual would end in a traceback."""
    from importlib import import_module

    driver = os.environ["TEXTUAL_DRIVER"]
    module, _, name = driver.partition(":")
    try:
        getattr(import_module(module), name)
    except (ImportError, AttributeError, ValueError):
        fail(
            "editor-driver-unknown",
            f"环境变量 TEXTUAL_DRIVER 写的“{driver}”不是可用的 Textual 驱动；"
            "要在终端里用编辑器，先 unset TEXTUAL_DRIVER",
        )


def _demand_terminal() -> None:
    streams = {"标准输入": sys.stdin, "标准输出": sys.stdout, "标准错误": sys.stderr}
    if missing := [label for label, stream in streams.items() if stream is None or not stream.isatty()]:
        fail(
            "editor-without-terminal",
            f"编辑器要在终端里用，而{'、'.join(missing)}不是终端；"
            "排印用 giptui report，检查用 giptui check，读写单元格用 giptui get、giptui set",
        )
    if os.environ.get("TERM") == "dumb":
        fail(
            "editor-on-dumb-terminal",
            "这个终端（TERM=dumb）不能移动光标，编辑器用不了；请换一个终端，或用 giptui get、giptui set 读写单元格",
        )
