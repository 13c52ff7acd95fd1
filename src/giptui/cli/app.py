"""The program `giptui`: which commands there are, and what a bare file name means. `__main__` calls `run`.

A command's module is imported when the command is called: `giptui check` never pays for the others.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from keyword import iskeyword
from typing import Any, Final

import click

from giptui import __version__
from giptui.cli.exits import Exit
from giptui.cli.help import Group
from giptui.cli.streams import fail, put
from giptui.cli.usage import WrongUsage, refuse
from giptui.display.nearest import hint

PROGRAM: Final = "giptui"
COMPLETE_VARIABLE: Final = "_GIPTUI_COMPLETE"

_COMMANDS: Final = (
    "edit",
    "recover",
    "serve",
    "report",
    "export",
    "pack",
    "chart",
    "check",
    "claims",
    "rules",
    "explain",
    "settings",
    "new",
    "import",
    "get",
    "set",
    "waive",
    "fmt",
    "schema",
    "completion",
)
"""In the order of the help page; each is the `command` of the module of that name, with an underscore where Python
keeps the name for itself."""

_ABOUT = """
政府信息公开工作年度报告：填报、校验、排印。

giptui 文件：在终端里打开编辑器；标准输出不是终端时排印报告，例如 giptui 文件 | less。
giptui：在终端里列出这个文件夹的报告，打开一份，或新建一份。
"""

_EPILOG = """
文件写作 - 表示标准输入。结果在标准输出，说明在标准错误。

退出码：0 正常；1 有发现；2 用法不对或文件读不出、写不进；70 giptui 自身的缺陷；130 中断。
"""


class _Commands(Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        return _load(cmd_name) if cmd_name in _COMMANDS else None

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        return super().parse_args(ctx, _as_meant(args))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the first word names; a word that names none is a file to open."""
        word = args[0]
        if word in _COMMANDS or ctx.resilient_parsing:
            return super().resolve_command(ctx, args)
        if word.isidentifier() and not os.path.lexists(word):
            remedy = hint(word, _COMMANDS) or "；新建一份空白报告用 giptui new 文件名"
            raise WrongUsage("unknown-command", f"没有“{word}”这个命令，也没有这个文件{remedy}", ctx)
        return "", _load("open"), args

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[Any]:
        from click.shell_completion import CompletionItem  # only for the shell

        return super().shell_complete(ctx, incomplete) or [CompletionItem(incomplete, type="file")]


def _as_meant(args: list[str]) -> list[str]:
    """Nothing at all asks for the help; ``help check`` and ``version`` say what other programs have commands for."""
    if all(arg == "--" for arg in args):
        return ["--help"]
    word, *rest = args
    if word not in ("help", "version") or os.path.lexists(word):
        return args
    return ["--version"] if word == "version" else [*rest[:1], "--help"]


def _load(name: str) -> click.Command:
    module = f"{name}_" if iskeyword(name) else name
    command: click.Command = import_module(f"giptui.cli.commands.{module}").command
    return command


def _show_version(ctx: click.Context, param: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        put(f"{PROGRAM} {__version__}")
        ctx.exit()


app: Final = _Commands(
    PROGRAM,
    help=_ABOUT,
    epilog=_EPILOG,
    subcommand_metavar="命令 … | 文件",
    params=[
        click.Option(
            ["--version", "-V"],
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_show_version,
            help="显示版本。",
        )
    ],
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _complete(instruction: str) -> int:
    """What the shell's completion asks for, by variables that only it sets all."""
    from click.shell_completion import shell_complete  # only for the shell

    try:
        refused = shell_complete(app, {}, PROGRAM, COMPLETE_VARIABLE, instruction)
    except (KeyError, ValueError):
        refused = 1
    if refused:
        fail(
            "completion-alone",
            f"环境变量 {COMPLETE_VARIABLE} 是命令行补全用的，单独设它没有意义；请用 unset {COMPLETE_VARIABLE} 去掉",
        )
    return Exit.FINE


def run(arguments: Sequence[str]) -> int:
    """Run the command that these arguments name; the exit code."""
    if instruction := os.environ.get(COMPLETE_VARIABLE):
        return _complete(instruction)
    if not arguments and sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM") != "dumb":
        from giptui.cli.starting import start  # only for somebody who sits at a terminal

        return start()
    try:
        with app.make_context(PROGRAM, list(arguments)) as context:
            return int(app.invoke(context) or Exit.FINE)
    except click.exceptions.Exit as stop:  # after --help
        return stop.exit_code
    except click.ClickException as error:
        refuse(error)
