"""`giptui completion`: the script that makes a shell complete giptui's commands, files, addresses and rules."""

from __future__ import annotations

import click

from giptui.cli.exits import Exit
from giptui.cli.help import Argument, Choice, Command
from giptui.cli.streams import put

_SHELLS = ("bash", "zsh", "fish")


@click.command(
    "completion",
    cls=Command,
    help="""
    输出命令补全脚本，能补全命令、文件、单元格地址、规则名。

    bash：在 ~/.bashrc 里写 eval "$(giptui completion bash)"；zsh 同理写在 ~/.zshrc；
    fish：giptui completion fish > ~/.config/fish/completions/giptui.fish。
    """,
)
@click.argument("shell", cls=Argument, type=Choice(_SHELLS), metavar="SHELL", about="所用的 shell：bash、zsh 或 fish。")
@click.pass_context
def command(context: click.Context, shell: str) -> Exit:
    from click.shell_completion import get_completion_class

    from giptui.cli.app import COMPLETE_VARIABLE, PROGRAM  # the app imports this module

    found = get_completion_class(shell)
    assert found is not None, "the choice offers only what click has"
    script = found(context.find_root().command, {}, PROGRAM, COMPLETE_VARIABLE)
    put(script.source_template % script.source_vars(), end="")  # source() would look for a bash to ask its version
    return Exit.FINE
