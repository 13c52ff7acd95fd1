"""A text of the report in the person's own editor, and back."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

from textual.app import SuspendNotSupported

if TYPE_CHECKING:
    from giptui.tui.workbench import Workbench

_USUAL: Final = ("vi", "vim", "nano")


def edit(screen: Workbench) -> str:
    """Give the terminal to another editor for a while; what is to be said then. What comes back is one step; nothing
    comes back if that editor fails.
    """
    command = _editor()
    if command is None:
        return "环境变量 EDITOR 没有设置，也没有找到 vi 或 nano；可在这里直接写"
    name, address = Path(command[0]).name, screen.address
    with tempfile.TemporaryDirectory(prefix="giptui-") as folder:
        path = Path(folder) / f"{address}.txt"
        path.write_text(str(screen.session.report[address]).replace("\n", "\n\n") + "\n", encoding="utf-8")
        try:
            with screen.app.suspend():
                done = subprocess.run([*command, str(path)], check=False)
            text = path.read_text(encoding="utf-8-sig")
        except SuspendNotSupported:
            return "这里不能让出终端，外部编辑器用不了"
        except UnicodeDecodeError:
            return f"{name} 存的不是 UTF-8 文字，没有取回"
        except OSError as error:
            return f"没能用 {name}：{error.strerror}"
    if done.returncode:
        return f"{name} 没有正常结束（退出码 {done.returncode}），文字没有改"
    changed = screen.writing.replace(text, "在外部编辑器里改写")
    return f"已从 {name} 取回" if changed else f"从 {name} 回来，文字没有变"


def _editor() -> list[str] | None:
    """The command of the person's editor: VISUAL, EDITOR, or what there usually is; None if there is none."""
    for variable in ("VISUAL", "EDITOR"):
        try:
            if command := shlex.split(os.environ.get(variable, "")):
                return command
        except ValueError:  # a quotation mark without its twin
            continue
    found = next(filter(None, map(shutil.which, _USUAL)), None)
    return [found] if found else None
